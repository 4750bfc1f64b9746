"""A crowd whose pages stand open while the processes behind the front come and go."""

from __future__ import annotations

import asyncio
import random
import ssl
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.bench.visitors import Drawn, Visitor

if TYPE_CHECKING:
    from types import TracebackType

VIEWS: Final = (
    ("", "vertailu"),
    ("kieli=sv&kunta=kemi", "tavoitteet"),
    ("kieli=en", "aineisto"),
    ("sanat=luonto", "haku"),
)
_TRY_AGAIN: Final = 0.2  # seconds; a browser begins with one and waits longer each time
_LOSSES: Final = (ConnectionClosed, InvalidHandshake, OSError, TimeoutError)


def unverified() -> ssl.SSLContext:
    """Trust the certificate that the test made itself."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@dataclass
class Crowd:
    """Visitors in a thread of their own; what they lived through is told afterwards."""

    url: str
    count: int
    pause: float
    backs: list[float] = field(default_factory=list)
    runs: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    entered: int = 0
    _leaving: bool = False
    _life: Future[None] | None = None

    def __enter__(self) -> Self:
        """Let them in, and go on when all have their page."""
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="crowd")
        self._life = pool.submit(lambda: asyncio.run(self._live()))
        pool.shutdown(wait=False)
        while self.entered < self.count and not self._life.done():
            time.sleep(_TRY_AGAIN)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let everyone finish and leave, and tell what went wrong with them."""
        self._leaving = True
        if self._life is not None:
            self._life.result()

    async def _live(self) -> None:
        gate, context = asyncio.Semaphore(4), unverified()
        async with asyncio.TaskGroup() as group:
            for number in range(self.count):
                group.create_task(self._visit(number, gate, context))

    async def _visit(self, number: int, gate: asyncio.Semaphore, context: ssl.SSLContext) -> None:
        chance = random.Random(number)  # noqa: S311 - who acts when
        visitor = Visitor(self.url, context)
        query, page = VIEWS[number % len(VIEWS)]
        async with gate:
            await visitor.enter()
            first = await visitor.run(query, page)
        self._look(first, first, page)
        self.entered += 1
        lost = asyncio.create_task(visitor.lost())
        while not self._leaving:
            await asyncio.wait({lost}, timeout=chance.expovariate(1 / self.pause))
            began = time.monotonic()
            try:
                self._look(await visitor.run(query, page), first, page)
                self.runs.append(time.monotonic() - began)
            except _LOSSES:
                self._look(await self._back(visitor, query, page), first, page)
                self.backs.append(time.monotonic() - began)
                lost = asyncio.create_task(visitor.lost())
        await visitor.leave()

    async def _back(self, visitor: Visitor, query: str, page: str) -> Drawn:
        """Come back to the same address as a browser does: until it succeeds."""
        while True:
            try:
                await visitor.enter()
                return await visitor.run(query, page)
            except _LOSSES:
                await asyncio.sleep(_TRY_AGAIN)

    def _look(self, drawn: Drawn, first: Drawn, page: str) -> None:
        if drawn.exceptions or not drawn.headings or drawn.content != first.content:
            self.wrong.append(f"{page}: {drawn} instead of {first}")
