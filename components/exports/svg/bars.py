"""Stacked bars: a row a municipality, every amount in its segment or beside the bar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.etree.ElementTree import Element

from components.exports.handout.records import Bars
from components.exports.svg.canvas import (
    HATCH,
    LEADING,
    Picture,
    backed,
    box,
    label,
    width_of,
    wrap_names,
)
from components.i18n import Catalogue

ROW, BAR, KEY_ROW = 27.0, 18.0, 17.0
PADDING, GAP, MARGIN = 5.0, 10.0, 1.0
AIR = 3.0
"""Around the narrowest amount in its segment."""
SWATCH = 10.0
NAMES, MOST_NAMES = 0.32, 0.5
"""Of the width: a longer name goes on two lines; a long word may take more."""
LEAST_BARS = 0.25
"""Of the width beside the names, whatever stands beside the longest bar."""
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Segment:
    """One part of a bar, and where it stands in points."""

    key: str
    name: str
    amount: int
    x: float
    width: float

    @property
    def named(self) -> str:
        """The amount with the name of its kind."""
        return f"{self.amount} {self.name}"

    def holds(self, text: str) -> bool:
        """Whether the text fits inside."""
        return width_of(text, bold=True) + AIR <= self.width


def bars_picture(bars: Bars, words: Catalogue, width: float) -> Picture:
    """The bars; kinds are named inside where every name fits, in a key above where not."""
    names = wrap_names(bars.categories, NAMES * width, MOST_NAMES * width)
    left = max(width_of(line, bold=True) for lines in names for line in lines) + GAP
    rows = _rows(bars, left, width - left - MARGIN)
    named = all(segment.holds(segment.named) for row in rows for segment in row)
    key = [] if named else _key(bars, width)
    top = len(key) * KEY_ROW + (GAP / 2 if key else MARGIN)
    heights = [max(ROW, LEADING * len(lines) + GAP / 2) for lines in names]
    tops = list(accumulate(heights, initial=top))
    elements = list(_key_elements(key))
    for row, lines, height, begin in zip(rows, names, heights, tops, strict=False):
        middle = begin + height / 2
        for number, line in enumerate(lines):
            y = middle + LEADING * (number - (len(lines) - 1) / 2)
            elements.append(label(0, y, line, bold=True))
        if not row:
            elements.append(label(left, middle, words("chart.no_projects"), colour="soft"))
        for segment in row:
            elements += _segment(segment, middle, segment.named if named else str(segment.amount))
        elements += _beside(row, middle)
    return Picture(width, tops[-1] + MARGIN, elements)


def _rows(bars: Bars, left: float, width: float) -> list[list[Segment]]:
    """The segments of each bar, as long as the width allows with the amounts beside them."""
    scale = width / max(map(sum, bars.values)) if any(map(sum, bars.values)) else 0.0
    least = LEAST_BARS * scale
    while True:
        rows = [list(_segments(bars, row, left, scale)) for row in bars.values]
        fitting = min(
            (
                (width - _beside_width(row)) / sum(amounts)
                for row, amounts in zip(rows, bars.values, strict=True)
                if row
            ),
            default=scale,
        )
        if fitting >= scale or scale <= least:
            return rows
        scale = max(fitting, least)


def _segments(bars: Bars, amounts: Sequence[int], x: float, scale: float) -> Iterator[Segment]:
    for key, name, amount in zip(bars.keys, bars.names, amounts, strict=True):
        if amount:
            yield Segment(key, name, amount, x, amount * scale)
            x += amount * scale


def _key(bars: Bars, width: float) -> list[list[tuple[str, str]]]:
    """The kinds that occur with their names, in lines that fit the width."""
    lines: list[list[tuple[str, str]]] = []
    used = width
    for kind, item in enumerate(zip(bars.keys, bars.names, strict=True)):
        if not any(row[kind] for row in bars.values):
            continue
        item_width = _key_width(item[1])
        if used + item_width > width:
            lines.append([])
            used = 0.0
        lines[-1].append(item)
        used += item_width
    return lines


def _key_width(name: str) -> float:
    return SWATCH + PADDING + width_of(name) + GAP


def _key_elements(key: Sequence[Sequence[tuple[str, str]]]) -> Iterator[Element]:
    for line, items in enumerate(key):
        x, y = MARGIN / 2, (line + 0.5) * KEY_ROW
        for state, name in items:
            yield _filled(state, x, y, SWATCH, SWATCH)
            yield label(x + SWATCH + PADDING, y, name)
            x += _key_width(name)


def _segment(segment: Segment, middle: float, text: str) -> list[Element]:
    drawn = [_filled(segment.key, segment.x, middle, segment.width, BAR)]
    if segment.holds(text):
        x = segment.x + min(PADDING, (segment.width - width_of(text, bold=True)) / 2)
        if segment.key == UNKNOWN:
            return drawn + backed(x, middle, text, bold=True)
        drawn.append(label(x, middle, text, bold=True, colour="paper"))
    return drawn


def _outside(row: Sequence[Segment]) -> list[Segment]:
    """The segments too narrow for their amount: it stands after the bar."""
    return [segment for segment in row if not segment.holds(str(segment.amount))]


def _beside_width(row: Sequence[Segment]) -> float:
    return sum(
        GAP + SWATCH + PADDING / 2 + width_of(str(segment.amount), bold=True)
        for segment in _outside(row)
    )


def _beside(row: Sequence[Segment], middle: float) -> Iterator[Element]:
    """The amounts that no segment could hold, each with the look of its kind."""
    x = row[-1].x + row[-1].width if row else 0.0
    for segment in _outside(row):
        yield _filled(segment.key, x + GAP, middle, SWATCH, SWATCH)
        x += GAP + SWATCH + PADDING / 2
        yield label(x, middle, str(segment.amount), bold=True)
        x += width_of(str(segment.amount), bold=True)


def _filled(state: str, x: float, middle: float, width: float, height: float) -> Element:
    """A box in the look of a state; *unknown* is hatched, a state of its own."""
    unknown = state == UNKNOWN
    fill = HATCH if unknown else f"state-{state.replace('_', '-')}"
    edge = "soft" if unknown else "paper"
    return box(x, middle - height / 2, width, height, fill=fill, stroke=edge)
