"""The language of a request: the address says it, else the browser does, else it is Finnish."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from components.i18n import DEFAULT, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator


def choose_language(query: bytes, accept_language: bytes) -> str:
    """Return one of our languages for a query string and an Accept-Language header."""
    asked = parse_qs(query.decode("latin-1")).get("kieli")
    if asked:
        # Of a repeated parameter the last one counts, as in st.query_params.
        return asked[-1] if asked[-1] in LANGUAGES else DEFAULT
    known = (tag for tag in _by_wish(accept_language.decode("latin-1")) if tag in LANGUAGES)
    return next(known, DEFAULT)


def _by_wish(header: str) -> list[str]:
    """List the main language tags of an Accept-Language header, the dearest first."""
    return [tag for _, tag in sorted(_wishes(header), key=lambda wish: -wish[0])]


def _wishes(header: str) -> Iterator[tuple[float, str]]:
    """Yield (weight, main tag) of each readable part; a weight of nought means "not this"."""
    for part in header.split(","):
        tag, _, parameter = part.partition(";")
        name, _, value = parameter.partition("=")
        try:
            weight = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            continue
        if weight > 0:
            yield weight, tag.strip().partition("-")[0].lower()
