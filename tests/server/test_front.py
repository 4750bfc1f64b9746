"""The middleware: which calls it answers, and what it says."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from starlette.routing import Route

from components.i18n import LANGUAGES, catalogue
from components.pages import HOME, PAGES
from components.server.document import Document
from components.server.front import Front
from tests.server.asgi import Answer, ask, behind

if TYPE_CHECKING:
    from pathlib import Path

ROUTES = """
import pathlib, streamlit
app = streamlit.App(pathlib.Path({script!r}))
for route in app._build_starlette_app().routes:
    print(route.path)
"""
# What Streamlit would serve and nobody needs: metrics, uploads, programs' interface, log-in.
SHUT = {
    "/_stcore/metrics",
    "/_stcore/upload_file/{session_id}/{file_id}",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
}
OWN = [Route(path, behind) for path in ("/api", "/api/{name:path}", "/robots.txt")]
FRONT = Front(behind, Document.installed(), OWN)
SLUGS = [page.SLUG for page in PAGES if page.SLUG != HOME]


def is_passed(answer: Answer) -> bool:
    """Whether a call reached what is wrapped."""
    return str(answer.messages[0]["type"]) == "behind"


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("", "fi"),
        ("kieli=sv", "sv"),
        ("kieli=xx", "fi"),
        ("kieli=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "fi"),
    ],
)
def test_first_byte_is_in_the_chosen_language(query: str, language: str) -> None:
    """The document and its header name one of our languages and nothing of the query."""
    answer = ask(FRONT, "/vertailu", query=query)
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-language"] == language
    assert "alert(1)" not in answer.text


@pytest.mark.parametrize("path", ["/", *(f"/{slug}" for slug in SLUGS)])
def test_pages_are_ours(path: str) -> None:
    """Every page gets the document; a cache asks again whether it is still the same."""
    answer = ask(FRONT, path)
    assert answer.status == 200
    assert '<div id="root"></div>' in answer.text
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        (f"/{HOME}", "./"),
        (f"/{HOME}/", "../"),
        ("/index.html", "./"),
        ("/vertailu/", "../vertailu"),
        ("//", "../"),
    ],
)
def test_other_name_of_a_page_leads_to_its_own(path: str, target: str) -> None:
    """Streamlit would open its own name for the front page with "Page not found"."""
    answer = ask(FRONT, path, query="kunta=kemi&kieli=sv")
    assert answer.status == 308
    assert answer.headers["location"] == f"{target}?kunta=kemi&kieli=sv"
    assert ask(FRONT, path).headers["location"] == target


@pytest.mark.parametrize(
    "path",
    [
        "/ei-ole",
        "/Vertailu",
        "/a/b",
        "/vertailu/_stcore/health",
        "//example.org",
        "//example.org/vertailu",
        "/static",
        "/manifest.json",
        "/apis",
        "/robots.txt/",
        "/robots.txt/vertailu",
        "/_stcore/metrics",
        "/_stcore/agent/interact",
        "/_stcore/health/",
        "/media/",
        "/vertailu\n",
        '/"><script>alert(1)</script>',
        "*",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_address_that_is_none_is_a_calm_404(path: str, method: str) -> None:
    """Streamlit would answer 200 with its page; ours repeats nothing of the address."""
    answer = ask(FRONT, path, query="kieli=sv", method=method)
    assert answer.status == 404
    assert catalogue("sv")("server.missing.title") in answer.text
    assert "alert(1)" not in answer.text
    assert "example.org" not in answer.text


@pytest.mark.parametrize("path", ["/api/../x", "/media/../../x", "/api/a\0b"])
def test_path_that_would_lead_out_is_a_calm_400(path: str) -> None:
    """Streamlit would say so in two bare words."""
    answer = ask(FRONT, path)
    assert answer.status == 400
    assert catalogue("fi")("server.missing.title") in answer.text


def test_pages_are_only_read() -> None:
    """Other methods are refused with the ones that are not."""
    answer = ask(FRONT, "/vertailu", method="POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS", "GET"])
def test_no_page_takes_files(method: str) -> None:
    """Streamlit would keep them in memory though no page has asked for any."""
    answer = ask(FRONT, "/_stcore/upload_file/session/file", method=method)
    assert answer.status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/bidi-components/deck/index.js",
        "/media/1234.html",
        "/component/x/index.html",
        "/app/static/seen.txt",
        "/api",
        "/api/ready",
        "/robots.txt",
    ],
)
def test_what_is_needed_passes_untouched(path: str) -> None:
    """Streamlit's routes and our own get the call as it came, with any method."""
    answer = ask(FRONT, path, query="kieli=sv", method="OPTIONS")
    assert is_passed(answer)
    scope, _ = answer.messages[0]["call"]
    assert (scope["path"], scope["query_string"]) == (path, b"kieli=sv")


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_other_calls_pass_untouched(kind: str) -> None:
    """Websockets and the lifespan are none of its business."""
    assert is_passed(ask(FRONT, "/", type=kind))


def test_every_route_of_streamlit_is_let_in_or_shut_on_purpose(tmp_path: Path) -> None:
    """A release that serves something new does not do so here before someone has looked at it."""
    script = tmp_path / "script.py"
    script.touch()
    done = subprocess.run(  # noqa: S603 - our own interpreter; Streamlit's runtime is a singleton
        [sys.executable, "-c", ROUTES.format(script=str(script))],
        capture_output=True,
        text=True,
        check=True,
    )
    routes = {path for path in done.stdout.split() if path != "/"}
    shut = {path for path in routes if not is_passed(ask(FRONT, path))}
    assert shut <= SHUT | {"/_stcore/stream"}  # no request: a websocket
    assert "/_stcore/health" in routes


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_not_shadowed_by_what_passes(language: str) -> None:
    """No page is named like a route."""
    for slug in SLUGS:
        assert not is_passed(ask(FRONT, f"/{slug}", query=f"kieli={language}"))
