"""Asks an ASGI application one thing, without a server or a client library."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message


@dataclass
class Answer:
    """What came back: all messages, and the usual parts of them."""

    messages: list[Message] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the response."""
        return {name.decode(): value.decode() for name, value in self.messages[0]["headers"]}

    @property
    def body(self) -> bytes:
        """The body of the response."""
        return b"".join(message.get("body", b"") for message in self.messages[1:])

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def ask(app: ASGIApp, path: str, *, query: str = "", **changes: Any) -> Answer:  # noqa: ANN401
    """Send one request; `changes` replace keys of the scope (type, method, headers)."""
    answer = Answer()
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [],
        **changes,
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        answer.messages.append(message)

    asyncio.run(_run(app, scope, receive, send))
    return answer


async def _run(app: ASGIApp, *call: Any) -> None:  # noqa: ANN401 - handed on as it is
    await app(*call)
