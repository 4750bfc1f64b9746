"""The map of Kuntalaki 37 §: which passages speak of each topic and duty; and the SDGs.

The law asks a strategy to take its topics into account, not to have a heading for each: a cell
without a passage says that these sources have none, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from components.analysis.sentences.citations import source_of
from components.analysis.sentences.compare import COMPARED_KINDS
from components.analysis.sentences.concepts import Lexicon, lexicon_of
from components.analysis.sentences.sentences import (
    Sentence,
    programme_sentences,
    sentences,
    strategy_sentences,
)
from components.analysis.strategies.versions import Version, has_text
from components.model import Decision, LawTopic, Library, Programme, Strategy

BY_HAND = frozenset({"service_targets", "assessment"})
"""No theme proposes these: only a mark in the file of a municipality."""
NARROWED = {"hallinto": {"monitoring": {"seuranta"}, "participation": {"avoimuus", "viestinta"}}}
"""Themes wider than the topics they propose, with the concepts that carry each topic."""
MOST_SHOWN = 3
NAMES_ONLY = ("aim", "goal")
SDG = "sdg-"
GOALS_OF_2030 = tuple(range(1, 18))

Reason = Literal["mark", "first_theme", "theme"]
Origin = Strategy | Programme | Decision


@dataclass(frozen=True)
class Passage:
    """A sentence that speaks of a topic; `origin` says it, unless the chosen strategy does."""

    sentence: Sentence
    reason: Reason
    origin: Origin | None


@dataclass(frozen=True)
class LawRow:
    """A topic or duty with the passages of each municipality, the best first."""

    topic: LawTopic
    said: Mapping[str, tuple[Passage, ...]]


@dataclass(frozen=True)
class GoalRow:
    """A goal of the 2030 Agenda with the themes by which each municipality touches it.

    A theme comes with the number of its sentences.
    """

    goal: int
    touched: Mapping[str, tuple[tuple[str, int], ...]]


def law_map(library: Library, versions: Sequence[Version]) -> list[LawRow]:
    """Every topic and duty in the order of the law."""
    lexicon = lexicon_of(library)
    found: dict[str, dict[str, list[tuple[tuple[int, ...], Passage]]]] = {
        topic.id: {version.slug: [] for version in versions} for topic in library.law
    }
    for version in versions:
        for item, origin in considered(library, version):
            for topic, reason, place in topics_of(library, lexicon, item):
                if topic in found:
                    passage = Passage(item, reason, origin)
                    found[topic][version.slug].append((_rank(passage, place), passage))
    return [
        LawRow(
            topic,
            {
                slug: tuple(passage for _, passage in sorted(cell, key=lambda one: one[0]))
                for slug, cell in found[topic.id].items()
            },
        )
        for topic in library.law
    ]


def considered(library: Library, version: Version) -> Iterator[tuple[Sentence, Origin | None]]:
    """The sentences that may speak of the law's topics, each with what says it.

    All of the chosen version; the names and aims of versions that have no more; programmes with
    their statements and duties; the statements of decisions.
    """
    dossier = library.dossiers[version.slug]
    for item in strategy_sentences(version.slug, version.strategy):
        yield item, None
    for other in dossier.strategies:
        if other.id != version.strategy.id and not has_text(other):
            for item in strategy_sentences(version.slug, other):
                if item.kind in NAMES_ONLY:
                    yield item, other
    programmes = {programme.id: programme for programme in dossier.programmes}
    for item in programme_sentences(dossier):
        yield item, programmes[item.owner or item.id]
    decisions = {decision.id: decision for decision in dossier.decisions}
    for item in sentences(dossier):
        if item.owner in decisions:
            yield item, decisions[item.owner]


def topics_of(
    library: Library, lexicon: Lexicon, item: Sentence
) -> Iterator[tuple[str, Reason, int]]:
    """The topics and duties that a sentence speaks of, with why and how far back it comes.

    What an editor has marked stands; else the themes propose, each topic once.
    """
    if item.law:
        yield from ((topic, "mark", 0) for topic in item.law)
        return
    named = frozenset(lexicon.spans(f"{item.name or ''} {item.text or ''}"))
    passed: set[str] = set()
    for number, theme in enumerate(item.themes):
        for place, topic in enumerate(_proposed(library, theme, named)):
            if topic not in passed:
                passed.add(topic)
                yield topic, "theme" if number else "first_theme", number + place


def _proposed(library: Library, theme_id: str, named: frozenset[str]) -> list[str]:
    """The topics of a theme, each only where one of the concepts that carry it is named."""
    carried: Mapping[str, AbstractSet[str]] = NARROWED.get(theme_id, {})
    return [
        topic
        for topic in library.themes[theme_id].kuntalaki_37
        if topic not in BY_HAND and (topic not in carried or carried[topic] & named)
    ]


def _rank(passage: Passage, place: int) -> tuple[int, ...]:
    """Marks first, then sentences of goals by their first theme, then others; sorting is stable.

    Among others the chosen strategy comes before programmes and decisions, a sentence before
    a name.
    """
    item = passage.sentence
    if passage.reason == "mark":
        return (0, passage.origin is not None)
    if passage.reason == "first_theme" and item.goal and item.kind == "statement":
        return (1, place)
    return (2, passage.origin is not None, item.text is None, place)


LAW_COLUMNS = [
    "number",
    "topic",
    "municipality",
    "id",
    "kind",
    "text",
    "quote",
    "reason",
    "from",
    "source_title",
    "source_url",
]


def law_table(library: Library, rows: Sequence[LawRow], language: str = "fi") -> pd.DataFrame:
    """A row a passage; a topic of which a municipality's sources say nothing has one row too.

    Columns: those of LAW_COLUMNS; `topic` in the language; `reason` is mark, first_theme or
    theme; `from` names the strategy, programme or decision that is not the chosen strategy.
    """
    table = []
    for row in rows:
        for slug, said in row.said.items():
            topic: dict[str, str | None] = {
                "number": row.topic.number,
                "topic": wording(row.topic, language),
                "municipality": slug,
            }
            table += [topic | _passage_cells(library, passage) for passage in said] or [topic]
    frame = pd.DataFrame(table, columns=LAW_COLUMNS, dtype=object)
    return frame.where(frame.notna(), None)


def _passage_cells(library: Library, passage: Passage) -> dict[str, str | None]:
    item = passage.sentence
    source = source_of(library, item.slug, item.source)
    return {
        "id": item.key,
        "kind": item.kind,
        "text": item.shown,
        "quote": item.words,
        "reason": passage.reason,
        "from": origin_name(passage.origin),
        "source_title": source.title,
        "source_url": source.url,
    }


def wording(topic: LawTopic, language: str) -> str:
    """The words of a topic in a language."""
    return {"fi": topic.fi, "sv": topic.sv, "en": topic.en}[language]


def origin_name(origin: Origin | None) -> str | None:
    """What a programme, a decision or another version is called."""
    if origin is None:
        return None
    return origin.name if isinstance(origin, Programme) else origin.title


def goals_of_2030(library: Library, versions: Sequence[Version]) -> list[GoalRow]:
    """The goals that anyone's strategy touches through its themes, by their numbers."""
    counts = {version.slug: theme_counts(version) for version in versions}
    rows = [
        GoalRow(
            goal,
            {
                slug: tuple(
                    (theme, said[theme])
                    for theme in library.themes
                    if theme in said and f"{SDG}{goal}" in library.themes[theme].basis
                )
                for slug, said in counts.items()
            },
        )
        for goal in GOALS_OF_2030
    ]
    return [row for row in rows if any(row.touched.values())]


