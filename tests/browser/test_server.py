"""What our server adds to Streamlit, seen from a real browser."""

from __future__ import annotations

import json
import re
import time
import urllib.request
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from components.i18n import catalogue
from components.pages import HOME, PAGES
from tests.browser.visit import Visit
from tests.sample import sampled
from tests.server.serving import address, make_project, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

    from tests.browser.dashboard import Dashboard
    from tests.browser.visit import Visitor

pytestmark = pytest.mark.browser

PATHS = ("/", *(f"/{page.SLUG}" for page in PAGES if page.SLUG != HOME))
WATCH_POLICY = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""
WORDS: dict[str, dict[str, dict[str, str]]] = json.loads(
    files("components.server").joinpath("streamlit_words.json").read_text(encoding="utf-8")
)
# Words of a user interface that are neither Finnish nor Swedish.
ENGLISH = re.compile(
    r"\b(?:add|and|apply|available|button|cancel|choose|clear|click|close|collapse|connect\w*|"
    r"connection|content|copy|delete|dismiss|download|error|expand|fullscreen|heading|help|"
    r"hide|image|link|loading|more|next|none|of|open|options?|page|press|previous|remove|reset|"
    r"results?|running|search|selected?|show|sidebar|skip|stop|submit|suggestions?|the|toggle|"
    r"upload|values?|view|with|you|your)\b",
    re.IGNORECASE,
)
PROPERTIES = {"roledescription", "valuetext", "placeholder"}
MOST_BYTES = 2_700_000  # design.md section 8
PATIENCE = 300  # seconds the first compression may take on a busy machine
# A page whose every word of its own is one of Streamlit's.
MIMIC = """
import streamlit as st
st.html("<span data-kieli='fi'></span><p id='zoom'>Fullscreen</p>")
st.title("Skip to main content", anchor=False)
st.multiselect("Open", ["No results", "Dismiss", "Clear all", "Kemi"], ["Clear all"],
               select_all=False)
st.selectbox("Clear value", ["1 option available.", "Running..."])
st.text_input("Press Enter to apply", "Remove Kemi")
st.markdown("Connection error")
"""


def names(cdp: CDPSession) -> set[str]:
    """All that a screen reader would say of the page as it is now."""
    found = set()
    for node in cdp.send("Accessibility.getFullAXTree")["nodes"]:
        if node["ignored"]:
            continue
        values = [node.get(part, {}).get("value") for part in ("name", "description", "value")]
        values += [
            item["value"].get("value") for item in node["properties"] if item["name"] in PROPERTIES
        ]
        found |= {value.strip() for value in values if isinstance(value, str)}
    return found


def names_in_use(visit: Visit) -> set[str]:
    """All that is said while every box, field and fold of the page is tried in turn."""
    page, cdp = visit.page, visit.page.context.new_cdp_session(visit.page)
    for fold in page.locator("summary").all():
        fold.focus()
        page.keyboard.press("Enter")
    said = names(cdp)
    for box in page.get_by_role("combobox").all():
        box.focus()
        for typed in ("ArrowDown", "z"):
            page.keyboard.press(typed)
            page.wait_for_timeout(100)
            said |= names(cdp)
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    field = page.get_by_role("textbox").first
    field.focus()
    page.keyboard.type("abc")
    return said | names(cdp)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor of one test, who writes down what the security policy has stopped."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
    context.add_init_script(WATCH_POLICY)
    yield context
    context.close()


def settled(context: BrowserContext, url: str) -> Visit:
    """Open an address and wait until the page has settled."""
    visit = Visit(context.new_page())
    visit.page.goto(url)
    visit.settle()
    return visit


