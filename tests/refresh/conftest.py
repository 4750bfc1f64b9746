"""The services that answer in these tests, and the command that asks them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from components.refresh import refresh
from components.refresh.calls import Calls, Clock
from tests.refresh.samples import FILE, FROM_STATFIN, TODAY, root_of, sotkanet, statfin
from tests.refresh.service import FakeClock, FakeService, running

Run = Callable[..., int]


class Terminal(io.StringIO):
    """Someone at a terminal who types this."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call this machine itself, whatever proxy its user has."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def px() -> Iterator[FakeService]:
    """Statistics Finland's stand-in."""
    with running(statfin()) as fake:
        yield fake


@pytest.fixture
def sotka() -> Iterator[FakeService]:
    """Sotkanet's stand-in."""
    with running(sotkanet()) as fake:
        yield fake


@pytest.fixture
def clock() -> FakeClock:
    """A clock that passes the time at once."""
    return FakeClock()


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    """What calls are made with."""
    with httpx.Client(timeout=5) as client:
        yield client


@pytest.fixture
def px_calls(px: FakeService, client: httpx.Client, clock: FakeClock) -> Calls:
    """Calls to Statistics Finland's stand-in."""
    return Calls(px.service, client, Clock(clock.now, clock.sleep))


@pytest.fixture
def sotka_calls(sotka: FakeService, client: httpx.Client, clock: FakeClock) -> Calls:
    """Calls to Sotkanet's stand-in."""
    return Calls(sotka.service, client, Clock(clock.now, clock.sleep))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root whose indicators come from Statistics Finland."""
    return root_of(tmp_path, *FROM_STATFIN)


@pytest.fixture
def run(px: FakeService, clock: FakeClock) -> Run:
    """Run the command against the stand-in."""

    def run(root: Path, *slugs: str, name: str = "statfin", yes: bool = False) -> int:
        return refresh(
            root,
            name,
            slugs,
            yes=yes,
            today=TODAY,
            services={name: px.service},
            clock=Clock(clock.now, clock.sleep),
        )

    return run


@pytest.fixture(autouse=True)
def _pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is there to answer, unless a test says so."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))


@pytest.fixture
def raw(root: Path) -> Iterator[bytes]:
    """The file before; a test that asks for it holds that it is the same afterwards."""
    before = (root / FILE).read_bytes()
    yield before
    assert (root / FILE).read_bytes() == before
    assert [path.name for path in root.glob("data/.*")] == []
