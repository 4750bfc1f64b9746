"""The place where answers are made: once for all who ask, a few at a time, within bounds."""

from __future__ import annotations

import asyncio
from functools import partial
from threading import Event

import pytest

from components.server.prepared import Prepared
from components.server.single_flight import BusyError, SingleFlight

BODY = Prepared(b"x" * 100, "text/plain", is_packed=True)


def single_flight(**changes: int) -> SingleFlight:
    """A small one."""
    bounds = {"at_once": 1, "most_waiting": 1, "most_bytes": 250} | changes
    return SingleFlight("test", **bounds)


def noted(made: list[str], name: str, answer: Prepared) -> Prepared:
    """Make an answer and note it."""
    made.append(name)
    return answer


def test_crowd_waits_for_one_making() -> None:
    """Fifty who ask at once get the same answer, made once; the loop goes on meanwhile."""
    calls, gate = [], Event()

    def make() -> Prepared:
        calls.append(1)
        assert gate.wait(10)
        return BODY

    async def ask() -> list[Prepared]:
        shop = single_flight()
        waiting = [asyncio.create_task(shop.made("a", "key", make)) for _ in range(50)]
        await asyncio.sleep(0.05)  # the making holds a thread, not the loop
        gate.set()
        return await asyncio.gather(*waiting)

    assert asyncio.run(ask()) == [BODY] * 50
    assert calls == [1]


def test_who_leaves_takes_nothing_from_the_others() -> None:
    """The making goes on when the one who asked first has gone."""
    gate = Event()

    def make() -> Prepared:
        assert gate.wait(10)
        return BODY

    async def ask() -> Prepared:
        shop = single_flight()
        first = asyncio.create_task(shop.made("a", "key", make))
        second = asyncio.create_task(shop.made("a", "key", make))
        await asyncio.sleep(0)
        first.cancel()
        gate.set()
        return await second

    assert asyncio.run(ask()) is BODY


def test_too_many_are_turned_away() -> None:
    """One is made and one waits: the third is told at once, and comes through later."""
    gate = Event()

    def make() -> Prepared:
        assert gate.wait(10)
        return BODY

    async def ask() -> None:
        shop = single_flight()
        waiting = [asyncio.create_task(shop.made("a", key, make)) for key in "xy"]
        await asyncio.sleep(0)
        with pytest.raises(BusyError):
            await shop.made("a", "z", make)
        gate.set()
        await asyncio.gather(*waiting)
        assert await shop.made("a", "z", make) is BODY

    asyncio.run(ask())


def test_least_lately_asked_for_goes_first() -> None:
    """Of three answers two fit; an answer that is too large is given and not kept."""
    made: list[str] = []

    async def ask() -> None:
        shop = single_flight()

        async def get(key: str, answer: Prepared = BODY) -> None:
            await shop.made("a", key, partial(noted, made, key, answer))

        for key in ("x", "y", "x", "z", "x", "y"):
            await get(key)
        large = Prepared(b"x" * 251, "text/plain", is_packed=True)
        await get("large", large)
        await get("large", large)

    asyncio.run(ask())
    assert made == ["x", "y", "z", "y", "large", "large"]


def test_new_edition_drops_the_old() -> None:
    """What was made of other data is not given, and not kept when it comes late."""
    made: list[str] = []

    async def ask() -> None:
        shop = single_flight()
        for edition in ("a", "a", "b", "a"):
            await shop.made(edition, "key", partial(noted, made, edition, BODY))

    asyncio.run(ask())
    assert made == ["a", "b", "a"]


def test_fault_is_told_to_all_and_not_kept() -> None:
    """The next who asks has it tried again."""

    def fail() -> Prepared:
        message = "no"
        raise ValueError(message)

    async def ask() -> None:
        shop = single_flight()
        answers = await asyncio.gather(
            *(shop.made("a", "key", fail) for _ in range(3)), return_exceptions=True
        )
        assert [type(answer) for answer in answers] == [ValueError] * 3
        assert await shop.made("a", "key", lambda: BODY) is BODY

    asyncio.run(ask())
