"""Faults of ours."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from streamlit.testing.v1 import AppTest

from components.i18n import catalogue
from components.server.error_page import Calm, refused
from tests.server.asgi import ask, behind, plain

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

SECRET = "/srv/secret/path.py"  # noqa: S105 - what a traceback would tell


async def failing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """Stand for what is wrapped: fail before answering."""
    raise RuntimeError(SECRET)


async def breaking(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Stand for what is wrapped: fail in the middle of an answer."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise RuntimeError(SECRET)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_fault_is_a_calm_page_and_a_traceback_in_the_log(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The visitor reads a sentence; who keeps the server reads why."""
    with caplog.at_level(logging.ERROR):
        answer = ask(Calm(failing), "/vertailu", query=f"kieli={language}")
    assert answer.status == 500
    assert catalogue(language)("server.fault.text") in answer.text
    assert SECRET not in answer.text
    assert "Traceback" not in answer.text
    (record,) = caplog.records
    assert record.getMessage() == "a request failed: GET /vertailu"
    assert record.exc_info is not None


def test_half_an_answer_is_not_made_whole() -> None:
    """The server must drop the connection, or half a page would pass for one."""
    with pytest.raises(RuntimeError, match="secret"):
        ask(Calm(breaking), "/")


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_other_calls_pass_untouched(kind: str) -> None:
    """What has no answer is not answered for."""
    assert ask(Calm(behind), "/", type=kind).messages[0]["type"] == "behind"
    with pytest.raises(RuntimeError, match="secret"):
        ask(Calm(failing), "/", type=kind)


def test_answer_passes_untouched() -> None:
    """Nothing is added to what works."""
    assert ask(Calm(plain), "/").text == "plain"


def test_what_a_route_refuses_is_calm_too() -> None:
    """A file that is no longer kept is a page with a way home, not a word of English."""
    scope = {"type": "http", "path": "/media/x.pdf", "query_string": b"", "headers": []}
    error = HTTPException(404, SECRET, {"x-why": "gone"})
    answer = asyncio.run(refused(Request(scope), error))
    assert (answer.status_code, answer.headers["x-why"]) == (404, "gone")
    assert catalogue("fi")("server.missing.title") in bytes(answer.body).decode()
    assert SECRET not in bytes(answer.body).decode()


def failed_script() -> None:
    """A script that has failed."""
    from components.server.error_page import script_failed  # noqa: PLC0415 - run as a script

    assert script_failed(RuntimeError("/srv/secret/path.py"))


@pytest.mark.parametrize(("asked", "language"), [(None, "fi"), ("sv", "sv"), ("xx", "fi")])
def test_fault_of_the_script_is_a_sentence_on_the_page(asked: str | None, language: str) -> None:
    """In the language of the address, and without a word of what went wrong."""
    app = AppTest.from_function(failed_script)
    if asked:
        app.query_params["kieli"] = asked
    app.run()
    assert not app.exception
    assert [error.value for error in app.error] == [catalogue(language)("server.fault.text")]
