"""Cuts a hand-out into slides that can be read from the back of a council hall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Literal

from components.exports.handout.records import (
    Chart,
    Handout,
    Lines,
    Section,
    SourceLine,
    Table,
    Voice,
)
from components.exports.slides.capacity import (
    BESIDE_CHART,
    NAMES,
    OUR_SIGNS,
    filled,
    grouped,
    height_of_points,
    height_of_question,
    height_of_source,
    room_below,
)
from components.exports.slides.columns import voice_pages
from components.exports.slides.parts import parts_of_chart, parts_of_table
from components.i18n import Catalogue

SlideKind = Literal["title", "voices", "chart", "table", "questions", "sources"]
MOST_VOICES = 4
OF_MANY = 3
"""Columns beside each other: when there are more voices than fit, fewer and wider ones."""
MOST_ABOVE = 4.5
"""Lines of ours, or of a question, beside the words of others; more have their own slide."""


@dataclass(frozen=True)
class Slide:
    """One slide: an idea with its title, which says its part where a section needs several."""

    id: str
    kind: SlideKind
    title: str
    kicker: str = ""
    voices: tuple[Voice, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    points: tuple[str, ...] = ()
    question: str | None = None
    sources: tuple[SourceLine, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def figures_from(self) -> str:
        """Where the figures of a series come from; the first of the notes says it."""
        measured = self.chart is not None and isinstance(self.chart.drawn, Lines)
        return self.notes[0] if measured and self.notes else ""


def slides(whole: Handout, words: Catalogue) -> list[Slide]:
    """The slides of a hand-out in order: opening, subjects, figures, gaps, questions, sources."""
    titles = Counter(section.title for section in whole.sections)
    found = [_title(whole, words)]
    for section in whole.sections:
        title = section.title
        if titles[title] > 1 and section.voices:
            title = f"{title} – {section.voices[0].name}"
        found += _parted(list(_of_section(replace(section, title=title), words)))
    found += _parted(list(_questions(whole, words)))
    found += _parted(list(_sources(whole, words)))
    return _distinct(found)


def _title(whole: Handout, words: Catalogue) -> Slide:
    made = words("handout.made_from", id=whole.data_id, day=whole.day)
    return Slide("kansi", "title", whole.title, points=(whole.description, made))


def _of_section(section: Section, words: Catalogue) -> Iterator[Slide]:
    """The slides of a section: words, pictures, or its first table; the others are in the report.

    Our lines stand on the first of them, and what does not fit there on slides after them.
    """
    blank = _blank(section, words)
    points = (*filter(None, [section.lead]), *section.lines)
    if section.voices:
        found, left = _voices(section, blank, points, words)
    elif section.charts:
        found, left = _charts(section, blank, words)
    elif section.tables:
        found, left = _table(section.tables[0], blank, points)
    else:
        found, left = [], points
    asked = list(section.questions)
    if found and asked and blank.question:
        found[0] = replace(found[0], question=asked.pop(0))
    yield from found
    yield from _points(replace(blank, question=None), (*left, *asked))


def _blank(section: Section, words: Catalogue) -> Slide:
    """A slide of the section with the question that its first slide has room for, if any."""
    away = section.tables if section.voices or section.charts else section.tables[1:]
    first = section.questions[0] if section.questions else ""
    short = first if height_of_question(first) <= MOST_ABOVE else ""
    return Slide(
        id=section.id,
        kind="questions",
        title=section.title,
        kicker=section.kicker,
        question=short or None,
        sources=section.sources,
        notes=(
            *section.notes,
            *filter(None, [section.lead]),
            *section.questions,
            *(
                words.count("presentation.table_in_report", len(table.rows), caption=table.caption)
                for table in away
            ),
        ),
    )


Cut = tuple[list[Slide], tuple[str, ...]]
"""The slides of a section, and the lines of ours that found no room on the first."""


def _voices(section: Section, blank: Slide, points: tuple[str, ...], words: Catalogue) -> Cut:
    heard, told = _heard(section.voices, words)
    above, left = _fitting((*points, *told), MOST_ABOVE)
    room = room_below(section.title) - NAMES
    taken = room_below(section.title) - room_below(section.title, above, blank.question)
    found: list[Slide] = []
    for group in grouped(heard, MOST_VOICES if len(heard) <= MOST_VOICES else OF_MANY):
        for page in voice_pages(group, room, 0 if found else taken):
            numbers = {quote.source for voice in page for quote in voice.quotes}
            found.append(
                replace(
                    blank,
                    kind="voices",
                    voices=page,
                    points=() if found else above,
                    question=None,
                    sources=tuple(line for line in section.sources if line.number in numbers),
                )
            )
    return found, left if found else (*above, *left)


def _heard(voices: Sequence[Voice], words: Catalogue) -> tuple[Sequence[Voice], list[str]]:
    """Those who say something; of many, those who do not are told together by their names."""
    if len(voices) <= MOST_VOICES:
        return voices, []
    quiet: dict[str, list[str]] = {}
    heard = []
    for voice in voices:
        if voice.silent and not voice.quotes and not voice.lines:
            quiet.setdefault(voice.silent, []).append(voice.name)
        else:
            heard.append(voice)
    return heard, [
        f"{words.names(names)}: {silent[:1].lower()}{silent[1:]}"
        for silent, names in quiet.items()
    ]


def _charts(section: Section, blank: Slide, words: Catalogue) -> Cut:
    """The charts; beside the first how things stand, and what is measured if there is room."""
    room = room_below(section.title, question=blank.question)
    lead = (section.lead,) if section.lead else ()
    beside, left = _fitting((*section.lines, *lead), room, BESIDE_CHART)
    if left:
        beside, left = _fitting(section.lines, room, BESIDE_CHART)
    parts = [part for chart in section.charts for part in parts_of_chart(chart, words)]
    return [
        replace(
            blank,
            kind="chart",
            chart=part,
            points=() if number else beside,
            question=None,
        )
        for number, part in enumerate(parts)
    ], left


def _table(table: Table, blank: Slide, points: tuple[str, ...]) -> Cut:
    above, left = _fitting(points, MOST_ABOVE)
    room = room_below(blank.title, above, blank.question)
    found = [
        replace(blank, kind="table", table=part, question=None)
        for part in parts_of_table(table, room)
    ]
    if found:
        found[0] = replace(found[0], points=above)
        return found, left
    return [], points


def _fitting(
    points: Sequence[str], room: float, signs: int = OUR_SIGNS[1]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first lines, as many as the room holds, and the others."""
    many = sum(
        height_of_points(points[: number + 1], signs) <= room for number in range(len(points))
    )
    return tuple(points[:many]), tuple(points[many:])


