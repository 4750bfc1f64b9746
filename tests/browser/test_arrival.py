"""How a page comes up: the header first, nothing jumps, keys scroll, every widget rests."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import TimeoutError as NoAnswerError

from components.i18n import LANGUAGES, catalogue
from components.pages import HOME, PAGES
from tests.sample import grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.dashboard import Dashboard
    from tests.browser.visit import Visitor

pytestmark = pytest.mark.browser

PATHS: Final = ("/", *(f"/{page.SLUG}" for page in PAGES if page.SLUG != HOME))
WIDTHS: Final = {1280: 900, 390: 844}
MAIN: Final = '[data-testid="stMain"]'
MOST_SHIFT: Final = 0.1  # what is good by Core Web Vitals
REST: Final = 2_000  # milliseconds
_WATCH: Final = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
window.header = null;
new MutationObserver(() => {
  const drawn = ['.st-key-menu a', '.st-key-menu input', '.st-key-controls input']
    .every((part) => document.querySelector(part));
  if (drawn) window.header ??= performance.now();
}).observe(document, { subtree: true, childList: true });
"""
_CHARTS_ASKED: Final = """() => performance.getEntriesByType('resource')
  .filter(({ name }) => name.includes('/PlotlyChart.')).map(({ startTime }) => startTime)"""
# At rest nothing changes for a fifth of a second.
_RESTING: Final = """() => new Promise((done) => {
  let quiet = setTimeout(done, 200);
  new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(done, 200);
  }).observe(document.body, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
}).then(() => true)"""
# Every fold by a click of its own, those inside too; gives how many are closed in the end.
_UNFOLD: Final = """() => {
  const closed = () => [...document.querySelectorAll('.stMain details:not([open]) > summary')]
    .filter((summary) => summary.checkVisibility());
  for (let rounds = 0; rounds < 5; rounds += 1) closed().forEach((summary) => summary.click());
  return closed().length;
}"""
WIDGETS: Final = {
    "popover": '[data-testid="stPopover"] button',
    "select": '[data-testid="stSelectbox"] button',
    "multiselect": '[data-testid="stMultiSelect"] button[aria-haspopup]',
    "field": '[data-testid="stTextInput"] input',
    "download": '[data-testid="stDownloadButton"] button',
}


@pytest.mark.parametrize(("path", "width"), grid(PATHS, [*WIDTHS]))
def test_page_stands_still_as_it_comes(
    browser: Browser, dashboard: Dashboard, path: str, width: int
) -> None:
    """Nothing jumps, and menu, search and pickers are drawn before the charts are even fetched."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, is_mobile=width < 500, locale="fi-FI"
    )
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(dashboard.url + path)
    page.wait_for_function(
        "() => document.querySelector('.sp-foot')"
        " && !document.querySelector('[data-testid=stSkeleton]')",
        timeout=60_000,
    )
    page.evaluate(_RESTING)
    shift, header = page.evaluate("[window.shift, window.header]")
    asked = page.evaluate(_CHARTS_ASKED)
    context.close()
    assert shift <= MOST_SHIFT
    assert header is not None
    assert all(header <= moment for moment in asked)


@pytest.mark.parametrize(("path", "language"), grid(PATHS, [*LANGUAGES]))
def test_every_widget_opens_and_the_page_rests(visitor: Visitor, path: str, language: str) -> None:
    """After each is opened the page rests within two seconds and answers a click."""
    page = visitor.open_page(f"{path}?kieli={language}").page
    page.set_default_timeout(10_000)
    for kind, widget in WIDGETS.items():
        for place, found in enumerate(page.locator(widget).all()):
            if found.is_visible():
                with resting(page, f"{path} {language}: {kind} {place}"):
                    found.click()
    with resting(page, f"{path} {language}: what folds"):
        assert page.evaluate(_UNFOLD) == 0


@contextmanager
def resting(page: Page, what: str) -> Iterator[None]:
    """Hold that the page rests after what is opened, and answers a click elsewhere."""
    try:
        yield
        page.wait_for_function(_RESTING, timeout=REST + 3_000)  # a run of the script may begin
        page.keyboard.press("Escape")
        page.locator("h1").first.click(timeout=REST)
    except NoAnswerError:
        end_busiest(page)
        pytest.fail(f"{what}: the page does not come to rest")


def end_busiest(page: Page) -> None:
    """End the process of a page that answers nobody: closing it would wait for ever."""
    browser = page.context.browser
    if browser is None:
        return
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [process for process in told if process["type"] == "renderer"]
    os.kill(max(pages, key=lambda process: process["cpuTime"])["id"], signal.SIGKILL)


@pytest.mark.parametrize("key", ["PageDown", "Space", "End"])
def test_keys_scroll_a_page_that_was_just_opened(visitor: Visitor, key: str) -> None:
    """Without a click first."""
    page = visitor.open_page("/vertailu").page
    page.keyboard.press(key)
    page.wait_for_function(
        "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop > 300"
    )


def test_a_theme_is_found_by_its_first_letters(visitor: Visitor) -> None:
    """Typing and Enter pick one, and no more than one, where several are picked too."""
    for path, label in (
        ("/tavoitteet", "theme.one"),
        ("/haku", "theme.one"),
        ("/iltakoulu", "iltakoulu.chosen_theme"),
    ):
        page = visitor.open_page(path).page
        box = page.get_by_role("combobox", name=catalogue("fi")(label))
        box.focus()
        page.keyboard.type("Ympär")
        page.wait_for_timeout(300)
        page.keyboard.press("Enter")
        page.wait_for_function("() => location.search.match(/ilmasto/g)?.length === 1")
        assert page.evaluate("[...new URLSearchParams(location.search)].length") == 1
