"""What an assault may cost the others: seconds and megabytes, and how they are measured."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

from tests.server.test_live import Server

READY: Final = 0.5
"""Seconds to /api/ready."""

OTHER: Final = 1.0
"""Seconds to another visitor's page."""

GROWTH: Final = 10.0
"""Megabytes that an assault may leave."""


def rss(server: Server) -> float:
    """The megabytes that the server holds."""
    pages = Path(f"/proc/{server.process.pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


def ready(server: Server) -> float:
    """The seconds until a probe has its answer."""
    began = time.perf_counter()
    assert server.ask("/api/ready")[0] == 200
    return time.perf_counter() - began
