"""What a choice has changed is said by a screen reader, once, and nothing else is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from components.i18n import catalogue

if TYPE_CHECKING:
    from tests.browser.visit import Visit, Visitor

pytestmark = pytest.mark.browser

MOST_GLANCES: Final = 15  # a busy machine is slow
WORDS: Final = catalogue("fi")
_LISTEN: Final = """() => {
  window.heard = [];
  const status = document.querySelector('body > [role="status"]');
  new MutationObserver(() => window.heard.push(status.textContent))
    .observe(status, { childList: true, characterData: true, subtree: true });
}"""


def heard_after(visit: Visit) -> list[str]:
    """What was said since one has listened, once all is quiet."""
    visit.settle()
    for _ in range(MOST_GLANCES):
        visit.page.wait_for_timeout(700)  # said 300 ms after the last change
        if heard := visit.page.evaluate("window.heard.splice(0)"):
            return list(heard)
    return []


def listening(visitor: Visitor, path: str) -> Visit:
    """Open a page and write down what is said from then on."""
    visit = visitor.open_page(path)
    visit.page.locator('body > [role="status"]').wait_for(state="attached")
    visit.page.evaluate(_LISTEN)
    return visit


def test_results_are_said(visitor: Visitor) -> None:
    """The page opens in silence; a search says its number, a choice what is now shown."""
    visit = visitor.open_page("/haku")
    page = visit.page
    page.locator('body > [role="status"]').wait_for(state="attached")
    assert page.locator('body > [role="status"]').text_content() == ""
    page.evaluate(_LISTEN)
    box = page.get_by_role("textbox", name=WORDS("search.box"))
    box.fill("nuoret")
    box.press("Enter")
    page.locator(".sp-hit").first.wait_for()
    [said] = heard_after(visit)
    assert re.fullmatch(r"\d+ osumaa", said)
    shown = page.locator("[data-announce]").last.text_content()
    assert said == shown
    picker = page.get_by_role("combobox", name=WORDS("controls.municipalities"))
    picker.focus()
    picker.press("Backspace")
    page.wait_for_url(re.compile("kunta=kemi"))
    assert heard_after(visit) == [f"{WORDS('chosen.label')}: Kemi"]


def test_goals_of_a_theme_are_said(visitor: Visitor) -> None:
    """A theme says how many goals it leaves."""
    visit = listening(visitor, "/tavoitteet")
    page = visit.page
    box = page.get_by_role("combobox", name=WORDS("theme.one"))
    box.focus()
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile("teema="))
    [said] = heard_after(visit)
    assert re.fullmatch(r"Kemi, teema .+: \d+ päämäärää?", said)


def test_indicators_drawn_are_said(visitor: Visitor) -> None:
    """Taking an indicator away says which are left; the map says what it shows."""
    visit = listening(visitor, "/mittarit?mittari=population&mittari=employment_rate")
    page = visit.page
    box = page.get_by_role("combobox", name=WORDS("indicators.pick"))
    box.focus()
    box.press("Backspace")
    [said] = heard_after(visit)
    assert said == f"{WORDS('indicators.over_time')}: Väkiluku"
    box.press("Tab")  # the open list hides all else
    column = WORDS("indicators.column_indicator")
    shown = page.get_by_role("combobox", name=column, exact=True)
    shown.focus()
    shown.press("ArrowDown")
    shown.press("ArrowDown")
    shown.press("Enter")
    page.wait_for_url(re.compile("kartta="))
    [said] = heard_after(visit)
    assert said in page.locator(".sp-small[data-announce]").all_text_contents()


def test_new_page_is_named(visitor: Visitor) -> None:
    """A link of the menu changes the page without a load: its title is said."""
    visit = listening(visitor, "/vertailu")
    visit.page.get_by_role("link", name=WORDS("page.mittarit"), exact=True).first.click()
    visit.page.wait_for_url(re.compile("/mittarit"))
    [said] = heard_after(visit)
    assert said.startswith(WORDS("page.mittarit"))
