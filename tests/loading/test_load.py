"""A whole root: all problems at once, and one broken file hides no other."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING

import pytest

from components.loading import Loaded, load
from tests.loading.roots import BASE, MALLIKUNTA, STRATEGY, added, brief, changed, copied

if TYPE_CHECKING:
    from pathlib import Path

EXTRA_OUTCOME = "996,kylabussi,done,,,keksitty\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the smallest valid root."""
    return copied(tmp_path)


def append(root: Path, file: str, text: str) -> None:
    """Add lines to a file of the root."""
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def test_library_holds_what_stands_in_the_files() -> None:
    """Every file of a root has its place in the library."""
    library = load(BASE).library
    assert list(library.dossiers) == ["pikkukunta"]
    assert library.files == {"pikkukunta": STRATEGY}
    assert list(library.themes) == ["arki", "luonto"]
    assert [topic.id for topic in library.law] == ["services"]
    assert list(library.indicators) == ["population"]
    assert [row.name_fi for row in library.region] == ["Pikkukunta"]
    assert [row.value for row in library.observations] == [Decimal(1203), Decimal(1198)]
    assert [row.median for row in library.ranges] == [Decimal(1203)]
    assert [row.project for row in library.outcomes] == ["kylabussi"]
    assert [row.total_eur for row in library.funding] == [Decimal("12000.5")]
    assert list(library.source_texts) == ["pikkukunta.txt"]
    assert library.broken == ()


