"""Makes a hand-out from the library: the sections in order, the questions, the sources."""

from collections.abc import Sequence, Sized

from components.analysis.data_id import data_day, data_id
from components.analysis.gaps.questions import Question, questions
from components.exports.handout import figure_sections, strategy_sections
from components.exports.handout.builder import HandoutBuilder, Selection
from components.exports.handout.records import Handout, Section
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
    return whole_of(
        builder,
        selection.title or words(title_key(names), names=whose),
        words("handout.description", names=whose),
        sections,
        questions(library, selection.versions, selection.today),
    )


def whole_of(
    builder: HandoutBuilder,
    title: str,
    description: str,
    sections: Sequence[Section],
    asked: Sequence[Question] = (),
) -> Handout:
    """The sections as a hand-out, with the sources that they cite."""
    library, selection, words = builder.library, builder.selection, builder.words
    day = data_day(library, selection.slugs) or selection.today
    return Handout(
        language=words.language,
        title=title,
        description=description,
        names=tuple(builder.names.values()),
        places=tuple(builder.places.values()),
        slugs=selection.slugs,
        data_id=data_id(library, selection.slugs),
        day=words.day(day),
        iso_day=day.isoformat(),
        sections=tuple(sections),
        questions=tuple(question_in_words(item, library, words) for item in asked),
        sources=tuple(builder.cited.values()),
        chosen=bool(selection.chosen),
    )
