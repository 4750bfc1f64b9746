"""A link to a place ends there: opened, at the top, with the focus; so does Back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import TimeoutError as NoArrivalError

from tests.sample import grid, sampled

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.visit import Visitor

pytestmark = pytest.mark.browser

DESK, PHONE = 1280, 390
LANGUAGES: Final = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
PATHS: Final = ("/vertailu", "/tavoitteet", "/toteutuma", "/mittarit")
"""The pages with links to places of their own; tests/pages holds that the others have none."""
EVERY: Final = ("/", *PATHS, "/haku?sanat=nuoret", "/iltakoulu", "/aineisto", "/saavutettavuus")
SEEN: Final = (("fi", DESK), ("sv", PHONE))
PATIENCE: Final = 20_000
# What an address means, told without the script that goes there.
_THERE: Final = """([path, hash, teema, lahde, kohta]) => {
  const named = hash ? document.getElementById(decodeURIComponent(hash))
    : kohta ? document.querySelector('.sp-source-text mark')
    : lahde ? document.querySelector('article.sp-source')
    : teema && path === '/vertailu' ? document.getElementById(`teema-${teema}`)
    : document.querySelector('[data-testid="stMain"] h1');
  if (!named) return 'not there';
  for (let at = named; at; at = at.parentElement) {
    if (at.matches('details') && !at.open) return 'closed';
  }
  const led = hash || kohta || lahde || (teema && path === '/vertailu');
  const { scrollTop, clientHeight, scrollHeight } = document.querySelector('.stMain');
  const ends = scrollTop + clientHeight > scrollHeight - 2; // and cannot bring it up further
  const { top } = named.getBoundingClientRect();
  if (top < -1 || top >= (led && !ends ? 100 : innerHeight)) {
    return `${Math.round(top)} px from the top`;
  }
  const stop = named.matches('details') ? named.querySelector('summary') : named;
  const { outerHTML } = document.activeElement;
  if (led && document.activeElement !== stop) return `focus: ${outerHTML.slice(0, 80)}`;
  return document.querySelectorAll('.sp-source-text mark').length > 1 ? 'more is marked' : '';
}"""
_LINKS: Final = """() => [...document.querySelectorAll('[data-testid="stMain"] .stHtml a[href]')]
  .map((link) => [link.getAttribute('href'), link.href])
  .filter(([, whole]) => new URL(whole).origin === location.origin)"""


def meant(address: str) -> list[str]:
    """The path, the hash and what the query names."""
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    return [
        parts.path,
        parts.fragment,
        *(query.get(n, [""])[-1] for n in ("teema", "lahde", "kohta")),
    ]


def arrives(page: Page, address: str) -> None:
    """Wait until the page is where the address means."""
    try:
        page.wait_for_function(
            f"(to) => ({_THERE})(to) === ''", arg=meant(address), timeout=PATIENCE
        )
    except NoArrivalError:
        told = page.evaluate(_THERE, meant(address))
        pytest.fail(f"{address}: {told}")


def opened(link: Locator) -> Locator:
    """Open all that a link stands in, as one must before one can press it."""
    link.evaluate(
        "(link) => { for (let at = link; at; at = at.parentElement)"
        " if (at.matches('details')) at.open = true; }"
    )
    return link


@pytest.mark.parametrize(("path", "seen"), grid(PATHS, SEEN))
def test_links_of_a_page_to_its_own_places(
    visitor: Visitor, path: str, seen: tuple[str, int]
) -> None:
    """Each ends at its place; so does a fresh load of the last, which the whole page is above."""
    language, width = seen
    address = f"{path}?kieli={language}"
    page = visitor.open_page(address, width).page
    own = [href for href, _ in page.evaluate(_LINKS) if re.match("#(?!dia-)", href)]
    for href in dict.fromkeys(own):
        opened(page.locator(f'.stHtml a[href="{href}"]').first).click()
        arrives(page, meant_by(path, href))
    for href in own[-1:]:
        arrives(visitor.open_page(f"{address}{href}", width).page, meant_by(path, href))


def meant_by(path: str, href: str) -> str:
    """Where a link of a page leads: a theme is named in the query."""
    theme = href.removeprefix("#teema-")
    return f"{path}?teema={theme}" if theme != href and path == "/vertailu" else f"{path}{href}"


@pytest.mark.whole
@pytest.mark.parametrize("path", EVERY)
def test_every_link_of_a_page(visitor: Visitor, path: str) -> None:
    """Each address that a page leads to ends at its place when it is loaded afresh."""
    page = visitor.open_page(path).page
    for address in dict.fromkeys(whole for _, whole in page.evaluate(_LINKS)):
        if any(meant(address)[1:]) and not urlsplit(address).fragment.startswith("dia-"):
            page.goto(address)
            arrives(page, address)


@pytest.mark.parametrize(
    "kind",
    sampled(
        [
            ("/", '[href*="#aukot"]'),
            ("/vertailu", '[href*="kohta="]'),
            ("/toteutuma", '[href*="teema="]'),
            ("/toteutuma", '[href*="#paamaara-"]'),
            ("/toteutuma", '[href*="lahde="]:not([href*="kohta="])'),
            ("/haku?sanat=nuoret", '[href*="kohta="]'),
            ("/aineisto", '[href*="lahde="]'),
        ],
        [("/", '[href*="#aukot"]'), ("/haku?sanat=nuoret", '[href*="kohta="]')],
    ),
    ids=" ".join,
)
def test_links_to_another_page(visitor: Visitor, kind: tuple[str, str]) -> None:
    """The place, after a reload and in another language too; and the way back to the link."""
    path, link = kind
    visit = visitor.open_page(path)
    page = visit.page
    left = opened(page.locator(f".stHtml a{link}").first)
    left.scroll_into_view_if_needed()
    where = left.evaluate("(link) => link.getBoundingClientRect().top")
    target = str(left.evaluate("(link) => link.href"))
    left.click()
    page.wait_for_url(target)
    visit.settle()
    arrives(page, target)
    page.reload()
    visit.settle()
    arrives(page, target)
    page.go_back()
    page.wait_for_url(re.compile(re.escape(path) + "$"))
    visit.settle()
    page.wait_for_function(
        "([link, top]) => { const found = document.querySelector(link);"
        " return found?.checkVisibility()"
        " && Math.abs(found.getBoundingClientRect().top - top) < 100; }",
        arg=[f".stHtml a{link}", where],
        timeout=PATIENCE,
    )
    page.go_forward()
    visit.settle()
    arrives(page, target)
    page.get_by_role("radio", name=LANGUAGES["sv"]).click()
    visit.wait_for_language("sv")
    visit.settle()
    arrives(page, target)


def test_what_is_opened_stands_in_the_address(visitor: Visitor) -> None:
    """A theme opened by hand is open for whoever gets the address; closed it is not named."""
    visit = visitor.open_page("/vertailu", PHONE)
    page = visit.page
    fold = page.locator("details.sp-theme[data-place]:not([open])").first
    name = str(fold.get_attribute("id")).removeprefix("teema-")
    fold = page.locator(f"#teema-{name}")
    fold.locator("summary").first.click()
    page.wait_for_url(re.compile(f"teema={name}"))
    arrives(visitor.open_page(page.url.removeprefix(visitor.url), PHONE).page, page.url)
    fold.locator("summary").first.click()
    page.wait_for_url(re.compile("/vertailu$"))


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_place_stays_where_it_is_while_the_page_grows(visitor: Visitor, width: int) -> None:
    """What is drawn late above a place, or grows there, does not push it down the screen."""
    address = "/toteutuma?kieli=sv#raha"
    page = visitor.open_page(address, width).page
    arrives(page, address)
    page.locator(".js-plotly-plot svg.main-svg").first.wait_for(state="attached")
    page.evaluate("document.querySelector('.stMain').style.overflowAnchor = 'none'")  # as Safari
    page.evaluate("document.querySelector('.stHtml').style.paddingBottom = '700px'")
    page.wait_for_timeout(700)
    assert page.evaluate(_THERE, meant(address)) == ""


def test_visitor_who_acts_is_not_dragged_back(visitor: Visitor) -> None:
    """Once one scrolls by oneself the page stays where one is, whatever is drawn later."""
    page = visitor.open_page("/toteutuma#raha").page
    arrives(page, page.url)
    page.mouse.move(600, 500)
    page.mouse.wheel(0, -3000)
    page.wait_for_timeout(300)
    before = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop")
    page.evaluate("document.querySelector('.stHtml').style.paddingBottom = '400px'")
    page.wait_for_timeout(300)
    after = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop")
    assert abs(after - before) <= 400  # the browser's own anchoring, and no jump to the place


@pytest.mark.parametrize(
    "named",
    sampled(["#%E0%A4%A", "#", "#olematon", "#dia-1", "#stMain"], ["#%E0%A4%A", "#olematon"]),
)
def test_hash_that_names_no_place_is_no_error(visitor: Visitor, named: str) -> None:
    """The page opens as it is, and says nothing of it to the console."""
    visit = visitor.open_page(f"/vertailu{named}")
    visit.page.wait_for_timeout(700)
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/vertailu?teema=olematon", "teema=olematon"),
        ("/iltakoulu?valitut=olematon", "valitut=olematon"),
        ("/aineisto?lahde=kemi/olematon", "lahde=kemi/olematon"),
        ("/aineisto?lahde=kemi/strategia-2022&kohta=olematon", "kohta=olematon"),
        ("/tavoitteet?teema=olematon", "teema=olematon"),
    ],
)
def test_what_an_address_asks_amiss_is_told(visitor: Visitor, address: str, found: str) -> None:
    """Said at the head of the page, as for a municipality; the way back is not shut."""
    visit = visitor.open_page("/saavutettavuus")
    page = visit.page
    page.goto(visitor.url + address)
    visit.settle()
    assert found in page.locator(".sp-notice").inner_text()
    page.go_back()
    page.wait_for_url(re.compile("/saavutettavuus"))
