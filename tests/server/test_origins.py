"""Which websockets are let in."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from components.server.origins import STREAM, Origins
from components.server.settings import Settings
from tests.server.asgi import ask, behind

if TYPE_CHECKING:
    from starlette.types import Message

SETTINGS = Settings(cache=Path("unused"))
REFUSED = [{"type": "websocket.close"}]


def knock(
    settings: Settings = SETTINGS, path: str = STREAM, **headers: str
) -> list[dict[str, Any]]:
    """Open a websocket; gives what came back."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    app = Origins(behind, settings)
    return [dict(m) for m in ask(app, path, type="websocket", headers=named).messages]


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8501", "http://127.0.0.1:8501"),
        ("kemi.fi", "https://kemi.fi"),
        ("Kemi.fi", "https://kemi.FI"),
        ("kemi.fi", "https://kemi.fi:443"),
        ("[::1]:8501", "http://[::1]:8501"),
    ],
)
def test_own_page_is_let_in(host: str, origin: str) -> None:
    """The page came from the host that is asked; Streamlit is told of no other."""
    (message,) = knock(host=host, origin=origin)
    scope, _ = message["call"]
    netloc = origin.partition("://")[2].encode()
    assert [value for name, value in scope["headers"] if name == b"host"] == [netloc]


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://127.0.0.1:8502",
        "http://kemi.fi.evil.example",
        "https://127.0.0.1:8501.evil.example",
        "null",
        "",
        "file://",
        "ws://127.0.0.1:8501",
        "http://[",
        "http://127.0.0.1:8501/",
        "chrome-extension://abcdef",
        "\u00e4" * 2000,
    ],
)
def test_foreign_page_is_refused_before_streamlit_sees_it(origin: str) -> None:
    """Streamlit would ask an outside service, on the event loop, what our address is."""
    assert knock(host="127.0.0.1:8501", origin=origin) == REFUSED


def test_call_without_an_origin_is_let_in() -> None:
    """It comes from no browser; the call is handed on as it is."""
    (message,) = knock(host="127.0.0.1:8501")
    assert message["type"] == "behind"


def test_missing_or_malformed_host_matches_no_origin() -> None:
    """Two unknowns are not the same."""
    assert knock(origin="null") == REFUSED
    assert knock(host="<", origin="http://<") == REFUSED


def test_other_addresses_are_let_in_where_they_are_named() -> None:
    """A configured origin, and behind a proxy the host that the proxy was asked for."""
    host, origin, outer = "inner:8501", "https://strategiapeili.fi", "strategiapeili.fi"
    assert knock(host=host, origin=origin) == REFUSED
    assert knock(host=host, origin=origin, x_forwarded_host=outer) == REFUSED
    forwarded = Settings(cache=Path("unused"), forwarded=True)
    named = Settings(cache=Path("unused"), origins=(origin,))
    for messages in (
        knock(forwarded, host=host, origin=origin, x_forwarded_host=outer),
        knock(named, host=host, origin=origin),
    ):
        scope, _ = messages[0]["call"]
        assert (b"host", b"strategiapeili.fi") in scope["headers"]


@pytest.mark.parametrize("path", ["/", "/vertailu", "/static/js/index.js", "/_stcore/streams"])
def test_there_is_one_websocket(path: str) -> None:
    """Streamlit's files would fail on one with a traceback."""
    assert knock(path=path, host="a", origin="http://a") == REFUSED


@pytest.mark.parametrize("kind", ["http", "lifespan"])
def test_other_calls_pass_untouched(kind: str) -> None:
    """An ordinary request has no Origin to look at."""
    (message,) = ask(Origins(behind, SETTINGS), "/", type=kind).messages
    assert message["type"] == "behind"


def test_frame_of_text_ends_the_visit_calmly() -> None:
    """Streamlit gets a disconnect instead of a text, on which it would raise."""
    incoming: list[Message] = [
        {"type": "websocket.connect"},
        {"type": "websocket.receive", "bytes": b"\x00", "text": None},
        {"type": "websocket.receive", "text": "hello"},
    ]
    got: list[Message] = []
    sent: list[Message] = []

    async def streamlit(_scope: object, receive: Any, _send: object) -> None:  # noqa: ANN401
        got.extend([await receive(), await receive(), await receive()])

    async def receive() -> Message:
        return incoming.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": STREAM, "headers": []}
    asyncio.run(Origins(streamlit, SETTINGS)(scope, receive, send))
    kinds = [message["type"] for message in got]
    assert kinds == ["websocket.connect", "websocket.receive", "websocket.disconnect"]
    assert sent == [{"type": "websocket.close", "code": 1003}]
