"""The routes of the hand-outs: every kind by its address, the same bytes from any replica."""

from dataclasses import replace
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qs

from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components.exports.file_names import file_name
from components.exports.handout.builder import Selection
from components.exports.kinds import Kind
from components.exports.links import ROOT, day_of, language_of, order_of
from components.exports.orders import OrderError, selection_of
from components.i18n import catalogue
from components.server.error_page import error_page, refusal_to_write
from components.server.prepared import Prepared
from components.server.served import CACHE_CONTROL, LONGEST_QUERY, Served, page_from, served_now
from components.server.single_flight import SingleFlight

_MEGABYTE: Final = 1_000_000
# They are made by one interpreter: more at once would only take each other's time.
_AT_ONCE: Final = 1
_MOST_WAITING: Final = 10
_MOST_BYTES: Final = 64 * _MEGABYTE


class Exports:
    """Pure ASGI: the file that an address asks for."""

    def __init__(self) -> None:
        """Begin with nothing made."""
        self._single_flight = SingleFlight(
            "exports", at_once=_AT_ONCE, most_waiting=_MOST_WAITING, most_bytes=_MOST_BYTES
        )

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [Route(f"/{ROOT}", self), Route(f"/{ROOT}/{{kind:path}}", self)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the file, or say what cannot be had."""
        app = await self._choose(scope)
        await app(scope, receive, send)

    async def _choose(self, scope: Scope) -> ASGIApp:
        if refusal := refusal_to_write(scope):
            return refusal
        if len(scope["query_string"]) > LONGEST_QUERY:
            told = f"the query has {len(scope['query_string'])} bytes: it may have {LONGEST_QUERY}"
            return error_page(scope, HTTPStatus.BAD_REQUEST, told=told)
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        served = await served_now()
        try:
            served = replace(served, day=day_of(asked, served.day))
            language = language_of(asked)
            order = order_of(scope["path_params"].get("kind", ""), asked)
            kind, selection = selection_of(served.edition.loaded, order, served.day)
        except OrderError as error:
            return error_page(scope, HTTPStatus.NOT_FOUND, told=str(error))
        key = (
            kind.name,
            language,
            served.day,
            selection.by,
            selection.chosen,
            selection.title,
            _versions(selection),
        )
        return await page_from(
            self._single_flight,
            scope,
            served,
            key,
            lambda: _made(served, kind, selection, language),
        )


def _versions(selection: Selection) -> tuple[tuple[str, str], ...]:
    return tuple((version.slug, version.strategy.id) for version in selection.versions)


def _made(served: Served, kind: Kind, selection: Selection, language: str) -> Prepared:
    library, words = served.edition.loaded.library, catalogue(language)
    name = file_name(kind, selection, words)
    return Prepared(
        kind.make(library, selection, words),
        f"{kind.mime}; charset=utf-8" if kind.mime.startswith("text/") else kind.mime,
        tag=served.tag,
        is_packed=True,
        content_disposition=f'attachment; filename="{name}"',
        cache_control=CACHE_CONTROL,
        x_robots_tag="noindex",
    )
