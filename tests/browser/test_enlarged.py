"""Bigger text, wider spacing, other colours, less motion: nothing is lost by any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from components.pages import HOME, PAGES
from tests.sample import sampled

if TYPE_CHECKING:
    from tests.browser.visit import Visitor

pytestmark = pytest.mark.browser

SMALLEST: Final = 320  # WCAG 2.2, 1.4.10
PATHS: Final = ("/", *(f"/{page.SLUG}" for page in PAGES if page.SLUG != HOME))
TWICE: Final = "html { font-size: 200% !important }"
SPACED: Final = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
# Words that are cut off by a box which hides what does not fit.
_CUT: Final = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter((box) => {
  const { overflowX, overflowY, clipPath, position } = getComputedStyle(box);
  if (!box.textContent.trim() || !box.checkVisibility() || clipPath !== 'none') return false;
  if (box.closest('.sp-hidden, [data-testid="stPlotlyChart"], [data-testid="stElementToolbar"]')) {
    return false;
  }
  const hides = (way) => way === 'hidden' || way === 'clip';
  return (hides(overflowX) && box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
    || (hides(overflowY) && box.scrollHeight > box.clientHeight + 1 && box.clientHeight > 0);
}).map((box) => `${box.scrollWidth}x${box.scrollHeight} in ${box.clientWidth}x${
  box.clientHeight}: ${box.outerHTML.slice(0, 160)}`)"""
_MOVING: Final = """() => document.getAnimations().filter(
  (animation) => animation.playState === 'running'
    && animation.effect.getTiming().iterations === Infinity).length"""


@pytest.mark.parametrize("path", sampled(PATHS, PATHS[1::2]))
def test_nothing_is_lost(visitor: Visitor, path: str) -> None:
    """Text at 200 % (1.4.4), wide spacing (1.4.12): nothing cut, nothing sideways, no motion."""
    visit = visitor.open_page(path)
    before = visit.page.evaluate(_CUT)
    for style in (TWICE, SPACED):
        tag = visit.page.add_style_tag(content=style)
        visit.page.wait_for_timeout(200)
        cut = [line for line in visit.page.evaluate(_CUT) if line not in before]
        assert not cut, "\n".join(cut)
        assert not visit.sideways, "\n".join(visit.sideways)
        tag.evaluate("tag => tag.remove()")
    assert visit.page.evaluate(_MOVING) == 0


@pytest.mark.parametrize("path", sampled(PATHS, PATHS[::2]))
def test_page_fits_the_smallest_screen(visitor: Visitor, path: str) -> None:
    """At 320 px, or at 400 % on a desk, nothing is cut and nothing scrolls sideways."""
    out = visitor.open_page(path, SMALLEST).sideways
    assert not out, "\n".join(out)
