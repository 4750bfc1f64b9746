"""Figures from Statistics Finland: PxWeb version 1, json-stat2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod

from components.model import Fetch
from components.refresh.calls import Answer, Calls
from components.refresh.failure import AnswerError, answered_by, listing
from components.refresh.figures import Fetched, Figure, Origin, Request, missing, short_name, title
from components.refresh.jsonstat import Dataset, read_dataset
from components.refresh.progress import Progress
from components.refresh.pxtable import Query, Table, queries, read_table
from components.refresh.services import LANGUAGE, Service
from components.refresh.shapes import day

PUBLISHER = "Tilastokeskus"

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Part:
    """One call: a part of a query that the service will answer at once."""

    path: str
    table: Table
    query: Query
    values: Values


def fetch_statfin(calls: Calls, request: Request, progress: Progress) -> Fetched:
    """The figures of all years for the indicators and municipalities of a request.

    Raises:
        RefreshError: when a call fails or its answer does not hold what was asked.
    """
    tables: dict[str, dict[str, Fetch]] = {}
    for indicator, fetch in request.indicators.items():
        tables.setdefault(fetch.table, {})[indicator] = fetch
    progress.expect(len(tables))
    parts, notes = [], []
    for path, wanted in tables.items():
        answer = calls.get(f"{LANGUAGE}/{path}")
        progress.step()
        with answered_by(answer.address):
            table = read_table(answer.data)
            contents = {indicator: fetch.content for indicator, fetch in wanted.items()}
            asked = queries(table, contents, request.municipalities)
        unknown = sorted(set(request.municipalities) - set(asked[0].municipalities.values()))
        if unknown:
            notes.append(missing(path, unknown, request))
        for query in asked:
            split_up = split(query.values, calls.service.cells)
            parts += [_Part(path, table, query, values) for values in split_up]
    progress.expect(len(parts))
    figures: list[Figure] = []
    for part in parts:
        answer = calls.post(f"{LANGUAGE}/{part.path}", _body(part.values))
        progress.step()
        with answered_by(answer.address):
            figures += _figures(answer, part, calls.service, request)
    return Fetched(tuple(figures), tuple(notes))


def split(values: Values, cells: int) -> Iterator[Values]:
    """The parts of a query, none of more cells than one call may ask for."""
    if prod(map(len, values.values())) <= cells:
        yield values
        return
    longest = max(values, key=lambda code: len(values[code]))
    half = len(values[longest]) // 2
    yield from split({**values, longest: values[longest][:half]}, cells)
    yield from split({**values, longest: values[longest][half:]}, cells)


def _body(values: Values) -> object:
    query = [
        {"code": code, "selection": {"filter": "item", "values": list(chosen)}}
        for code, chosen in values.items()
    ]
    return {"query": query, "response": {"format": "json-stat2"}}


def _figures(answer: Answer, part: _Part, service: Service, request: Request) -> Iterator[Figure]:
    """The figures of one answer, which must hold just what was asked."""
    dataset = read_dataset(answer.data)
    _check_asked(dataset, part)
    table_id = part.path.rpartition("/")[2].removesuffix(".px")
    origin = Origin(
        short_name("statfin", table_id),
        title(PUBLISHER, table_id, part.table.title, day(dataset.updated)),
        PUBLISHER,
        page(service, part.path),
    )
    query = part.query
    for cell in dataset.cells:
        year = query.years[cell.codes[query.time]]
        if year > request.today.year:
            message = f"it gives a value for {year}: a projection is no observation"
            raise AnswerError(message)
        code = query.municipalities[cell.codes[query.area]]
        for indicator in query.indicators[cell.codes.get(query.content, "")]:
            yield Figure(code, indicator, year, cell.value, origin)


def _check_asked(dataset: Dataset, part: _Part) -> None:
    """Refuse an answer to another question."""
    names = {variable.code: variable.name for variable in part.table.variables}
    for code, asked in part.values.items():
        given = dataset.dimensions.get(code, ())
        if set(given) != set(asked):
            shown = listing(list(given)) or "none"
            message = f"other values of '{names[code]}' than asked for (it gives: {shown})"
            raise AnswerError(message)
    for code, values in dataset.dimensions.items():
        if code not in part.values and len(values) > 1:
            message = f"'{names.get(code, code)}' was left out and yet has {len(values)} values"
            raise AnswerError(message)


def page(service: Service, path: str) -> str:
    """Where people read the table; a table without its folder only has the address of its data."""
    database, *folders, table = path.split("/")
    if not folders:
        return f"{service.base}/{LANGUAGE}/{path}"
    below = "__".join([database, *folders])
    return f"{service.pages}/{LANGUAGE}/{database}/{below}/{table}/"
