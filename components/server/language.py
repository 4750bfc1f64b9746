"""The language of a request: the address alone says it, so that a link shows everyone the same."""

from __future__ import annotations

from urllib.parse import parse_qs

from components.i18n import DEFAULT, LANGUAGES


def choose_language(query: bytes) -> str:
    """Return one of our languages for a query string; the default for anything else."""
    # Of a repeated parameter the last one counts, as in st.query_params.
    asked = parse_qs(query.decode("latin-1")).get("kieli", [DEFAULT])[-1]
    return asked if asked in LANGUAGES else DEFAULT