def theme_counts(version: Version) -> dict[str, int]:
    """How many of the compared sentences of a version belong to each theme."""
    counts: dict[str, int] = {}
    for item in strategy_sentences(version.slug, version.strategy):
        if item.kind in COMPARED_KINDS:
            for theme in item.themes:
                counts[theme] = counts.get(theme, 0) + 1
    return counts


GOAL_COLUMNS = [
    "goal",
    "municipality",
    "theme",
    "sentences",
    "strategy",
    "source_title",
    "source_url",
]


def goal_table(
    library: Library, versions: Sequence[Version], rows: Sequence[GoalRow]
) -> pd.DataFrame:
    """A row for each goal, municipality and theme, with the source of the strategy."""
    strategies = {version.slug: version.strategy for version in versions}
    table = []
    for row in rows:
        for slug, themes in row.touched.items():
            strategy = strategies[slug]
            source = source_of(library, slug, strategy.source) if strategy.source else None
            table += [
                {
                    "goal": row.goal,
                    "municipality": slug,
                    "theme": theme,
                    "sentences": count,
                    "strategy": strategy.title,
                    "source_title": source.title if source else None,
                    "source_url": source.url if source else None,
                }
                for theme, count in themes
            ]
    return pd.DataFrame(table, columns=GOAL_COLUMNS, dtype=object)
