"""One process under a crowd."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from tests.analysis.making import PROJECT
from tests.bench.crowd import MOST_MEMORY, MOST_WAIT, RATE, SESSIONS, Lived, live
from tests.bench.servers import dashboard

if TYPE_CHECKING:
    from pathlib import Path

MINUTES = float(os.environ.get("STRATEGIAPEILI_SOAK_MINUTES", "30"))
MOST_GROWTH = 1.0
"""Megabytes a thousand acts."""


def test_waits_are_told_by_share() -> None:
    """The 95th percentile is the wait that 95 of 100 do not exceed."""
    lived = Lived(waits=[float(one) for one in range(1, 101)])
    assert (lived.wait(0.95), lived.wait(0.5), lived.wait(1)) == (95, 50, 100)


def test_growth_is_counted_once_all_have_settled() -> None:
    """What the first fifth of the time takes is not growth."""
    assert Lived(memory=[100, 180, 200, 201, 201, 202, 202, 203, 203, 204]).growth == 4


def test_a_small_crowd_meets_no_error(tmp_path: Path) -> None:
    """Every act of many visitors at once is answered with a whole page."""
    with dashboard(PROJECT, tmp_path) as server:
        lived = asyncio.run(live(server, sessions=30, rate=5, seconds=6))
    assert lived.errors == []
    assert len(lived.waits) > 10


@pytest.mark.slow
def test_a_town_is_borne_for_half_an_hour(tmp_path: Path) -> None:
    """400 sessions, 20 acts a second: nobody meets an error or waits, and memory stays flat."""
    with dashboard(PROJECT, tmp_path) as server:
        server.settle()
        lived = asyncio.run(live(server, SESSIONS, RATE, 60 * MINUTES))
    assert lived.errors == []
    assert 1000 * lived.wait(0.95) < MOST_WAIT
    assert max(lived.memory) <= MOST_MEMORY
    assert 1000 * lived.growth / len(lived.waits) <= MOST_GROWTH
