"""The passage of a source where cited words stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from components.model import Library, Source

CONTEXT = 260
"""At most this many characters before and after the words: about three lines each."""


@dataclass(frozen=True)
class Citation:
    """A source and, when its text is archived, the cited words with what stands around them."""

    source: Source
    before: str = ""
    words: str = ""
    after: str = ""

    @property
    def checked(self) -> bool:
        """Whether the words were found in the archived text."""
        return bool(self.words)


def cite(library: Library, slug: str, source_id: str, words: str | None) -> Citation:
    """The citation of some words in a source of a municipality."""
    source = source_of(library, slug, source_id)
    text = library.source_texts.get(source.text or "")
    if text is None or not words:
        return Citation(source)
    span = find(text, words)
    if span is None:
        return Citation(source)
    start, end = span
    begin = _paragraph_start(text, start)
    finish = _paragraph_end(text, end)
    return Citation(source, text[begin:start].lstrip(), text[start:end], text[end:finish].rstrip())


def source_of(library: Library, slug: str, source_id: str) -> Source:
    """A source by its id. Raises KeyError when the municipality has none such."""
    for source in library.dossiers[slug].sources:
        if source.id == source_id:
            return source
    raise KeyError(source_id)


@lru_cache(maxsize=4096)
def find(text: str, words: str) -> tuple[int, int] | None:
    """Where the words stand in a text, any white space matching any other; blanks nowhere."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(pattern, text) if pattern else None
    return found.span() if found else None


def _paragraph_start(text: str, start: int) -> int:
    """Where the paragraph begins, or the first word boundary within the context."""
    floor = max(0, start - CONTEXT)
    blank = text.rfind("\n\n", floor, start)
    if blank >= 0:
        return blank + 2
    if floor == 0:
        return 0
    space = text.find(" ", floor, start)
    return start if space < 0 else space + 1


def _paragraph_end(text: str, end: int) -> int:
    """Where the paragraph ends, or the last word boundary within the context."""
    ceiling = min(len(text), end + CONTEXT)
    blank = text.find("\n\n", end, ceiling)
    if blank >= 0:
        return blank
    if ceiling == len(text):
        return ceiling
    return max(end, text.rfind(" ", end, ceiling))
