"""How well the search finds what was judged by hand, on the project's own data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from components.analysis.search import Index

FIRST = 5
QUERIES = Path(__file__).with_name("queries.yaml")


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
