"""Servers that are measured: ours alone, stopped afterwards, and plain about what went wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from components.pages import HOME
from tests.analysis.making import PROJECT
from tests.bench import browser
from tests.bench.machine import cpu_seconds, listens, readable
from tests.bench.reruns import PageError, costs_of
from tests.bench.servers import APPS, ServerError, free_port, plain

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not readable(), reason="there is no /proc on this machine")


def test_an_app_is_measured_and_stopped(tmp_path: Path) -> None:
    """A rerun has a cost, messages and bytes; the server was our own and is gone afterwards."""
    with plain(APPS / "empty.py", tmp_path) as server:
        cost = costs_of(server, [HOME])[HOME]
        port = int(server.url.rpartition(":")[2])
        assert listens(server.pid, port)
        assert not listens(os.getpid(), port)
        assert server.answers("/_stcore/health")
        assert not server.answers("/_stcore/health", accept_encoding="br")
    assert cost.cpu > 0
    assert cost.messages == 5
    assert cost.kilobytes > 0
    assert not server.answers("/_stcore/health")
    with pytest.raises(FileNotFoundError):
        cpu_seconds(server.pid)


def test_a_page_that_fails_is_not_measured(tmp_path: Path) -> None:
    """What a page costs that shows an exception would be told as a success."""
    script = tmp_path / "broken.py"
    script.write_text("1 / 0\n", encoding="utf-8")
    with plain(script, tmp_path) as server, pytest.raises(PageError, match="exception"):
        costs_of(server, [HOME])


def test_a_server_that_does_not_start_is_told(tmp_path: Path) -> None:
    """The message holds the command and what it said."""
    with (
        pytest.raises(ServerError, match=r"nowhere\.py"),
        plain(tmp_path / "nowhere.py", tmp_path),
    ):
        pass


def test_ports_are_free_ones() -> None:
    """No port is fixed: several servers may be measured at once."""
    assert len({free_port() for _ in range(5)}) > 1


def test_without_a_chromium_the_row_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no browser its figures are missing, not failing, and the row says why."""
    monkeypatch.setattr(browser, "chromium", lambda _playwright: None)
    (row,) = browser.browsing(PROJECT)
    assert (row.value, row.held) == (None, None)
    assert "Chromium" in row.note
