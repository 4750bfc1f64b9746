"""How well search and suggestions find what was judged by hand, on the project's own data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from components.analysis.sentences.align import ALIGNED_KINDS, align
from components.analysis.sentences.compare import sentences_of
from components.analysis.sentences.search import Index
from components.analysis.strategies.versions import Version, choose
from components.model import Library
from tests.analysis.making import TODAY

FIRST = 5
QUERIES = Path(__file__).with_name("queries.yaml")
PAIRS = Path(__file__).with_name("pairs.yaml")


@dataclass(frozen=True)
class Query:
    """Words that someone types, the set that they belong to, and the sentences wanted."""

    set: str
    words: str
    relevant: frozenset[str]


def queries() -> list[Query]:
    """The judged queries."""
    rows = yaml.load(QUERIES.read_text(encoding="utf-8"), yaml.CSafeLoader)["queries"]
    return [Query(row["set"], row["query"], frozenset(row["relevant"])) for row in rows]


def recall_and_rank(index: Index, asked: list[Query]) -> tuple[float, float]:
    """The mean share of the wanted (at most five) among the first five, and of 1 / first rank."""
    recalls, ranks = [], []
    for query in asked:
        found = [hit.sentence.key for hit in index.search(query.words, 100)]
        wanted = min(FIRST, len(query.relevant))
        recalls.append(len(query.relevant & set(found[:FIRST])) / wanted)
        ranks.append(
            next((1 / place for place, key in enumerate(found, 1) if key in query.relevant), 0.0)
        )
    return sum(recalls) / len(asked), sum(ranks) / len(asked)


def suggestion_quality(library: Library, *, with_themes: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 of the suggestions alone, against the judged pairs.

    The judgements of the library are put aside; without themes so are those of its editor, as in
    a file that nobody has read. Only pairs of the kinds that are ever suggested count.
    """
    rows = yaml.load(PAIRS.read_text(encoding="utf-8"), yaml.CSafeLoader)["pairs"]
    asked = replace(library, alignments=())
    first, second = (choose(library.dossiers[slug], TODAY) for slug in ("kemi", "kemijarvi"))
    if not with_themes:
        first, second = (_without_themes(version) for version in (first, second))
    kinds = sentences_of([first, second], *ALIGNED_KINDS).values()
    able = {item.key for found in kinds for item in found}
    wanted = {(a, b) for a, b in rows if a in able and b in able}
    got = {(pair.first.key, pair.second.key) for pair in align(asked, first, second)}
    right = len(got & wanted)
    precision, recall = right / len(got), right / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _without_themes(version: Version) -> Version:
    """The same version as if no editor had set a theme."""
    strategy = version.strategy
    goals = tuple(
        goal.model_copy(
            update={
                "statements": tuple(
                    item.model_copy(update={"themes": ()}) for item in goal.statements
                )
            }
        )
        for goal in strategy.goals
    )
    bare = {
        name: tuple(item.model_copy(update={"themes": ()}) for item in getattr(strategy, name))
        for name in ("values", "success_factors")
    }
    return replace(version, strategy=strategy.model_copy(update={"goals": goals, **bare}))
