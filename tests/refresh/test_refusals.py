"""The command when something is wrong: one line, status 2, and the file as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.loading import load
from components.refresh import command
from components.refresh.failure import RefreshError
from tests.loading.roots import changed
from tests.refresh.conftest import Run
from tests.refresh.samples import FILE, HEADER, ROWS, TABLE, write_rows
from tests.refresh.service import FakeService, Reply

Failing = tuple[list[Reply | None], str]


@pytest.mark.usefixtures("raw")
@pytest.mark.parametrize(
    "case",
    [
        ([Reply(400, "Bad Request")], "failed after 1 try: 400 Bad Request: Bad Request"),
        ([None, *[Reply(429, "Hitaammin")] * 3], "failed after 3 tries: 429 Too Many Requests"),
        ([None, *[Reply(503)] * 3], "failed after 3 tries: 503 Service Unavailable"),
        ([None, *[Reply(body="[1, 2]", cut=True)] * 3], "failed after 3 tries: "),
        ([None, Reply(body='{"value": [1')], "the answer is no sound JSON"),
        ([None, Reply(body="{}")], "id should be a list, not None"),
        ([Reply(body="[]")], "the metadata should be a group, not []"),
    ],
    ids=["400", "429", "503", "cut", "malformed", "shape", "metadata"],
)
def test_a_failed_call_leaves_the_file(
    px: FakeService, root: Path, run: Run, capsys: pytest.CaptureFixture[str], case: Failing
) -> None:
    """Whatever goes wrong is one line that names the call, and nothing is shown or written."""
    replies, said = case
    px.replies += replies
    assert run(root, yes=True) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    method = "GET" if replies[0] else "POST"
    assert err.startswith(f"{method} {px.base}/api/fi/{TABLE}")
    assert said in err


@pytest.mark.usefixtures("raw")
def test_a_municipality_that_is_not_there(
    root: Path, run: Run, px: FakeService, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt name is one line, before any call."""
    assert run(root, "malikunta", yes=True) == 2
    assert capsys.readouterr() == (
        "",
        "no municipality 'malikunta' in the library (there are: mallikunta, pikkukunta)\n",
    )
    assert px.seen == []


@pytest.mark.usefixtures("raw")
def test_an_indicator_must_say_where_it_comes_from(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no definition names the service there is nothing to fetch."""
    assert run(root, name="sotkanet", yes=True) == 2
    assert capsys.readouterr().err == (
        "no indicator comes from sotkanet: none of data/indicators.yaml has it as 'fetch'\n"
    )


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([HEADER, "999,population,2024,noin 6000,keksitty"], "2:21: csv-number"),
        ([HEADER, ROWS[0], ROWS[0]], "3:1: duplicate-row"),
        ([HEADER.replace("value", "arvo"), ROWS[0]], "1:1: missing-key"),
        ([], "1:1: empty"),
    ],
    ids=["number", "twice", "header", "empty"],
)
def test_a_broken_file_is_not_worked_on(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str], rows: list[str], place: str
) -> None:
    """A file with a problem is named with its place and stays as it is."""
    write_rows(root, *rows)
    before = (root / FILE).read_bytes()
    assert run(root, yes=True) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"{FILE}:{place}: nothing is fetched before 'strategiapeili check' finds no problem in "
        "this file\n"
    )
    assert (root / FILE).read_bytes() == before


def test_a_root_that_is_not_there(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong folder is one line and no folder is made."""
    assert run(tmp_path / "nowhere") == 2
    assert capsys.readouterr().err.startswith(f"{FILE}:1:1: missing-file: ")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.usefixtures("raw")
def test_broken_definitions(root: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A definition that cannot be read could name a wrong table."""
    changed(root, "data/indicators.yaml", "content: Väestö", "contents: Väestö")
    assert run(root, yes=True) == 2
    assert capsys.readouterr().err.startswith("data/indicators.yaml:")


@pytest.mark.usefixtures("raw")
def test_no_municipality_at_all(root: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a sound municipality there is nobody to fetch for."""
    for name in ("mallikunta", "pikkukunta"):
        changed(root, f"strategies/{name}.yaml", "adopted_by:", "adoptd_by:")
    assert run(root, yes=True) == 2
    assert capsys.readouterr().err == (
        "no municipality in the library: see 'strategiapeili check'\n"
    )


@pytest.mark.usefixtures("raw")
def test_a_disk_that_is_full(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be written is one line; its dataset is there already and harms nothing."""

    def full(*_: object) -> None:
        message = "x cannot be written (No space left on device): it is as it was"
        raise RefreshError(message)

    monkeypatch.setattr(command, "write_observations", full)
    assert run(root, yes=True) == 2
    out, err = capsys.readouterr()
    assert out.endswith("1 unchanged\ndata/datasets.yaml: statfin-11ra-2026-11-23\n")
    assert load(root).problems == ()
    assert err.endswith("it is as it was\n")
