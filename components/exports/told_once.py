"""What has a slide of its own is not told again in every theme and goal: there it is counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from components.exports.handout import Section, Voice
from components.i18n import Catalogue


def told_once(sections: Sequence[Section], words: Catalogue) -> Iterator[Section]:
    """The sections; their lines of indicators that have a section go to the notes, counted."""
    names = [section.title for section in sections if section.kind == "indicators"]
    begun = tuple(f"{name}{sign}" for name in names for sign in (":", " ("))
    for section in sections:
        moved = [
            f"{voice.name}: {line}"
            for voice in section.voices
            for line in voice.lines
            if line.startswith(begun)
        ]
        voices = tuple(_shortened(voice, begun, words) for voice in section.voices)
        yield replace(section, voices=voices, notes=(*section.notes, *moved))


def _shortened(voice: Voice, begun: Collection[str], words: Catalogue) -> Voice:
    kept = [line for line in voice.lines if not line.startswith(tuple(begun))]
    moved = len(voice.lines) - len(kept)
    if moved:
        kept.append(words.count("iltakoulu.indicators", moved))
    return replace(voice, lines=tuple(kept))
