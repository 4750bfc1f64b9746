"""Makes a hand-out from the library: the sections in order, the questions, the sources."""

from __future__ import annotations

from collections.abc import Sized

from components.analysis.data_id import data_day, data_id
from components.analysis.gaps.questions import questions
from components.exports.handout import figure_sections, strategy_sections
from components.exports.handout.builder import Desk, Wish
from components.exports.handout.records import Handout
from components.i18n import Catalogue
from components.model import Library
from components.phrases.questions import question_in_words

MOST_NAMED = 8
"""More municipalities than this are counted in a title; the first table names them all."""


def title_key(whose: Sized) -> str:
    """The words of the usual title: of one municipality there is nothing to lay side by side."""
    return "handout.title" if len(whose) > 1 else "handout.title_one"


def handout(library: Library, wish: Wish, words: Catalogue) -> Handout:
    """The hand-out that is wished for, in the language of the catalogue."""
    desk = Desk(library, wish, words)
    names = list(desk.names.values())
    whose = (
        words.names(names)
        if len(names) <= MOST_NAMED
        else words("handout.towns", count=len(names))
    )
    day = data_day(library, wish.slugs) or wish.today
    sections = [
        strategy_sections.opening(desk),
        *strategy_sections.values(desk),
        *(strategy_sections.themes(desk) if wish.by == "theme" else strategy_sections.goals(desk)),
        *figure_sections.indicators(desk),
        *figure_sections.projects(desk),
        *figure_sections.gaps(desk),
    ]
    return Handout(
        language=words.language,
        title=wish.title or words(title_key(names), names=whose),
        description=words("handout.description", names=whose),
        names=tuple(names),
        places=tuple(desk.places.values()),
        slugs=wish.slugs,
        data_id=data_id(library, wish.slugs),
        day=words.day(day),
        iso_day=day.isoformat(),
        sections=tuple(sections),
        questions=tuple(
            question_in_words(item, library, words)
            for item in questions(library, wish.versions, wish.today)
        ),
        sources=tuple(desk.cited.values()),
        chosen=bool(wish.chosen),
    )
