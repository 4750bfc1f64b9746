"""The routes of the data for programs: JSON and CSV, described, cacheable, plain about errors."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components.exports.data.csv_text import csv_bytes
from components.exports.data.resource import Query, Resource, table_of
from components.exports.data.resources import RESOURCES
from components.i18n import DEFAULT, LANGUAGES, catalogue
from components.loading.words import guess, plain, quoted
from components.model import Library
from components.server.error_page import ALLOWED, READING
from components.server.openapi import LICENCE, document
from components.server.prepared import Prepared
from components.server.served import (
    CACHE_CONTROL,
    LONGEST_QUERY,
    RETRY,
    Served,
    answer_from,
    served_now,
)
from components.server.single_flight import BusyError, SingleFlight

ROOT: Final = "/api/v1"
DESCRIPTION: Final = "openapi.json"
LONGEST_WORDS: Final = 200
MOST_FOUND: Final = 100
_CSV: Final = ".csv"
_MEGABYTE: Final = 1_000_000


class WrongQueryError(Exception):
    """What is asked for cannot be had: where, what was found, what was expected."""

    def __init__(self, where: str, found: str, expected: str) -> None:
        """Take the three, and say them in one line."""
        super().__init__(f"{where} is {quoted(found)}: expected {expected}")
        self.facts = {"where": where, "found": plain(found)[:LONGEST_WORDS], "expected": expected}


class Api:
    """Pure ASGI: the rows of a resource, or a problem as RFC 9457 has it."""

    def __init__(self) -> None:
        """Make the description; rows are made when asked for."""
        self._single_flight = SingleFlight(
            "api", at_once=1, most_waiting=50, most_bytes=32 * _MEGABYTE
        )
        self._document = Prepared(
            json.dumps(document(), ensure_ascii=False).encode(),
            "application/json",
            cache_control="public, max-age=3600",
        )

    def routes(self) -> list[Route]:
        """Return the routes; whatever else lies beside them is a problem too."""
        beside = [Route("/api", self), Route("/api/{beside:path}", self)]
        return [Route(f"{ROOT}/{{name:path}}", self), Route(ROOT, self), *beside]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the rows, or say what is wrong."""
        app = await self._choose(scope)
        await app(scope, receive, send)

    async def _choose(self, scope: Scope) -> ASGIApp:
        if scope["method"] not in READING:
            found = f"the method is {scope['method']}: the data is only read"
            return problem(HTTPStatus.METHOD_NOT_ALLOWED, found, ALLOWED)
        if scope["path"] in {ROOT, f"{ROOT}/", f"{ROOT}/{DESCRIPTION}"}:
            return self._document
        name = next(iter(scope["path_params"].values()), "")
        resource = RESOURCES.get(name.removesuffix(_CSV))
        if resource is None:
            known = [DESCRIPTION, *RESOURCES]
            error = WrongQueryError("resource", name, _one_of(name, known))
            return problem(HTTPStatus.NOT_FOUND, error)
        served = await served_now()
        try:
            query = _query(scope, resource, served)
        except WrongQueryError as error:
            return problem(HTTPStatus.BAD_REQUEST, error)
        key = (name, query.slugs, query.words.language, query.query, query.limit, query.today)
        try:
            return await answer_from(
                self._single_flight,
                scope,
                served,
                key,
                lambda: _made(served, resource, name, query),
            )
        except BusyError:
            told = "too much is asked for at once: try again"
            return problem(HTTPStatus.SERVICE_UNAVAILABLE, told, RETRY)


def problem(
    status: HTTPStatus, error: WrongQueryError | str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The details of a problem (RFC 9457)."""
    body = {"type": "about:blank", "title": status.phrase, "status": status.value}
    facts = error.facts if isinstance(error, WrongQueryError) else {}
    return JSONResponse(
        body | {"detail": str(error)} | facts,
        status,
        {"cache-control": "no-store"} | dict(headers or {}),
        media_type="application/problem+json",
    )


def _query(scope: Scope, resource: Resource, served: Served) -> Query:
    raw = scope["query_string"]
    if len(raw) > LONGEST_QUERY:
        found, most = f"{len(raw)} bytes", f"at most {LONGEST_QUERY}"
        raise WrongQueryError("query", found, most)
    asked = parse_qs(raw.decode("latin-1"), keep_blank_values=True)
    known = ["kieli", *(["sanat", "raja"] if resource.searched else ["kunta"])]
    for name in asked:
        if name not in known:
            expected = _one_of(name, known)
            raise WrongQueryError("parameter", name, expected)
    language = asked.get("kieli", [DEFAULT])[-1]
    if language not in LANGUAGES:
        raise WrongQueryError("kieli", language, _one_of(language, list(LANGUAGES)))
    library = served.edition.loaded.library
    slugs = () if resource.searched else _slugs(asked.get("kunta", []), resource, library)
    words = asked.get("sanat", [""])[-1].strip()
    if resource.searched and not 1 <= len(words) <= LONGEST_WORDS:
        raise WrongQueryError("sanat", words, f"words, at most {LONGEST_WORDS} characters")
    limit = asked.get("raja", ["20"])[-1]
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:9]) <= MOST_FOUND):
        raise WrongQueryError("raja", limit, f"a number from 1 to {MOST_FOUND}")
    return Query(slugs, served.day, catalogue(language), words, int(limit))


def _slugs(asked: Sequence[str], resource: Resource, library: Library) -> tuple[str, ...]:
    for slug in asked:
        if slug not in library.dossiers:
            raise WrongQueryError("kunta", slug, _one_of(slug, list(library.dossiers)))
    slugs = tuple(dict.fromkeys(asked)) or (() if resource.fewest else tuple(library.dossiers))
    most = resource.most or len(library.dossiers)
    if not resource.fewest <= len(slugs) <= most or len(slugs) < len(asked):
        counted = str(resource.fewest) if most == resource.fewest else f"{resource.fewest}–{most}"
        raise WrongQueryError("kunta", ", ".join(asked), f"{counted} municipalities, each once")
    return slugs


def _one_of(found: str, known: list[str]) -> str:
    near = guess(found, known)
    hint = f"did you mean {near}? " if near else ""
    more = ", …" if len(known) > len(known[:16]) else ""
    return f"{hint}one of {', '.join(known[:16])}{more}"


def _made(served: Served, resource: Resource, name: str, query: Query) -> Prepared:
    rows = resource.rows(served.edition.loaded.library, query)
    if name.endswith(_CSV):
        shown_as = f'inline; filename="strategiapeili-{name}"'
        return Prepared(
            csv_bytes(table_of(rows, resource)),
            "text/csv; charset=utf-8",
            tag=served.tag,
            content_disposition=shown_as,
            content_language=query.words.language,
            cache_control=CACHE_CONTROL,
        )
    body: dict[str, Any] = {
        "meta": {
            "edition": served.edition.id,
            "day": served.day.isoformat(),
            "language": query.words.language,
            "count": len(rows),
            "licence": LICENCE,
        },
        "data": rows,
    }
    return Prepared(
        json.dumps(body, ensure_ascii=False).encode(),
        "application/json",
        tag=served.tag,
        content_language=query.words.language,
        cache_control=CACHE_CONTROL,
    )
