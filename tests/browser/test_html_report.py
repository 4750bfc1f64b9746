"""The HTML report in Chromium: no fault of accessibility, nothing asked for, whole on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.exports.html.report import html_bytes
from components.i18n import catalogue
from tests.browser.visit import HEIGHTS, PHONE, WCAG
from tests.exports.making import of_cities, of_mallikunta
from tests.sample import grid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
Open = Callable[..., "Page"]
REPORTS = {
    "cities": (of_cities, "fi"),
    "cities-sv": (of_cities, "sv"),
    "mallikunta": (of_mallikunta, "en"),
}
VIEWS: tuple[tuple[str, int, Scheme], ...] = (
    ("cities", 1280, "light"),
    ("cities-sv", 390, "dark"),
    ("mallikunta", 1280, "dark"),
    ("mallikunta", 390, "light"),
)
# What sticks out of the page to the right, unless a box of its own scrolls.
SIDEWAYS = """() => [...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('.scroll, .skip, svg'))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
  .map((one) => one.outerHTML.slice(0, 120))"""
SMALL_TARGETS = """() => [...document.querySelectorAll('nav a')]
  .filter((one) => one.getBoundingClientRect().height < 24)
  .map((one) => one.outerHTML)"""


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open reports by name in windows of a width, closed when the test is over."""
    contexts = []

    def open_one(name: str, width: int, scheme: Scheme = "light") -> Page:
        of, language = REPORTS[name]
        file = tmp_path / f"{name}.html"
        file.write_bytes(html_bytes(of(language), catalogue(language)))
        contexts.append(
            browser.new_context(
                viewport={"width": width, "height": HEIGHTS[width]},
                color_scheme=scheme,
                is_mobile=width < PHONE,
                reduced_motion="reduce",
            )
        )
        page = contexts[-1].new_page()
        page.goto(file.as_uri())
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("name", "width", "scheme"), VIEWS)
def test_axe_finds_nothing(open_report: Open, name: str, width: int, scheme: Scheme) -> None:
    """No violation of WCAG A or AA, wide and narrow, light and dark."""
    options = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
    response = Axe().run(open_report(name, width, scheme), options=options).response
    found = [
        f"{rule['id']}: {node['target']}"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]
    assert found == []


@pytest.mark.parametrize(("name", "width"), grid([*REPORTS], [1280, 390, 320]))
def test_nobody_scrolls_sideways(open_report: Open, name: str, width: int) -> None:
    """Nothing sticks out; links of the contents are large enough for a finger."""
    page = open_report(name, width)
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(SMALL_TARGETS) == []


def test_no_request_is_made(open_report: Open) -> None:
    """The file alone is read, and the browser has nothing to complain of."""
    page = open_report("cities", 1280)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.reload(wait_until="networkidle")
    assert asked == [page.url]
    assert said == []


def test_words_in_pictures_can_be_read_on_a_phone(open_report: Open) -> None:
    """No word of a chart is smaller than 12 pixels at 390."""
    page = open_report("cities", 390)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('svg text')].map((text) => {
          const svg = text.closest('svg');
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return parseFloat(getComputedStyle(text).fontSize) * scale;
        })"""
    )
    assert sizes
    assert min(sizes) >= 12


@pytest.mark.parametrize("name", REPORTS)
def test_words_in_pictures_do_not_cover_each_other(open_report: Open, name: str) -> None:
    """In the face that the browser has no two words of a chart overlap."""
    found = open_report(name, 390).evaluate(
        """() => [...document.querySelectorAll('svg')].flatMap((svg) => {
          const boxes = [...svg.querySelectorAll('text')].map(
            (text) => [text.textContent, text.getBoundingClientRect()]);
          return boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
            .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
              && a.top < b.bottom - 4 && b.top < a.bottom - 4)
            .map(([other]) => `${svg.id} ${one} | ${other}`));
        })"""
    )
    assert found == []


def test_paper_is_light_and_nothing_is_cut(open_report: Open) -> None:
    """Printed from a dark screen the paper is white, and no table is wider than the sheet."""
    page = open_report("cities", 1280, "dark")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 665, "height": 900})  # 176 mm, as wide as the text on A4
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    cut = page.evaluate(
        """() => [...document.querySelectorAll('table, figure, .voices')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.textContent.trim().slice(0, 60))"""
    )
    assert cut == []
