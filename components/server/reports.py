"""The routes of the reports: pages of HTML that need no script and no websocket."""

from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qs, quote

from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components.i18n import LANGUAGES
from components.reports.page import FONTS, STYLE, Site, page, style
from components.reports.places import INDEX, REPORTS, Place, find
from components.server.error_page import error_page, refusal_to_write
from components.server.prepared import Prepared
from components.server.served import CACHE_CONTROL, LONGEST_QUERY, Served, page_from, served_now
from components.server.settings import Settings
from components.server.single_flight import SingleFlight

_FILES_KEPT: Final = "public, max-age=3600"
_MEGABYTE: Final = 1_000_000


class Reports:
    """Pure ASGI: the page of an address below the root of the reports."""

    def __init__(self, settings: Settings) -> None:
        """Make what all pages share; the pages themselves are made when asked for."""
        address = f"{settings.address}/{REPORTS}" if settings.address else None
        self._site = Site(address, live=True)
        # One at a time: made side by side, pages would only wait for the same interpreter.
        self._single_flight = SingleFlight(
            "reports", at_once=1, most_waiting=50, most_bytes=32 * _MEGABYTE
        )
        self._files: dict[str, ASGIApp] = {
            STYLE: Prepared(style(), "text/css; charset=utf-8", cache_control=_FILES_KEPT),
            **{
                name: Prepared(
                    file.read_bytes(), "font/woff", is_packed=True, cache_control=_FILES_KEPT
                )
                for name, file in FONTS.items()
            },
        }

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [Route(f"/{REPORTS}", self), Route(f"/{REPORTS}/{{file:path}}", self)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page, or say calmly that there is none."""
        app = await self._choose(scope)
        await app(scope, receive, send)

    async def _choose(self, scope: Scope) -> ASGIApp:
        if refusal := refusal_to_write(scope):
            return refusal
        file = scope["path_params"].get("file")
        if file in self._files:
            return self._files[file]
        served = await served_now()
        library = served.edition.loaded.library
        query = scope["query_string"][:LONGEST_QUERY].decode("latin-1")
        asked = parse_qs(query)
        name = file or ""
        if name.rpartition("/")[2] == "vertailu":  # the form of the index, made without a script
            name = f"{name}/{'/'.join(asked.get('kunta', []))}"
        found = find(library, name)
        if found is None:
            return error_page(scope, HTTPStatus.NOT_FOUND)
        place, language = found
        wanted = asked.get("kieli", [language])[-1]
        own = place.file(wanted if wanted in LANGUAGES else language)
        if file not in {own, own.removesuffix(INDEX)} or query:
            return _lead(scope, own)
        return await page_from(
            self._single_flight,
            scope,
            served,
            (own, served.day),
            lambda: self._made(served, place, language),
        )

    def _made(self, served: Served, place: Place, language: str) -> Prepared:
        library = served.edition.loaded.library
        return Prepared(
            page(library, place, language, served.day, self._site),
            "text/html; charset=utf-8",
            tag=served.tag,
            content_language=language,
            cache_control=CACHE_CONTROL,
        )


def _lead(scope: Scope, own: str) -> RedirectResponse:
    """Lead from another name of a report to its own, by a relative address as all links are."""
    up = "../" * (scope["path"].count("/") - 1) or "./"
    target = own.removesuffix(INDEX)
    return RedirectResponse(f"{up}{REPORTS}/{quote(target)}", HTTPStatus.PERMANENT_REDIRECT)
