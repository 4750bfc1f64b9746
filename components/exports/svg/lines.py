"""Values by year: gaps stay gaps, breaks are marked, ends are named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from components.charts.identity import DASHES, SYMBOLS
from components.exports.handout.records import Line, Lines
from components.exports.svg.canvas import (
    LEADING,
    Picture,
    box,
    element,
    label,
    number,
    points,
    stroke,
    width_of,
    wrap,
    wrap_names,
)
from components.exports.svg.scale import HALF_YEAR, Axes, Point, Scale, scale_of
from components.i18n import Catalogue

GAP = 8.0
CIRCLE = "m-2.75 0a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0-5.5 0z"
MARKERS = {
    "circle": CIRCLE,
    "diamond": "m0-3.9l3.9 3.9l-3.9 3.9l-3.9-3.9z",
    "square": "m-2.75-2.75h5.5v5.5h-5.5z",
    "triangle-up": "m0-3.2l3.3 6h-6.6z",
}
STROKES = {"solid": None, "dash": "6.6 2.9", "dot": "1.8 3", "dashdot": "11.5 2.9 1.8 2.9"}
THICK, DASHED = 1.8, "3 1.4"
MARKER = 5.5
"""How far from its point a line to the name begins."""
HEIGHT = 150.0
"""Of the axes alone, in points."""
SWATCH = 10.0
MARGIN = 2.0
ENDS, MOST_ENDS = 0.34, 0.45
"""Of the width, for the names at the ends; a long word may take more."""


@dataclass(frozen=True)
class Label:
    """Lines of words that belong to a point; `top` is where they begin, in points."""

    place: int
    x: float
    y: float
    texts: tuple[str, ...]
    top: float = 0.0

    @property
    def height(self) -> float:
        """The points that the words take, with the gap to the next."""
        return LEADING * len(self.texts) + GAP / 2

    @property
    def level(self) -> float:
        """The middle of the first line, which stands beside the point where it can."""
        return self.top + LEADING / 2


def spread(labels: Sequence[Label], top: float, bottom: float) -> list[Label]:
    """The labels from the top down, each as near to its point as the others let it."""
    placed: list[Label] = []
    for item in sorted(labels, key=lambda item: item.y):
        if placed:
            top = placed[-1].top + placed[-1].height
        placed.append(replace(item, top=max(top, item.y - LEADING / 2)))
    fitted: list[Label] = []
    for item in reversed(placed):
        fitted.append(replace(item, top=min(item.top, bottom - item.height)))
        bottom = fitted[-1].top
    return fitted[::-1]


def lines_picture(lines: Lines, words: Catalogue, width: float, height: float = HEIGHT) -> Picture:
    """The lines, each with its name and latest value at the right."""
    shown = [line for line in lines.lines if line.runs]
    scale = scale_of(shown)
    numbers, breaks = scale.numbers(words), scale.breaks(lines, words)
    unit = wrap(lines.unit, width)
    ends = _end_texts(shown, lines.decimals, words, width)
    left = max(map(width_of, numbers.values()), default=0.0) + GAP
    right = max(width_of(text, bold=True) for texts in ends for text in texts) + GAP
    needed = sum(LEADING * len(texts) + GAP / 2 for texts in ends) - 2 * LEADING
    top = LEADING * (len(unit) + bool(breaks)) + GAP
    axes = Axes(scale, left, top, width - left - right, max(height, needed))
    key = _band_text(lines, scale, words, width)
    elements = [
        *(label(0, (row + 0.5) * LEADING, text, colour="soft") for row, text in enumerate(unit)),
        *_band(axes, lines),
        *_grid(axes, numbers),
        *_breaks(axes, breaks),
        *(part for line in shown for part in _line(axes, line)),
        *_ends(axes, shown, ends),
        *_band_key(axes.bottom + LEADING + 2 * GAP, key),
    ]
    below = GAP + LEADING + MARGIN + (GAP + LEADING * len(key) if key else 0)
    return Picture(width, axes.bottom + below, elements)


def _colour(place: int) -> str:
    """The colour of a municipality; past the last look it is that of words."""
    return f"place-{place}" if place < len(SYMBOLS) else "ink"


def _markers(place: int, at: Sequence[Point]) -> Element:
    """The markers of a municipality; past the last look a hollow one."""
    shape = MARKERS[SYMBOLS[place]] if place < len(SYMBOLS) else CIRCLE
    data = "".join(f"M{number(x)} {number(y)}{shape}" for x, y in at)
    if place < len(SYMBOLS):
        return element("path", d=data, fill=_colour(place))
    return element("path", d=data, fill="paper", stroke="ink")


def _line(axes: Axes, line: Line) -> Iterator[Element]:
    """The values; only what stands in one run is joined."""
    dash = STROKES[DASHES[line.place]] if line.place < len(DASHES) else None
    for run in line.runs:
        at = axes.points(run)
        if len(at) > 1:
            yield stroke(points(*at), _colour(line.place), THICK, dash)
        yield _markers(line.place, at)


def _band(axes: Axes, lines: Lines) -> Iterator[Element]:
    """The range of the region, pale and behind all; years that are missing part it."""
    for run in axes.scale.band(lines):
        yield element("path", d=f"{points(*axes.outline(run))}z", fill="mist")


def _grid(axes: Axes, numbers: Mapping[float, str]) -> Iterator[Element]:
    for value, text in numbers.items():
        y = axes.y(value)
        yield stroke(points((axes.left, y), (axes.right, y)), "line")
        yield label(0, y, text, colour="soft")
    for year in axes.years:
        y = axes.bottom + GAP + LEADING / 2
        yield label(axes.x(year), y, str(year), colour="soft", centred=True)


def _breaks(axes: Axes, breaks: Mapping[int, str]) -> Iterator[Element]:
    """A dashed line before the first year after each break; labels step aside to the right."""
    free = 0.0
    for year, text in breaks.items():
        x = axes.x(year - HALF_YEAR)
        yield stroke(points((x, axes.top), (x, axes.bottom)), "soft", dash=DASHED)
        half = width_of(text) / 2
        middle = max(free + half, min(x, axes.right))
        y = axes.top - GAP / 2 - LEADING / 2
        yield label(middle, y, text, colour="soft", centred=True)
        free = middle + half + GAP


def _end_texts(
    lines: Sequence[Line], decimals: int, words: Catalogue, width: float
) -> list[tuple[str, ...]]:
    """The name of each line in as many lines as it needs, and below it the latest value."""
    names = wrap_names([line.name for line in lines], ENDS * width, MOST_ENDS * width)
    found = []
    for line, name in zip(lines, names, strict=True):
        year, value = line.runs[-1][-1]
        number_in_words = words.number(value, decimals)
        latest = words("chart_indicator.latest", value=number_in_words, year=year)
        found.append((*name, latest))
    return found


def _ends(
    axes: Axes, lines: Sequence[Line], texts: Sequence[tuple[str, ...]]
) -> Iterator[Element]:
    """The names and latest values, led to where they are not beside the point."""
    labels = [
        Label(line.place, *axes.points([line.runs[-1][-1]])[0], lines_of)
        for line, lines_of in zip(lines, texts, strict=True)
    ]
    x, last = axes.right + GAP, axes.x(axes.scale.last)
    for item in spread(labels, axes.top - LEADING, axes.bottom + LEADING):
        if item.x < last or abs(item.y - item.level) > 1:
            yield stroke(points((item.x + MARKER, item.y), (x - 2, item.level)), "line")
        for row, text in enumerate(item.texts):
            y = item.top + (row + 0.5) * LEADING
            named = row < len(item.texts) - 1
            yield label(x, y, text, bold=named, colour=_colour(item.place))


def _band_text(lines: Lines, scale: Scale, words: Catalogue, width: float) -> list[str]:
    """The name of the band with its ends in the last year in sight, in lines."""
    if not scale.band(lines):
        return []
    year, low, high = [row for row in lines.band if row[0] <= scale.last][-1]
    ends = [words.number(end, lines.decimals) for end in (low, high)]
    text = words("static_chart.band", name=lines.band_name, low=ends[0], high=ends[1], year=year)
    return wrap(text, width - 2 * SWATCH - GAP)


def _band_key(y: float, key: Sequence[str]) -> Iterator[Element]:
    if key:
        yield box(0, y + (LEADING - SWATCH) / 2, 2 * SWATCH, SWATCH, fill="mist")
    for row, text in enumerate(key):
        yield label(2 * SWATCH + GAP, y + (row + 0.5) * LEADING, text, colour="soft")
