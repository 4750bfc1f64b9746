"""The slides of an hour: what can be read from afar; the rest stands in the hand-out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, count

from components.exports.handout.records import Handout, Section, Table
from components.exports.slides.capacity import MOST_COLUMNS, fitting_sources, room_below
from components.exports.slides.slide import Slide, list_slide, named, others, slide_of, table_slide
from components.i18n import Catalogue

MOST = 20
"""Slides that an evening of an hour has time for; of subjects chosen by hand there may be more."""
SUBJECTS = ("theme", "goal")
MOST_CHARTED = 2
"""Indicators that have a slide each; of more, the first has, and a table tells of all."""


def slides(whole: Handout, words: Catalogue) -> list[Slide]:
    """The slides of a hand-out in order: opening, subjects, figures, gaps, questions, sources."""
    before, after = _around(whole, words)
    subjects = [section for section in whole.sections if section.kind in SUBJECTS]
    shown = subjects
    if not whole.chosen:
        shown = _most_to_decide(subjects)[: MOST - 2 - len(before) - len(after)]
    apart = [section.title for section in subjects if section not in shown]
    if apart and before:
        line = words("presentation.subjects_apart", names=named(apart, words))
        before[0] = replace(before[0], points=(*before[0].points, line))
    titles = Counter(section.title for section in shown)
    told_apart = [
        replace(section, title=f"{section.title} – {section.voices[0].name}")
        if titles[section.title] > 1 and section.voices
        else section
        for section in shown
    ]
    found = [
        _title(whole, words),
        *before,
        *(slide_of(section, words) for section in told_apart),
        *after,
    ]
    return _distinct([*found, *_sources(whole, found, words)])


def _around(whole: Handout, words: Catalogue) -> tuple[list[Slide], list[Slide]]:
    """The slides before the subjects and those after them, the sources left out."""
    before = [
        slide_of(part, words) for part in whole.sections if part.kind in {"opening", "values"}
    ]
    indicators = [part for part in whole.sections if part.kind == "indicators"]
    figures = [part for part in whole.sections if part.kind in {"projects", "gaps"}]
    after = [
        *_indicators(whole, indicators, words),
        *(slide_of(part, words) for part in figures),
        *_questions(whole, words),
    ]
    return before, after


def _most_to_decide(subjects: Sequence[Section]) -> list[Section]:
    """The subjects, first those of which not all speak, then those with most that is unmatched."""

    def to_decide(section: Section) -> tuple[bool, int]:
        silent = any(not voice.quotes for voice in section.voices)
        quotes = [quote for voice in section.voices for quote in voice.quotes]
        return not silent, -sum(not quote.shared for quote in quotes)

    return sorted(subjects, key=to_decide)


def _title(whole: Handout, words: Catalogue) -> Slide:
    made = words("handout.made_from", id=whole.data_id, day=whole.day)
    return Slide("kansi", "title", whole.title, points=(whole.description, made))


def _indicators(whole: Handout, sections: Sequence[Section], words: Catalogue) -> list[Slide]:
    """A slide for each of few indicators; of many the first with a chart, and a table of all."""
    if len(sections) <= MOST_CHARTED:
        return [slide_of(section, words) for section in sections]
    charted = next((section for section in sections if section.charts), sections[0])
    title, note = words("presentation.indicators"), words("presentation.indicators_note")
    table = Table(
        caption=title,
        columns=(words("presentation.indicator"), *whole.names[:MOST_COLUMNS]),
        rows=tuple(section.row[: MOST_COLUMNS + 1] for section in sections),
    )
    slide = Slide(
        "mittarit",
        "table",
        title,
        kicker=note,
        notes=tuple(
            f"{section.title}. {line}"
            for section in sections
            for line in (*section.lines, *section.notes)
        ),
        figures_from=words("presentation.figures_in_notes"),
    )
    return [
        slide_of(charted, words),
        table_slide(table, slide, others(whole.names[MOST_COLUMNS:], words), words),
    ]


def _questions(whole: Handout, words: Catalogue) -> list[Slide]:
    lead = words("handout.questions_lead")
    slide = Slide("kysymykset", "questions", words("handout.questions"), lead, notes=(lead,))
    return [list_slide(slide, whole.questions, words)] if whole.questions else []


def _sources(whole: Handout, found: Sequence[Slide], words: Catalogue) -> list[Slide]:
    """The sources that the slides rest on, those of the hand-out where no slide names any."""
    numbers = {line.number for slide in found for line in slide.sources}
    cited = [line for line in whole.sources if line.number in numbers] or whole.sources
    title = words("handout.sources")
    shown = fitting_sources(cited, room_below(title))
    more = len(cited) - len(shown)
    points = (words.count("presentation.more", more),) if more else ()
    return [Slide("lahteet", "sources", title, sources=shown, points=points)] if cited else []


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