def test_policy_stops_what_is_not_ours(context: BrowserContext, dashboard: Dashboard) -> None:
    """The same page with a script that someone has slipped in: it does not run, and is told."""
    page = settled(context, dashboard.url).page
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.slipped = true';
          document.body.append(script);
        }"""
    )
    assert page.evaluate("window.slipped") is None
    assert page.evaluate("window.violations.length") == 1


class Used(NamedTuple):
    """A page after everything on it has been tried: what was said, stopped and complained of."""

    said: set[str]
    violations: list[str]
    complaints: list[str]


@pytest.fixture(
    scope="module",
    params=sampled(product(PATHS, ("fi", "sv")), [("/vertailu", "fi"), ("/haku", "sv")]),
    ids="-".join,
)
def view(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A page in a language."""
    path, language = request.param
    return path, language


@pytest.fixture(scope="module")
def used(view: tuple[str, str], browser: Browser, dashboard: Dashboard) -> Used:
    """Try everything on a page once, for all tests that ask what came of it."""
    path, language = view
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
    context.add_init_script(WATCH_POLICY)
    visit = settled(context, f"{dashboard.url}{path}?kieli={language}")
    said = names_in_use(visit)
    violations = visit.page.evaluate("window.violations")
    context.close()
    return Used(said, violations, visit.complaints)


def test_page_breaks_no_rule_of_its_policy(used: Used) -> None:
    """Charts, tables, menus and folds run under it, and nothing is even tried in vain."""
    assert used.violations == []
    assert not used.complaints, "\n".join(used.complaints)


def test_no_english_is_left(used: Used, view: tuple[str, str]) -> None:
    """Whatever is opened, chosen or typed, a screen reader reads the language of the page."""
    _, language = view
    assert WORDS["picker"]["Open"][language] in used.said
    assert WORDS["list"]["No results"][language] in used.said
    assert WORDS["page"]["Skip to main content"][language] in used.said
    assert sorted(name for name in used.said if ENGLISH.search(name)) == []


def test_words_follow_a_switch_without_reload(visitor: Visitor) -> None:
    """What was said in one language is said anew in the next, and in English as it was."""
    visit = visitor.open_page("/vertailu")
    page = visit.page
    for language in ("sv", "en", "fi"):
        name = {"fi": "Suomi", "sv": "Svenska", "en": "English"}[language]
        page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).click()
        visit.wait_for_language(language)
        skip, opens = "Skip to main content", "Open"
        expected = [
            WORDS["page"][skip].get(language, skip),
            WORDS["picker"][opens].get(language, opens),
        ]
        page.wait_for_function(
            """([skip, opens]) =>
              document.querySelector('[data-testid="stSkipToContent"]').textContent === skip
              && document.querySelector('[data-testid="stMultiSelect"] button[aria-haspopup]')
                .getAttribute('aria-label') === opens""",
            arg=expected,
        )


@pytest.fixture(scope="module")
def mimic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """Our server with a page that says nothing but Streamlit's words."""
    project = make_project(tmp_path_factory.mktemp("mimic") / "project", MIMIC)
    with served(project, tmp_path_factory.mktemp("elsewhere")) as (process, line):
        yield process, address(line)


def open_mimic(context: BrowserContext, url: str) -> Page:
    """Open the page and wait until it stands."""
    page = context.new_page()
    page.goto(url)
    page.get_by_role("textbox").wait_for()
    return page


def test_what_people_have_written_stays(context: BrowserContext, mimic: tuple[Any, str]) -> None:
    """A goal may be named like a button: only what Streamlit says itself is translated."""
    page = open_mimic(context, mimic[1])
    for words in ("Skip to main content", "Connection error"):
        assert page.get_by_test_id("stMain").get_by_text(words, exact=True).count() == 1
    assert page.locator("#zoom").text_content() == "Fullscreen"
    picker = page.get_by_role("combobox", name="Open")
    picker.focus()
    picker.press("ArrowDown")
    options = page.get_by_role("option").all_text_contents()
    assert options == ["No results", "Dismiss", "Kemi"]
    assert page.locator("[data-tag]").all_text_contents() == ["Clear all"]
    picker.press("Escape")  # what is open hides all else from the tree of names
    page.get_by_role("button", name="Poista Clear all").wait_for()
    field = page.get_by_role("textbox", name="Press Enter to apply")
    assert field.input_value() == "Remove Kemi"
    field.press_sequentially("x")
    assert page.get_by_test_id("InputInstructions").text_content() == "Vahvista Enterillä"
    chosen = page.get_by_role("combobox", name="Clear value")
    assert chosen.input_value() == "1 option available."


