"""The tiles of the region: text that can be read on every step, in both themes."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from components.analysis.indicators.tile_map import STEPS, tile_map
from components.pages.sections import tiles
from components.widgets.frame import STYLE
from components.widgets.html import rendered
from tests.analysis.making import real
from tests.charts.test_identity import contrast, luminance
from tests.widgets.making import context

CSS = STYLE.read_text(encoding="utf-8")
PAIR = re.compile(r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


def colours(name: str) -> tuple[str, str]:
    """A colour of the style sheet in the light and in the dark theme."""
    found = PAIR.match(CSS.partition(f"--{name}: ")[2])
    assert found, name
    return found[1], found[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_every_step(theme: int) -> None:
    """Ink has 4.5:1 on each of the five steps."""
    ink = colours("sp-ink")[theme]
    for step in range(STEPS):
        assert contrast(ink, colours(f"sp-tone-{step}")[theme]) >= 4.5, step
        assert f".sp-tone-{step} {{ background: var(--sp-tone-{step}); }}" in CSS


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_steps_go_one_way(theme: int) -> None:
    """A higher value is further from the paper: darker on white, lighter on black."""
    steps = [luminance(colours(f"sp-tone-{step}")[theme]) for step in range(STEPS)]
    assert all((later < earlier) == (theme == 0) for earlier, later in pairwise(steps))


@pytest.mark.parametrize(("language", "name"), [("fi", "Enontekiö"), ("sv", "Enontekis")])
def test_tiles_tell_how_many_have_a_value(language: str, name: str) -> None:
    """2 of 21 have a population of 2025: said in words, the chosen outlined, no zero anywhere."""
    ctx = context(real(), "kemi", language=language)
    found = tile_map(real(), "population")
    markup = rendered(ctx, "tiles", **tiles.values(ctx, found))
    assert name in markup
    assert markup.count("sp-tile-chosen") == 1
    assert markup.count("sp-tone-none") == 1 + len(found.tiles) - len(found.known)
    said = tiles.summary(ctx, found)
    assert f"{len(found.known)} " in said
    assert "21" in said
    assert ctx.words("tiles.missing") in said
    assert ">0<" not in markup
    assert '<a href="https://' in markup.partition(ctx.words("indicators.sources_are"))[2]
