"""The address a request was made to, as far as its headers can be believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.types import Scope

_HOST: Final = r"(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?"
ORIGIN: Final = re.compile(rf"(?P<scheme>https?)://(?P<host>{_HOST})")


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
    return named if re.fullmatch(_HOST, named) else None


def site(scope: Scope, *, forwarded: bool) -> str | None:
    """Return the address of the root without a slash, such as https://strategiapeili.fi."""
    named = host(scope, forwarded=forwarded)
    return f"{scope['scheme']}://{named}" if named else None