def test_lost_server_is_told_in_the_language_of_the_page(
    context: BrowserContext, mimic: tuple[Any, str]
) -> None:
    """The dialog that Streamlit opens says it in Finnish, and can be closed in Finnish."""
    process, url = mimic
    page = open_mimic(context, url)
    process.kill()
    dialog = page.get_by_role("dialog")
    dialog.wait_for(timeout=60_000)
    said = WORDS["dialog"]
    assert dialog.get_by_role("heading").text_content() == said["Connection error"]["fi"]
    assert dialog.get_by_role("button", name=said["Close"]["fi"]).count() == 1
    text = dialog.text_content() or ""
    assert "Palvelin ei vastaa" in text
    assert not ENGLISH.search(text)


@pytest.fixture
def compressed(dashboard: Dashboard) -> None:
    """Wait until the assets are compressed, which the first start of a release takes time for."""
    with urllib.request.urlopen(dashboard.url, timeout=20) as answer:  # noqa: S310 - our own server
        page = answer.read().decode()
    index = re.search(r"static/js/index\.[\w-]+\.js", page)
    assert index
    with urllib.request.urlopen(f"{dashboard.url}/{index[0]}", timeout=20) as answer:  # noqa: S310
        charts = re.search(r"PlotlyChart\.[\w-]+\.js", answer.read().decode())
    assert charts
    request = urllib.request.Request(  # noqa: S310 - our own server
        f"{dashboard.url}/static/js/{charts[0]}",
        headers={"Accept-Encoding": "br"},
        method="HEAD",
    )
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            if answer.headers["content-encoding"] == "br":
                return
        time.sleep(1)
    pytest.fail("the assets were not compressed")


@pytest.mark.usefixtures("compressed")
@pytest.mark.parametrize("path", ["/", "/vertailu", "/toteutuma"])
def test_cold_visit_is_small(context: BrowserContext, dashboard: Dashboard, path: str) -> None:
    """All that a phone fetches until the page stands with its charts, its headers included."""
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    sizes: list[int] = []
    cdp.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(dashboard.url + path)
    page.locator('[data-testid="stMain"] h1').wait_for()
    if path != "/":
        page.locator("svg.main-svg").first.wait_for()
    assert len(sizes) > 50
    assert sum(sizes) <= MOST_BYTES, f"{sum(sizes):,} bytes"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_unknown_address_is_a_page_with_a_way_home(
    context: BrowserContext, dashboard: Dashboard, language: str
) -> None:
    """A real 404, accessible, whose search and whose way home work."""
    visit = Visit(context.new_page())
    page = visit.page
    answer = page.goto(f"{dashboard.url}/ei/ole?kieli={language}")
    assert answer is not None
    assert answer.status == 404
    said = catalogue(language)
    assert page.get_by_role("heading", level=1).text_content() == said("server.missing.title")
    assert visit.violations() == []
    page.get_by_role("searchbox").fill("kaupunki")
    page.get_by_role("button", name=said("server.search")).click()
    page.wait_for_url(re.compile(r"/haku\?.*sanat=kaupunki"))
    page.go_back()
    page.get_by_role("link", name=said("server.home")).click()
    page.locator('[data-testid="stMain"] h1').wait_for()
    assert page.evaluate("document.documentElement.lang") == language


def test_icon_of_the_site_stays_when_the_page_runs(visitor: Visitor) -> None:
    """Streamlit puts none of its own in its place."""
    page = visitor.open_page("/vertailu").page
    icons = page.eval_on_selector_all("link[rel~='icon']", "links => links.map(l => l.href)")
    assert sorted(icons) == [f"{visitor.url}/favicon.png", f"{visitor.url}/favicon.svg"]
