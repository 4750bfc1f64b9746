"""A service on this machine: PxWeb and Sotkanet in their true shapes, with invented values."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from math import prod
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from components.refresh import Service

PX_CELLS: Final = 120_000


@dataclass(frozen=True)
class FakeVariable:
    """A variable of a PxWeb table as its metadata tells it."""

    code: str
    text: str
    values: dict[str, str]
    elimination: bool = False
    time: bool = False


@dataclass
class FakeTable:
    """A PxWeb table; `cells` holds values as JSON texts by the codes of all variables."""

    title: str
    updated: str
    variables: list[FakeVariable]
    cells: dict[tuple[str, ...], str]
    roles: dict[str, list[str]] = field(default_factory=dict)

    def metadata(self) -> dict[str, Any]:
        """What a GET of the table gives."""
        told: dict[str, Any] = {"title": self.title, "variables": []}
        for variable in self.variables:
            each: dict[str, Any] = {
                "code": variable.code,
                "text": variable.text,
                "values": list(variable.values),
                "valueTexts": list(variable.values.values()),
            }
            if variable.elimination:
                each["elimination"] = True
            if variable.time:
                each["time"] = True
            told["variables"].append(each)
        return told

    def answer(self, query: list[dict[str, Any]]) -> tuple[int, str]:
        """What a POST gives: json-stat2, or a refusal as the real service refuses."""
        asked = {each["code"]: each["selection"]["values"] for each in query}
        known = {variable.code: variable for variable in self.variables}
        needed = {code for code, variable in known.items() if not variable.elimination}
        wrong = set(asked) - set(known) or needed - set(asked)
        values = [(code, value) for code, chosen in asked.items() for value in chosen]
        if wrong or any(value not in known[code].values for code, value in values):
            return 400, '{"error": "Bad Request"}'
        if prod(map(len, asked.values())) > PX_CELLS:
            return 403, '{"error": "Too many values selected"}'
        given = [variable for variable in self.variables if variable.code in asked]
        sizes = [len(asked[variable.code]) for variable in given]
        dimension = {
            variable.code: {
                "label": variable.text,
                "category": {
                    "index": {value: n for n, value in enumerate(asked[variable.code])},
                    "label": {value: variable.values[value] for value in asked[variable.code]},
                },
            }
            for variable in given
        }
        cells = [
            self.cells.get(tuple(place.get(each.code, "") for each in self.variables), "null")
            for place in (
                dict(zip([each.code for each in given], codes, strict=True))
                for codes in product(*(asked[each.code] for each in given))
            )
        ]
        head = {
            "version": "2.0",
            "class": "dataset",
            "source": "Mallitilasto (keksitty)",
            "updated": self.updated,
            "role": self.roles,
            "id": [variable.code for variable in given],
            "size": sizes,
            "dimension": dimension,
        }
        return 200, f'{json.dumps(head)[:-1]}, "value": [{", ".join(cells)}]}}'


@dataclass(frozen=True)
class Reply:
    """One answer out of turn: `cut` breaks off, `wait` keeps silent, `drip` dawdles."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    wait: bool = False
    drip: float = 0


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    method: str
    path: str
    query: list[tuple[str, str]]
    body: Any


@dataclass
class FakeService:
    """Both services; `replies` are given first, in turn, None among them for the true answer."""

    tables: dict[str, FakeTable] = field(default_factory=dict)
    regions: list[dict[str, Any]] = field(default_factory=list)
    indicators: dict[str, dict[str, Any]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    replies: deque[Reply | None] = field(default_factory=deque)
    seen: list[Seen] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    base: str = ""

    @property
    def service(self) -> Service:
        """Where this service is; nothing has to wait for it long."""
        return Service(
            base=f"{self.base}/api", pages="https://tilasto.example/sivut", pause=0, timeout=5
        )

    def reply(self, seen: Seen) -> Reply:
        """The answer to a request."""
        self.seen.append(seen)
        scripted = self.replies.popleft() if self.replies else None
        return scripted or self._true(seen)

    def _true(self, seen: Seen) -> Reply:
        path = seen.path.removeprefix("/api/")
        table = self.tables.get(path.removeprefix("fi/"))
        if table and seen.method == "GET":
            return Reply(body=json.dumps(table.metadata()))
        if table and seen.body["response"] == {"format": "json-stat2"}:
            return Reply(*table.answer(seen.body["query"]))
        if path == "regions":
            return Reply(body=json.dumps(self.regions))
        if path.removeprefix("indicators/") in self.indicators:
            return Reply(body=json.dumps(self.indicators[path.removeprefix("indicators/")]))
        if path == "json":
            return Reply(body=self.values.get(dict(seen.query)["indicator"], "[]"))
        return Reply(404, "Not Found")


@contextmanager
def running(fake: FakeService) -> Iterator[FakeService]:
    """The service at a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    fake.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        fake.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(fake: FakeService) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            self._answer(json.loads(self.rfile.read(length)))

        def _answer(self, body: object) -> None:
            address = urlsplit(self.path)
            seen = Seen(self.command, address.path, parse_qsl(address.query), body)
            reply = fake.reply(seen)
            with suppress(ConnectionError):  # whoever asked may have lost patience
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            if reply.wait:
                fake.ended.wait()
                return
            content = reply.body.encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if reply.drip:
                for sign in content:
                    self.wfile.write(bytes([sign]))
                    time.sleep(reply.drip)
                return
            self.wfile.write(content[: len(content) // 2] if reply.cut else content)

        def log_message(self, *_: object) -> None:
            """Say nothing among the tests."""

    return Handler


@dataclass
class FakeClock:
    """A clock that is moved on by sleeping."""

    time: float = 1_800_000_000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        """The time of day."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Pass the time at once."""
        self.slept.append(round(seconds, 3))
        self.time += seconds
