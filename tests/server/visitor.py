"""A visitor without a browser: speaks to a running server as Streamlit's page does."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 60  # seconds; a run takes a fraction of one


@dataclass
class Drawn:
    """What a run has put on the page: its texts, its warnings, and all of it as it came."""

    texts: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    raw: bytes = b""


@dataclass(frozen=True)
class Visitor:
    """An open page."""

    socket: ClientConnection

    def send(self, message: BackMsg) -> None:
        """Send what a page sends."""
        self.socket.send(message.SerializeToString())

    def run(self, query: str = "") -> Drawn:
        """Have the script run for an address."""
        message = BackMsg()
        message.rerun_script.query_string = query
        self.send(message)
        drawn = Drawn()
        while True:
            received = bytes(self.socket.recv(timeout=_PATIENCE, decode=False))
            drawn.raw += received
            answer = ForwardMsg()
            answer.ParseFromString(received)
            element = answer.delta.new_element
            if element.WhichOneof("type") == "text":
                drawn.texts.append(element.text.body)
            elif element.WhichOneof("type") == "alert":
                drawn.alerts.append(element.alert.body)
            if answer.WhichOneof("type") == "script_finished":
                return drawn


@contextmanager
def visiting(url: str, origin: str | None = "") -> Iterator[Visitor]:
    """Open a page of a server; without an origin of its own it is the server's."""
    address = f"ws://{urlsplit(url).netloc}/_stcore/stream"
    with connect(
        address,
        origin=url if origin == "" else origin,  # type: ignore[arg-type] # websockets' NewType
        subprotocols=["streamlit"],  # type: ignore[list-item] # likewise
        open_timeout=_PATIENCE,
        proxy=None,
    ) as socket:
        yield Visitor(socket)
