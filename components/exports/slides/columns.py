"""Cuts what several municipalities say into pages, a column for each that still has words."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from components.exports.handout.records import Quote, Voice
from components.exports.slides.capacity import balanced, breaks_a_word, height

Page = tuple[Voice, ...]


class Silence(str):
    """The words that tell that a source says nothing."""

    __slots__ = ()


Item = Quote | str


def voice_pages(voices: Sequence[Voice], room: float, taken: float = 0) -> list[Page]:
    """The voices in pages of so many lines, `taken` of which are not free on the first.

    No item is cut: one that is too tall for its column has a page of its own width.
    """
    every = [items_of(voice) for voice in voices]
    heights = [height(item, len(voices)) for items in every for item in items]
    tallest = max((size for size in heights if size <= room - taken), default=0)
    return balanced(lambda least: _cut(voices, every, least, taken), room, tallest + taken)


def items_of(voice: Voice) -> list[Item]:
    """What a voice says, piece by piece: the official words, silence, our lines."""
    silence = [Silence(voice.silent)] if voice.silent else []
    return [*voice.quotes, *silence, *voice.lines]


def _cut(
    voices: Sequence[Voice], every: Sequence[list[Item]], room: float, taken: float
) -> list[Page]:
    left = [deque(items) for items in every]
    pages: list[Page] = []
    while any(left):
        free = room if pages else room - taken
        chosen = _beside(left, free)
        pages.append(
            tuple(_part(voices[place], _taken(left[place], len(chosen), free)) for place in chosen)
        )
    return pages


def _beside(left: Sequence[deque[Item]], room: float) -> list[int]:
    """The places of the voices that stand side by side on the next page: as many as can."""
    waiting = [place for place, items in enumerate(left) if items]
    for columns in range(len(waiting), 1, -1):
        fitting = [place for place in waiting if _fits(left[place][0], columns, room)]
        if len(fitting) >= columns:
            return fitting[:columns]
    return waiting[:1]


def _fits(item: Item, columns: int, room: float) -> bool:
    return height(item, columns) <= room and not breaks_a_word(item, columns)


def _taken(items: deque[Item], columns: int, room: float) -> list[Item]:
    """The items that a column holds, taken from those waiting: at least one."""
    found = [items.popleft()]
    room -= height(found[0], columns)
    while items and _fits(items[0], columns, room):
        found.append(items.popleft())
        room -= height(found[-1], columns)
    return found


def _part(voice: Voice, items: Sequence[Item]) -> Voice:
    """The voice with only these of its items."""
    silence = [str(item) for item in items if isinstance(item, Silence)]
    return replace(
        voice,
        quotes=tuple(item for item in items if isinstance(item, Quote)),
        lines=tuple(str(i) for i in items if isinstance(i, str) and not isinstance(i, Silence)),
        silent=silence[0] if silence else None,
    )
