"""The calm page."""

from __future__ import annotations

import re
from typing import Any

import pytest

from components.i18n import LANGUAGES, catalogue
from components.pages import HOME, PAGES
from components.server.error_page import error_page


def page(path: str = "/ei-ole", query: bytes = b"", status: int = 404, **headers: str) -> Any:  # noqa: ANN401
    """The answer to a request."""
    return error_page({"path": path, "query_string": query}, status, headers)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("status", "kind"), [(404, "missing"), (405, "missing"), (500, "fault")])
def test_it_says_in_the_language_of_the_address_what_is_wrong(
    language: str, status: int, kind: str
) -> None:
    """The status, the words, a way home, every page by name, and the search."""
    answer = page(query=f"kieli={language}".encode(), status=status)
    markup = answer.body.decode()
    said = catalogue(language)
    assert answer.status_code == status
    assert f'<html lang="{language}">' in markup
    assert f"<h1>{said(f'server.{kind}.title')}</h1>" in markup
    assert said(f"server.{kind}.text") in markup
    home = said("server.home")
    query = "" if language == "fi" else f"?kieli={language}"
    assert f'<a href="./{query}">{home}</a>' in markup
    for module in PAGES:
        slug = "" if module.SLUG == HOME else module.SLUG
        assert f'href="./{slug}{query}"' in markup
    assert '<form action="./haku" role="search">' in markup
    assert catalogue(language)("search.box") in markup
    assert ('name="kieli"' in markup) == (language != "fi")


@pytest.mark.parametrize(
    ("path", "root"), [("/a", "./"), ("/a/", "../"), ("/a/b/c", "../../"), ("", "./"), ("*", "./")]
)
def test_links_lead_home_from_any_depth(path: str, root: str) -> None:
    """They are relative, so that a proxy may serve the site below a path."""
    links = re.findall(r'(?:href|action)="([^"]*)"', page(path).body.decode())
    assert len(links) > len(PAGES)
    assert all(link.startswith(root) for link in links)


def test_very_deep_address_makes_no_large_page() -> None:
    """An answer is not made larger by what is asked."""
    assert len(page("/" * 8000).body) < 10_000


def test_it_repeats_nothing_of_the_address() -> None:
    """Nothing that a stranger has put into a link is on the page."""
    odd = page('/"><script>alert(1)</script>', b"kieli=%22%3E%3Cscript%3E&sanat=alert(1)")
    assert odd.body == page("/x/y").body
    assert "alert" not in odd.body.decode()


def test_no_cache_keeps_it() -> None:
    """The page may be there tomorrow; what the refusal itself says is passed on."""
    answer = page(status=405, allow="GET")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["allow"] == "GET"


def test_it_runs_nothing_and_asks_no_one() -> None:
    """No script, no address but our own."""
    markup = page().body.decode()
    assert "<script" not in markup
    assert "http" not in markup.replace('lang="', "")
