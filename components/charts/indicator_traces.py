"""What a panel of an indicator is drawn of: region, breaks, paths to targets, values, budgets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.series import Value
from components.charts.drawing import TEXT_SIZE, plain
from components.charts.identity import DASHES, SYMBOLS, Palette
from components.charts.panel import HALF_YEAR, Panel, Window, marks_of, place_of, year_of
from components.i18n import Catalogue
from components.model import RegionRange
from components.phrases.indicators import breaks_of, with_unit

SPACE = "\N{NO-BREAK SPACE}"
ALONE = 0.25
"""How far a year without neighbours is widened, so that its range can be seen."""

Trace = dict[str, Any]


def region_traces(panel: Panel, window: Window, colours: Palette) -> list[Trace]:
    """The range of the region as a pale band, its median as a thin line; gaps are gaps."""
    rows = [row for row in panel.ranges if window.first <= row.year <= window.last]
    if not rows:
        return []
    band: list[tuple[float | None, float | None]] = []
    middle: list[tuple[float | None, float | None]] = []
    for run in _in_a_row(rows):
        years = [float(row.year) for row in run]
        wide = run if len(run) > 1 else run * 2
        if len(run) == 1:
            years = [years[0] - ALONE, years[0] + ALONE]
        band += zip(years, (float(row.high) for row in wide), strict=True)
        band += reversed(list(zip(years, (float(row.low) for row in wide), strict=True)))
        middle += zip(years, (float(row.median) for row in wide), strict=True)
        band.append((None, None))
        middle.append((None, None))
    return [
        _pointless(band[:-1])
        | {"mode": "lines", "fill": "toself", "fillcolor": colours.mist, "line": {"width": 0}},
        _pointless(middle[:-1]) | {"mode": "lines", "line": {"color": colours.soft, "width": 1.5}},
    ]


def _pointless(points: Sequence[tuple[float | None, float | None]]) -> Trace:
    """A line without anything to point at."""
    return {
        "type": "scatter",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "hoverinfo": "skip",
    }


def _in_a_row(rows: Sequence[RegionRange]) -> list[list[RegionRange]]:
    """The rows in runs of years without a gap."""
    runs = [[rows[0]]]
    for earlier, later in pairwise(rows):
        if later.year - earlier.year == 1:
            runs[-1].append(later)
        else:
            runs.append([later])
    return runs


def breaks_traces(panel: Panel, window: Window, words: Catalogue, colours: Palette) -> list[Trace]:
    """A dashed line at each break, before the first year after it, named away from the values."""
    latest = panel.series.latest
    above = latest is not None and 2 * float(latest.value) > window.low + window.high
    ends = (window.high, window.low) if above else (window.low, window.high)
    return [
        _pointless([(item.year - HALF_YEAR, end) for end in ends])
        | {
            "mode": "lines+text",
            "line": {"color": colours.soft, "width": 1.5, "dash": "dash"},
            # The spaces keep the words off the line, on whichever side they stand.
            "text": ["", f"{SPACE}{words('chart_indicator.break_label', year=item.year)}{SPACE}"],
            "textposition": f"{'top' if above else 'bottom'} "
            f"{'left' if window.is_right(item.year) else 'right'}",
            "textfont": {"size": TEXT_SIZE, "color": colours.soft},
        }
        for item in breaks_of(panel.series)
    ]


def paths_traces(panel: Panel, words: Catalogue, colours: Palette) -> list[Trace]:
    """The way from baseline to each target, dotted, with a cross at each target."""
    return [trace for item in panel.aimed for trace in _path(panel, item, words, colours)]


def _path(panel: Panel, item: Progress, words: Catalogue, colours: Palette) -> list[Trace]:
    begin = item.indicator.baseline
    points: list[tuple[float | None, float | None]] = []
    marks: list[tuple[float, float, str]] = []
    before = [place_of(begin)] if begin else []
    for target in item.indicator.targets:
        year = year_of(target.date)
        label = target is item.target
        if target.value is not None:
            value = float(target.value)
            points += [*before, (year, value), (None, None)] if before else []
            before = [(year, value)]
            marks.append((year, value, _aim(panel, [target.value], target.date, words) * label))
        elif target.low is not None and target.high is not None:
            start = before[0][0] if before else min((x for x, _ in marks_of(panel)), default=year)
            for end in (target.low, target.high):
                points += [(start, float(end)), (year, float(end)), (None, None)]
            told = _aim(panel, [target.low, target.high], target.date, words) * label
            marks += [(year, float(target.high), told), (year, float(target.low), "")]
    traces = []
    if points:
        dotted = {"color": colours.ink, "width": 2, "dash": "dot"}
        traces.append(_pointless(points[:-1]) | {"mode": "lines", "line": dotted})
    if marks:
        traces.append(_targets(panel, marks, colours))
    return traces


def _aim(panel: Panel, ends: Sequence[Any], moment: str, words: Catalogue) -> str:
    value = "–".join(words.number(end, panel.series.decimals) for end in ends)
    return plain(words("chart_indicator.aim", value=value, date=words.moment(moment)))


def _targets(panel: Panel, marks: Sequence[tuple[float, float, str]], colours: Palette) -> Trace:
    """The targets as crosses, with labels on the side away from the latest value."""
    latest = panel.series.latest
    now = float(latest.value) if latest else 0.0
    return {
        "type": "scatter",
        "x": [year for year, _, _ in marks],
        "y": [value for _, value, _ in marks],
        "mode": "markers+text",
        "marker": {
            "symbol": "x-thin",
            "size": 11,
            "opacity": 1,
            "line": {"color": colours.ink, "width": 3},
        },
        "text": [text for _, _, text in marks],
        "textposition": ["top left" if value >= now else "bottom left" for _, value, _ in marks],
        "textfont": {"size": TEXT_SIZE, "color": colours.ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def line_traces(panel: Panel, window: Window, words: Catalogue, colours: Palette) -> list[Trace]:
    """The values; only years in a row, of one unit, definition and side of a break are joined."""
    points = [value for run in panel.runs for value in (*run, None)][:-1]
    if not points:
        return []
    latest = next(value for value in reversed(points) if value)
    colour = colours.municipalities[panel.place]
    label = words(
        "chart_indicator.latest",
        value=words.number(latest.value, panel.series.decimals),
        year=latest.year,
    )
    return [
        {
            "type": "scatter",
            "x": [value.year if value else None for value in points],
            "y": [float(value.value) if value else None for value in points],
            "mode": "lines+markers+text",
            "line": {"color": colour, "width": 2.5, "dash": DASHES[panel.place]},
            "marker": {"symbol": SYMBOLS[panel.place], "size": 8, "opacity": 1, "color": colour},
            "text": [*[""] * (len(points) - 1), plain(label)],
            "textposition": _side(panel, latest, window),
            "textfont": {"size": TEXT_SIZE, "color": colours.ink, "weight": 600},
            "cliponaxis": False,
            "customdata": [_hover(panel, value, words) if value else "" for value in points],
            "hovertemplate": "%{customdata}<extra></extra>",
        }
    ]


def _side(panel: Panel, latest: Value, window: Window) -> str:
    """Where the latest value is told: away from its target, else from the line."""
    targets = [item.target for item in panel.aimed if item.target]
    aims = [end for target in targets for end in (target.value, target.high) if end is not None]
    earlier = [value for run in panel.runs for value in run if value.year < latest.year]
    rises = not earlier or earlier[-1].value <= latest.value
    above = latest.value > aims[0] if aims else rises
    side = (
        "right"
        if not window.is_right(latest.year) or (aims and latest.year < window.end)
        else "center"
    )
    return f"{'top' if above else 'bottom'} {side}"


def planned_traces(panel: Panel, words: Catalogue, colours: Palette) -> list[Trace]:
    """Budgets as hollow marks that no line joins."""
    planned = panel.series.planned
    if not planned:
        return []
    colour = colours.municipalities[panel.place]
    return [
        {
            "type": "scatter",
            "x": [value.year for value in planned],
            "y": [float(value.value) for value in planned],
            "mode": "markers",
            "marker": {
                "symbol": f"{SYMBOLS[panel.place]}-open",
                "size": 11,
                "opacity": 1,
                "color": colour,
                "line": {"color": colour, "width": 2},
            },
            "cliponaxis": False,
            "customdata": [_hover(panel, value, words) for value in planned],
            "hovertemplate": "%{customdata}<extra></extra>",
        }
    ]


def _hover(panel: Panel, value: Value, words: Catalogue) -> str:
    return plain(f"{value.year}: {with_unit(panel.series, value, words)}")
