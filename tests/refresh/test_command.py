"""The command: what is shown, asked and written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from components.loading import load
from components.model import Dataset
from components.refresh import refresh
from components.refresh.datasets_file import known_datasets
from tests.loading.roots import changed
from tests.refresh.conftest import Run, Terminal
from tests.refresh.samples import (
    FILE,
    FROM_SOTKANET,
    HEADER,
    ROWS,
    TABLE,
    TODAY,
    root_of,
    write_rows,
)
from tests.refresh.service import FakeService, Reply

ADDED = (
    "+ mallikunta population 2025: 6200",
    "+ mallikunta employment_rate 2024: 70.30",
    "+ mallikunta employment_rate 2025: 71.0",
    "+ pikkukunta population 2025: 1190",
    "+ pikkukunta employment_rate 2024: 70.1",
)
CHANGED = "~ mallikunta population 2024: 6214 → 6213"
COUNTS = "5 new, 1 changed, 1 unchanged"
ADDS = "data/datasets.yaml: statfin-11ra-2026-11-23"
FRESH = "statfin-11ra-2026-11-23"
DATASET = Dataset(
    title="Tilastokeskus, 11ra Väestö ja työllisyys (keksitty), päivitetty 2026-04-01",
    publisher="Tilastokeskus",
    url="https://tilasto.example/sivut/fi/StatFin/StatFin__vaerak/11ra.px/",
    licence="CC BY 4.0",
    retrieved=TODAY,
)
WRITTEN = (
    HEADER,
    ROWS[0],
    ROWS[1],
    f"998,population,2025,1190,{FRESH}",
    f"998,employment_rate,2024,70.1,{FRESH}",
    ROWS[2],
    f"999,population,2024,6213,{FRESH}",
    ROWS[4],
    f"999,population,2025,6200,{FRESH}",
    f"999,employment_rate,2024,70.30,{FRESH}",
    f"999,employment_rate,2025,71.0,{FRESH}",
)


def test_figures_are_written(root: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Every row stands where it belongs with its source, and the check finds nothing wrong."""
    assert run(root, yes=True) == 0
    assert tuple((root / FILE).read_text(encoding="utf-8").splitlines()) == WRITTEN
    assert capsys.readouterr() == (
        "\n".join([*ADDED, CHANGED, COUNTS, f"{ADDS}\n{FILE} is written\n"]),
        "",
    )
    loaded = load(root)
    assert loaded.problems == ()
    assert known_datasets(root)[FRESH] == DATASET
    rows = loaded.library.observations_of["999", "employment_rate"]
    assert [(row.year, str(row.value), row.kind, row.retrieved) for row in rows] == [
        (2024, "70.30", "actual", TODAY),
        (2025, "71.0", "actual", TODAY),
    ]


