"""One server and one browser for all browser tests; both are gone before other tests go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import NoChromiumError, find_chromium
from tests.browser.dashboard import Dashboard, NotServingError, serve
from tests.browser.visit import Visitor

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what the server has said beside a failure."""
    report = yield
    if report.failed:
        report.sections.extend(("What the server said", each.said) for each in _dashboards)
    return report
