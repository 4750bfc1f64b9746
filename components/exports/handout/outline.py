"""Makes a hand-out from the library: the sections in order, the questions, the sources."""

from collections.abc import Sized

from components.analysis.data_id import data_day, data_id
from components.analysis.gaps.questions import questions
from components.exports.handout import figure_sections, strategy_sections
from components.exports.handout.builder import HandoutBuilder, Selection
from components.exports.handout.records import Handout
from components.i18n import Catalogue
from components.model import Library
from components.phrases.questions import question_in_words

MOST_NAMED = 8
"""More municipalities than this are counted in a title; the first table names them all."""


def title_key(whose: Sized) -> str:
    """The words of the usual title: of one municipality there is nothing to lay side by side."""
    return "handout.title" if len(whose) > 1 else "handout.title_one"


def handout(library: Library, selection: Selection, words: Catalogue) -> Handout:
    """The hand-out that is wished for, in the language of the catalogue."""
    builder = HandoutBuilder(library, selection, words)
    names = list(builder.names.values())
    whose = (
        words.names(names)
        if len(names) <= MOST_NAMED
        else words("handout.towns", count=len(names))
    )
    day = data_day(library, selection.slugs) or selection.today
    sections = [
        strategy_sections.opening(builder),
        *strategy_sections.values(builder),
        *(
            strategy_sections.themes(builder)
            if selection.by == "theme"
            else strategy_sections.goals(builder)
        ),
        *figure_sections.indicators(builder),
        *figure_sections.projects(builder),
        *figure_sections.gaps(builder),
    ]
    return Handout(
        language=words.language,
        title=selection.title or words(title_key(names), names=whose),
        description=words("handout.description", names=whose),
        names=tuple(names),
        places=tuple(builder.places.values()),
        slugs=selection.slugs,
        data_id=data_id(library, selection.slugs),
        day=words.day(day),
        iso_day=day.isoformat(),
        sections=tuple(sections),
        questions=tuple(
            question_in_words(item, library, words)
            for item in questions(library, selection.versions, selection.today)
        ),
        sources=tuple(builder.cited.values()),
        chosen=bool(selection.chosen),
    )