def test_a_second_time_nothing_changes(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is up to date is not written again, whatever the day."""
    assert run(root, yes=True) == 0
    written = (root / FILE).stat()
    capsys.readouterr()
    assert run(root) == 0
    assert capsys.readouterr() == ("0 new, 0 changed, 7 unchanged\n", "")
    assert (root / FILE).stat().st_mtime_ns == written.st_mtime_ns


def test_only_the_named_municipalities(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows of the others are neither asked for nor touched."""
    assert run(root, "pikkukunta", "pikkukunta", yes=True) == 0
    out = capsys.readouterr().out.splitlines()
    assert out == [*ADDED[3:], "2 new, 0 changed, 1 unchanged", ADDS, f"{FILE} is written"]
    rows = (root / FILE).read_text(encoding="utf-8").splitlines()
    assert list(ROWS[2:]) == rows[-3:]


@pytest.mark.parametrize("said", ["y\n", " YES \n"])
def test_a_yes_is_a_yes(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """Someone who agrees has the file written."""
    monkeypatch.setattr(sys, "stdin", Terminal(said))
    assert run(root) == 0
    assert tuple((root / FILE).read_text(encoding="utf-8").splitlines()) == WRITTEN


@pytest.mark.parametrize("said", ["", "\n", "n\n", "yeah?\n"])
@pytest.mark.usefixtures("raw")
def test_anything_else_is_a_no(
    root: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: str,
) -> None:
    """Without a clear yes nothing is written, and that is said."""
    monkeypatch.setattr(sys, "stdin", Terminal(said))
    assert run(root) == 1
    assert capsys.readouterr().out.endswith(f"{COUNTS}\nWrite {FILE}? [y/N] nothing was written\n")


@pytest.mark.usefixtures("raw")
def test_without_a_terminal_nobody_is_asked(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """A yes that comes through a pipe is no answer: it takes --yes."""
    assert run(root) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        COUNTS,
        "nothing was written: there is no terminal to ask at (see --yes)",
    ]


@pytest.mark.usefixtures("raw")
def test_an_interruption(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who stops it while it fetches or asks is told that nothing was written."""

    def stop() -> str:
        raise KeyboardInterrupt

    stdin = Terminal()
    monkeypatch.setattr(stdin, "readline", stop)
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run(root) == 1
    assert capsys.readouterr().err == "\nstopped: nothing was written\n"


def test_a_service_that_comes_back(px: FakeService, root: Path, run: Run) -> None:
    """A short absence is waited for and leaves no trace."""
    px.replies += [Reply(503), Reply(429, headers={"Retry-After": "1"}), None, Reply(503)]
    assert run(root, yes=True) == 0
    assert tuple((root / FILE).read_text(encoding="utf-8").splitlines()) == WRITTEN


def test_a_broken_municipality_is_left_out(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are brought up to date, and whose file is broken is said."""
    changed(root, "strategies/mallikunta.yaml", "adopted_by:", "adoptd_by:")
    assert run(root, yes=True) == 0
    out, err = capsys.readouterr()
    assert err == "left out because of their problems: strategies/mallikunta.yaml\n"
    assert "mallikunta" not in out


def test_what_a_table_lacks_is_said(
    px: FakeService, root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """A municipality that the table does not know is named beside what was found."""
    del px.tables[TABLE].variables[0].values["KU998"]
    assert run(root, yes=True) == 0
    out, err = capsys.readouterr()
    assert err == f"{TABLE} has no area for 998 Pikkukunta\n"
    assert "pikkukunta" not in out


def test_a_row_of_another_measure_is_said(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value by a definition of its own stays, and the service's is shown beside it."""
    rows = [f"{row.replace(FRESH, 'keksitty')}," for row in WRITTEN[1:]]
    rows[5] = "999,population,2024,6300,keksitty,kirjoilla"
    write_rows(root, f"{WRITTEN[0]},variant", *rows)
    before = (root / FILE).read_bytes()
    assert run(root, yes=True) == 0
    stays = "mallikunta population 2024: 6300 stays, it has its own variant 'kirjoilla'"
    assert capsys.readouterr().out.splitlines() == [
        f"= {stays}; the service gives 6213",
        "0 new, 0 changed, 6 unchanged, 1 kept",
    ]
    assert (root / FILE).read_bytes() == before


def test_figures_of_sotkanet(
    tmp_path: Path, sotka: FakeService, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other service fills the same file; 6200.0 keeps its decimal."""
    root = root_of(tmp_path, *FROM_SOTKANET)
    services = {"sotkanet": sotka.service}
    assert refresh(root, "sotkanet", (), yes=True, today=TODAY, services=services) == 0
    assert capsys.readouterr().out.splitlines() == [
        "+ mallikunta population 2025: 6200.0",
        CHANGED,
        "1 new, 1 changed, 0 unchanged",
        "data/datasets.yaml: sotkanet-127-2026-11-23",
        f"{FILE} is written",
    ]
    loaded = load(root)
    assert loaded.problems == ()
    (*_, row) = loaded.library.observations_of["999", "population"]
    assert (row.year, str(row.value), row.retrieved) == (2025, "6200.0", TODAY)
    assert (row.source_title, row.source_url) == (
        "THL Sotkanet, tunnusluku 127 Väestö 31.12. (keksitty), päivitetty 2026-05-20",
        "https://tilasto.example/sivut/127",
    )
