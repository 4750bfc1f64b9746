"""The contrast of the theme, computed from .streamlit/config.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

CONFIG = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)
TEXT = 4.5  # WCAG 2.2, 1.4.3
GRAPHIC = 3.0  # WCAG 2.2, 1.4.11
HUES = ("gray", "blue", "orange", "green", "violet")
_LINEAR_BELOW = 0.04045  # where sRGB's curve begins


def luminance(colour: str) -> float:
    """Relative luminance of a #rrggbb colour, as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    """Black on white is 21:1, and the grey that everyone quotes is 4.54:1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Each of the two themes."""
    chosen: dict[str, Any] = CONFIG["theme"][request.param]
    return chosen


def test_text_can_be_read_on_both_backgrounds(theme: dict[str, Any]) -> None:
    """Ink, links, soft grey and the accent (tabs, pills) reach 4.5:1 on page and field."""
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        for text in ("textColor", "linkColor", "primaryColor", "grayTextColor"):
            assert contrast(theme[text], theme[ground]) >= TEXT, (text, ground)


@pytest.mark.parametrize("hue", HUES)
def test_each_hue_can_be_read_on_its_own_ground(theme: dict[str, Any], hue: str) -> None:
    """The text of a notice or badge reaches 4.5:1 on its tint and on the page."""
    text = theme[f"{hue}TextColor"]
    assert contrast(text, theme[f"{hue}BackgroundColor"]) >= TEXT
    assert contrast(text, theme["backgroundColor"]) >= TEXT


def test_municipality_colours_stand_out(theme: dict[str, Any]) -> None:
    """A mark or line of a municipality reaches 3:1 on both backgrounds, and so can be found."""
    for colour in theme["chartCategoricalColors"]:
        for ground in ("backgroundColor", "secondaryBackgroundColor"):
            assert contrast(colour, theme[ground]) >= GRAPHIC, colour


def test_no_option_leads_abroad() -> None:
    """Telemetry is off and no font or theme is fetched from an address."""
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert "://" not in str(CONFIG)
