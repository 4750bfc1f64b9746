"""Every page in a real browser: accessible, in its language, whole at every width, alone."""

from __future__ import annotations

import re
import urllib.request
from itertools import product, starmap
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urlsplit

import pytest

from components.pages import PAGES
from tests.browser.visit import Printed, Visitor
from tests.sample import diagonal, sampled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.browser.dashboard import Dashboard
    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

# The first page is the front page, and its address is the root.
PATHS = ("/", *(f"/{page.SLUG}" for page in PAGES[1:]))
DESK, PHONE = 1280, 390
LANGUAGES = {  # what the control that chooses it may be called
    "fi": re.compile(r"^(fi|suomi|suomeksi)$", re.IGNORECASE),
    "sv": re.compile(r"^(sv|svenska|på svenska)$", re.IGNORECASE),
    "en": re.compile(r"^(en|english|in english)$", re.IGNORECASE),
}
CHARTS = ("/vertailu", "/toteutuma", "/mittarit")


class View(NamedTuple):
    """One way to see one page."""

    path: str
    language: str
    width: int
    scheme: Literal["light", "dark"]

    @property
    def address(self) -> str:
        """The path with its language; Finnish is what one gets without asking."""
        return self.path if self.language == "fi" else f"{self.path}?kieli={self.language}"


EVERY = tuple(starmap(View, product(PATHS, LANGUAGES, (DESK, PHONE), ("light", "dark"))))
SAMPLE = list(starmap(View, diagonal(PATHS, [*LANGUAGES], (DESK, PHONE), ("light", "dark"))))
# Of the rest, in `.ci/run`: Finnish wide and narrow, and dark; all others as `slow` ones.
WHOLE = [view for view in EVERY if view.language == "fi" and view[2:] != (PHONE, "dark")]


def seen(view: View) -> object:
    """A view as a parameter, marked by how often it is looked at."""
    if view in SAMPLE:
        return view
    return pytest.param(view, marks=pytest.mark.whole if view in WHOLE else pytest.mark.slow)


@pytest.fixture(
    scope="package",
    params=map(seen, EVERY),
    ids=lambda view: f"{view.path[1:] or 'etusivu'}-{view.language}-{view.width}-{view.scheme}",
)
def view(request: pytest.FixtureRequest) -> View:
    """Each view in turn."""
    chosen: View = request.param
    return chosen


@pytest.fixture(scope="package")
def visit(view: View, browser: Browser, dashboard: Dashboard) -> Iterator[Visit]:
    """Open a view once for all the tests that only look at it."""
    visitor = Visitor(browser, dashboard.url)
    try:
        yield visitor.open_page(view.address, view.width, view.scheme)
    finally:
        visitor.leave()


def test_page_breaks_no_rule_of_wcag(visit: Visit) -> None:
    """Axe finds nothing against WCAG 2.2 A and AA."""
    found = visit.violations()
    assert not found, "\n".join(found)


def test_page_says_its_language(visit: Visit, view: View) -> None:
    """The document is in the language of the address once the script has run."""
    assert visit.language == view.language


def test_page_needs_no_sideways_scroll(visit: Visit) -> None:
    """All of a page is seen by scrolling down only."""
    out = visit.sideways
    assert not out, "\n".join(out)


def test_words_of_charts_are_whole(visit: Visit) -> None:
    """No label of a chart runs past its edge, on a phone either."""
    assert visit.cut == []


def test_page_is_quiet_and_stays_at_home(visit: Visit) -> None:
    """No foreign host is asked for anything, and the console has no error."""
    assert visit.requests
    assert not visit.foreign_requests, "\n".join(visit.foreign_requests)
    assert not visit.complaints, "\n".join(visit.complaints)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_first_byte_has_the_language(dashboard: Dashboard, language: str) -> None:
    """What a reader without scripts gets says which language it is in."""
    address = f"{dashboard.url}/{PAGES[1].SLUG}?kieli={language}"
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - our own server
        assert f'<html lang="{language}">' in answer.read().decode()


def test_language_follows_a_switch_without_reload(visitor: Visitor) -> None:
    """Choosing another language changes lang in the living document, there and back."""
    visit = visitor.open_page(PATHS[1])
    visit.page.evaluate("window.same = true")
    for language in ("sv", "en", "fi"):
        visit.choose(LANGUAGES[language])
        visit.wait_for_language(language)
        visit.settle()
    assert visit.page.evaluate("window.same") is True
    assert not visit.complaints, "\n".join(visit.complaints)


def test_letters_start_nothing(visitor: Visitor) -> None:
    """Streamlit's single-key shortcuts are off outside fields (WCAG 2.2, 2.1.4)."""
    visit = visitor.open_page(PATHS[1])
    assert visit.runs_after("r", "c", "Shift+R", "Shift+C") == 0
    assert visit.page.get_by_role("dialog").count() == 0


@pytest.fixture(
    scope="package",
    params=sampled(
        [*((path, DESK) for path in PATHS), *((path, PHONE) for path in CHARTS)],
        [("/toteutuma", DESK), ("/vertailu", PHONE)],
    ),
    ids=lambda seen: f"{seen[0][1:] or 'etusivu'}-{seen[1]}",
)
def printed(
    request: pytest.FixtureRequest, browser: Browser, dashboard: Dashboard
) -> Iterator[Printed]:
    """Print each page once from a desk, those with charts from a phone as well."""
    visitor = Visitor(browser, dashboard.url)
    try:
        yield visitor.open_page(*request.param).printed()
    finally:
        visitor.leave()


def test_page_is_whole_on_paper(printed: Printed) -> None:
    """Printed on A4 every word is there, folded ones too, and nothing sticks out of the sheet."""
    assert printed.words
    assert printed.missing == []
    assert printed.outside == []


def test_charts_are_whole_on_paper(printed: Printed) -> None:
    """Every bar, point and label of the charts is on the sheet and covers no words below."""
    assert bool(printed.marks) == (urlsplit(printed.address).path in CHARTS)
    assert [name for name, inside in printed.marks if not inside] == []


def test_paper_tells_sources_and_address(printed: Printed) -> None:
    """Whoever holds the paper finds the page again, and the documents behind it."""
    end = "".join(printed.pages[-2:]).replace("\n", "")
    assert printed.address in end
    assert "Kemin kaupunkistrategia 2022–2025" in end
    assert "Kemijärven kaupunkistrategia 2024" in end


def test_heads_of_tables_stand_on_every_sheet(printed: Printed) -> None:
    """A table that goes on upon the next sheet says there again what its columns are."""
    if urlsplit(printed.address).path == "/toteutuma":
        assert sum("Mitä valtuusto voi tehdä" in page for page in printed.pages) > 1
