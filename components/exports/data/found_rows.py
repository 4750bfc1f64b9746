"""What search and pairing find, as plain rows: the command line and the routes give them."""

from collections.abc import Sequence
from typing import Any

from components.analysis.sentences.align import align
from components.analysis.sentences.search import index_of
from components.analysis.strategies.versions import Version
from components.model import Library

Cells = dict[str, Any]


def search_rows(library: Library, query: str, limit: int) -> list[Cells]:
    """The sentences that answer to a query, best first."""
    return [
        {
            "id": hit.sentence.key,
            "municipality": hit.sentence.slug,
            "kind": hit.sentence.kind,
            "text": hit.sentence.shown,
            "score": round(hit.score, 3),
            "why": list(hit.concepts),
        }
        for hit in index_of(library).search(query, limit)
    ]


def alignment_rows(library: Library, versions: Sequence[Version]) -> list[Cells]:
    """The pairs of sentences of two municipalities: the confirmed first, then the suggested."""
    first, second = versions
    return [
        {
            "a": pair.first.key,
            "b": pair.second.key,
            "a_text": pair.first.shown,
            "b_text": pair.second.shown,
            "score": pair.score,
            "status": pair.status,
            "why": pair.judged.reason.fi if pair.judged else [*pair.concepts, *pair.themes],
        }
        for pair in align(library, first, second)
    ]
