"""Hostile texts in a real browser: nothing runs, and nothing passes for a link or a heading."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from components.analysis.strategies.versions import choose
from components.exports.handout.builder import Selection
from components.exports.kinds import KINDS
from components.i18n import LANGUAGES, catalogue
from components.loading import load
from components.pages import HOME, PAGES
from tests.analysis.making import TODAY
from tests.browser.dashboard import Dashboard, serve
from tests.browser.visit import Visit
from tests.hostile.root import hostile_root
from tests.sample import sampled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog

pytestmark = pytest.mark.browser

PATHS = (
    *("/", *(f"/{page.SLUG}" for page in PAGES if page.SLUG != HOME)),
    *(f"/{slug}?kieli={one}" for one in ("sv", "en") for slug in ("vertailu", "tavoitteet")),
    *(
        "/toteutuma?kieli=sv",
        "/mittarit?kieli=en",
        "/haku?kieli=sv&sanat=x",
        "/iltakoulu?kieli=en",
    ),
)
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""
# What a payload would be, had it been believed: by tag, address, look.
BELIEVED = """() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap(
    (one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const suspect = (one) =>
    /vieras|javascript|pwned/i.test(`${one.getAttribute('href') ?? one.getAttribute('src') ?? ''}`)
    || one.tagName === 'IFRAME' || one.matches('.katex')
    || [...one.attributes].some(({ name }) => name.startsWith('on'))
    || (one.matches('h1, h2, h3, h4, h5, h6, strong, em, code, del, b, i')
        && /^(Otsikko|lihava|vino|koodi|yli)$/.test(one.textContent.trim()));
  return all(document.body).filter(suspect).map((one) => one.outerHTML.slice(0, 200));
}"""
RUN = "() => [window.pwned, window.violations, document.title.includes('Strategiapeili')]"


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root in which every text is a payload."""
    return hostile_root(tmp_path_factory.mktemp("hostile"))[0]


@pytest.fixture(scope="module")
def server(spoilt: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The product, serving it."""
    with serve(tmp_path_factory.mktemp("served"), "--root", str(spoilt)) as dashboard:
        yield dashboard


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor who writes down what the security policy has stopped."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.mark.parametrize(
    "path", sampled(PATHS, ("/vertailu", "/haku?kieli=sv&sanat=x", "/iltakoulu?kieli=en"))
)
def test_nothing_of_a_file_runs_on_a_page(
    path: str, server: Dashboard, context: BrowserContext
) -> None:
    """No script, dialog, foreign request or stopped attempt; no link, picture or heading."""
    visit, dialogs = Visit(context.new_page()), []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", dismiss)
    visit.page.goto(f"{server.url}{path}")
    visit.settle()
    for fold in visit.page.locator("summary").all()[:40]:
        fold.evaluate("(one) => { one.parentElement.open = true; }")
    assert visit.page.evaluate(RUN) == [None, [], True]
    assert visit.page.evaluate(BELIEVED) == []
    assert (dialogs, visit.complaints) == ([], [])
    assert visit.foreign_requests == []
    visit.page.close()


def test_options_of_a_box_are_read_letter_by_letter(
    server: Dashboard, context: BrowserContext
) -> None:
    """A box reads no Markdown, so that no backslash stands before a bracket either."""
    visit = Visit(context.new_page())
    visit.page.goto(f"{server.url}/mittarit")
    visit.settle()
    box = visit.page.get_by_role("combobox").nth(1)
    box.scroll_into_view_if_needed()
    for _ in range(4):  # a key that is pressed while the page is drawn anew is lost
        box.press("ArrowDown")
        with suppress(PlaywrightTimeoutError):
            visit.page.get_by_role("option").first.wait_for(timeout=4_000)
            break
    said = " ".join(visit.page.get_by_role("option").all_inner_texts())
    assert "<script>window.pwned=1</script>" in said
    assert "\\<" not in said
    visit.page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_file_runs_nothing_and_is_accessible(
    language: str, spoilt: Path, tmp_path: Path, context: BrowserContext
) -> None:
    """The file opened from a disk: nothing runs, nothing is asked for, axe finds no fault."""
    library = load(spoilt).library
    versions = tuple(choose(one, TODAY) for one in library.dossiers.values())
    file = tmp_path / "raportti.html"
    file.write_bytes(KINDS["html"].make(library, Selection(versions, TODAY), catalogue(language)))
    visit = Visit(context.new_page())
    visit.page.goto(file.as_uri())
    assert visit.page.evaluate("() => [window.pwned, window.violations]") == [None, []]
    assert visit.page.evaluate(BELIEVED) == []
    assert visit.violations() == []
    assert visit.requests == [file.as_uri()]
    visit.page.close()
