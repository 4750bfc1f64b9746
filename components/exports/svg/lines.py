"""Values by year as a static picture: gaps stay gaps, breaks are marked, ends are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from components.charts.identity import DASHES, LIGHT, SYMBOLS
from components.charts.ticks import tick_decimals
from components.exports.handout.records import Line, Lines
from components.exports.svg.ends import GAP, End, end_of, spread
from components.exports.svg.paper import (
    BOLD,
    LEADING,
    REGULAR,
    STRENGTH,
    Frame,
    page_of,
    width_of,
    words_at,
    wrapped,
)
from components.exports.svg.scale import HALF_YEAR, Room, room_of
from components.i18n import Catalogue

MARKERS = {"circle": "o", "diamond": "D", "square": "s", "triangle-up": "^"}
Stroke = Literal["-", "--", ":", "-."]
STROKES: Mapping[str, Stroke] = {"solid": "-", "dash": "--", "dot": ":", "dashdot": "-."}
HEIGHT = 150.0
"""Of the axes alone, in points."""
ALONE = 0.2
"""How far a year alone is widened to be seen in the band."""
SWATCH = 10.0
LINE, MARK, CROSS = 1.8, 5.5, 6.5
EDGE = 2.0
MOST_FOR_ENDS = 0.34
"""Of the width."""


def lines_figure(lines: Lines, words: Catalogue, width: float, height: float = HEIGHT) -> Figure:
    """The lines of up to four municipalities; the table beside the picture holds the others."""
    drawn = [line for line in lines.lines if line.place < len(SYMBOLS) and line.runs]
    room = room_of(drawn, width, height)
    numbers = _numbers(room, words)
    unit = wrapped(lines.unit, width)
    breaks = _breaks(lines, room, words)
    band = room.band(lines)
    ends = [end_of(line, lines.decimals, words, MOST_FOR_ENDS * width) for line in drawn]
    frame = Frame(
        width=width,
        height=height + LEADING * (len(unit) + bool(breaks)) + GAP + _below(band=bool(band)),
        left=max(map(width_of, numbers.values())) + GAP,
        right=max(end.width for end in ends) + GAP,
        top=LEADING * (len(unit) + bool(breaks)) + GAP,
        bottom=_below(band=bool(band)),
    )
    room = replace(room, width=frame.inner_width)
    figure, axes = page_of(frame)
    for number, text in enumerate(unit):
        words_at(axes, -frame.left, (number + 0.5) * LEADING - frame.top, text, colour=LIGHT.soft)
    _draw_band(axes, room, lines)
    _draw_scales(axes, room, numbers, -frame.left)
    _draw_breaks(axes, room, breaks)
    for line in drawn:
        _draw_target(axes, room, line, lines.decimals, words)
        _draw_line(axes, room, line)
    for end in spread(ends, room):
        _draw_end(axes, room, end)
    if band:
        _draw_key(axes, room, lines, words, -frame.left)
    return figure


def _below(*, band: bool) -> float:
    """The points below the axes: the years, and the name of the band."""
    return GAP + LEADING * (1 + band) + GAP * band + EDGE


def _numbers(room: Room, words: Catalogue) -> Mapping[float, str]:
    """The numbers beside the axes, as they are told."""
    decimals = tick_decimals(room.numbers)
    return {number: words.number(number, decimals) for number in room.numbers}


def _breaks(lines: Lines, room: Room, words: Catalogue) -> Mapping[int, str]:
    """The breaks between years in sight, as they are told."""
    return {
        year: words("chart_indicator.break_label", year=year)
        for year in lines.breaks
        if room.first < year <= room.last
    }


def _draw_band(axes: Axes, room: Room, lines: Lines) -> None:
    """The range of the region, pale and behind all; years that are missing part it."""
    for run in room.band(lines):
        years = [float(year) for year, _, _ in run]
        lows = [room.y(low) for _, low, _ in run]
        highs = [room.y(high) for _, _, high in run]
        if len(run) == 1:
            years, lows, highs = [years[0] - ALONE, years[0] + ALONE], lows * 2, highs * 2
        x = [room.x(year) for year in years]
        corners = [*zip(x, highs, strict=True), *reversed(list(zip(x, lows, strict=True)))]
        axes.add_patch(
            Polygon(corners, facecolor=LIGHT.mist, edgecolor="none", clip_on=False, zorder=0)
        )


def _draw_scales(axes: Axes, room: Room, numbers: Mapping[float, str], left: float) -> None:
    for number, text in numbers.items():
        y = room.y(number)
        _stroke(axes, (0, room.width), (y, y), LIGHT.line)
        words_at(axes, left, y, text, colour=LIGHT.soft)
    for year in room.years:
        y = room.height + GAP + LEADING / 2
        words_at(axes, room.x(year), y, str(year), colour=LIGHT.soft, align="center")


def _draw_breaks(axes: Axes, room: Room, breaks: Mapping[int, str]) -> None:
    """A dashed line before the first year after each break; labels step aside to the right."""
    free = -room.width
    for year, text in breaks.items():
        x = room.x(year - HALF_YEAR)
        _stroke(axes, (x, x), (0, room.height), LIGHT.soft, "--")
        begin = max(free, min(x, room.width) - width_of(text) / 2)
        words_at(axes, begin, -GAP / 2 - LEADING / 2, text, colour=LIGHT.soft)
        free = begin + width_of(text) + GAP


def _draw_line(axes: Axes, room: Room, line: Line) -> None:
    """The values; only what stands in one run is joined."""
    colour = LIGHT.municipalities[line.place]
    for run in line.runs:
        axes.add_line(
            Line2D(
                [room.x(year) for year, _ in run],
                [room.y(value) for _, value in run],
                color=colour,
                linewidth=LINE,
                linestyle=STROKES[DASHES[line.place]],
                marker=MARKERS[SYMBOLS[line.place]],
                markersize=MARK,
                markeredgewidth=0,
                clip_on=False,
            )
        )


def _draw_target(axes: Axes, room: Room, line: Line, decimals: int, words: Catalogue) -> None:
    """The targets as crosses, dotted from one to the next; the last is told."""
    if not line.target:
        return
    x = [room.x(year) for year, _ in line.target]
    y = [room.y(value) for _, value in line.target]
    axes.add_line(
        Line2D(
            x,
            y,
            color=LIGHT.ink,
            linewidth=STRENGTH,
            linestyle=":",
            marker="x",
            markersize=CROSS,
            markeredgewidth=LINE,
            clip_on=False,
        )
    )
    year, value = line.target[-1]
    told = words("chart_indicator.aim", value=words.number(value, decimals), date=year)
    words_at(axes, x[-1] - GAP, y[-1], told, align="right", paper=True)


def _draw_end(axes: Axes, room: Room, end: End) -> None:
    """The name and the latest value, led to where they are not beside the point."""
    y, middle = room.y(end.value), end.top + end.height / 2 - GAP / 4
    x = room.width + GAP
    if end.year < room.last or abs(y - middle) > 1:
        _stroke(axes, (room.x(end.year) + MARK, x - 2), (y, middle), LIGHT.line)
    colour = LIGHT.municipalities[end.place]
    for number, text in enumerate((*end.name, end.latest)):
        height = end.top + (number + 0.5) * LEADING
        named = number < len(end.name)
        words_at(axes, x, height, text, BOLD if named else REGULAR, colour=colour)


def _draw_key(axes: Axes, room: Room, lines: Lines, words: Catalogue, left: float) -> None:
    """The name of the band below, with its ends in the last year in sight."""
    year, low, high = [row for row in lines.band if row[0] <= room.last][-1]
    ends = [words.number(end, lines.decimals) for end in (low, high)]
    text = words("static_chart.band", name=lines.band_name, low=ends[0], high=ends[1], year=year)
    y = room.height + 2 * GAP + 1.5 * LEADING
    axes.add_patch(
        Rectangle((left, y - SWATCH / 2), 2 * SWATCH, SWATCH, facecolor=LIGHT.mist, clip_on=False)
    )
    words_at(axes, left + 2 * SWATCH + GAP, y, text, colour=LIGHT.soft)


def _stroke(
    axes: Axes, x: Sequence[float], y: Sequence[float], colour: str, style: Stroke = "-"
) -> None:
    """A thin line that stands behind the values."""
    axes.add_line(
        Line2D(x, y, color=colour, linewidth=STRENGTH, linestyle=style, clip_on=False, zorder=1)
    )
