"""Figures from THL's Sotkanet: REST 1.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from components.refresh.calls import Answer, Calls
from components.refresh.failure import AnswerError, RefreshError, answered_by, one_line
from components.refresh.figures import Fetched, Figure, Origin, Request, missing, short_name, title
from components.refresh.progress import Progress
from components.refresh.services import LANGUAGE
from components.refresh.shapes import FIRST_YEAR, amount, day, group, items, text, whole

PUBLISHER = "THL Sotkanet"
OWNER = "Terveyden ja hyvinvoinnin laitos"
MUNICIPALITY = "KUNTA"
BEGINNING = 1990
"""The year from which to ask for an indicator that does not say where it begins."""


def fetch_sotkanet(calls: Calls, request: Request, progress: Progress) -> Fetched:
    """The figures of all years for the indicators and municipalities of a request.

    Raises:
        RefreshError: when a call fails or its answer does not hold what was asked.
    """
    for indicator, fetch in request.indicators.items():
        if not (fetch.table.isascii() and fetch.table.isdigit()):
            message = f"{indicator}: a Sotkanet table is a number, not '{fetch.table}'"
            raise RefreshError(message)
    progress.expect(1 + 2 * len(request.indicators))
    answer = calls.get("regions")
    progress.step()
    with answered_by(answer.address):
        regions = _regions(answer.data, request.municipalities)
    figures: list[Figure] = []
    for indicator, fetch in request.indicators.items():
        told = calls.get(f"indicators/{fetch.table}")
        progress.step()
        with answered_by(told.address):
            origin, years = _described(told.data, fetch.table, calls.service.pages, request)
        query = [("indicator", fetch.table), *(("years", str(year)) for year in years)]
        answer = calls.get("json", [*query, ("genders", "total")])
        progress.step()
        with answered_by(answer.address):
            for (region, year), value in _values(answer, fetch.table, years):
                if region in regions:
                    figures.append(Figure(regions[region], indicator, year, value, origin))
    unknown = sorted(set(request.municipalities) - set(regions.values()))
    notes = (missing("Sotkanet", unknown, request),) if unknown else ()
    return Fetched(tuple(figures), notes)


def _regions(data: object, municipalities: Mapping[str, str]) -> dict[int, str]:
    """The municipality codes by the ids of regions, which are the service's own."""
    found: dict[int, str] = {}
    for each in items(data, "the regions"):
        region = group(each, "a region")
        if region.get("category") == MUNICIPALITY and region.get("code") in municipalities:
            code = text(region["code"], "the code of a region")
            if code in found.values():
                message = f"municipality {code} stands twice among the regions"
                raise AnswerError(message)
            found[whole(region.get("id"), "the id of a region")] = code
    if not found:
        message = f"no region is municipality {', '.join(municipalities)}"
        raise AnswerError(message)
    return found


def _described(data: object, table: str, pages: str, request: Request) -> tuple[Origin, range]:
    """How rows name an indicator, and the years it has."""
    indicator = group(data, "the indicator")
    if str(indicator.get("id")) != table:
        message = f"it tells of indicator {one_line(str(indicator.get('id')), 20)}, not {table}"
        raise AnswerError(message)
    name = text(group(indicator.get("title"), "title").get(LANGUAGE, ""), "title")
    told = title(PUBLISHER, f"tunnusluku {table}", name, day(indicator.get("data-updated")))
    span = group(indicator.get("range", {}), "range")
    first = whole(span.get("start", BEGINNING), "the first year")
    last = whole(span.get("end", request.today.year), "the last year")
    years = range(max(first, FIRST_YEAR), min(last, request.today.year) + 1)
    if not years:
        message = f"its years are {first}–{last}"
        raise AnswerError(message)
    return Origin(short_name("sotkanet", table), told, OWNER, f"{pages}/{table}"), years


def _values(answer: Answer, table: str, years: range) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """The values by region and year; one that is missing is left out."""
    seen = set()
    for each in items(answer.data, "the values"):
        row = group(each, "a value")
        if str(row.get("indicator")) != table or row.get("gender") != "total":
            message = f"it has other values than asked for ({one_line(repr(row), 100)})"
            raise AnswerError(message)
        region, year = whole(row.get("region"), "region"), whole(row.get("year"), "year")
        if year not in years or (region, year) in seen:
            message = f"year {year} of region {region} was not asked for or stands twice"
            raise AnswerError(message)
        seen.add((region, year))
        value = amount(row.get("value"), "value")
        if value is not None:
            yield (region, year), value
