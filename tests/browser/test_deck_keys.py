"""The keys of the council evening: Space, B, a number and Enter, and a bar that hides itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from components.i18n import LANGUAGES, catalogue
from tests.browser.deck import PAGE, Opened, Shown
from tests.sample import grid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.browser.visit import Visitor

pytestmark = pytest.mark.browser

SCREENS = [(1280, 900), (1280, 720), (390, 844)]
TOP = "Math.round(deck.getBoundingClientRect().top)"


@pytest.fixture
def whole(deck: Shown) -> Shown:
    """The deck on the whole screen, in the page and in the file."""
    deck.button("full")
    deck.until("document.fullscreenElement")
    return deck


def test_space_goes_on_and_back(deck: Shown) -> None:
    """Space is the next slide, Shift and Space the one before."""
    assert deck.press("Space") == 2
    assert deck.press("Space", "Space") == 4
    assert deck.press("Shift+Space") == 3


def test_space_presses_the_button_that_has_the_focus(deck: Shown) -> None:
    """Where a button or a link has the focus, Space and Enter are its keys."""
    deck.press("End")
    deck.page.locator('[data-do="previous"]').focus()
    assert deck.press("Space") == deck.count - 1
    deck.page.locator('[data-do="previous"]').focus()
    assert deck.press("Enter") == deck.count - 2
    deck.press("Home", *["ArrowRight"] * 6)
    deck.page.locator(".slide.current .official .cite").first.focus()
    assert deck.press("Space") == 7
    deck.press("Enter")
    assert deck.ask("slide.classList.contains('slide-sources')")


def test_space_stays_with_the_page_out_of_view_and_in_fields(in_page: Opened) -> None:
    """Below the deck Space scrolls on; in the box of the title it is a space, and B a letter."""
    shown, visit = in_page
    box = visit.page.get_by_role("textbox", name=catalogue("fi")("iltakoulu.name"))
    box.click()
    assert shown.press("b", "Space", "4", "Enter") == 1
    assert box.input_value() == "b 4"
    assert not shown.blank
    visit.settle()
    visit.page.evaluate("document.querySelector('.sp-slides').scrollIntoView()")
    visit.page.evaluate("document.activeElement.blur()")
    before = shown.ask(TOP)
    assert shown.press("Space", "PageUp") == 1
    assert before < -100


@pytest.mark.parametrize("key", ["b", "B", "."])
def test_b_blanks_the_screen_until_a_key(key: str, whole: Shown) -> None:
    """The slide is covered and out of reach, for a screen reader too; any key shows it again."""
    whole.press("PageDown")
    whole.page.keyboard.press(key)
    assert whole.blank
    assert whole.ask("deck.getRootNode().activeElement.innerText") == catalogue("fi")(
        "iltakoulu.blanked"
    )
    assert whole.ask("[...deck.querySelectorAll('.slides, .bar')].every((one) => one.inert)")
    whole.press("Shift")
    assert whole.blank
    assert whole.press("PageDown") == 2
    assert not whole.blank
    assert whole.focused == "dia-2-otsikko"
    assert not whole.ask("[...deck.querySelectorAll('.slides, .bar')].some((one) => one.inert)")
    assert whole.press("PageDown") == 3


def test_click_shows_a_blank_screen_again(whole: Shown) -> None:
    """A click anywhere shows the slide, and does nothing else."""
    whole.press("PageDown", "b")
    whole.page.mouse.click(1200, 690)  # where the bar is
    assert not whole.blank
    assert whole.at == 2
    assert whole.full


def test_letters_and_figures_are_keys_of_the_deck_alone(in_page: Opened) -> None:
    """While a page has the keys (WCAG 2.1.4), B and a number do nothing; in the deck they do."""
    shown, visit = in_page
    visit.page.evaluate("document.activeElement.blur()")
    assert shown.press("b", ".", "7", "Enter") == 1
    assert not shown.ask("deck.querySelector('.slides').inert")
    assert shown.typed == ""
    shown.press("PageDown")  # now the slide has the focus
    assert shown.press("7", "Enter") == 7
    shown.press("b")
    assert shown.blank


def test_number_and_enter_lead_to_a_slide(whole: Shown) -> None:
    """The number is seen as it is typed; one past an end leads to the end."""
    whole.press("1", "2")
    assert whole.typed == f"Enter → dia 12 / {whole.count}"
    assert whole.press("Enter") == 12
    assert whole.typed == ""
    assert whole.press(*"999", "Enter") == whole.count
    assert whole.press("0", "Enter") == 1
    assert whole.press("3", "1", "Backspace", "Enter") == 3


def test_number_is_forgotten(in_file: Opened) -> None:
    """By Escape at once, by itself in some seconds, by a move at once; then Enter is no key."""
    shown, _ = in_file
    shown.press("2", "Escape")
    assert shown.typed == ""
    assert shown.press("Enter") == 1
    assert shown.press("9", "PageDown") == 2
    assert shown.typed == ""
    assert shown.press("5") == 2
    shown.page.wait_for_timeout(3000)
    assert shown.typed
    shown.until("deck.querySelector('[data-typed]').innerText === ''")
    assert shown.press("Enter") == 2


def test_number_typed_goes_before_the_button_in_focus(deck: Shown) -> None:
    """Enter on a button presses it; once a number is typed it leads to the slide."""
    deck.page.locator('[data-do="next"]').focus()
    assert deck.press("6", "Enter") == 6


def test_bar_hides_while_the_pointer_rests(whole: Shown) -> None:
    """About three seconds, cursor too; keys leave it hidden, a move of the pointer shows it."""
    whole.stir()
    whole.press("PageDown")
    whole.page.wait_for_timeout(1500)
    assert whole.bar_seen == 1
    whole.until("getComputedStyle(deck.querySelector('.bar')).opacity === '0'")
    assert whole.ask("getComputedStyle(slide).cursor") == "none"
    whole.press("PageDown", "Space")
    assert whole.bar_seen == 0
    whole.stir()
    whole.until("getComputedStyle(deck.querySelector('.bar')).opacity === '1'")
    assert whole.ask("getComputedStyle(slide).cursor") != "none"


def test_hidden_bar_is_reached_by_tab_and_stays(in_file: Opened) -> None:
    """Tab leads to its buttons, which show while one of them has the focus, however long."""
    shown, visit = in_file
    shown.until("getComputedStyle(deck.querySelector('.bar')).opacity === '0'")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.dataset.do") == "previous"
    shown.until("getComputedStyle(deck.querySelector('.bar')).opacity === '1'")
    visit.page.wait_for_timeout(3600)
    assert shown.bar_seen == 1


def test_bar_in_a_page_never_hides(in_page: Opened) -> None:
    """Among the other things of a page it is no more in the way than they are."""
    shown, visit = in_page
    visit.page.wait_for_timeout(3600)
    assert shown.bar_seen == 1


def test_bar_hides_at_once_for_who_wants_no_motion(
    deck_file: Path, contexts: Callable[..., BrowserContext]
) -> None:
    """It fades, but not where motion is unwanted."""
    for wanted, seconds in (("no-preference", "0.3s"), ("reduce", "0s")):
        page = contexts(reduced_motion=wanted).new_page()
        page.goto(deck_file.as_uri())
        shown = Shown(page).wait()
        assert shown.ask("getComputedStyle(deck.querySelector('.bar')).transitionDuration") == (
            seconds
        )


def test_first_touch_shows_the_bar_and_presses_nothing(
    deck_file: Path, contexts: Callable[..., BrowserContext]
) -> None:
    """A finger cannot tell where a hidden button is."""
    page = contexts(1024, 768, has_touch=True, is_mobile=True).new_page()
    page.goto(deck_file.as_uri())
    shown = Shown(page).wait()
    box = page.locator('[data-do="next"]').bounding_box()
    assert box is not None
    place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    shown.until("getComputedStyle(deck.querySelector('.bar')).opacity === '0'")
    page.touchscreen.tap(*place)
    shown.until("getComputedStyle(deck.querySelector('.bar')).opacity === '1'")
    assert shown.at == 1
    page.touchscreen.tap(*place)
    shown.wait_for(2)


@pytest.mark.parametrize("where", ["page", "file"])
def test_presenter_blanks_the_hall_and_not_itself(
    where: str, deck_file: Path, visitor: Visitor, contexts: Callable[..., BrowserContext]
) -> None:
    """The presenter goes on reading, is told that the hall is dark, and any key lights it."""
    if where == "page":
        page = visitor.open_page(f"{PAGE}?esitys=1").page
    else:
        page = contexts().new_page()
        page.goto(deck_file.as_uri())
    hall = Shown(page).wait()
    with page.expect_popup() as opened:
        hall.button("presenter")
    presenter = Shown(opened.value).wait()
    assert hall.focused == "dia-1-otsikko"  # no button of the hall keeps its bar on the wall
    told = "deck.querySelector('[data-blanked]').innerText"
    pressed = "deck.querySelector('[data-do=blank]').getAttribute('aria-pressed')"
    presenter.press("b")
    hall.until("deck.querySelector('.slides').inert")
    assert hall.blank
    assert not presenter.blank
    presenter.until(f"{told} === {catalogue('fi')('iltakoulu.blanked')!r}")
    assert presenter.ask(pressed) == "true"
    presenter.press("Space")
    hall.until("!deck.querySelector('.slides').inert")
    assert (presenter.at, hall.at, presenter.ask(told)) == (1, 1, "")
    presenter.button("blank")
    hall.until("deck.querySelector('.slides').inert")
    presenter.button("blank")
    hall.until("!deck.querySelector('.slides').inert")
    hall.press("b")
    presenter.until(f"{pressed} === 'true'")
    presenter.button("next")
    hall.wait_for(2)
    hall.until("!deck.querySelector('.slides').inert")
    presenter.page.wait_for_timeout(3600)
    assert presenter.bar_seen == 1


@pytest.mark.parametrize(("screen", "key"), grid(SCREENS, ["PageDown", "Space", "ArrowRight"]))
def test_home_leads_to_the_deck_and_its_keys_work_at_once(
    screen: tuple[int, int], key: str, visitor: Visitor
) -> None:
    """Who follows "Esitä" sees the whole slide, and the first key shows the next."""
    width, height = screen
    visit = visitor.open_page("/?kunta=kemijarvi", width)
    visit.page.set_viewport_size({"width": width, "height": height})
    visit.page.get_by_role("link", name=catalogue("fi")("home.way_present"), exact=True).click()
    visit.page.wait_for_url(f"**{PAGE}?kunta=kemijarvi#dia-1")
    shown = Shown(visit.page).wait()
    visit.settle()
    shown.until(f"{TOP} >= 0 && deck.getBoundingClientRect().bottom <= innerHeight + 1")
    assert shown.press(key) == 2


def test_keys_work_from_the_heading_and_bring_the_slide_into_view(visitor: Visitor) -> None:
    """A link of the menu leaves the focus on the heading: the first key shows slide 2, whole."""
    visit = visitor.open_page("/haku")
    link = visit.page.locator(".st-key-menu").get_by_role(
        "link", name=catalogue("fi")("page.iltakoulu")
    )
    link.click()
    shown = Shown(visit.page).wait()
    visit.settle()
    title = visit.page.get_by_role("heading", name=catalogue("fi")("iltakoulu.title"))
    expect(title).to_be_focused()
    assert shown.press("PageDown") == 2
    assert shown.ask("deck.getBoundingClientRect().bottom <= innerHeight + 1")


def test_keys_work_from_the_box_that_scrolls(in_page: Opened) -> None:
    """Streamlit's own box may have the focus: it is no place that a visitor has chosen."""
    shown, visit = in_page
    visit.page.evaluate(
        """() => {
          const box = document.querySelector('[data-testid="stMain"]');
          box.tabIndex = -1;
          box.focus();
        }"""
    )
    assert visit.page.evaluate("document.activeElement.dataset.testid") == "stMain"
    assert shown.press("Space") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_told_below_the_deck(language: str, visitor: Visitor) -> None:
    """The page names the new keys in its language."""
    visit = visitor.open_page(f"{PAGE}?kieli={language}")
    told = visit.page.get_by_text(catalogue(language)("iltakoulu.keys")).inner_text()
    assert all(key in told for key in ("Enter", " B ", "Esc", "PageDown"))
