"""Where answers are made: off the event loop, each once for all who ask, a few at a time, kept."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from components.server.prepared import Prepared

RETRY_SECONDS: Final = 5


class BusyError(Exception):
    """So much is being made that one more would wait too long."""


class SingleFlight:
    """Makes answers and keeps those last asked for.

    A crowd that asks for one thing at once waits for the same making of it. What is kept is of one
    edition of the library, and the oldest of it goes when it takes more than `most_bytes`.
    """

    def __init__(self, name: str, *, at_once: int, most_waiting: int, most_bytes: int) -> None:
        """Make `at_once` at a time; more than `most_waiting` besides are turned away."""
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix=name)
        self._most = at_once + most_waiting
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[Hashable, Prepared] = OrderedDict()
        self._making: dict[Hashable, asyncio.Task[Prepared]] = {}
        self._edition = ""

    async def made(self, edition: str, key: Hashable, make: Callable[[], Prepared]) -> Prepared:
        """What answers to the key, made by now or before; raises BusyError."""
        if edition != self._edition:
            self._edition, self._bytes = edition, 0
            self._kept.clear()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        whole_key = (edition, key)
        if whole_key not in self._making:
            if len(self._making) >= self._most:
                raise BusyError
            task = asyncio.create_task(self._make(edition, key, make))
            self._making[whole_key] = task
            task.add_done_callback(lambda done: self._end(whole_key, done))
        # A client that leaves must not take the answer from the others that wait for it.
        return await asyncio.shield(self._making[whole_key])

    async def _make(self, edition: str, key: Hashable, make: Callable[[], Prepared]) -> Prepared:
        done = await asyncio.get_running_loop().run_in_executor(self._pool, make)
        if edition == self._edition and done.size <= self._most_bytes:
            self._kept[key] = done
            self._bytes += done.size
            while self._bytes > self._most_bytes:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.size
        return done

    def _end(self, key: Hashable, done: asyncio.Task[Prepared]) -> None:
        self._making.pop(key, None)
        if not done.cancelled():
            done.exception()  # taken note of: those who waited have it, if there are any left
