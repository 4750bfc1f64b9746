"""What comparing, searching and pairing find, as plain rows: for commands and routes."""

from collections.abc import Sequence
from typing import Any

from components.analysis.sentences.align import align
from components.analysis.sentences.compare import compare
from components.analysis.sentences.search import index_of
from components.analysis.strategies.versions import Version
from components.model import Library

Cells = dict[str, Any]


def comparison_rows(library: Library, versions: Sequence[Version]) -> dict[str, Any]:
    """The comparison by theme as plain values: shared by all, by some, and only one's."""
    everyone = [version.slug for version in versions]
    found = compare(library, versions)
    result: dict[str, Any] = {
        "versions": {version.slug: version.strategy.id for version in versions},
        "values": [
            {"name": row.name, "municipalities": sorted(row.held), "shared": row.shared}
            for row in found.by_name
        ],
        "shared": [],
        "some": [],
        "only": {slug: [] for slug in everyone},
    }
    for row in found.by_theme:
        entry = {
            "theme": row.theme,
            "statements": {
                slug: [{"id": item.id, "kind": item.kind, "text": item.shown} for item in found]
                for slug, found in row.said.items()
                if found
            },
        }
        if len(row.speakers) == 1:
            result["only"][row.speakers[0]].append(entry)
        elif len(row.speakers) == len(row.said):
            result["shared"].append(entry)
        else:
            result["some"].append(entry)
    result["untouched"] = list(found.untouched)
    return result


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
