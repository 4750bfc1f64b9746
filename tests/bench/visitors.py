"""Visitors without a browser: each speaks to a running server as the page in a browser does.

It leans on the inner protocol of the pinned Streamlit and goes to this machine alone.
"""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE: Final = 60
"""Seconds that a visitor waits for a page."""
_LARGEST: Final = 64 << 20
_SUPERSEDED: Final = {ForwardMsg.FINISHED_EARLY_FOR_RERUN}


@dataclass(frozen=True)
class Drawn:
    """What one run of the script has put on the page.

    `content` names all its words: the same page has the same. `size` is in bytes on the wire.
    """

    content: str
    headings: tuple[str, ...]
    exceptions: int
    messages: int
    size: int


@dataclass
class Visitor:
    """One open page; `context` is for a server whose certificate nobody vouches for."""

    url: str
    context: ssl.SSLContext | None = None
    cookie: str = ""
    pages: dict[str, str] = field(default_factory=dict, repr=False)
    _socket: ClientConnection | None = field(default=None, repr=False)
    _session: str = field(default="", repr=False)
    _kept: dict[str, ForwardMsg] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Refuse every address that is not of this machine."""
        host = urlsplit(self.url).hostname or ""
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            message = f"{self.url} is not an address of this machine: visitors go nowhere else"
            raise ValueError(message)

    async def enter(self) -> None:
        """Open the page's websocket; one who was here before asks for the same session."""
        asked = [Subprotocol("streamlit"), Subprotocol("no-token")]
        if self._session:
            asked.append(Subprotocol(self._session))
        self._socket = await connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream",
            origin=Origin(self.url),
            subprotocols=asked,
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            ssl=self.context,
            max_size=_LARGEST,
            ping_interval=None,
            proxy=None,
            open_timeout=PATIENCE,
        )
        response = self._socket.response
        given = response.headers.get_all("Set-Cookie") if response else []
        if given:
            self.cookie = given[-1].partition(";")[0]

    async def run(self, query: str = "", page: str = "") -> Drawn:
        """Have the script run for a page and a query, and read all that it draws."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = query
        asked.cached_message_hashes.extend(self._kept)
        asked.context_info.timezone = "Europe/Helsinki"
        asked.context_info.locale = "fi-FI"
        if page in self.pages:
            asked.page_script_hash = self.pages[page]
        else:
            asked.page_name = page
        await self._open.send(message.SerializeToString())
        return await asyncio.wait_for(self._read(), PATIENCE)

    async def lost(self) -> None:
        """Wait until the connection is gone."""
        await self._open.wait_closed()

    async def leave(self) -> None:
        """Close the page."""
        await self._open.close()

    @property
    def _open(self) -> ClientConnection:
        if self._socket is None:
            message = "the visitor has not entered yet"
            raise RuntimeError(message)
        return self._socket

    async def _read(self) -> Drawn:
        content, headings, exceptions, messages, size = sha256(), [], 0, 0, 0
        while True:
            received = await self._open.recv(decode=False)
            messages, size = messages + 1, size + len(received)
            answer = self._understood(received)
            kind = answer.WhichOneof("type")
            if kind == "new_session":
                self._session = answer.new_session.initialize.session_id or self._session
            elif kind == "navigation":
                self.pages = {
                    page.url_pathname: page.page_script_hash
                    for page in answer.navigation.app_pages
                }
            elif kind == "delta":
                element = answer.delta.new_element
                content.update(_words(answer).encode())
                headings += [element.heading.body] if element.HasField("heading") else []
                exceptions += element.HasField("exception")
            elif kind == "script_finished" and answer.script_finished not in _SUPERSEDED:
                name = content.hexdigest()[:16]
                return Drawn(name, tuple(headings), exceptions, messages, size)

    def _understood(self, received: bytes) -> ForwardMsg:
        """Return a message; one that was sent before comes as its name alone."""
        message = ForwardMsg()
        message.ParseFromString(received)
        if message.WhichOneof("type") == "ref_hash":
            return self._kept[message.ref_hash]
        if message.hash and message.metadata.cacheable:
            self._kept[message.hash] = message
        return message


def _words(message: ForwardMsg) -> str:
    """Return the words of an element that hold for every session: no ids of widgets or files."""
    element = message.delta.new_element
    kind = element.WhichOneof("type")
    found = getattr(element, kind) if kind in {"html", "markdown", "heading", "alert"} else None
    return f"{kind} {getattr(found, 'body', '')}\n"
