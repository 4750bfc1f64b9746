"""`refresh` on the command line: what it reads of its arguments, and that it fetches."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from components import cli
from components.refresh import SERVICES
from tests.refresh.samples import FILE, FROM_STATFIN, HEADER, root_of, statfin
from tests.refresh.service import FakeService, running


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root whose indicators come from Statistics Finland."""
    return root_of(tmp_path, *FROM_STATFIN)


@pytest.fixture
def px(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeService]:
    """Statistics Finland's stand-in in the place of the real one."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running(statfin()) as fake:
        monkeypatch.setitem(SERVICES, "statfin", fake.service)
        yield fake


def run(*arguments: str | Path) -> int:
    """The exit status of the command."""
    return cli.main(["refresh", *map(str, arguments)])


def test_refresh_writes(px: FakeService, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named municipalities of a root are fetched and written when --yes is given."""
    assert run("statfin", "mallikunta", "--yes", "--root", root) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-3::2] == ["3 new, 1 changed, 0 unchanged", f"{FILE} is written"]
    assert err == ""
    (chosen, *_) = px.seen[1].body["query"]
    assert chosen["selection"]["values"] == ["KU999"]
    assert (root / FILE).read_text(encoding="utf-8").startswith(f"{HEADER}\n")


@pytest.mark.usefixtures("px")
def test_refresh_asks(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --yes and without a terminal nothing is written and the status is 1."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    before = (root / FILE).read_bytes()
    assert run("statfin", "--root", root) == 1
    assert "nothing was written" in capsys.readouterr().out
    assert (root / FILE).read_bytes() == before


def test_refresh_of_an_unknown_municipality(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is not in the library is status 2."""
    assert run("statfin", "atlantis", "--root", root) == 2
    assert "no municipality 'atlantis'" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["thl"], ["statfin", "--force"]], ids=str)
def test_wrong_calls(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A service must be named, and it is one of two."""
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    assert "usage: strategiapeili" in capsys.readouterr().err


def test_refresh_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    """The services, the municipalities and --yes are in the help."""
    with pytest.raises(SystemExit) as ended:
        run("--help")
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("usage: strategiapeili refresh")
    assert all(word in out for word in ("statfin", "sotkanet", "--yes", "--root"))
