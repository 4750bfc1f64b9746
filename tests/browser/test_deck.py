"""The deck of the council evening in Chromium: keys, full screen, the presenter, paper, rules."""

from __future__ import annotations

import re
import urllib.request
from typing import TYPE_CHECKING, Literal

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe

from components.exports.deck import deck_bytes
from components.exports.handout.builder import SUBJECTS, Subject
from components.exports.slides.slides import MOST
from components.i18n import LANGUAGES, catalogue
from tests.browser.deck import PAGE, Opened, Shown
from tests.browser.visit import WCAG, Visitor
from tests.exports.making import of_cities, of_mallikunta
from tests.sample import grid, sampled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.browser.dashboard import Dashboard

pytestmark = pytest.mark.browser


def test_keys_change_the_slide(deck: Shown) -> None:
    """Arrows, PageUp and PageDown, as clickers send them, Home and End; never past an end."""
    assert deck.at == 1
    assert deck.press("ArrowRight") == 2
    assert deck.press("PageDown") == 3
    assert deck.press("ArrowLeft") == 2
    assert deck.press("PageUp", "PageUp") == 1
    assert deck.press("End", "ArrowRight") == deck.count
    assert deck.press("Home", "ArrowLeft") == 1


def test_other_letters_are_no_keys(deck: Shown) -> None:
    """Letters but for B, figures without Enter and keys with a modifier leave the slide."""
    deck.press("ArrowRight")
    assert deck.press(*"fnprc1", "Control+ArrowRight", "Alt+PageDown", "Shift+PageDown") == 2
    deck.press("Control+b", "Alt+b")
    assert not deck.blank
    assert not deck.full


def test_no_quick_press_is_lost(deck: Shown) -> None:
    """Fourteen presses without a pause are fourteen slides."""
    assert deck.press(*["PageDown"] * 14) == 15


def test_a_change_is_told_and_has_the_focus(deck: Shown) -> None:
    """The place is a status, and the focus is on the heading of the slide shown."""
    deck.press("ArrowRight", "ArrowRight")
    assert deck.told == f"dia 3 / {deck.count}"
    assert deck.focused == "dia-3-otsikko"
    assert deck.ask("deck.querySelectorAll('.slide.current').length") == 1
    assert deck.ask("slide.querySelectorAll('h1').length") == 1


def test_buttons_change_the_slide(deck: Shown) -> None:
    """What the keys do the buttons do; each is at least 44 px high and wide."""
    deck.button("next")
    deck.button("next")
    deck.button("previous")
    assert deck.at == 2
    sizes = deck.ask(
        "[...deck.querySelectorAll('.bar :is(button, a)')].filter((one) => one.offsetParent)"
        ".map((one) => [one.offsetWidth, one.offsetHeight])"
    )
    assert len(sizes) == 4
    assert min(min(size) for size in sizes) >= 44


def test_full_screen_by_the_button_and_back_by_escape(deck: Shown) -> None:
    """The button gives the whole screen, keys go on there, Escape leaves and the slide stays."""
    deck.button("full")
    deck.until("document.fullscreenElement")
    assert deck.press("PageDown") == 2
    assert deck.ask("slide.getBoundingClientRect().width") == deck.page.evaluate("innerWidth")
    deck.press("Escape")
    deck.until("!document.fullscreenElement")
    assert deck.at == 2


def test_address_names_the_slide_and_a_reload_stays(deck: Shown) -> None:
    """Moving writes #dia-7 without a step in the history; a reload shows that slide again."""
    steps = deck.page.evaluate("history.length")
    deck.press(*["ArrowRight"] * 6)
    assert deck.page.url.endswith("#dia-7")
    assert deck.page.evaluate("history.length") == steps
    deck.page.reload()
    deck.wait()
    assert deck.at == 7


def test_shared_link_opens_its_slide(visitor: Visitor) -> None:
    """A link with choices and a slide leads there, in any language."""
    visit = visitor.open_page(f"{PAGE}?kieli=sv&aihe=paamaarat#dia-7")
    shown = Shown(visit.page).wait()
    assert shown.at == 7
    assert visit.page.url.endswith("#dia-7")
    assert visit.language == "sv"


def test_list_of_slides_leads_to_them(in_page: Opened) -> None:
    """A link of the list below the deck opens its slide and brings it into view."""
    shown, visit = in_page
    visit.page.locator('.sp-slides a[href="#dia-5"]').click()
    shown.wait_for(5)
    assert shown.focused == "dia-5-otsikko"
    assert shown.ask("slide.getBoundingClientRect().top < innerHeight / 2")


