"""A crowd: hundreds of pages that stand open, and somebody who acts many times a second."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from websockets.exceptions import WebSocketException

from components.pages import HOME
from tests.bench.machine import Watch, memory_megabytes
from tests.bench.reruns import LANGUAGES, SLUGS
from tests.bench.servers import Server, dashboard
from tests.bench.timing import Figure
from tests.bench.visitors import Visitor

SESSIONS: Final = 400
RATE: Final = 20.0
"""Acts a second: some 200 people who act every ten seconds."""
SECONDS: Final = 60.0
MOST_WAIT = 500.0
MOST_MEMORY: Final = 512.0
"""Megabytes: half of what a process is restarted at (deploy/)."""
_AT_ONCE: Final = 8
_GLANCE: Final = 5.0
_SETTLED: Final = 0.2
"""The part of the time after which memory should grow no more."""


@dataclass
class Lived:
    """What a crowd has lived through.

    `waits` are seconds from the moment an act was due, so that a server that stands still cannot
    hide its own queue; `memory` is in megabytes, every few seconds.
    """

    waits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    cpu: float = 0.0
    foreign: float = 0.0

    def wait(self, share: float) -> float:
        """The wait that this share of the acts do not exceed."""
        return sorted(self.waits)[math.ceil(share * len(self.waits)) - 1]

    @property
    def growth(self) -> float:
        """Megabytes that memory has grown by since the crowd had settled."""
        settled = self.memory[int(_SETTLED * len(self.memory)) :]
        return settled[-1] - settled[0]


def crowd(root: Path) -> Iterator[Figure]:
    """What one process bears: how long a crowd waits, and what it takes."""
    with TemporaryDirectory() as folder, dashboard(root, Path(folder)) as server:
        server.settle()
        lived = asyncio.run(live(server, SESSIONS, RATE, SECONDS))
    note = (
        f"{SESSIONS} sessions, {RATE:g} acts a second for {SECONDS:g} s on every page in every "
        f"language; foreign load {lived.foreign:.2f} cores"
    )
    yield Figure(
        "wait of a crowd, 95th percentile", 1000 * lived.wait(0.95), "ms", MOST_WAIT, note
    )
    yield Figure("wait of a crowd, median", 1000 * lived.wait(0.5), "ms", None, note)
    yield Figure("acts of a crowd that failed", float(len(lived.errors)), "", 0.0, note)
    yield Figure("CPU of an act", 1000 * lived.cpu / len(lived.waits), "ms", None, note)
    yield Figure("memory with a crowd", max(lived.memory), "MB", MOST_MEMORY, note)


async def live(server: Server, sessions: int, rate: float, seconds: float) -> Lived:
    """Let a crowd in, let them act at random moments, and see them out."""
    chance = random.Random(1)  # noqa: S311 - who acts when
    lived = Lived()
    visitors = [Visitor(server.url) for _ in range(sessions)]
    gate = asyncio.Semaphore(_AT_ONCE)

    async def enter(visitor: Visitor, view: tuple[str, str]) -> None:
        async with gate:
            await visitor.enter()
            await visitor.run(*view)

    await asyncio.gather(*(enter(visitor, _view(chance)) for visitor in visitors))
    busy = {id(visitor): asyncio.Lock() for visitor in visitors}
    watch, began = Watch.start(server.pid), time.perf_counter()

    async def act(visitor: Visitor, due: float, view: tuple[str, str]) -> None:
        async with busy[id(visitor)]:
            try:
                drawn = await visitor.run(*view)
            except (WebSocketException, TimeoutError, OSError) as error:
                lived.errors.append(f"{view}: {error!r}")
                return
        lived.waits.append(time.perf_counter() - due)
        if drawn.exceptions:
            lived.errors.append(f"{view}: the page shows an exception")

    async def watch_memory() -> None:
        while True:
            lived.memory.append(memory_megabytes(server.pid))
            await asyncio.sleep(_GLANCE)

    watching = asyncio.create_task(watch_memory())
    async with asyncio.TaskGroup() as group:
        for after in _moments(chance, rate, seconds):
            await asyncio.sleep(max(0.0, began + after - time.perf_counter()))
            group.create_task(act(chance.choice(visitors), began + after, _view(chance)))
    lived.memory.append(memory_megabytes(server.pid))
    watching.cancel()
    lived.cpu, lived.foreign = watch.cpu, watch.foreign
    await asyncio.gather(*(visitor.leave() for visitor in visitors))
    return lived


def _moments(chance: random.Random, rate: float, seconds: float) -> Iterator[float]:
    """When somebody acts: at random, this many times a second."""
    after = chance.expovariate(rate)
    while after < seconds:
        yield after
        after += chance.expovariate(rate)


def _view(chance: random.Random) -> tuple[str, str]:
    """The query and the page that somebody opens."""
    slug = chance.choice(SLUGS)
    return f"kieli={chance.choice(LANGUAGES)}", "" if slug == HOME else slug
