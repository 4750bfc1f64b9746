"""What is printed is whole, and what is measured is sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from components.loading import load
from components.pages import PAGES
from tests.bench.__main__ import main
from tests.bench.synthetic import write_root
from tests.bench.timing import Figure, seconds


def test_made_up_municipalities_are_sound(tmp_path: Path) -> None:
    """What loading is measured with is valid, about 200 lines a file, and says it is made up."""
    lines = write_root(tmp_path / "root", 3)
    loaded = load(tmp_path / "root")
    assert loaded.problems == ()
    assert len(loaded.library.dossiers) == 3
    assert 180 <= lines <= 220
    assert all("keksitty" in text for text in loaded.library.source_texts.values())


def test_figures_know_whether_they_hold() -> None:
    """A time is held below its bound, a share above it."""
    assert Figure("t", 1.0, "s", 2.0, "").held
    assert not Figure("r", 1.0, "", 2.0, "", at_least=True).held
    assert seconds(lambda: None) >= 0


def test_figures_without_bound_or_value_say_so() -> None:
    """What is there for comparison holds nothing, and what could not be measured is not held."""
    beside = Figure("beside", 1.0, "ms", None, "why")
    missing = Figure("missing", None, "s", 2.0, "no browser")
    assert (beside.held, missing.held) == (None, None)
    assert beside.line == "beside: 1.00 ms (no bound; why)"
    assert missing.line == "missing: not measured (bound 2, not measured here; no browser)"
    assert "NOT HELD" in Figure("slow", 3.0, "s", 2.0, "").line


@pytest.mark.slow
def test_all_bounds_are_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """Every bound that is promised has its row, and beside them what they are held against."""
    main(["--json"])
    rows = {row["name"]: row for row in json.loads(capfd.readouterr().out)}
    empty = rows["CPU of a rerun, an empty app"]["value"]
    for slug in (page.SLUG for page in PAGES):
        assert rows[f"CPU of a rerun, {slug}"]["bound"] == 10 * empty
    for name in (
        "load and check",
        "growth of load and check",
        "search, 95th percentile",
        "strategiapeili --help against importing pandas",
        "strategiapeili check against importing pandas",
        "strategiapeili search against importing pandas",
        "strategiapeili align against importing pandas",
        "dearest page against an empty app",
        "rerun with 308 municipalities against 2",
        "first heading against a bare page",
        "bytes to the first chart",
        "slide change, 95th percentile",
        "wait of a crowd, 95th percentile",
        "acts of a crowd that failed",
        "memory with a crowd",
        "PDF of 2 municipalities",
        "PDF of 20 municipalities",
    ):
        assert rows[name]["held"] in {True, False}, name
    assert "foreign load" in rows["CPU of a rerun, vertailu"]["note"]


def test_unknown_part_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A part that there is not is told with those that there are, and nothing is measured."""
    with pytest.raises(SystemExit) as ended:
        main(["speed"])
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(
        "no part 'speed' (there are: data, command-line, hand-outs, reruns, crowd, browser)\n"
    )
