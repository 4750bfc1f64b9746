"""The comparison by theme as plain values, for the API and the command line."""

from collections.abc import Sequence
from typing import Any

from components.analysis.sentences.compare import compare
from components.analysis.strategies.versions import Version
from components.model import Library


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