def test_citation_leads_to_the_list_of_sources(deck: Shown) -> None:
    """The number beside official words opens the slide that tells of the source."""
    deck.press(*["ArrowRight"] * 6)
    deck.page.locator(".slide.current .official .cite").first.click()
    assert deck.ask("slide.classList.contains('slide-sources')")


def test_keys_stay_with_a_field_that_has_the_focus(in_page: Opened) -> None:
    """While one types a title, arrows, Home and End move in the words, not the slides."""
    shown, visit = in_page
    visit.page.get_by_role("textbox", name=catalogue("fi")("iltakoulu.name")).click()
    assert shown.press("ArrowRight", "End", "Home", "PageDown") == 1


def test_finger_moves_the_slides(
    deck_file: Path, visitor: Visitor, contexts: Callable[..., BrowserContext]
) -> None:
    """Sideways is another slide, a short move is none."""
    page = contexts(390, 844, has_touch=True, is_mobile=True).new_page()
    page.goto(deck_file.as_uri())
    visit = visitor.open_page(f"{PAGE}?esitys=1", 390)
    for shown in (Shown(page).wait(), Shown(visit.page).wait()):
        shown.swipe(300, 100)
        assert shown.at == 2
        shown.swipe(100, 300)
        assert shown.at == 1
        shown.swipe(300, 280)
        assert shown.at == 1


@pytest.mark.parametrize("where", ["page", "file"])
def test_presenter_and_hall_follow_each_other(
    where: str, deck_file: Path, visitor: Visitor, contexts: Callable[..., BrowserContext]
) -> None:
    """The second window tells the next title, notes and time, and each moves the other."""
    if where == "page":
        page = visitor.open_page(PAGE).page
    else:
        page = contexts().new_page()
        page.goto(deck_file.as_uri())
    hall = Shown(page).wait()
    hall.press(*["ArrowRight"] * 5)
    with page.expect_popup() as opened:
        hall.button("presenter")
    presenter = Shown(opened.value).wait()
    presenter.wait_for(6)
    presenter.press("PageDown")
    hall.wait_for(7)
    hall.press("ArrowRight")
    presenter.wait_for(8)
    seventh, ninth = (
        presenter.ask(f"deck.querySelector('#dia-{number} h1').textContent") for number in (7, 9)
    )
    assert presenter.ask("deck.querySelector('[data-next]').textContent") == ninth != seventh
    assert "[1]" in presenter.ask("deck.querySelector('[data-said]').textContent")
    assert re.fullmatch(
        r"\d+:\d\d", presenter.ask("deck.querySelector('[data-elapsed]').innerText")
    )
    presenter.page.reload()
    presenter.wait().wait_for(8)
    page.reload()
    hall.wait()
    presenter.press("ArrowLeft")
    hall.wait_for(7)


def test_presentation_view_shows_the_deck_alone(visitor: Visitor) -> None:
    """With esitys=1 there is nothing on the wall but the slide and its bar, which leads out."""
    visit = visitor.open_page(f"{PAGE}?aihe=paamaarat&esitys=1")
    shown = Shown(visit.page).wait()
    assert shown.ask("slide.getBoundingClientRect().width") == 1280
    assert visit.page.locator("h1:visible").count() == 1
    assert visit.page.get_by_role("textbox").count() == 0
    visit.page.locator("[data-back]").click()
    visit.settle()
    assert visit.page.url.endswith(f"{PAGE}?aihe=paamaarat")


