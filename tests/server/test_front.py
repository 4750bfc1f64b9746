"""The middleware: which calls it answers, and what it says."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from components.server.document import Document
from components.server.front import Front
from tests.server.asgi import ask

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import Receive, Scope, Send

ROUTES = """
import pathlib, streamlit
app = streamlit.App(pathlib.Path({script!r}))
for route in app._build_starlette_app().routes:
    print(route.path)
"""


async def behind(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand for Streamlit: answer with the very objects that came in."""
    await send({"type": "behind", "headers": [], "call": (scope, receive)})


def front() -> Front:
    """Wrap the stand-in with the installed document."""
    return Front(behind, Document.installed())


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
    answer = ask(front(), "/vertailu", query=query)
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-language"] == language
    assert "alert(1)" not in answer.text


def test_caches_ask_again() -> None:
    """A cache asks again for the document; the length is that of the bytes."""
    answer = ask(front(), "/")
    assert answer.headers["cache-control"] == "no-cache"
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_head_has_the_headers_and_no_body() -> None:
    """HEAD answers like GET without the body."""
    answer = ask(front(), "/vertailu", method="HEAD")
    assert answer.body == b""
    assert answer.headers == ask(front(), "/vertailu").headers


@pytest.mark.parametrize("path", ["/", "/index.html", "/vertailu", "/ei-ole", "/aineisto"])
def test_pages_are_ours(path: str) -> None:
    """The root and every one-segment address get the document."""
    assert "<html lang=" in ask(front(), path).text


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health",
        "/_stcore/host-config",
        "/static/js/index.js",
        "/static",
        "/media/1234.html",
        "/component/x/index.html",
        "/favicon.png",
        "/robots.txt",
        "/vertailu/",
        "/vertailu/_stcore/health",
        "//example.org",
        "/a/b",
    ],
)
def test_other_paths_pass_untouched(path: str) -> None:
    """What is not a page reaches Streamlit as it came, and its answer comes back as it is."""
    (message,) = ask(front(), path, query="kieli=sv").messages
    scope, _ = message["call"]
    assert message["type"] == "behind"
    assert (scope["path"], scope["query_string"]) == (path, b"kieli=sv")


@pytest.mark.parametrize(
    "changes", [{"type": "websocket"}, {"type": "lifespan"}, {"method": "POST"}]
)
def test_other_calls_pass_untouched(changes: dict[str, str]) -> None:
    """Websockets, the lifespan and writing methods are Streamlit's own affair."""
    (message,) = ask(front(), "/", **changes).messages
    assert message["type"] == "behind"


def test_every_route_of_streamlit_passes(tmp_path: Path) -> None:
    """No address that the installed Streamlit serves itself is taken for a page."""
    script = tmp_path / "script.py"
    script.touch()
    done = subprocess.run(  # noqa: S603 - our own interpreter; Streamlit's runtime is a singleton
        [sys.executable, "-c", ROUTES.format(script=str(script))],
        capture_output=True,
        text=True,
        check=True,
    )
    routes = [path for path in done.stdout.split() if path != "/"]
    assert "/_stcore/health" in routes
    for path in routes:
        assert ask(front(), path).messages[0]["type"] == "behind", path
        first = "/" + path.split("/")[1]
        assert ask(front(), first).messages[0]["type"] == "behind", first
