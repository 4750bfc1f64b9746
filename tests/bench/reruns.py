"""What one rerun of a page costs the server, with ten visitors who have it open."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from components.pages import HOME, PAGES
from tests.bench.machine import Watch, memory_megabytes
from tests.bench.servers import APPS, OPTIONS, PROJECT, Server, dashboard, plain
from tests.bench.synthetic import write_root
from tests.bench.timing import Figure
from tests.bench.visitors import Visitor

SESSIONS: Final = 10
ROUNDS: Final = 5
TWO, MANY = 2, 308
SLUGS: Final = tuple(page.SLUG for page in PAGES)
BOUND_OF_EMPTY, BOUND_OF_USUAL, BOUND_OF_MANY = 10.0, 0.1, 1.3
USUAL: Final = "toteutuma"
LANGUAGES: Final = ("fi", "sv", "en")


@dataclass(frozen=True)
class Cost:
    """What a rerun of a page takes: CPU milliseconds and kilobytes sent.

    `foreign` is how many cores others kept busy meanwhile.
    """

    cpu: float
    kilobytes: float
    messages: int
    foreign: float

    @property
    def note(self) -> str:
        """The conditions in words."""
        return (
            f"{SESSIONS} sessions, {self.messages} messages, {self.kilobytes:.0f} kB, "
            f"foreign load {self.foreign:.2f} cores"
        )


class PageError(Exception):
    """A page showed an exception: what it costs tells nothing."""


def reruns(root: Path) -> Iterator[Figure]:
    """The cost of every page against an empty app, and of one against the usual way of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = _plain_cost("empty", folder)
        usual = _plain_cost("usual", folder, ours=False)
        with dashboard(root, folder) as server:
            server.settle()
            costs = costs_of(server, SLUGS)
            fresh = _first_views(server)
        for slug, cost in costs.items():
            bound = BOUND_OF_EMPTY * empty.cpu
            yield Figure(f"CPU of a rerun, {slug}", cost.cpu, "ms", bound, cost.note)
        yield Figure("CPU of a rerun, an empty app", empty.cpu, "ms", None, empty.note)
        yield _dearest(costs, empty.cpu)
        note = f"plotly express, files read in every run, options as they come; {usual.note}"
        yield Figure(f"CPU of a rerun, {USUAL} the usual way", usual.cpu, "ms", None, note)
        share = costs[USUAL].cpu / usual.cpu
        yield Figure(f"{USUAL} against the usual way", share, "×", BOUND_OF_USUAL, "the same page")
        yield fresh
        yield from _with_many(folder)


def costs_of(server: Server, slugs: Sequence[str], query: str = "") -> dict[str, Cost]:
    """The cost of a rerun of each page, with the same visitors on every one of them in turn."""
    return {slug: asyncio.run(_cost(server, slug, query)) for slug in slugs}


async def _cost(server: Server, slug: str, query: str) -> Cost:
    visitors = [Visitor(server.url) for _ in range(SESSIONS)]
    page = "" if slug == HOME else slug
    for visitor in visitors:
        await visitor.enter()
        await visitor.run(query, page)
        await visitor.run(query, page)
    watch = Watch.start(server.pid)
    drawn = [await visitor.run(query, page) for _ in range(ROUNDS) for visitor in visitors]
    cpu, foreign = watch.cpu, watch.foreign
    for visitor in visitors:
        await visitor.leave()
    if any(one.exceptions for one in drawn):
        message = f"the page {slug!r} of {server.url} shows an exception"
        raise PageError(message)
    return Cost(1000 * cpu / len(drawn), drawn[-1].size / 1000, drawn[-1].messages, foreign)


def _plain_cost(app: str, folder: Path, *, ours: bool = True) -> Cost:
    """The cost of one of the small apps, with our options or as they come."""
    with plain(APPS / f"{app}.py", folder, PROJECT / OPTIONS if ours else None) as server:
        return costs_of(server, [HOME])[HOME]


def _dearest(costs: dict[str, Cost], empty: float) -> Figure:
    slug = max(costs, key=lambda slug: costs[slug].cpu)
    cheapest = min(cost.cpu for cost in costs.values()) / empty
    note = f"{slug}; the cheapest page {cheapest:.1f} ×; the small app has our options"
    name = "dearest page against an empty app"
    return Figure(name, costs[slug].cpu / empty, "×", BOUND_OF_EMPTY, note)


def _first_views(server: Server) -> Figure:
    """What a view costs when nobody has opened it yet, in the languages not yet asked for."""

    async def visit() -> int:
        visitor = Visitor(server.url)
        await visitor.enter()
        queries = [f"kieli={language}" for language in LANGUAGES[1:]]
        for query in queries:
            for slug in SLUGS:
                await visitor.run(query, "" if slug == HOME else slug)
        await visitor.leave()
        return len(queries) * len(SLUGS)

    watch = Watch.start(server.pid)
    count = asyncio.run(visit())
    note = f"mean of {count} views of which nothing was kept"
    return Figure("CPU of the first run of a view", 1000 * watch.cpu / count, "ms", None, note)


def _with_many(folder: Path) -> Iterator[Figure]:
    """The same pages of the same made-up municipalities, two of them and 308."""
    found: dict[int, dict[str, Cost]] = {}
    memory: dict[int, float] = {}
    for count in (TWO, MANY):
        root = folder / str(count)
        write_root(root, count)
        with dashboard(root, folder) as server:
            server.settle()
            found[count] = costs_of(server, SLUGS)
            memory[count] = memory_megabytes(server.pid)
    ratios = {slug: found[MANY][slug].cpu / found[TWO][slug].cpu for slug in SLUGS}
    slug = max(ratios, key=ratios.__getitem__)
    two, many = found[TWO][slug], found[MANY][slug]
    note = (
        f"{slug}, where it is most: {two.cpu:.1f} and {many.cpu:.1f} ms; "
        f"foreign load {two.foreign:.2f} and {many.foreign:.2f} cores"
    )
    yield Figure("rerun with 308 municipalities against 2", ratios[slug], "×", BOUND_OF_MANY, note)
    note = f"with 2 of them {memory[TWO]:.0f} MB; search index made, {SESSIONS} sessions a page"
    yield Figure("memory with 308 municipalities", memory[MANY], "MB", None, note)
