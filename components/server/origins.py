"""Which websockets are let in: those that our own pages open."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.reports.address import ORIGIN
from components.server.requests import header, host
from components.server.settings import Settings

STREAM: Final = "/_stcore/stream"
_BINARY_ONLY: Final = 1003
_USUAL_PORTS: Final = {"http": ":80", "https": ":443"}


class Origins:
    """Pure ASGI: a websocket of a foreign page is refused before Streamlit sees it.

    Streamlit would first ask an outside service, and hold up everyone for it, what the address
    of this machine is. A call without an Origin comes from no browser and so from no page that
    could misuse a visitor; there is nothing here that such a caller may not read.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Wrap an application."""
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a foreign websocket, and pass all else on."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        origin = header(scope, b"origin")
        if scope["path"] != STREAM or not self._is_ours(scope, origin):
            await receive()
            await send({"type": "websocket.close"})  # before it was accepted: a 403
            return

        async def receive_binary() -> Message:
            # A frame of text is never Streamlit's, which would raise on it into the log.
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes") is None:
                await send({"type": "websocket.close", "code": _BINARY_ONLY})
                return {"type": "websocket.disconnect", "code": _BINARY_ONLY}
            return message

        await self._app(_as_same_host(scope, origin), receive_binary, send)

    def _is_ours(self, scope: Scope, origin: str | None) -> bool:
        if origin is None or origin.lower() in self._settings.origins:
            return True
        named = _host_of(origin)
        return named is not None and named in {
            host(scope, forwarded=False),
            host(scope, forwarded=self._settings.forwarded),
        }


def _host_of(origin: str) -> str | None:
    """Return the host of an origin; None for "null" and whatever is not of the web."""
    found = ORIGIN.fullmatch(origin.lower())
    return found["host"].removesuffix(_USUAL_PORTS[found["scheme"]]) if found else None


def _as_same_host(scope: Scope, origin: str | None) -> Scope:
    """Return the call as one to the host of its origin, since Streamlit compares the two again."""
    if origin is None:
        return scope
    kept = [(name, value) for name, value in scope["headers"] if name != b"host"]
    same = origin.partition("://")[2].encode("latin-1")
    return {**scope, "headers": [*kept, (b"host", same)]}
