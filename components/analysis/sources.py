"""How each source is used: how many passages were found in it, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.citations import find
from components.analysis.sentences import citations
from components.model import Library, Source


@dataclass(frozen=True)
class SourceUse:
    """A source of a municipality and the number of its passages that were checked."""

    slug: str
    source: Source
    checked: int


def source_uses(library: Library, slugs: Sequence[str]) -> list[SourceUse]:
    """Every source of the municipalities with how many cited passages stand in its text."""
    found = []
    for slug in slugs:
        dossier = library.dossiers[slug]
        cited = list(citations(dossier))
        for source in dossier.sources:
            text = library.texts.get(source.text or "")
            checked = sum(
                source_id == source.id and text is not None and find(text, words) is not None
                for source_id, words in cited
            )
            found.append(SourceUse(slug, source, checked))
    return found


def marked_text(library: Library, slug: str, source: Source) -> list[tuple[str, bool]]:
    """The text of a source in pieces, those marked that a cited passage covers."""
    text = library.texts.get(source.text or "", "")
    spans = sorted(
        span
        for source_id, words in citations(library.dossiers[slug])
        if source_id == source.id and (span := find(text, words))
    )
    pieces, end = [], 0
    for start, stop in spans:
        if stop <= end:
            continue
        begin = max(start, end)
        pieces += [(text[end:begin], False), (text[begin:stop], True)]
        end = stop
    pieces.append((text[end:], False))
    return [piece for piece in pieces if piece[0]]
