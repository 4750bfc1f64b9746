"""The charts of a PDF in numbers: what stands where, in shares of the picture, with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from components.charts.ticks import tick_decimals
from components.exports.handout.records import Bars, Line, Lines
from components.exports.svg.scale import HALF_YEAR, Room, Year, room_of
from components.i18n import Catalogue

ALONE = 0.2
"""How far a year alone is widened to be seen in the band."""

Point = tuple[float, float]
Told = Mapping[str, Any]


def drawn(picture: Bars | Lines, words: Catalogue) -> Told:
    """What typst needs to draw a picture, without any sum left to it."""
    return _bars(picture, words) if isinstance(picture, Bars) else _lines(picture, words)


def _bars(bars: Bars, words: Catalogue) -> Told:
    """Each bar in parts, as shares of the longest bar."""
    most = max(map(sum, bars.values), default=0) or 1
    shown = [any(row[kind] for row in bars.values) for kind in range(len(bars.names))]
    return {
        "kind": "bars",
        "nothing": words("chart.no_projects"),
        "states": [
            {"key": key, "name": name}
            for key, name, any_of in zip(bars.keys, bars.names, shown, strict=True)
            if any_of
        ],
        "bars": [
            {
                "name": name,
                "parts": [
                    {"key": key, "amount": str(amount), "share": amount / most}
                    for key, amount in zip(bars.keys, row, strict=True)
                    if amount
                ],
            }
            for name, row in zip(bars.categories, bars.values, strict=True)
        ],
    }


def _lines(picture: Lines, words: Catalogue) -> Told:
    shown = [line for line in picture.lines if line.runs]
    room = room_of(shown, 1.0, 1.0)
    decimals = tick_decimals(room.numbers)
    band = room.band(picture)
    return {
        "kind": "lines",
        "unit": picture.unit,
        "numbers": [{"y": room.y(n), "label": words.number(n, decimals)} for n in room.numbers],
        "years": [{"x": room.x(year), "label": str(year)} for year in room.years],
        "band": [_outline(run, room) for run in band],
        "band_name": _band_name(picture, room, words) if band else None,
        "breaks": [
            {
                "x": room.x(year - HALF_YEAR),
                "label": words("chart_indicator.break_label", year=year),
            }
            for year in picture.breaks
            if room.first < year <= room.last
        ],
        "lines": [_line(line, room, picture.decimals, words) for line in shown],
    }


def _outline(run: list[Year], room: Room) -> list[Point]:
    """The corners of the band in years in a row; a year alone is widened to be seen."""
    years = [float(year) for year, _, _ in run]
    if len(run) == 1:
        years, run = [years[0] - ALONE, years[0] + ALONE], run * 2
    x = [room.x(year) for year in years]
    tops = [(at, room.y(high)) for at, (_, _, high) in zip(x, run, strict=True)]
    bottoms = [(at, room.y(low)) for at, (_, low, _) in zip(x, run, strict=True)]
    return [*tops, *bottoms[::-1]]


def _band_name(picture: Lines, room: Room, words: Catalogue) -> str:
    """The name of the band, with its ends in the last year in sight."""
    year, low, high = [row for row in picture.band if row[0] <= room.last][-1]
    ends = [words.number(end, picture.decimals) for end in (low, high)]
    return words("static_chart.band", name=picture.band_name, low=ends[0], high=ends[1], year=year)


def _line(line: Line, room: Room, decimals: int, words: Catalogue) -> Told:
    """A line with what is told at its end, and of its last target."""
    year, value = line.runs[-1][-1]
    aim = line.target[-1] if line.target else None
    return {
        "place": line.place,
        "name": line.name,
        "latest": words("chart_indicator.latest", value=words.number(value, decimals), year=year),
        "runs": [list(_points(run, room)) for run in line.runs],
        "target": list(_points(line.target, room)),
        "aim": words("chart_indicator.aim", value=words.number(aim[1], decimals), date=aim[0])
        if aim
        else None,
    }


def _points(run: Iterable[tuple[int, Decimal]], room: Room) -> Iterator[Point]:
    yield from ((room.x(year), room.y(value)) for year, value in run)
