"""The colours that a visitor forces, and the stillness asked for, are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from components.i18n import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.browser.dashboard import Dashboard

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

WORDS: Final = catalogue("fi")
PATHS: Final = ("/vertailu", "/mittarit", "/toteutuma")
# Marks of a municipality that have no colour or no size; the page one is on without a line.
_LOST: Final = """() => [...document.querySelectorAll('.sp-mark')].filter((mark) => {
  const { backgroundColor, borderTopWidth } = getComputedStyle(mark);
  return mark.checkVisibility() && backgroundColor === 'rgba(0, 0, 0, 0)'
    && parseFloat(borderTopWidth) === 0;
}).map((mark) => mark.outerHTML)"""
_LINE: Final = """() => {
  const { borderBottomStyle, borderBottomWidth } = getComputedStyle(
    document.querySelector('.st-key-menu a[aria-current="page"]'));
  return `${borderBottomStyle} ${borderBottomWidth}`;
}"""
_RING: Final = "() => getComputedStyle(document.activeElement).outlineStyle"
_LASTING: Final = """() => [...document.querySelectorAll('.stApp, .stApp *')].filter((element) => {
  const { animationIterationCount, animationName, scrollBehavior } = getComputedStyle(element);
  return scrollBehavior === 'smooth'
    || (animationName !== 'none' && animationIterationCount === 'infinite');
}).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def forced(browser: Browser, dashboard: Dashboard) -> Iterator[Visit]:
    """A visitor with forced colours who wants no motion."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        locale="fi-FI",
        forced_colors="active",
        reduced_motion="reduce",
    )
    visit = Visit(context.new_page())
    visit.page.goto(dashboard.url)
    yield visit
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_told_by_a_lost_colour(forced: Visit, dashboard: Dashboard, path: str) -> None:
    """Marks keep their colours, the open page its line, the focus its ring; nothing moves."""
    page = forced.page
    page.goto(dashboard.url + path)
    forced.settle()
    assert page.evaluate(_LOST) == []
    assert page.evaluate(_LINE) == "solid 3px"
    assert page.evaluate(_LASTING) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(_RING) == "solid"
    assert forced.violations() == []
