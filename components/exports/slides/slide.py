"""One slide: what a section says, as much of it as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from components.exports.handout.figure_sections import bars_in_words
from components.exports.handout.records import Bars, Chart, Section, SourceLine, Table, Voice
from components.exports.slides.capacity import (
    BESIDE_CHART,
    MOST_ABOVE,
    MOST_NUMBERS,
    MOST_SENTENCES,
    NAMES,
    OUR_SIGNS,
    columns_beside,
    fitting,
    fitting_rows,
    height,
    height_of_question,
    room_below,
)
from components.i18n import Catalogue

SlideKind = Literal["title", "voices", "chart", "table", "questions", "sources"]
MOST_BARS = 8
MOST_NAMED = 8
"""Names in a sentence; more are counted."""


@dataclass(frozen=True)
class Slide:
    """One slide: an idea with its title."""

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
    figures_from: str = ""


def slide_of(section: Section, words: Catalogue) -> Slide:
    """The slide of a section: words, a picture, a table, or lines of ours."""
    slide = _blank(section, words)
    points = (*filter(None, [section.lead]), *section.lines)
    if section.voices:
        return _voices(section, slide, points, words)
    if section.charts:
        return _chart(section, slide, words)
    if section.tables:
        return table_slide(section.tables[0], slide, points, words)
    return list_slide(replace(slide, question=None), (*points, *section.questions), words)


def _blank(section: Section, words: Catalogue) -> Slide:
    """A slide of the section with the question that it has room for, if any."""
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


def _voices(section: Section, slide: Slide, points: Sequence[str], words: Catalogue) -> Slide:
    """As many municipalities as can be read side by side; the others are named."""
    speaking, silent = _speaking(section.voices, words)
    shown = speaking[: columns_beside(speaking)]
    silent += others([voice.name for voice in speaking[len(shown) :]], words)
    if not shown:
        return list_slide(slide, (*silent, *points), words)
    above = fitting((*silent, *points), MOST_ABOVE)
    room = room_below(section.title, above, slide.question) - NAMES
    voices = tuple(_column(voice, len(shown), room, words) for voice in shown)
    numbers = {quote.source for voice in voices for quote in voice.quotes}
    return replace(
        slide,
        kind="voices",
        voices=voices,
        points=above,
        sources=tuple(line for line in section.sources if line.number in numbers),
    )


def _speaking(voices: Sequence[Voice], words: Catalogue) -> tuple[Sequence[Voice], list[str]]:
    """Those with a column; of many, those who say nothing are told together by their names."""
    if columns_beside(voices) == len(voices):
        return voices, []
    silent: dict[str, list[str]] = {}
    speaking = []
    for voice in voices:
        if voice.silent and not voice.quotes and not voice.lines:
            silent.setdefault(voice.silent, []).append(voice.name)
        else:
            speaking.append(voice)
    return speaking, [
        f"{named(names, words)}: {said[:1].lower()}{said[1:]}" for said, names in silent.items()
    ]


def _column(voice: Voice, columns: int, room: float, words: Catalogue) -> Voice:
    """What a column holds: unmatched sentences first, how many there are more, lines of ours.

    A sentence is never cut, and one stands there however long it is.
    """
    quotes = sorted(voice.quotes, key=lambda quote: quote.shared)
    shown = quotes[:MOST_SENTENCES]
    while True:
        more = len(quotes) - len(shown)
        counted = [words.count("presentation.more", more)] if more else []
        left = room - sum(height(item, columns) for item in (*shown, *counted))
        if left >= 0 or len(shown) <= 1:
            break
        shown.pop()
    silence = height(voice.silent, columns) if voice.silent else 0
    lines = fitting(voice.lines, left - silence, OUR_SIGNS[columns])
    return replace(voice, quotes=tuple(shown), lines=(*counted, *lines))


def _chart(section: Section, slide: Slide, words: Catalogue) -> Slide:
    """The first chart; beside it how things stand, and what is measured if there is room."""
    lead = (section.lead,) if section.lead else ()
    room = room_below(section.title, question=slide.question)
    chart, more = _first_bars(section.charts[0], words)
    figures_from = section.notes[0] if section.notes else ""
    beside = fitting((*more, *section.lines, *lead), room, BESIDE_CHART)
    return replace(slide, kind="chart", chart=chart, points=beside, figures_from=figures_from)


def _first_bars(chart: Chart, words: Catalogue) -> tuple[Chart, list[str]]:
    """The chart with so few bars that each can be read, and whose bars are left out."""
    if not isinstance(chart.drawn, Bars) or len(chart.drawn.categories) <= MOST_BARS:
        return chart, []
    names, values = chart.drawn.categories[:MOST_BARS], chart.drawn.values[:MOST_BARS]
    bars = replace(chart.drawn, categories=names, values=values)
    apart = others(chart.drawn.categories[MOST_BARS:], words)
    table = replace(chart.table, rows=chart.table.rows[:MOST_BARS])
    alt = " ".join([bars_in_words(chart.title, bars, words), *apart])
    return replace(chart, alt=alt, drawn=bars, table=table), apart


def table_slide(table: Table, slide: Slide, points: Sequence[str], words: Catalogue) -> Slide:
    """The first rows and columns of the table; above it lines of ours and what is left out."""
    table, apart = _first_columns(table, words)

    def above(left_out: int) -> tuple[str, ...]:
        counted = [words.count("presentation.more", left_out)] if left_out else []
        return fitting((*apart, *counted, *points), MOST_ABOVE)

    def rows_below(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        return fitting_rows(table, room_below(slide.title, lines, slide.question))

    rows, many = rows_below(above(0)), len(table.rows)
    if len(rows) < many:
        rows = rows_below(above(many))  # the line that counts takes room as well
    shown = replace(table, rows=rows)
    return replace(slide, kind="table", table=shown, points=above(many - len(rows)))


def _first_columns(table: Table, words: Catalogue) -> tuple[Table, list[str]]:
    """A table of municipalities with those that there is room for, and who is left out."""
    most = MOST_NUMBERS + 1
    if len(table.columns) <= most or set(table.numeric) != set(range(1, len(table.columns))):
        return table, []
    return Table(
        caption=table.caption,
        columns=table.columns[:most],
        rows=tuple(row[:most] for row in table.rows),
        numeric=tuple(range(1, most)),
    ), others(table.columns[most:], words)


def list_slide(slide: Slide, points: Sequence[str], words: Catalogue) -> Slide:
    """Lines of ours, as many as there is room for, and how many more there are."""
    room = room_below(slide.title)
    shown = fitting(points, room) or tuple(points[:1])
    if len(shown) < len(points):
        shown = fitting(points, room - height(words.count("presentation.more", 2), 1)) or shown[:1]
        shown = (*shown, words.count("presentation.more", len(points) - len(shown)))
    return replace(slide, kind="questions", points=shown)


def others(names: Sequence[str], words: Catalogue) -> list[str]:
    """The line that tells whom the report alone has; none where it is nobody."""
    return [words("presentation.towns_apart", names=named(names, words))] if names else []


def named(names: Sequence[str], words: Catalogue) -> str:
    """The names, or how many there are."""
    if len(names) <= MOST_NAMED:
        return words.names(list(names))
    return words.count("presentation.others", len(names))