def _points(blank: Slide, points: Sequence[str]) -> Iterator[Slide]:
    sizes = [height_of_points([point]) for point in points]
    for page in filled(points, sizes, room_below(blank.title)):
        yield replace(blank, kind="questions", points=tuple(page))


def _questions(whole: Handout, words: Catalogue) -> Iterator[Slide]:
    lead = words("handout.questions_lead")
    blank = Slide("kysymykset", "questions", words("handout.questions"), lead, notes=(lead,))
    return _points(blank, whole.questions)


def _sources(whole: Handout, words: Catalogue) -> Iterator[Slide]:
    title = words("handout.sources")
    sizes = [height_of_source(line) for line in whole.sources]
    for page in filled(whole.sources, sizes, room_below(title)):
        yield Slide("lahteet", "sources", title, sources=tuple(page))


def _parted(found: list[Slide]) -> list[Slide]:
    """The slides of one section; of several each tells its part and has an id of its own."""
    if len(found) == 1:
        return found
    return [
        replace(
            slide,
            id=f"{slide.id}-{number}",
            title=f"{slide.title} ({number}/{len(found)})",
        )
        for number, slide in enumerate(found, start=1)
    ]


def _distinct(found: Sequence[Slide]) -> list[Slide]:
    """The slides, none with the id or title of another: a link or a list leads to one place."""
    ids: set[str] = set()
    titles: set[str] = set()
    return [
        replace(slide, id=_own(slide.id, "-", ids), title=_own(slide.title, " – ", titles))
        for slide in found
    ]


def _own(text: str, joint: str, used: set[str]) -> str:
    """The text, numbered when it is used already; it is used from now on."""
    numbered = (f"{text}{joint}{number}" for number in count(2))
    found = next(name for name in chain([text], numbered) if name not in used)
    used.add(found)
    return found
