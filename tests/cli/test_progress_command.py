"""`progress`: how far each indicator and project has come, as rows for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from components import cli
from components.i18n import LANGUAGES
from tests.loading.roots import BASE, MALLIKUNTA, added, copied

if TYPE_CHECKING:
    from pathlib import Path

KEYS = [
    "municipality",
    "kind",
    "id",
    "name",
    "state",
    "trend",
    "way",
    "time",
    "sum",
    "cautions",
    "begin",
    "latest",
    "target",
    "basis",
    "goals",
    "sources",
]
Row = dict[str, Any]


def run(*arguments: str | Path) -> int:
    """The exit status of the command."""
    return cli.main(["progress", *map(str, arguments)])


def rows(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[Row]:
    """The rows that the command prints."""
    assert run(*arguments, "--json") == 0
    out, err = capsys.readouterr()
    assert err == ""
    found: list[Row] = json.loads(out)
    return found


def named(found: list[Row], name: str) -> Row:
    """The row with an id."""
    return next(row for row in found if row["id"] == name)


def test_progress_gives_every_indicator_and_project(capsys: pytest.CaptureFixture[str]) -> None:
    """All municipalities by default, indicators before projects, every key in every row."""
    found = rows(capsys)
    assert list(dict.fromkeys(row["municipality"] for row in found)) == ["kemi", "kemijarvi"]
    assert {tuple(row) for row in found} == {tuple(KEYS)}
    for slug in ("kemi", "kemijarvi"):
        kinds = [row["kind"] for row in found if row["municipality"] == slug]
        assert kinds == sorted(kinds)
        assert set(kinds) == {"indicator", "project"}
    assert all(row["sum"].strip() and row["sources"] for row in found if row["latest"])


def test_progress_of_those_named_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    """The municipalities named, each once, in the order of the call."""
    found = rows(capsys, "kemijarvi", "kemi", "kemijarvi")
    assert list(dict.fromkeys(row["municipality"] for row in found)) == ["kemijarvi", "kemi"]
    assert {row["municipality"] for row in rows(capsys, "kemi")} == {"kemi"}
    ids = [(row["municipality"], row["kind"], row["id"]) for row in found]
    assert len(ids) == len(set(ids))


def test_progress_tells_shares_as_numbers_and_the_sum_in_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Mallikunta's employment: 3 of 6 points in 4 of 8 years, with the source of each value."""
    row = named(rows(capsys, "--root", MALLIKUNTA), "tavoite-tyollisyysaste")
    assert (row["state"], row["trend"], row["way"], row["time"]) == ("on_track", None, 0.5, 0.5)
    assert row["begin"] == {"date": "2021", "value": 68.0}
    assert row["latest"] == {"date": "2025", "value": 71.0}
    assert row["target"] == {"date": "2029", "value": 74.0, "low": None, "high": None}
    assert row["sum"].endswith("50 % matkasta, 50 % ajasta.")
    assert (row["basis"], row["goals"]) == ("adopted", ["tyota-ja-yrittamista"])
    assert [source["title"] for source in row["sources"]] == [
        "Mallikunnan kuntastrategia 2022–2029 (kuvitteellinen)",
        "Mallimaan tilastot (kuvitteellinen)",
    ]


def test_progress_rounds_shares_to_four_decimals(capsys: pytest.CaptureFixture[str]) -> None:
    """A share is a number with at most four decimals, whatever the fraction."""
    found = rows(capsys, "--root", MALLIKUNTA)
    shares = [row[key] for row in found for key in ("way", "time") if row[key] is not None]
    assert all(share == round(share, 4) for share in shares)
    assert any(share not in {0.5, 1.0} for share in shares)


def test_progress_keeps_the_unknown_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    """What nobody has told is null, never zero: shares, values and days alike."""
    found = rows(capsys, "--root", MALLIKUNTA)
    births = named(found, "tulkinta-syntyneiden-enemmyys")
    assert (births["state"], births["basis"]) == ("no_data", "interpretation")
    empty = ("trend", "way", "time", "begin", "latest", "target")
    assert [births[key] for key in empty] == [None] * 6
    assert births["sources"] == []
    route = named(found, "lahiruokareitti")
    assert (route["state"], route["sum"], route["cautions"]) == ("unknown", "ei tietoa", [])
    assert [route[key] for key in ("trend", "way", "time", "latest", "basis")] == [None] * 5


def test_progress_of_a_project_has_its_days_and_no_values(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Of a project the first and last moment are known: days without a value."""
    bus = named(rows(capsys, "--root", BASE), "kylabussi")
    assert bus["begin"] == {"date": "2025-01", "value": None}
    assert bus["target"] == {"date": "2025-12", "value": None}
    assert bus["goals"] == ["hyva-arki"]


def test_progress_of_a_project_has_the_day_when_it_was_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The state with its day, and the sources of the project and of the report, each once."""
    found = rows(capsys, "kemi")
    row = named(found, "nuorten-harrastepassi")
    assert (row["state"], row["sum"]) == ("unknown", "ei tietoa (20.2.2025)")
    assert row["latest"] == {"date": "2025-02-20", "value": None}
    titles = [source["title"] for source in row["sources"]]
    assert titles
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_speaks_the_chosen_language(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sum and the names of indicators are in the language; ids and states are the same."""
    found = rows(capsys, "--root", MALLIKUNTA, "--kieli", language)
    row = named(found, "tavoite-tyollisyysaste")
    names = {"fi": "Työllisyysaste", "sv": "Sysselsättningsgrad", "en": "Employment rate"}
    ends = {"fi": "ajasta.", "sv": "av tiden.", "en": "of the time."}
    assert row["name"] == names[language]
    assert row["sum"].endswith(ends[language])
    assert row["state"] == "on_track"


def test_progress_of_a_band_has_its_ends(capsys: pytest.CaptureFixture[str]) -> None:
    """A target to stay within has two ends and no value."""
    found = rows(capsys, "--root", MALLIKUNTA)
    bands = [row["target"] for row in found if row["target"] and row["target"].get("low")]
    assert bands
    assert all(band["value"] is None and band["low"] <= band["high"] for band in bands)


def test_progress_of_an_unknown_municipality(capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr names what is unknown and what there is; status 2."""
    assert run("kemi", "atlantis", "--json") == 2
    assert capsys.readouterr() == (
        "",
        "no municipality 'atlantis' in the library (there are: kemi, kemijarvi)\n",
    )


def test_progress_called_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """In a language that is not there the usage is shown; status 2."""
    with pytest.raises(SystemExit) as ended:
        run("--json", "--kieli", "de")
    assert ended.value.code == 2
    assert "usage: strategiapeili progress" in capsys.readouterr().err


def test_progress_of_a_municipality_that_was_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A municipality that joins by its file alone has its rows too."""
    root = copied(tmp_path)
    added(root, "toinen", "996")
    found = rows(capsys, "--root", root)
    assert [row["municipality"] for row in found] == ["pikkukunta"] * 2 + ["toinen"] * 2
