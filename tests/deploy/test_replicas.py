"""Three processes behind nginx: nobody notices that one is gone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import NoChromiumError, find_chromium
from tests.browser.conftest import ARGUMENTS
from tests.browser.visit import Visit
from tests.deploy.crowd import Crowd
from tests.deploy.site import NoNginxError, Site, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

BACK: Final = 15.0
"""Seconds within which every page has to be back; 2 to 3 on a quiet machine."""
GONE: Final = 3_000
"""Milliseconds in which a browser has seen that the process is lost."""
SOME, MANY = 12, 40
NOTICED: Final = 6
"""Seconds in which every visitor acts at least once, and so notices."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give the whole site."""
    try:
        with serving(tmp_path_factory.mktemp("site")) as site:
            yield site
    except NoNginxError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.mark.whole
def test_a_lost_process_is_lost_on_nobody(site: Site) -> None:
    """Whose page was there is back within three seconds, at its address and with its words."""
    with Crowd(site.url, count=SOME, pause=2) as crowd:
        for replica in site.replicas[:2]:
            if not crowd.backs:  # the cookies are drawn by lot: it may be that none was there
                replica.kill()
                time.sleep(NOTICED)
    held(crowd)
    restored(site)


@pytest.mark.slow
def test_two_of_three_lost(site: Site) -> None:
    """One process takes all visitors of the other two."""
    with Crowd(site.url, count=MANY, pause=4) as crowd:
        site.replicas[0].kill()
        site.replicas[1].kill()
        time.sleep(NOTICED)
    held(crowd)
    restored(site)


@pytest.mark.slow
def test_a_restart_one_after_another(site: Site) -> None:
    """A new version is taken into use while the pages stand open."""
    with Crowd(site.url, count=MANY, pause=4) as crowd:
        for replica in site.replicas:
            replica.stop()
            replica.start()
            replica.wait()
        time.sleep(NOTICED)
    held(crowd)
    assert len(crowd.backs) >= MANY, "every process was restarted, so every visitor had to return"


@pytest.mark.slow
def test_a_page_in_a_browser_lives_on(site: Site) -> None:
    """Whichever process is lost, the page stays as it was and the next click is answered."""
    with sync_playwright() as playwright:
        try:
            program = find_chromium(playwright)
        except NoChromiumError as error:
            pytest.fail(str(error), pytrace=False)
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        page = browser.new_context(ignore_https_errors=True, locale="fi-FI").new_page()
        visit = Visit(page)
        page.goto(f"{site.url}/vertailu?kunta=kemijarvi&kunta=kemi")
        visit.settle()
        shown = page.locator("h1").inner_text()
        for replica in site.replicas:
            replica.kill()
            page.wait_for_timeout(GONE)
            assert page.locator("h1").inner_text() == shown
            for language, name in (("sv", "Svenska"), ("fi", "Suomi")):
                page.get_by_role("radio", name=name).click(timeout=1000 * BACK)
                visit.wait_for_language(language)
                visit.settle()
            assert page.locator("h1").inner_text() == shown
            assert page.url.endswith("/vertailu?kunta=kemijarvi&kunta=kemi")
            restored(site)
        browser.close()


def held(crowd: Crowd) -> None:
    """Hold that somebody was hit, and that all were back in time and nobody saw anything else."""
    assert crowd.wrong == []
    assert crowd.backs, "nobody's process was lost"
    assert max(crowd.backs) <= BACK, sorted(crowd.backs)


def restored(site: Site) -> None:
    """Have every process run again before the next test."""
    for replica in site.replicas:
        if replica.process is not None and replica.process.poll() is not None:
            replica.start()
            replica.wait()
