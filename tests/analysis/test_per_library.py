"""Answers about a library: found once, kept no longer than it."""

from __future__ import annotations

import gc
from datetime import date
from weakref import ref

from components.analysis.indicators.indicator_rows import indicator_rows
from components.analysis.per_library import cached_per_library
from components.analysis.projects.joint_projects import joint_projects
from components.analysis.projects.projects import project_table
from components.analysis.sentences.concepts import lexicon_of
from components.loading import load
from components.model import Library
from tests.analysis.making import PROJECT, TODAY


def test_an_answer_is_found_once_for_each_library_and_question() -> None:
    """The same question about the same library is not asked twice; another one is."""
    asked: list[tuple[Library, int]] = []

    @cached_per_library(8)
    def find(library: Library, number: int) -> int:
        asked.append((library, number))
        return 2 * number

    first, second = Library({}), Library({})
    assert [find(first, 1), find(first, 1), find(first, 2), find(second, 1)] == [2, 2, 4, 2]
    assert asked == [(first, 1), (first, 2), (second, 1)]


def test_answers_go_with_their_library() -> None:
    """Nothing keeps a library, nor what was found in it, once nobody else has it."""

    class Answer:
        pass

    @cached_per_library(8)
    def find(_library: Library) -> Answer:
        return Answer()

    library = Library({})
    seen = ref(library), ref(find(library))
    assert seen[1]() is not None
    del library
    gc.collect()
    assert [one() for one in seen] == [None, None]


def test_no_more_answers_are_kept_than_said() -> None:
    """The answer asked for least lately is found anew."""
    asked = []

    @cached_per_library(2)
    def find(_library: Library, number: int) -> int:
        asked.append(number)
        return number

    library = Library({})
    for number in (1, 2, 3, 3, 1):
        find(library, number)
    assert asked == [1, 2, 3, 1]


def test_an_edition_that_was_replaced_is_let_go() -> None:
    """What the pages find in the real files does not keep them."""
    library = load(PROJECT).library
    slugs = tuple(library.dossiers)
    assert indicator_rows(library, slugs, date(2026, 1, 1))
    assert len(project_table(library, slugs, TODAY))
    assert joint_projects(library, slugs)
    assert lexicon_of(library).wordings
    seen = ref(library)
    del library
    gc.collect()
    assert seen() is None
