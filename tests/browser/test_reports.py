"""The reports in Chromium without a script: no fault of accessibility, nothing sticks out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.reports.static_site import build
from tests.analysis.making import TODAY, real
from tests.browser.visit import HEIGHTS, PHONE, WCAG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

FILES = ("index.html", "sv/vertailu/kemi/kemijarvi.html", "en/paamaara/kemi/sujuva-arki.html")
SIDEWAYS = """() => [...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('.scroll, .skip, svg'))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
  .map((one) => one.outerHTML.slice(0, 120))"""
SMALL_TARGETS = """() => [...document.querySelectorAll('nav a')]
  .filter((one) => one.getBoundingClientRect().height < 24)
  .map((one) => one.outerHTML)"""
FACES = (
    """() => [...document.fonts].filter((one) => one.status === 'loaded').map((o) => o.family)"""
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of the project's own library as files."""
    found = tmp_path_factory.mktemp("reports") / "site"
    build(real(), found, TODAY)
    return found


@pytest.fixture(scope="module", params=[1280, 390])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of a width; the phone is dark."""
    width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme="dark" if width < PHONE else "light",
        is_mobile=width < PHONE,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("file", FILES)
def test_report_is_for_all(page: Page, folder: Path, file: str) -> None:
    """No violation of WCAG A or AA, nobody scrolls sideways, links have room for a finger."""
    page.goto((folder / file).as_uri())
    options = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
    found = [
        f"{rule['id']}: {node['target']}"
        for rule in Axe().run(page, options=options).response["violations"]
        for node in rule["nodes"]
    ]
    assert found == []
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert "Source Serif 4" in page.evaluate(FACES)


def test_report_is_walked_by_links_and_keys(page: Page, folder: Path) -> None:
    """From a file on a disk: the first Tab skips to the words, links lead on and back."""
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#sisalto"
    page.get_by_role("link", name="Kemijärvi", exact=True).click()
    assert page.url.endswith("/kunta/kemijarvi.html")
    page.get_by_role("link", name="Svenska").click()
    assert page.locator("html").get_attribute("lang") == "sv"
    page.get_by_role("link", name="Rapporter").click()
    assert page.url.endswith("/sv/index.html")
