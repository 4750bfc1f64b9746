"""Chart of the money of projects: whose share is how large, every amount told where it is seen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.charts.drawing import BAR, TEXT_SIZE, Drawing, label_of, plain, row_chart
from components.charts.identity import Palette
from components.i18n import Catalogue

OPEN = "open_eur"
PARTS = ("own_eur", "others_eur", OPEN)
PHONE_BAR, SIGN, AIR = 320, 7.5, 8
"""Pixels of the longest bar on a phone of 390 px, of a sign of an amount, and around an amount."""
EDGE = 1.004
"""The axis as a multiple of the longest bar, so that its edge is seen."""


@dataclass(frozen=True)
class _Part:
    """A part of a bar that the source tells: where it begins, how long it is, its amount."""

    start: float
    length: float
    amount: str
    inside: bool
    """Whether the part has room for its amount, on a phone too."""


Parts = Mapping[str, _Part]


def funding_bars(
    table: pd.DataFrame,
    names: Mapping[str, str],
    looks: Mapping[str, int],
    words: Catalogue,
    colours: Palette,
) -> Drawing:
    """The budget of each project: own share, others, and what the source leaves open.

    An amount stands in its part of the bar, or in the label where the part is too narrow for it.
    """
    rows = table.to_dict("records")
    longest = max((float(row["total_eur"]) for row in rows), default=0.0) or 1.0
    bars = [_parts(row, longest, words) for row in rows]
    labels = [
        label_of(row, names, words.euros(row["total_eur"]), *_outside(parts, words))
        for row, parts in zip(rows, bars, strict=True)
    ]
    drawn = row_chart(colours, labels)
    own = [colours.municipalities[looks[row["municipality"]]] for row in rows]
    fills = (own, colours.paper), (colours.mist, colours.ink), (colours.paper, colours.ink)
    for kind, (fill, ink) in zip(PARTS, fills, strict=True):
        bar = _bar(kind, [parts.get(kind) for parts in bars], words)
        marker = {"color": fill, "line": {"color": colours.soft, "width": 1}}
        if kind == OPEN:
            bar["text"] = [""] * len(rows)  # told clear of the lines, below
            marker["pattern"] = _hatch(colours)
        drawn.figure.add_bar(**bar, y=drawn.places, marker=marker, textfont={"color": ink})
    for parts, place in zip(bars, drawn.places, strict=True):
        if OPEN in parts and parts[OPEN].inside:
            drawn.figure.add_annotation(**_on_hatch(parts[OPEN], colours), y=place)
    drawn.figure.update_layout(
        barmode="stack", xaxis={"visible": False, "range": [0, EDGE * longest]}
    )
    said = [_message(row, names, words) for row in rows]
    return Drawing(drawn.figure, f"{words('chart.funding')} {' '.join(said)}")


def _parts(row: Mapping[Hashable, Any], longest: float, words: Catalogue) -> Parts:
    """The parts of the bar of a project, one after another."""
    parts: dict[str, _Part] = {}
    start = 0.0
    for kind in PARTS:
        if row[kind] is not None:
            length, amount = float(row[kind]), words.euros(row[kind])
            room = length / longest * PHONE_BAR
            parts[kind] = _Part(start, length, amount, room >= SIGN * len(amount) + AIR)
            start += length
    return parts


def _outside(parts: Parts, words: Catalogue) -> list[str]:
    """The amounts that have no room in the bar, each with its name."""
    return [
        f"{words(f'funding.{kind}')} {part.amount}"
        for kind, part in parts.items()
        if not part.inside
    ]


def _bar(kind: str, parts: list[_Part | None], words: Catalogue) -> dict[str, Any]:
    """One part of every bar; where a source does not tell it there is none."""
    return {
        "name": words(f"funding.{kind}"),
        "orientation": "h",
        "x": [part.length if part else None for part in parts],
        "width": BAR,
        "text": [plain(part.amount) if part and part.inside else "" for part in parts],
        "textposition": "inside",
        "insidetextanchor": "start",
        "textangle": 0,
        "customdata": [plain(part.amount) if part else "" for part in parts],
        "hovertemplate": "%{customdata} " + plain(words(f"funding.{kind}")) + "<extra></extra>",
    }


def _hatch(colours: Palette) -> dict[str, object]:
    """The lines of what is open; they are not seen where each bar has a colour of its own."""
    return {"shape": "/", "fgcolor": colours.soft, "bgcolor": colours.paper, "size": 8}


def _on_hatch(part: _Part, colours: Palette) -> dict[str, object]:
    """The amount of a hatched part, clear of the lines."""
    return {
        "x": part.start,
        "xshift": AIR / 2,
        "xanchor": "left",
        "yanchor": "middle",
        "borderpad": 1,
        "bgcolor": colours.paper,
        "showarrow": False,
        "text": plain(part.amount),
        "font": {"size": TEXT_SIZE, "color": colours.ink},
    }


def _message(row: Mapping[Hashable, Any], names: Mapping[str, str], words: Catalogue) -> str:
    """Whose project costs what, in words."""
    told = [
        f"{words(f'funding.{column}')} {words.euros(value)}"
        for column in (*PARTS, "total_eur")
        if (value := row[column]) is not None
    ]
    return f"{row['name']} ({names[str(row['municipality'])]}): {words.names(told)}."
