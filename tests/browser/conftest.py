"""One server and one browser for all browser tests; both are gone before other tests go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, sync_playwright

from components.exports.deck import deck_bytes
from components.i18n import catalogue
from tests.browser.chromium import NoChromiumError, find_chromium
from tests.browser.dashboard import Dashboard, NotServingError, serve
from tests.browser.deck import PAGE, Opened, Shown
from tests.browser.visit import Visit, Visitor
from tests.exports.making import of_cities

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext

# Root (CI, containers) has no sandbox to run in; the only pages opened are our own.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
_dashboards: list[Dashboard] = []


# Package, not session: while playwright's synchronous API is open, an event loop runs in this
# thread, and tests of other folders could not start their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Give a Chromium, found or installed."""
    with sync_playwright() as playwright:
        try:
            program = find_chromium(playwright)
        except NoChromiumError as error:
            pytest.fail(str(error), pytrace=False)
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """Give the running product."""
    try:
        with serve(tmp_path_factory.mktemp("dashboard")) as dashboard:
            _dashboards.append(dashboard)
            yield dashboard
            _dashboards.remove(dashboard)
    except NotServingError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def visitor(browser: Browser, dashboard: Dashboard) -> Iterator[Visitor]:
    """Open pages for one test."""
    visitor = Visitor(browser, dashboard.url)
    yield visitor
    visitor.leave()


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make contexts that are closed when the test is over."""
    made = []

    def make(width: int = 1280, height: int = 720, **options: object) -> BrowserContext:
        viewport = {"width": width, "height": height}
        made.append(browser.new_context(viewport=viewport, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    """The deck file of Kemi and Kemijärvi."""
    path = tmp_path / "iltakoulu.html"
    path.write_bytes(deck_bytes(of_cities(), catalogue("fi")))
    return path


@pytest.fixture
def in_file(deck_file: Path, contexts: Callable[..., BrowserContext]) -> Opened:
    """The deck of the file."""
    visit = Visit(contexts().new_page())
    visit.page.goto(deck_file.as_uri())
    return Shown(visit.page).wait(), visit


@pytest.fixture
def in_page(visitor: Visitor) -> Opened:
    """The deck of the page of the dashboard."""
    visit = visitor.open_page(PAGE)
    return Shown(visit.page).wait(), visit


@pytest.fixture(params=["in_page", "in_file"])
def deck(request: pytest.FixtureRequest) -> Shown:
    """The deck in both places: what holds for one holds for the other."""
    opened: Opened = request.getfixturevalue(request.param)
    return opened[0]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what the server has said beside a failure."""
    report = yield
    if report.failed:
        report.sections.extend(("What the server said", each.said) for each in _dashboards)
    return report
