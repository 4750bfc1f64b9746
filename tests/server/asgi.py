"""Asks an ASGI application one thing, without a server or a client library."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass
class Answer:
    """What came back: all messages, and the usual parts of them."""

    messages: list[Message] = field(default_factory=list)

    @property
    def status(self) -> int:
        """The status of the response."""
        return int(self.messages[0]["status"])

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


def ask(
    app: ASGIApp,
    path: str,
    *,
    query: str = "",
    headers: Mapping[str, str] | None = None,
    incoming: Message | None = None,
    **changes: Any,  # noqa: ANN401 - whatever a scope may hold
) -> Answer:
    """Send one request; `changes` replace keys of the scope, such as its type or method."""
    answer = Answer()
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
        **changes,
    }

    async def receive() -> Message:
        return incoming or {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        answer.messages.append(message)

    asyncio.run(_run(app, scope, receive, send))
    return answer


async def _run(app: ASGIApp, *call: Any) -> None:  # noqa: ANN401 - handed on as it is
    await app(*call)


async def behind(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand for what is wrapped: answer with the very objects that came in."""
    await send({"type": "behind", "headers": [], "call": (scope, receive)})


async def plain(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001
    """Stand for what is wrapped: answer a line of text."""
    start = {"type": "http.response.start", "status": 200}
    await send({**start, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"plain"})