def test_deck_runs_under_the_policy_of_our_server(in_page: Opened, dashboard: Dashboard) -> None:
    """The policy lets no inline script run but those it names, and the deck runs all the same."""
    shown, visit = in_page
    with urllib.request.urlopen(dashboard.url + PAGE, timeout=20) as answer:  # noqa: S310 - our own
        policy = answer.headers["content-security-policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert not {"'unsafe-inline'", "'unsafe-eval'", "data:", "*"} & set(scripts.split())
    shown.press("ArrowRight")
    assert not visit.complaints, "\n".join(visit.complaints)


def test_file_asks_nothing_of_any_network(in_file: Opened) -> None:
    """One file is all that is read, and its own policy is kept."""
    shown, visit = in_file
    shown.press("End", "Home")
    assert [url for url in visit.requests if not url.startswith("data:")] == [
        visit.page.url.partition("#")[0]
    ]
    assert not visit.complaints, "\n".join(visit.complaints)


@pytest.mark.parametrize(("by", "language"), grid([*SUBJECTS], [*LANGUAGES]))
def test_every_slide_fits_the_screen(
    language: str, by: Subject, tmp_path: Path, contexts: Callable[..., BrowserContext]
) -> None:
    """At 1280 × 720 nothing is cut, nothing scrolls and no words are smaller than 24 px."""
    page = contexts().new_page()
    for name, of in (("cities", of_cities), ("mallikunta", of_mallikunta)):
        file = tmp_path / f"{name}.html"
        file.write_bytes(deck_bytes(of(language, by), catalogue(language)))
        page.goto(file.as_uri())
        shown = Shown(page).wait()
        faults = []
        for _ in range(shown.count):
            faults += shown.faults
            shown.press("ArrowRight")
        assert not faults, "\n".join(faults)


@pytest.mark.whole
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_slide_breaks_a_rule_of_wcag(
    width: int,
    scheme: Literal["light", "dark"],
    deck_file: Path,
    contexts: Callable[..., BrowserContext],
) -> None:
    """Axe sees the slide on the screen only, so that each is shown to it: A and AA, no fault."""
    page = contexts(width, 844 if width == 390 else 720, color_scheme=scheme).new_page()
    page.goto(deck_file.as_uri())
    shown = Shown(page).wait()
    found = []
    for _ in range(shown.count):
        found += violations(shown)
        shown.press("ArrowRight")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "path", sampled([PAGE, f"{PAGE}?esitys=1", f"{PAGE}?esitys=1#esittaja"], [PAGE])
)
def test_deck_of_the_page_breaks_no_rule_of_wcag(path: str, visitor: Visitor) -> None:
    """In the page, on the wall and in the presenter's window, a slide of each kind."""
    shown = Shown(visitor.open_page(path).page).wait()
    found, kinds = [], set()
    for _ in range(shown.count):
        kind = shown.ask("slide.className")
        if kind not in kinds:
            kinds.add(kind)
            found += violations(shown)
        shown.press("ArrowRight")
    assert len(kinds) > 4
    assert not found, "\n".join(found)


def violations(shown: Shown) -> list[str]:
    """What axe finds on the slide that is shown, and on the bar while it is seen."""
    shown.stir()
    options = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
    response = Axe().run(shown.page, options=options).response
    return [
        f"dia {shown.at}: {rule['id']} {node['html'][:160]}"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]


def test_printed_file_has_a_page_for_each_slide(in_file: Opened, tmp_path: Path) -> None:
    """On A4 every slide is a page, and what it says stands on it whole, the charts too."""
    shown, visit = in_file
    count = shown.count
    paper = tmp_path / "paper.pdf"
    visit.page.pdf(path=paper, prefer_css_page_size=True)
    with pikepdf.open(paper) as document:
        assert len(document.pages) == count
        sizes = {
            tuple(round(float(side)) for side in page.mediabox[2:]) for page in document.pages
        }
    assert sizes == {(842, 595)}
    visit.page.emulate_media(media="print")
    outside = visit.page.evaluate(
        """() => [...document.querySelectorAll('.slide')].flatMap((slide) => {
          const whole = slide.getBoundingClientRect();
          const words = [...slide.querySelectorAll('h1, p, li, td, th, svg text')].filter(
            (one) => !one.closest('[hidden], .unseen'));
          return words.filter((one) => {
            const { left, right, top, bottom, width } = one.getBoundingClientRect();
            return width && (left < whole.left - 1 || right > whole.right + 1
              || top < whole.top - 1 || bottom > whole.bottom + 1);
          }).map((one) => `${slide.id}: ${one.textContent}`);
        })"""
    )
    assert outside == []
    labels = visit.page.locator(".slide svg text:visible").all_text_contents()
    assert {"Kemi", "Kemijärvi"} <= {label.strip() for label in labels}
    assert visit.page.locator(".slide:visible").count() == count


def test_without_script_the_file_is_a_page(
    deck_file: Path, contexts: Callable[..., BrowserContext]
) -> None:
    """A reader that runs no script has every slide, one below the other, and no dead button."""
    page = contexts(java_script_enabled=False).new_page()
    page.goto(deck_file.as_uri())
    slides = page.locator(".slide")
    assert slides.count() == MOST  # the hand-out of the two cities fills an hour
    assert all(slides.nth(place).is_visible() for place in range(slides.count()))
    assert not page.locator(".bar").is_visible()
    assert not page.locator(".presenter").is_visible()
