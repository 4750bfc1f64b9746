"""What the machine tells of a process and of everybody else: CPU time, memory, who listens where.

All of it is read from /proc, so these figures are taken on Linux alone.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

PROC: Final = Path("/proc")
_LISTENING: Final = "0A"
_IDLE: Final = slice(3, 5)  # idle and waiting for a disk


def readable() -> bool:
    """Whether this machine tells what is asked here."""
    return (PROC / "self" / "stat").is_file()


def ticks_a_second() -> int:
    """In what the kernel counts CPU time."""
    return os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """CPU time that a process has taken, in its own code and in the kernel."""
    fields = (PROC / str(pid) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / ticks_a_second()


def children_seconds() -> float:
    """CPU time of the processes that this one has started and that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def memory_megabytes(pid: int) -> float:
    """Memory that a process holds."""
    pages = int((PROC / str(pid) / "statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def busy_seconds() -> float:
    """CPU time that anyone has taken since the machine started."""
    with (PROC / "stat").open(encoding="utf-8") as file:
        fields = [int(field) for field in file.readline().split()[1:9]]
    return (sum(fields) - sum(fields[_IDLE])) / ticks_a_second()


def listens(pid: int, port: int) -> bool:
    """Whether it is this process that listens on a port of this machine."""
    return not _sockets_of(pid).isdisjoint(_listeners(port))


def _listeners(port: int) -> set[str]:
    """The inodes of the sockets that listen on a port."""
    found = set()
    for table in ("tcp", "tcp6"):
        with suppress(FileNotFoundError):  # a machine without IPv6
            lines = (PROC / "net" / table).read_text(encoding="utf-8").splitlines()[1:]
            rows = [line.split() for line in lines]
            found |= {
                row[9]
                for row in rows
                if row[3] == _LISTENING and int(row[1].rpartition(":")[2], 16) == port
            }
    return found


def _sockets_of(pid: int) -> set[str]:
    return {link[8:-1] for link in _links(pid) if link.startswith("socket:[")}


def _links(pid: int) -> Iterator[str]:
    for entry in (PROC / str(pid) / "fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            yield str(entry.readlink())


@dataclass
class Watch:
    """What a process, this one and all others take of the CPU between two moments."""

    pid: int
    _began: float = field(default_factory=time.perf_counter)
    _before: float = 0.0
    _own: float = 0.0
    _busy: float = 0.0

    @classmethod
    def start(cls, pid: int) -> Self:
        """Begin to watch a process."""
        watch = cls(pid)
        watch._before, watch._own = cpu_seconds(pid), time.process_time()
        watch._busy = busy_seconds()
        return watch

    @property
    def cpu(self) -> float:
        """CPU seconds that the process has taken."""
        return cpu_seconds(self.pid) - self._before

    @property
    def foreign(self) -> float:
        """How many cores were busy with neither the process nor this one."""
        others = busy_seconds() - self._busy - self.cpu - (time.process_time() - self._own)
        return max(0.0, others) / max(time.perf_counter() - self._began, 1e-9)
