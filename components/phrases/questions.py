"""The questions that the data leaves open, in words that take no side."""

from __future__ import annotations

from components.analysis.gaps.questions import Question
from components.i18n import Catalogue
from components.model import Library
from components.phrases.gap_register import goal_in_words, name_in_words

MOST_NAMED = 4


def question_in_words(item: Question, library: Library, words: Catalogue) -> str:
    """One question in one or two sentences, with the names of what it is about."""
    names = _names(item, library, words)
    facts = {
        "name": words.local(library.dossiers[item.slug].municipality.name),
        "about": "; ".join(_some(names, words)),
        "due": words.day(item.due) if item.due else "",
    }
    key = f"question.{item.kind}"
    return words(key, **facts) if words.has(key) else words.count(key, len(names), **facts)


def _some(names: list[str], words: Catalogue) -> list[str]:
    """The first few names and how many more there are: the register has them all."""
    if len(names) <= MOST_NAMED:
        return names
    return [*names[:MOST_NAMED], words.count("question.more", len(names) - MOST_NAMED)]


def _names(item: Question, library: Library, words: Catalogue) -> list[str]:
    if item.goals:
        return [goal_in_words(goal, words) for goal in item.goals]
    if item.themes:
        return [words.local(library.themes[theme].names) for theme in item.themes]
    return [name_in_words(gap, library, words).rstrip(".") for gap in item.gaps]
