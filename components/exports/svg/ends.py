"""What is told at the ends of lines, kept apart from each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from components.exports.handout.records import Line
from components.exports.svg.paper import BOLD, LEADING, width_of, wrapped
from components.exports.svg.scale import Room
from components.i18n import Catalogue

GAP = 8.0


@dataclass(frozen=True)
class End:
    """The name of a line and its latest value; `top` is where the words begin, in points."""

    place: int
    year: int
    value: Decimal
    name: tuple[str, ...]
    latest: str
    top: float = 0.0

    @property
    def height(self) -> float:
        """The points that the words take, with the gap to the next."""
        return LEADING * (len(self.name) + 1) + GAP / 2

    @property
    def width(self) -> float:
        """The points that the longest line of words takes."""
        return max(width_of(text, BOLD) for text in (*self.name, self.latest))


def end_of(line: Line, decimals: int, words: Catalogue, room: float) -> End:
    """The end of a line; a long name goes on several lines."""
    year, value = line.runs[-1][-1]
    told = words.number(value, decimals)
    return End(
        place=line.place,
        year=year,
        value=value,
        name=tuple(wrapped(line.name, room, BOLD)),
        latest=words("chart_indicator.latest", value=told, year=year),
    )


def spread(ends: Sequence[End], room: Room) -> list[End]:
    """The ends from the top down, each as near to its line as the others let it."""
    placed: list[End] = []
    for end in sorted(ends, key=lambda item: room.y(item.value)):
        lowest = placed[-1].top + placed[-1].height if placed else -LEADING
        placed.append(replace(end, top=max(lowest, room.y(end.value) - end.height / 2)))
    floor = room.height + LEADING
    fitted: list[End] = []
    for end in reversed(placed):
        fitted.append(replace(end, top=min(end.top, floor - end.height)))
        floor = fitted[-1].top
    return fitted[::-1]
