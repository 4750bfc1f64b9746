"""How each source is used: how many passages were found in it, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.sentences.citations import find
from components.analysis.sentences.sentences import citations, cited_sentences
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
            text = library.source_texts.get(source.text or "")
            checked = sum(
                source_id == source.id and text is not None and find(text, words) is not None
                for source_id, words in cited
            )
            found.append(SourceUse(slug, source, checked))
    return found


def passages(library: Library, slug: str, source: Source) -> dict[str, str]:
    """The cited words that stand in the text of a source, by the id of what cites them."""
    text = library.source_texts.get(source.text or "", "")
    found = {
        item.id: item.words
        for item in reversed(list(cited_sentences(library.dossiers[slug])))
        if item.source == source.id and item.words and find(text, item.words)
    }
    return dict(reversed(found.items()))


def split_text(library: Library, source: Source, words: str | None) -> tuple[str, str, str]:
    """The text of a source before a passage, the passage, and what comes after it.

    Without words, or where they are not found, the whole text is what comes after.
    """
    text = library.source_texts.get(source.text or "", "")
    start, end = (find(text, words) if words else None) or (0, 0)
    return text[:start], text[start:end], text[end:]
