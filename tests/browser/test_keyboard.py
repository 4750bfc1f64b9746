"""Everything by keyboard alone: whole journeys, a focus that is seen and never lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from components.i18n import catalogue
from components.pages import HOME, PAGES
from tests.browser.deck import Shown
from tests.browser.focus import focused, tab_to, unseen_stops
from tests.sample import sampled

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.visit import Visitor

pytestmark = pytest.mark.browser

WORDS: Final = catalogue("fi")
MOST_GLANCES: Final = 15  # a busy machine is slow
PATHS: Final = ("/", *(f"/{page.SLUG}" for page in PAGES if page.SLUG != HOME))
IN_CHARTS: Final = """() => [...document.querySelectorAll(
  '[data-testid="stPlotlyChart"] :is(a, button, input, [tabindex])')]
  .filter((element) => element.tabIndex >= 0).map((element) => element.outerHTML.slice(0, 120))"""


def focus_settles(page: Page, words: str) -> None:
    """The focus comes to rest where it is, or on the heading of the new page; never nowhere."""
    for _ in range(MOST_GLANCES):
        page.wait_for_timeout(700)  # the focus is looked after 300 ms after the last change
        if words in focused(page):
            return
    assert words in focused(page)


@pytest.mark.parametrize("path", sampled(PATHS, PATHS[2::3]))
def test_focus_is_seen_on_every_stop(visitor: Visitor, path: str) -> None:
    """A ring of 2 px at least and 3:1 against what is behind it; charts are no stops at all."""
    page = visitor.open_page(path).page
    count, unseen = unseen_stops(page)
    assert count > 15
    assert not unseen, "\n".join(unseen)
    assert page.evaluate(IN_CHARTS) == []


def test_focus_is_seen_in_the_dark(visitor: Visitor) -> None:
    """The same ring on the dark theme."""
    count, unseen = unseen_stops(visitor.open_page("/haku?sanat=nuoret", scheme="dark").page)
    assert count > 15
    assert not unseen, "\n".join(unseen)


def test_promise_is_found_and_its_source_opened(visitor: Visitor) -> None:
    """From the front page by words of one's own to the passage in the text of the source."""
    visit = visitor.open_page("/")
    page = visit.page
    tab_to(page, WORDS("search.box"))
    page.keyboard.type("nuorten harrastukset")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/haku"))
    page.locator(".sp-hit").first.wait_for()
    visit.settle()
    tab_to(page, "summary " + WORDS("cite.source"))
    page.keyboard.press("Enter")
    assert page.locator(".sp-cite[open] blockquote mark").count() == 1
    tab_to(page, WORDS("cite.open"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/aineisto\?.*lahde="))
    page.locator(".sp-source-text mark").first.wait_for()


def test_two_are_compared_on_a_theme(visitor: Visitor) -> None:
    """One municipality is taken away and chosen anew, a theme opened, a citation read."""
    visit = visitor.open_page("/vertailu")
    page = visit.page
    tab_to(page, WORDS("controls.municipalities"))
    page.keyboard.press("Backspace")
    page.wait_for_url(re.compile("kunta=kemi$"))
    visit.settle()
    assert WORDS("controls.municipalities") in focused(page)
    page.keyboard.type("kemij")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/vertailu$"))
    page.keyboard.press("Escape")
    visit.settle()
    assert WORDS("controls.municipalities") in focused(page)
    theme = page.locator("details.sp-theme:not([open]) > summary").first.inner_text()
    tab_to(page, theme.partition("\n")[0])
    page.keyboard.press("Enter")
    tab_to(page, "summary " + WORDS("cite.source"))
    page.keyboard.press("Enter")
    assert page.locator("details.sp-theme[open] .sp-cite[open] .sp-cite-title").count() == 1


def test_hand_out_is_made_and_the_deck_runs(visitor: Visitor) -> None:
    """On the page of the council evening: slides forward and back, then the file of a hand-out."""
    visit = visitor.open_page("/iltakoulu?kunta=kemi")
    page = visit.page
    deck = Shown(page).wait()
    page.keyboard.press("Tab")
    for _ in range(60):
        if deck.ask("deck.getRootNode().activeElement !== null"):
            break
        page.keyboard.press("Tab")
    assert deck.press("PageDown") == 2
    assert deck.press("PageUp") == 1
    tab_to(page, WORDS("iltakoulu.kind.html"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.path().stat().st_size > 10_000
    focus_settles(page, WORDS("iltakoulu.kind.html"))


def test_focus_is_never_lost(visitor: Visitor) -> None:
    """After a choice it stays on the choice; on a new page it goes to the heading."""
    visit = visitor.open_page("/toteutuma")
    page = visit.page
    tab_to(page, "Suomi")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    visit.wait_for_language("sv")
    visit.settle()
    focus_settles(page, "Svenska")
    tab_to(page, catalogue("sv")("theme.one"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("hanketeema="))
    visit.settle()
    focus_settles(page, catalogue("sv")("theme.one"))
    tab_to(page, catalogue("sv")("page.mittarit"), "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/mittarit"))
    visit.settle()
    focus_settles(page, catalogue("sv")("indicators.title"))