def test_collector_is_as_it_was(tmp_path: Path) -> None:
    """It is kept away while files are read, and comes back where it was on."""
    assert gc.isenabled()
    load(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        load(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_mallikunta_is_valid() -> None:
    """The fictional municipality that uses every field has no problem."""
    loaded = load(MALLIKUNTA)
    assert loaded.problems == ()
    assert list(loaded.library.dossiers) == ["mallikunta"]


def test_mallikunta_shows_what_figures_can_be() -> None:
    """Budgets, estimates and decisions, another unit and variant, breaks, small counts, words."""
    library = load(MALLIKUNTA).library
    mallikunta = library.dossiers["mallikunta"]
    rows = library.observations
    assert {row.kind for row in rows} == {"actual", "approximate", "decided", "budget"}
    assert {row.unit for row in rows if row.unit} == {"1000 EUR"}
    assert {row.variant for row in rows if row.variant} == {"20–64-vuotiaat"}
    assert {row.retrieved for row in rows} > {None}
    assert {each.basis for each in mallikunta.indicators} == {
        "adopted",
        "announced",
        "interpretation",
    }
    targets = [each.targets for each in mallikunta.indicators]
    assert {len(each) for each in targets} == {0, 1, 2}
    assert {target.is_band for each in targets for target in each} == {True, False}
    assert any(each.targets and each.baseline is None for each in mallikunta.indicators)
    assert [each.body for each in mallikunta.assessments] == [
        "hyvinvointilautakunta",
        "kunnanvaltuusto",
        "kunnanvaltuusto",
    ]
    assert {project for each in mallikunta.assessments for project in each.projects} == {
        "digituki"
    }
    definitions = library.indicators.values()
    assert any(what.breaks for what in definitions)
    assert any(what.small_below and what.per_resident for what in definitions)


def test_ranges_of_mallimaa_agree_with_its_municipalities() -> None:
    """The middle and the ends of 2025 are those of the observations of that year."""
    library = load(MALLIKUNTA).library
    assert len({(row.tile_row, row.tile_column) for row in library.region}) == len(library.region)
    for indicator in ("population", "employment_rate"):
        values = [
            row.value
            for row in library.observations
            if (row.indicator, row.year) == (indicator, 2025)
        ]
        row = library.ranges_of[indicator][-1]
        assert (row.year, row.municipalities) == (2025, len(values))
        assert (row.low, row.median, row.high) == (min(values), median(values), max(values))


def test_municipality_joins_by_its_file_alone(root: Path) -> None:
    """A second municipality needs no row and no line of code."""
    added(root, "toinen", "996")
    assert list(load(root).library.dossiers) == ["pikkukunta", "toinen"]


def test_file_that_ends_in_yml_is_read_too(root: Path) -> None:
    """A municipality is not left out in silence for the end of its file's name."""
    (root / STRATEGY).rename(root / "strategies/pikkukunta.yml")
    loaded = load(root)
    assert loaded.problems == ()
    assert loaded.library.files == {"pikkukunta": "strategies/pikkukunta.yml"}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_whole_root_may_have_other_line_ends(root: Path, end: str) -> None:
    """Files that were saved elsewhere, with a byte order mark and other line ends, are sound."""
    for path in root.rglob("*.*"):
        text = path.read_bytes().decode()
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", end).encode())
    assert load(root).problems == ()


BREAKS = {
    "syntax": "municipality: [",
    "empty": "",
    "alias": "municipality: &a {}\nsources: *a\n",
    "no municipality": "sources: []\nstrategies: []\n",
    "no code": "municipality: {slug: pikkukunta, name: {fi: P}}\nsources: []\nstrategies: []\n",
    "bad code": "municipality: {code: 98, slug: pikkukunta}\nsources: []\nstrategies: []\n",
    "text": "Pikkukunta",
}


@pytest.mark.parametrize("text", BREAKS.values(), ids=list(BREAKS))
def test_broken_municipality_never_hides_the_other(root: Path, text: str) -> None:
    """The other one is loaded; rows of the broken one are left out without a word."""
    added(root, "toinen", "996")
    append(root, "data/outcomes.csv", "996,kylabussi,done,,,keksitty\n")
    (root / STRATEGY).write_text(text, encoding="utf-8")
    loaded = load(root)
    assert list(loaded.library.dossiers) == ["toinen"]
    assert loaded.library.broken == (STRATEGY,)
    assert {problem.file for problem in loaded.problems} == {STRATEGY}
    assert [row.municipality_code for row in loaded.library.outcomes] == ["996"]
    assert loaded.library.funding == ()


def test_rows_of_a_broken_municipality_outside_the_region_are_silent(root: Path) -> None:
    """A code that only a broken file could explain is not called unknown."""
    added(root, "toinen", "996")
    append(root, "data/outcomes.csv", EXTRA_OUTCOME)
    append(root, "data/observations.csv", "996,population,2020,5,keksitty\n")
    (root / "strategies/toinen.yaml").write_text("municipality: [", encoding="utf-8")
    loaded = load(root)
    assert [problem.code for problem in loaded.problems] == ["syntax"]
    assert len(loaded.library.observations) == 2


def test_unknown_municipality_is_told_beside_a_broken_one(root: Path) -> None:
    """A broken file that tells its code excuses no other code."""
    append(root, "data/outcomes.csv", EXTRA_OUTCOME)
    changed(root, STRATEGY, "what: approved", "what: hyväksytty")
    codes = [problem.code for problem in load(root).problems]
    assert codes == ["unknown-municipality", "wrong-value"]


def test_project_of_a_municipality_without_a_file_joins_nothing(root: Path) -> None:
    """A municipality of the region has figures without a strategy, but no projects."""
    append(root, "data/municipalities.csv", "997,Naapuri,Granne,K,suomenkielinen,keksitty\n")
    append(root, "data/observations.csv", "997,population,2024,5,keksitty\n")
    append(root, "data/outcomes.csv", "997,kylabussi,done,,,keksitty\n")
    loaded = load(root)
    assert brief(loaded.problems) == [("data/outcomes.csv", 3, 5, "joins-nothing")]
    assert loaded.library.observations[-1].municipality_code == "997"


def test_all_problems_are_told_at_once(root: Path) -> None:
    """Faults of one file and of all files stand in one list, in the order of their places."""
    changed(root, STRATEGY, 'code: "998"', "code: 998")
    changed(root, STRATEGY, "date: 2024-05-13", "date: 13.5.2024")
    changed(root, STRATEGY, "adopted_by:", "adoptd_by:")
    changed(root, STRATEGY, "            themes: [arki]", "            themes: [arki, arkki]")
    changed(root, "data/themes.yaml", "  luonto:", "  Luonto:")
    changed(root, "data/outcomes.csv", "done", "valmis")
    append(root, "data/observations.csv", "998,population,2024,1,keksitty\n")
    assert brief(load(root).problems) == [
        ("data/observations.csv", 4, 1, "duplicate-row"),
        ("data/outcomes.csv", 2, 15, "wrong-value"),
        ("data/themes.yaml", 11, 3, "bad-form"),
        (STRATEGY, 2, 16, "wrong-type"),
        (STRATEGY, 12, 5, "bad-date"),
        (STRATEGY, 22, 5, "unknown-key"),
    ]


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [("code", 'code: "996"', 'code: "998"'), ("slug", "slug: toinen", "slug: pikkukunta")],
)
def test_second_file_of_a_municipality_is_refused(
    root: Path, field: str, old: str, new: str
) -> None:
    """A code and a slug belong to one file; the first one keeps them and its rows."""
    added(root, "toinen", "996")
    changed(root, "strategies/toinen.yaml", old, new)
    loaded = load(root)
    (problem,) = loaded.problems
    assert (problem.file, problem.line, problem.code) == (
        "strategies/toinen.yaml",
        2,
        "duplicate-id",
    )
    assert problem.values["other"] == STRATEGY
    assert loaded.library.files == {"pikkukunta": STRATEGY}
    assert len(loaded.library.outcomes) == 1
    assert field in old


def test_slug_like_the_code_of_another_is_no_clash(root: Path) -> None:
    """Codes are compared with codes and slugs with slugs."""
    added(root, "toinen", "996")
    changed(root, "strategies/toinen.yaml", "slug: toinen", 'slug: "998"')
    assert load(root).problems == ()


TABLES = ("municipalities", "observations", "outcomes", "project_funding", "region_ranges")


@pytest.mark.parametrize("table", TABLES)
def test_missing_table_is_one_problem(root: Path, table: str) -> None:
    """A table that is not there is told once, and the rest is loaded."""
    (root / f"data/{table}.csv").unlink()
    loaded = load(root)
    assert brief(loaded.problems) == [(f"data/{table}.csv", 1, 1, "missing-file")]
    assert list(loaded.library.dossiers) == ["pikkukunta"]


def test_broken_datasets_make_no_row_wrong(root: Path) -> None:
    """When it cannot be told where rows come from they are left out, and one file has a fault."""
    (root / "data/datasets.yaml").write_text("datasets: []\n", encoding="utf-8")
    loaded = load(root)
    assert brief(loaded.problems) == [("data/datasets.yaml", 1, 1, "wrong-type")]
    assert (loaded.library.observations, loaded.library.outcomes) == ((), ())


def test_broken_region_makes_no_code_unknown(root: Path) -> None:
    """When the list of municipalities cannot be read, no row is blamed for it."""
    append(root, "data/observations.csv", "997,population,2024,5,keksitty\n")
    (root / "data/municipalities.csv").unlink()
    loaded = load(root)
    assert [problem.code for problem in loaded.problems] == ["missing-file"]
    assert len(loaded.library.observations) == 3


@pytest.mark.parametrize("file", ["data/themes.yaml", "data/indicators.yaml"])
def test_broken_definitions_make_no_id_unknown(root: Path, file: str) -> None:
    """When themes or indicators cannot be read, no municipality is blamed for it."""
    append(root, file, "oops: 1\n")
    loaded = load(root)
    assert [problem.code for problem in loaded.problems] == ["unknown-key"]
    assert list(loaded.library.dossiers) == ["pikkukunta"]
    assert len(loaded.library.observations) == 2


def test_root_without_anything(tmp_path: Path) -> None:
    """A wrong folder gives one line for each file that is not there, and an empty library."""
    loaded = load(tmp_path / "nowhere")
    files = [
        "data/datasets.yaml",
        "data/indicators.yaml",
        *(f"data/{table}.csv" for table in TABLES),
    ]
    assert [problem.code for problem in loaded.problems] == ["missing-file"] * 9
    assert [problem.file for problem in loaded.problems] == sorted(
        [*files, "data/themes.yaml", "strategies"]
    )
    assert loaded.library.dossiers == {}


def test_no_strategy_blames_no_row(root: Path) -> None:
    """Without any file of a municipality the tables are not at fault."""
    (root / STRATEGY).unlink()
    assert brief(load(root).problems) == [("strategies", 1, 1, "missing-file")]


def test_broken_source_text_is_told(root: Path) -> None:
    """A source text that is not UTF-8 is named, and nothing is called cited by it."""
    (root / "data/sources/pikkukunta.txt").write_bytes(b"Hyv\xe4 arki")
    loaded = load(root)
    assert brief(loaded.problems) == [
        ("data/sources/pikkukunta.txt", 1, 4, "not-utf-8"),
        (STRATEGY, 8, 5, "source-text-missing"),
    ]
    assert loaded.library.dossiers == {}


def attack(root: Path, text: str) -> tuple[Loaded, float]:
    """What comes of a hostile file, and in what processor time."""
    (root / STRATEGY).write_text(text, encoding="utf-8")
    began = time.process_time()
    return load(root), time.process_time() - began


LAUGHS = "a0: &a0 [ha]\n" + "".join(
    f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]\n" for number in range(1, 40)
)
ATTACKS = {
    "billion laughs": (LAUGHS, "alias"),
    "deep flow": ("a: " + "[" * 100_000, "too-deep"),
    "deep block": ("- " * 100_000, "too-deep"),
    "deep mappings": ("".join(" " * n + "a:\n" for n in range(1500)), "too-deep"),
    "large": ("#" * 2_000_001, "too-large"),
    "one word": ("municipality: " + "ha " * 600_000, "wrong-type"),
    "many keys": ("".join(f"k{n}: 1\n" for n in range(10_000)), "unknown-key"),
    "many items": ("sources:\n" + "- a\n" * 20_000, "wrong-type"),
    "many anchors": ("".join(f"- &a{n} x\n" for n in range(50_000)), "not-a-mapping"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_hostile_file_ends_in_a_named_problem(root: Path, name: str) -> None:
    """Neither size, depth nor number takes long or crashes the check."""
    text, code = ATTACKS[name]
    loaded, seconds = attack(root, text)
    assert code in {problem.code for problem in loaded.problems}
    assert loaded.library.broken == (STRATEGY,)
    assert seconds < 5


def test_depth_does_not_crash_the_interpreter(root: Path) -> None:
    """A crash in C would end the process; the check of a deep file ends with its status."""
    (root / STRATEGY).write_text("[" * 500_000, encoding="utf-8")
    script = (
        "from components.loading import load; from pathlib import Path; "
        f"print(load(Path({str(root)!r})).problems[0].code)"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (0, "too-deep\n")


def test_time_grows_with_the_number_of_faults(root: Path) -> None:
    """Four times as many unknown keys take about four times as long, not sixteen times."""
    few, many = (
        min(attack(root, "".join(f"k{n}: 1\n" for n in range(count)))[1] for _ in range(3))
        for count in (2_000, 8_000)
    )
    assert many < 9 * few


@pytest.mark.parametrize("word", ["no", "on", "12:30", "010", "2024-05-13", "1_000", "=", "~x"])
def test_names_stay_as_they_are_written(root: Path, word: str) -> None:
    """What YAML readers turn into false, minutes, octals or dates is a name here."""
    changed(root, STRATEGY, "publisher: Pikkukunta", f"publisher: {word}")
    loaded = load(root)
    assert loaded.problems == ()
    assert loaded.library.dossiers["pikkukunta"].sources[0].publisher == word


def test_unquoted_code_with_a_zero_is_whole(root: Path) -> None:
    """047 is text to YAML as it is read here; 240 is a number and is refused."""
    changed(root, STRATEGY, 'code: "998"', "code: 047")
    for file in ("municipalities", "observations", "outcomes", "project_funding"):
        path = root / f"data/{file}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("998,", "047,"), encoding="utf-8")
    loaded = load(root)
    assert loaded.problems == ()
    assert loaded.library.dossiers["pikkukunta"].code == "047"
