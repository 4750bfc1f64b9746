"""Calls a service: one at a time, with pauses, time limits and a few new tries."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final, NoReturn

import httpx

from components.refresh.failure import RefreshError, one_line
from components.refresh.services import Service

LATER: Final = {
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}
"""The statuses after which the same call may succeed."""

MAX_BYTES: Final = 50_000_000
"""Twenty times the largest known answer (all indicators of Sotkanet)."""

HEADERS: Final = {"User-Agent": "strategiapeili", "Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day in seconds, and how to wait."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said, and the call that it answers."""

    address: str
    data: object


@dataclass(frozen=True, slots=True)
class _Failure:
    """How one try failed; without `wait` another try is of no use."""

    said: str
    wait: float | None = None


@dataclass(slots=True)
class Calls:
    """The calls to one service, in turn."""

    service: Service
    client: httpx.Client
    clock: Clock = field(default_factory=Clock)
    _last: float | None = None

    def get(self, path: str, query: Sequence[tuple[str, str]] = ()) -> Answer:
        """Fetch what stands at a path.

        Raises:
            RefreshError: when all tries fail or the answer is no JSON.
        """
        return self._send(self.client.build_request("GET", self._url(path), params=tuple(query)))

    def post(self, path: str, body: object) -> Answer:
        """Send a query to a path.

        Raises:
            RefreshError: when all tries fail or the answer is no JSON.
        """
        return self._send(self.client.build_request("POST", self._url(path), json=body))

    def _url(self, path: str) -> str:
        return f"{self.service.base}/{path}"

    def _send(self, request: httpx.Request) -> Answer:
        address = f"{request.method} {request.url}"
        tried = 0
        while True:
            tried += 1
            self._pace()
            got = self._try(request)
            if isinstance(got, bytes):
                return Answer(address, _json(address, got))
            if got.wait is None or tried == self.service.tries:
                tries = f"{tried} {'try' if tried == 1 else 'tries'}"
                message = f"{address} failed after {tries}: {got.said}"
                raise RefreshError(message)
            self.clock.sleep(got.wait or self.service.pause * tried)

    def _pace(self) -> None:
        """Keep the pause between this call and the one before it."""
        pause = self.service.pause
        if self._last is not None:
            passed = self.clock.now() - self._last
            if 0 <= passed < pause:
                self.clock.sleep(pause - passed)
        self._last = self.clock.now()

    def _try(self, request: httpx.Request) -> bytes | _Failure:
        try:
            response = self.client.send(request, stream=True)
            try:
                body = self._body(request, response)
            finally:
                response.close()
        except httpx.RequestError as error:
            return _Failure(one_line(str(error)) or type(error).__name__, wait=0)
        if response.status_code == HTTPStatus.OK:
            return body
        words = one_line(body.decode("utf-8", errors="replace"))
        said = f"{response.status_code} {response.reason_phrase}{': ' if words else ''}{words}"
        if response.status_code not in LATER:
            return _Failure(said)
        wait = self._asked_wait(response.headers.get("Retry-After", ""))
        if wait > self.service.patience:
            return _Failure(f"{said} (it asks to wait {wait:.0f} s)")
        return _Failure(said, wait)

    def _body(self, request: httpx.Request, response: httpx.Response) -> bytes:
        """The whole answer, if it comes in time and is not endless."""
        end = self.clock.now() + self.service.deadline
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > MAX_BYTES:
                message = f"{request.method} {request.url}: the answer is over {MAX_BYTES} bytes"
                raise RefreshError(message)
            if self.clock.now() > end:
                message = f"the answer took over {self.service.deadline:g} s"
                raise httpx.ReadTimeout(message, request=request)
        return bytes(body)

    def _asked_wait(self, retry_after: str) -> float:
        """The seconds that a Retry-After asks for; 0 when it asks for nothing known."""
        value = retry_after.strip()
        if value.isascii() and value.isdigit():
            return float(value)
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - self.clock.now())
        except ValueError:
            return 0.0


def _json(address: str, body: bytes) -> object:
    """The answer as data; decimals are kept as they are written."""
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        begins = one_line(body[:80].decode("utf-8", errors="replace"))
        said = f"{one_line(str(error))}; it begins {begins!r}"
        message = f"{address}: the answer is no sound JSON ({said})"
        raise RefreshError(message) from error


def _no_number(name: str) -> NoReturn:
    message = f"{name} is no number"
    raise ValueError(message)
