"""How municipalities and states look in every chart: colour, marker, line; light and dark."""

from __future__ import annotations

from dataclasses import dataclass

SYMBOLS = ("circle", "diamond", "square", "triangle-up")
DASHES = ("solid", "dash", "dot", "dashdot")


@dataclass(frozen=True)
class Palette:
    """The colours of a theme; each has at least 4.5:1 on its background."""

    paper: str
    ink: str
    soft: str
    line: str
    mist: str
    municipalities: tuple[str, str, str, str]
    states: dict[str, str]


LIGHT = Palette(
    paper="#ffffff",
    ink="#1b2430",
    soft="#51606f",
    line="#d9dfe5",
    mist="#e8ecf0",
    municipalities=("#005a9c", "#b35900", "#2e7d32", "#6a1b9a"),
    states={
        "planned": "#5f7387",
        "in_progress": "#2f6f9f",
        "ended": "#4a5866",
        "done": "#2b3a48",
        "dropped": "#7a4b3a",
        "unknown": "#ffffff",
    },
)
DARK = Palette(
    paper="#12181f",
    ink="#e8edf2",
    soft="#a9b6c3",
    line="#3b4855",
    mist="#2a3642",
    municipalities=("#78b7ea", "#f0a35e", "#7cc784", "#cf9be8"),
    states={
        "planned": "#8296a9",
        "in_progress": "#7fb4dc",
        "ended": "#a9b6c3",
        "done": "#dbe4ec",
        "dropped": "#d7a48f",
        "unknown": "#12181f",
    },
)


def palette(*, dark: bool) -> Palette:
    """The palette of a theme."""
    return DARK if dark else LIGHT
