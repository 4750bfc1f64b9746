"""What the machine is asked of processes and of who listens where."""

from __future__ import annotations

import os
import socket
import sys
from subprocess import PIPE, Popen

import pytest

from tests.bench.machine import (
    Watch,
    busy_seconds,
    cpu_seconds,
    listens,
    memory_megabytes,
    readable,
)

pytestmark = pytest.mark.skipif(not readable(), reason="there is no /proc on this machine")


def test_a_process_is_known_by_what_it_takes() -> None:
    """Work takes CPU time of the process and of the machine, and memory is held."""
    own, everyone = cpu_seconds(os.getpid()), busy_seconds()
    while cpu_seconds(os.getpid()) < own + 0.05:
        sum(range(10_000))
    assert busy_seconds() > everyone
    assert memory_megabytes(os.getpid()) > 1


def test_who_listens_is_known() -> None:
    """A port is that of the process that listens there, and of no other."""
    with (
        socket.socket() as listener,
        Popen([sys.executable, "-c", "input()"], stdin=PIPE) as other,
    ):
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        assert not listens(os.getpid(), port)
        listener.listen()
        assert listens(os.getpid(), port)
        assert not listens(other.pid, port)
        other.communicate(b"\n")


def test_own_work_is_no_foreign_load() -> None:
    """What the watched process does is not counted as that of others."""
    watch = Watch.start(os.getpid())
    while watch.cpu < 0.05:
        sum(range(10_000))
    assert watch.foreign >= 0
    assert watch.cpu >= 0.05
