"""The cited sentences as a table, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from components.analysis.sentences.sentences import sentences
from components.model import Library

TABLE_COLUMNS = [
    "id",
    "municipality",
    "kind",
    "strategy",
    "goal",
    "name",
    "text",
    "quote",
    "themes",
    "source_title",
    "source_url",
    "licence",
]


def sentence_table(library: Library, slugs: Iterable[str] | None = None) -> pd.DataFrame:
    """All sentences as rows.

    Columns: id, municipality, kind, strategy, goal, name, text, quote, themes (blank-separated),
    source_title, source_url, licence.
    """
    chosen = list(library.dossiers) if slugs is None else list(slugs)
    rows = []
    for slug in chosen:
        sources = {source.id: source for source in library.dossiers[slug].sources}
        for item in sentences(library.dossiers[slug]):
            source = sources[item.source]
            rows.append(
                {
                    "id": item.key,
                    "municipality": slug,
                    "kind": item.kind,
                    "strategy": item.strategy,
                    "goal": item.goal,
                    "name": item.name,
                    "text": item.text,
                    "quote": item.words,
                    "themes": " ".join(item.themes),
                    "source_title": source.title,
                    "source_url": source.url,
                    "licence": source.licence,
                }
            )
    return pd.DataFrame(rows, columns=TABLE_COLUMNS)
