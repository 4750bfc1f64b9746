"""How municipalities and states look, light and dark."""

from __future__ import annotations

import pytest

from components.analysis.projects.projects import STATES
from components.charts.identity import DARK, DASHES, LIGHT, SYMBOLS, Palette, palette
from components.widgets.context import MOST_MUNICIPALITIES

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    """The formula gives the ratios of design.md: black 21, and 7.1, 4.8, 5.1, 9.4 on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert [round(contrast(colour, "#ffffff"), 1) for colour in LIGHT.municipalities] == [
        7.1,
        4.8,
        5.1,
        9.4,
    ]


@THEMES
def test_colours_of_municipalities_and_text_can_be_read(colours: Palette) -> None:
    """Each municipality's colour, the ink and the soft ink have 4.5:1 on their paper."""
    for colour in (*colours.municipalities, colours.ink, colours.soft):
        assert contrast(colour, colours.paper) >= 4.5, colour
    assert contrast(colours.ink, colours.mist) >= 4.5


@THEMES
def test_numbers_inside_the_bars_of_states_can_be_read(colours: Palette) -> None:
    """The number stands in the paper's colour on a state, in ink on the unknown: 4.5:1 or more."""
    for state, colour in colours.states.items():
        ink = colours.ink if state == "unknown" else colours.paper
        assert contrast(ink, colour) >= 4.5, state


@THEMES
def test_every_state_and_every_municipality_has_a_look_of_its_own(colours: Palette) -> None:
    """No two states, and no two of the four municipalities, look the same; never colour alone."""
    assert set(colours.states) == set(STATES)
    assert len(set(colours.states.values())) == len(STATES)
    for looks in (colours.municipalities, SYMBOLS, DASHES):
        assert len(set(looks)) == len(looks) == MOST_MUNICIPALITIES


def test_palette_of_a_theme() -> None:
    """Dark is asked for by name."""
    assert (palette(dark=False), palette(dark=True)) == (LIGHT, DARK)
