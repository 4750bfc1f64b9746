"""What a request asks, as far as it can be believed: its headers, the host, the language."""

import re
from urllib.parse import parse_qs

from starlette.types import Scope

from components.i18n import DEFAULT, LANGUAGES
from components.reports.address import HOST


def header(scope: Scope, name: bytes) -> str | None:
    """Return the first header of a name."""
    values = (value for key, value in scope["headers"] if key == name)
    found = next(values, None)
    return None if found is None else found.decode("latin-1")


def host(scope: Scope, *, forwarded: bool) -> str | None:
    """Return the host with its port, in small letters; None when it is missing or malformed.

    With `forwarded` the one that the proxy was asked for comes first.
    """
    told = header(scope, b"x-forwarded-host") if forwarded else None
    named = (told or header(scope, b"host") or "").partition(",")[0].strip().lower()
    return named if re.fullmatch(HOST, named) else None


def choose_language(query: bytes) -> str:
    """Return one of our languages for a query string; the default for anything else.

    The address alone says it, so that a link shows everyone the same.
    """
    # Of a repeated parameter the last one counts, as in st.query_params.
    asked = parse_qs(query.decode("latin-1")).get("kieli", [DEFAULT])[-1]
    return asked if asked in LANGUAGES else DEFAULT
