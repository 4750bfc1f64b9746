"""Stacked bars as a static picture: a row a municipality, every amount told in its part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from components.charts.identity import LIGHT
from components.exports.handout.records import Bars
from components.exports.svg.paper import (
    BOLD,
    LEADING,
    STRENGTH,
    Frame,
    page_of,
    width_of,
    words_at,
    wrapped,
)
from components.i18n import Catalogue

ROW, BAR, KEY_ROW = 27.0, 18.0, 17.0
PAD, GAP, EDGE = 5.0, 10.0, 1.0
SWATCH = 10.0
MOST_FOR_NAMES = 0.32
"""Of the width: a longer name goes on two lines."""
UNKNOWN = "unknown"


@dataclass(frozen=True)
class _Part:
    """One part of a bar: its kind and amount, and where it stands in points."""

    kind: int
    amount: int
    start: float
    width: float

    def holds(self, text: str) -> bool:
        """Whether the text fits inside."""
        return width_of(text, BOLD) + EDGE <= self.width


def bars_figure(bars: Bars, words: Catalogue, width: float) -> Figure:
    """The bars; kinds are named inside where every name fits, in a key above where not."""
    names = [wrapped(name, MOST_FOR_NAMES * width, BOLD) for name in bars.categories]
    left = max(width_of(line, BOLD) for lines in names for line in lines) + GAP
    room = width - left - EDGE
    rows = _rows(bars, room)
    named = all(part.holds(_named(bars, part)) for row in rows for part in row)
    key = [] if named else _key(bars, width)
    beside = max(_beside_width(row) for row in rows)
    if beside:
        rows = _rows(bars, room - beside)
    top = len(key) * KEY_ROW + (GAP / 2 if key else EDGE)
    frame = Frame(width, top + ROW * len(rows), left, EDGE, top, EDGE)
    figure, axes = page_of(frame)
    for line, kinds in enumerate(key):
        _draw_key(axes, bars, kinds, -left, (line + 0.5) * KEY_ROW - top)
    for number, row in enumerate(rows):
        middle = ROW * (number + 0.5)
        _draw_name(axes, names[number], -left, middle)
        if not row:
            words_at(axes, 0, middle, words("chart.no_projects"), colour=LIGHT.soft)
        for part in row:
            _draw_part(axes, bars, part, middle, named=named)
        _draw_beside(axes, bars, row, middle)
    return figure


def _rows(bars: Bars, room: float) -> list[list[_Part]]:
    """The parts of each bar; the longest bar fills the room."""
    most = max(map(sum, bars.values), default=0) or 1
    return [list(_parts(row, room / most)) for row in bars.values]


def _parts(amounts: Sequence[int], scale: float) -> Iterator[_Part]:
    start = 0.0
    for kind, amount in enumerate(amounts):
        if amount:
            yield _Part(kind, amount, start, amount * scale)
            start += amount * scale


def _named(bars: Bars, part: _Part) -> str:
    return f"{part.amount} {bars.names[part.kind]}"


def _key(bars: Bars, width: float) -> list[list[int]]:
    """The kinds that occur, in lines that fit the width."""
    lines: list[list[int]] = []
    used = width
    for kind, name in enumerate(bars.names):
        if not any(row[kind] for row in bars.values):
            continue
        wide = SWATCH + PAD + width_of(name) + GAP
        if used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append(kind)
        used += wide
    return lines


def _draw_key(axes: Axes, bars: Bars, kinds: Sequence[int], x: float, y: float) -> None:
    for kind in kinds:
        _fill(axes, bars.keys[kind], (x, y), (SWATCH, SWATCH))
        words_at(axes, x + SWATCH + PAD, y, bars.names[kind])
        x += SWATCH + PAD + width_of(bars.names[kind]) + GAP


def _draw_name(axes: Axes, lines: Sequence[str], x: float, middle: float) -> None:
    first = middle - (len(lines) - 1) * LEADING / 2
    for number, line in enumerate(lines):
        words_at(axes, x, first + number * LEADING, line, BOLD)


def _draw_part(axes: Axes, bars: Bars, part: _Part, middle: float, *, named: bool) -> None:
    key = bars.keys[part.kind]
    _fill(axes, key, (part.start, middle), (part.width, BAR))
    text = _named(bars, part) if named else str(part.amount)
    if part.holds(text):
        ink = LIGHT.ink if key == UNKNOWN else LIGHT.paper
        air = min(PAD, (part.width - width_of(text, BOLD)) / 2)
        words_at(axes, part.start + air, middle, text, BOLD, colour=ink, paper=key == UNKNOWN)


def _outside(row: Sequence[_Part]) -> list[_Part]:
    """The parts too narrow for their amount; it is told after the bar."""
    return [part for part in row if not part.holds(str(part.amount))]


def _beside_width(row: Sequence[_Part]) -> float:
    return sum(GAP + SWATCH + PAD / 2 + width_of(str(part.amount), BOLD) for part in _outside(row))


def _draw_beside(axes: Axes, bars: Bars, row: Sequence[_Part], middle: float) -> None:
    """What no part could hold, each with the look of its kind."""
    x = row[-1].start + row[-1].width if row else 0.0
    for part in _outside(row):
        _fill(axes, bars.keys[part.kind], (x + GAP, middle), (SWATCH, SWATCH))
        x += GAP + SWATCH + PAD / 2
        words_at(axes, x, middle, str(part.amount), BOLD)
        x += width_of(str(part.amount), BOLD)


def _fill(axes: Axes, key: str, where: tuple[float, float], size: tuple[float, float]) -> None:
    """A box in the look of a state; *unknown* is hatched, a state of its own."""
    unknown = key == UNKNOWN
    axes.add_patch(
        Rectangle(
            (where[0], where[1] - size[1] / 2),
            *size,
            facecolor=LIGHT.states[key],
            edgecolor=LIGHT.soft if unknown else LIGHT.paper,
            hatch="///" if unknown else None,
            hatchcolor=LIGHT.line,
            linewidth=STRENGTH,
            clip_on=False,
        )
    )
