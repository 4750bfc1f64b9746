"""Visitors without a browser."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.bench.visitors import Drawn, Visitor
from tests.browser.dashboard import serve

if TYPE_CHECKING:
    from pathlib import Path


def test_a_visitor_goes_nowhere_but_here() -> None:
    """Load is never sent to a machine of somebody else."""
    with pytest.raises(ValueError, match="not an address of this machine"):
        Visitor("http://192.0.2.1:8501")


def test_a_visitor_sees_what_a_page_shows(tmp_path: Path) -> None:
    """The same page has the same content, is smaller the second time, and another is another."""
    with serve(tmp_path) as dashboard:
        first, again, swedish = asyncio.run(_visits(dashboard.url))
    assert first.headings[0] == "Kemi ja Kemijärvi vierekkäin"
    assert swedish.headings[0] == "Kemi och Kemijärvi sida vid sida"
    assert first.exceptions == 0
    assert again.content == first.content != swedish.content
    assert 5 * again.size < first.size, "what a browser has is named, not sent again"


async def _visits(url: str) -> tuple[Drawn, Drawn, Drawn]:
    visitor = Visitor(url)
    await visitor.enter()
    drawn = [await visitor.run(query, "vertailu") for query in ("", "", "kieli=sv")]
    await visitor.leave()
    return drawn[0], drawn[1], drawn[2]
