"""What routes serve from: the edition of this moment, its day, and the tag of all made from it."""

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Final

from anyio import to_thread
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

import components
from components.server.error_page import error_page
from components.server.prepared import Prepared, is_known
from components.server.single_flight import RETRY_SECONDS, BusyError, SingleFlight
from components.widgets.library_cache import Edition, chosen_root, edition

# A proxy may answer for five minutes by itself, and for a day while it asks or we are away.
CACHE_CONTROL: Final = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
LONGEST_QUERY: Final = 4000
RETRY: Final = {"retry-after": str(RETRY_SECONDS)}
_MADE_BY: Final = frozenset({".css", ".html", ".js", ".otf", ".py", ".typ", ".woff", ".yaml"})


@dataclass(frozen=True)
class Served:
    """An edition of the library on a day."""

    edition: Edition
    day: date

    @property
    def tag(self) -> str:
        """What is equal as long as the same address gives the same bytes, on any replica."""
        return f'W/"{self.edition.id}-{self.day.isoformat()}-{code_id()}"'


async def served_now() -> Served:
    """The edition to answer from; the first call loads it, away from the event loop."""
    found = await to_thread.run_sync(edition, chosen_root())
    return Served(found, date.today())  # noqa: DTZ011 - the calendar day here, not an instant


@cache
def code_id() -> str:
    """What tells this release of the code from another: it makes other bytes of the same data."""
    root = Path(components.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*")):
        if file.suffix in _MADE_BY:
            digest.update(f"{file.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:8]


async def answer_from(
    single_flight: SingleFlight,
    scope: Scope,
    served: Served,
    key: Hashable,
    make: Callable[[], Prepared],
) -> ASGIApp:
    """The application that answers: what is made, or 304 to who has it; raises BusyError."""
    if is_known(scope, served.tag):
        headers = {"etag": served.tag, "cache-control": CACHE_CONTROL, "vary": "accept-encoding"}
        return Response(None, HTTPStatus.NOT_MODIFIED, headers)
    return await single_flight.made(served.edition.id, key, make)


async def page_from(
    single_flight: SingleFlight,
    scope: Scope,
    served: Served,
    key: Hashable,
    make: Callable[[], Prepared],
) -> ASGIApp:
    """The same for people: when all are busy, a calm page says so."""
    try:
        return await answer_from(single_flight, scope, served, key, make)
    except BusyError:
        return error_page(scope, HTTPStatus.SERVICE_UNAVAILABLE, RETRY)
