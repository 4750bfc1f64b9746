"""How much of the way from baseline to target is done: a bar an indicator, never a gauge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import plotly.graph_objects as go

from components.analysis.indicators.indicator_progress import Progress
from components.charts.drawing import TEXT_SIZE, Drawing, look, plain, shortened
from components.charts.identity import SYMBOLS, Palette
from components.i18n import Catalogue
from components.phrases.indicators import share_in_words
from components.phrases.progress import state_in_short, state_in_words, the_sum

LINE, BAR, GAP = 25, 18, 28
TOP = 2 * LINE + 9
"""Where the bar begins below the two lines of text, with room for a triangle between."""
ROW = TOP + BAR + LINE + GAP
WHOLE = 100.0

Trace = dict[str, Any]


def has_way(item: Progress) -> bool:
    """Whether there is a way from a baseline to a value, and a measurement on it."""
    return item.judgement.way is not None


def target_bars(
    progresses: Sequence[Progress],
    names: Mapping[str, str],
    looks: Mapping[str, int],
    words: Catalogue,
    colours: Palette,
) -> Drawing:
    """The share of the way as a bar kept within 0 and 100; baseline, time and target as marks."""
    rows = [item for item in progresses if has_way(item)]
    base: dict[str, Any] = look(colours, ROW * max(len(rows), 1) + 8)
    figure = go.Figure(
        data=[
            *_bars(rows, looks, words, colours),
            _ends(rows, colours),
            _times(rows, colours),
            *_texts(rows, names, looks, words, colours),
        ],
        layout=base
        | {
            "template": {},
            "barmode": "overlay",
            "margin": {"l": 8, "r": 8, "t": 0, "b": 8},
            "xaxis": {"visible": False, "range": [-1, 102], "fixedrange": True},
            "yaxis": {"visible": False, "range": [ROW * max(len(rows), 1), 0], "fixedrange": True},
        },
    )
    said = [_message(item, names, words) for item in rows]
    return Drawing(figure, f"{words('chart_indicator.targets')} {' '.join(said)}")


def _message(item: Progress, names: Mapping[str, str], words: Catalogue) -> str:
    """Which indicator, whose, its state, and the sum that tells the shares."""
    return words(
        "chart_indicator.target_of",
        title=words.local(item.definition.names),
        name=names[item.slug],
        state=state_in_words(item, words),
        sum=the_sum(item, words),
    )


def _clipped(share: Fraction | None) -> float:
    return min(max(float(100 * share), 0.0), WHOLE) if share is not None else 0.0


def _heights(rows: Sequence[Progress], offset: float) -> list[float]:
    return [number * ROW + offset for number in range(len(rows))]


def _bars(
    rows: Sequence[Progress], looks: Mapping[str, int], words: Catalogue, colours: Palette
) -> list[Trace]:
    """The whole way as a pale bar and what is done of it in the municipality's colour."""
    shared = {
        "type": "bar",
        "orientation": "h",
        "y": _heights(rows, TOP + BAR / 2),
        "width": BAR,
    }
    return [
        shared
        | {
            "x": [WHOLE] * len(rows),
            "marker": {"color": colours.mist, "line": {"color": colours.soft, "width": 1}},
            "hoverinfo": "skip",
        },
        shared
        | {
            "x": [_clipped(item.judgement.way) for item in rows],
            "marker": {"color": [colours.municipalities[looks[item.slug]] for item in rows]},
            "customdata": [plain(_way(item, words)) for item in rows],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    ]


def _ends(rows: Sequence[Progress], colours: Palette) -> Trace:
    """The baseline and the target: a mark at each end of the way."""
    middle = TOP + BAR / 2
    return {
        "type": "scatter",
        "x": [end for _ in rows for end in (0.0, WHOLE)],
        "y": [height for height in _heights(rows, middle) for _ in range(2)],
        "mode": "markers",
        "marker": {
            "symbol": "line-ns",
            "size": BAR + 6,
            "opacity": 1,
            "line": {"color": colours.ink, "width": [1.5, 5] * len(rows)},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _times(rows: Sequence[Progress], colours: Palette) -> Trace:
    """How much of the time had passed when it was measured: a small triangle above the bar."""
    return {
        "type": "scatter",
        "x": [_clipped(item.judgement.time) for item in rows],
        "y": _heights(rows, TOP - 7),
        "mode": "markers",
        "marker": {"symbol": "triangle-down", "size": 11, "opacity": 1, "color": colours.ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _texts(
    rows: Sequence[Progress],
    names: Mapping[str, str],
    looks: Mapping[str, int],
    words: Catalogue,
    colours: Palette,
) -> list[Trace]:
    """Name, state and share above the bar; baseline and target below its ends."""
    titles = [shortened(words.local(item.definition.names)) for item in rows]
    states = [
        words(
            "chart_indicator.target_label",
            name=names[item.slug],
            state=state_in_short(item, words),
        )
        for item in rows
    ]
    shares = [
        words("indicators.percent", share=share_in_words(item.judgement.way, words))
        for item in rows
    ]
    below = _heights(rows, TOP + BAR + 0.75 * LINE)
    return [
        _text(_heights(rows, LINE / 2), 0, titles, colours.ink) | {"textfont": _bold(colours)},
        _text(_heights(rows, 1.35 * LINE), 0, states, colours.ink)
        | {
            "mode": "markers+text",
            "x": [1.2] * len(rows),
            "text": [f"  {plain(state)}" for state in states],
            "marker": {
                "symbol": [SYMBOLS[looks[item.slug]] for item in rows],
                "color": [colours.municipalities[looks[item.slug]] for item in rows],
                "size": 10,
                "opacity": 1,
            },
        },
        _text(_heights(rows, 1.35 * LINE), WHOLE, shares, colours.ink)
        | {"textfont": _bold(colours)},
        _text(below, 0, [_end(item, words, target=False) for item in rows], colours.soft),
        _text(below, WHOLE, [_end(item, words, target=True) for item in rows], colours.ink),
    ]


def _bold(colours: Palette) -> dict[str, Any]:
    return {"size": TEXT_SIZE, "color": colours.ink, "weight": 600}


def _text(heights: Sequence[float], x: float, texts: Sequence[str], colour: str) -> Trace:
    return {
        "type": "scatter",
        "x": [x] * len(texts),
        "y": list(heights),
        "mode": "text",
        "text": [plain(text) for text in texts],
        "textposition": "middle left" if x else "middle right",
        "textfont": {"size": TEXT_SIZE, "color": colour},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _end(item: Progress, words: Catalogue, *, target: bool) -> str:
    """A value and its moment at an end of the way."""
    point = item.target if target else item.indicator.baseline
    if point is None or point.value is None:
        return ""
    value = words.number(point.value, item.definition.decimals)
    key = "chart_indicator.aim" if target else "chart_indicator.begin"
    return words(key, value=value, date=words.moment(point.date))


def _way(item: Progress, words: Catalogue) -> str:
    return words("chart_indicator.way", way=share_in_words(item.judgement.way, words))
