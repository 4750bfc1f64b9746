"""Other roots than the project's: one more municipality, a broken one, none at all."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from components.i18n import LANGUAGES
from components.pages import PAGES
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA, PROJECT
from tests.pages.drawing import open_page
from tests.sample import grid, sampled

SLUGS = [page.SLUG for page in PAGES]
TABLES = ("outcomes", "project_funding", "observations")
FOUR = ["mallikunta", "kemi", "kemijarvi", "mallila"]
LOOK = {"kemi": 0, "kemijarvi": 1, "mallikunta": 2, "mallila": 3}
"""The places of their files among those of all municipalities."""
BROKEN = "strategies/kemijarvi.yaml"


def copied(root: Path) -> Path:
    """A root with the project's own data."""
    for folder in ("strategies", "data"):
        shutil.copytree(PROJECT / folder, root / folder)
    return root


def joined(root: Path, slug: str, code: str, name: str) -> None:
    """Add Mallikunta under a name of its own: one YAML file, its sources, rows, their datasets."""
    text = (MALLIKUNTA / "strategies" / "mallikunta.yaml").read_text(encoding="utf-8")
    text = text.replace('code: "999", slug: mallikunta', f'code: "{code}", slug: {slug}')
    text = text.replace("name: {fi: Mallikunta", f"name: {{fi: {name}", 1)
    (root / "strategies" / f"{slug}.yaml").write_text(text, encoding="utf-8")
    for source in (MALLIKUNTA / "data" / "sources").glob("*.txt"):
        shutil.copy(source, root / "data" / "sources")
    datasets = root / "data" / "datasets.yaml"
    _, _, own = (MALLIKUNTA / "data" / "datasets.yaml").read_text("utf-8").partition("datasets:\n")
    if own not in (told := datasets.read_text(encoding="utf-8")):
        datasets.write_text(told + own, encoding="utf-8")
    for table in TABLES:
        with (MALLIKUNTA / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as opened:
            rows = [row for row in csv.DictReader(opened) if row["municipality_code"] == "999"]
        _append(root / "data" / f"{table}.csv", rows, code)


def _append(file: Path, rows: list[dict[str, str]], code: str) -> None:
    """Add rows under another code, each cell below the column of its name."""
    with file.open(encoding="utf-8", newline="") as opened:
        every = [*csv.DictReader(opened), *(row | {"municipality_code": code} for row in rows)]
    columns = list(dict.fromkeys(column for row in every for column in row))
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(every)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with Mallikunta and two more like it."""
    root = copied(tmp_path_factory.mktemp("many"))
    for slug, code, name in (
        ("mallikunta", "999", "Mallikunta"),
        ("mallila", "998", "Mallila"),
        ("malliranta", "997", "Malliranta"),
    ):
        joined(root, slug, code, name)
    return root


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a mistake in Kemijärvi's file."""
    root = copied(tmp_path_factory.mktemp("broken"))
    file = root / BROKEN
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("source: strategia-2024", "source: strategia-2042", 1), "utf-8")
    return root


def serve(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Serve another root in this test."""
    monkeypatch.setenv(ROOT_VARIABLE, str(root))


@pytest.mark.parametrize(
    ("slug", "kunta"), grid(SLUGS, [["mallikunta"], ["kemi", "mallikunta"], FOUR[:3], FOUR])
)
def test_one_more_municipality_shows_on_every_page(
    slug: str, kunta: list[str], many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mallikunta joins by its file and rows alone, by itself and beside the others."""
    serve(monkeypatch, many)
    page = open_page(slug, kunta=kunta)
    page.assert_sound()
    assert "Mallikunta" in page.text
    assert 'class="sp-notice"' not in page.markup
    for town in kunta:
        assert f"sp-m{LOOK[town]}" in page.markup


@pytest.mark.parametrize(("slug", "language"), grid(SLUGS, [*LANGUAGES]))
def test_four_municipalities_in_every_language(
    slug: str, language: str, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four side by side are drawn whole in each language."""
    serve(monkeypatch, many)
    open_page(slug, language, kunta=FOUR).assert_sound()


@pytest.mark.parametrize("slug", SLUGS)
def test_fifth_municipality_is_left_out_with_a_notice(
    slug: str, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first four of an address are shown, and that there is no room for more is said."""
    serve(monkeypatch, many)
    page = open_page(slug, kunta=[*FOUR, "malliranta"])
    page.assert_sound()
    assert page.words("notice.too_many", limit=4) in page.text
    assert "sp-m3" in page.markup
    assert "sp-m4" not in page.markup


def test_mallikunta_shows_every_state_and_what_was_decided(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All six states, a plan with its differences, and indicators beside the goals."""
    serve(monkeypatch, many)
    page = open_page("toteutuma", kunta="mallikunta")
    for state in ("planned", "in_progress", "ended", "done", "dropped", "unknown"):
        assert page.words(f"state.{state}") in page.text
    assert "Vaarakunta" in page.text
    goals = open_page("tavoitteet", kunta="mallikunta")
    assert "68,0 (2021) → 71,0 " in goals.text
    assert "50 % matkasta, 50 % ajasta." in goals.text


@pytest.mark.parametrize(
    ("slug", "kunta"), grid(SLUGS, [[], ["kemijarvi"], ["kemi", "kemijarvi"]])
)
def test_broken_municipality_hides_no_other(
    slug: str, kunta: list[str], broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kemi is shown, the broken file is named calmly, and asking for Kemijärvi is no error."""
    serve(monkeypatch, broken)
    page = open_page(slug, kunta=kunta) if kunta else open_page(slug)
    page.assert_sound()
    assert page.words("notice.broken", file=BROKEN) in page.text
    assert "Kemi" in page.text
    asked = page.words("notice.unknown_kunta", found="kemijarvi") in page.text
    assert asked == ("kemijarvi" in kunta)


def test_problems_of_a_broken_file_are_listed_with_their_places(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data page names file, line and column, what was found and the nearest guess."""
    serve(monkeypatch, broken)
    page = open_page("aineisto")
    assert f"{BROKEN}:" in page.text
    assert "strategia-2042" in page.text
    assert page.words("problem_extra.guess", value="strategia-2024") in page.text


@pytest.mark.parametrize(("slug", "language"), grid(SLUGS, [*LANGUAGES]))
def test_empty_root_says_why_and_what_next(
    slug: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any municipality every address has one calm page that says what to do."""
    serve(monkeypatch, tmp_path)
    page = open_page(slug, language)
    page.assert_sound()
    assert page.headings == [page.words("empty.title")]
    assert page.words("empty.why") in page.text
    assert "strategiapeili check" in page.text


@pytest.mark.parametrize("slug", sampled(SLUGS, SLUGS[:4]))
def test_root_with_a_single_municipality(
    slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mallikunta alone: every page of a root in which there is nothing to compare with."""
    shutil.copytree(MALLIKUNTA, tmp_path / "root")
    serve(monkeypatch, tmp_path / "root")
    page = open_page(slug)
    page.assert_sound()
    assert "Mallikunta" in page.text


@pytest.mark.parametrize("slug", sampled(SLUGS, SLUGS[:4]))
def test_municipality_with_next_to_nothing(
    slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file with a name, one source and an empty strategy is shown on every page as it is."""
    copied(tmp_path)
    (tmp_path / "strategies" / "pello.yaml").write_text(
        'municipality: {code: "854", slug: pello, name: {fi: Pello}}\n'
        "sources:\n"
        "  - {id: sivu, title: Sivu, publisher: Pello, kind: web_page}\n"
        "strategies:\n"
        "  - {id: pello-1, title: Pellon strategia, source: sivu}\n",
        encoding="utf-8",
    )
    serve(monkeypatch, tmp_path)
    for kunta in (["pello"], ["pello", "kemi"]):
        page = open_page(slug, kunta=kunta)
        page.assert_sound()
        assert "Pello" in page.text


@pytest.mark.parametrize(
    ("slug", "file"),
    grid(SLUGS, ["themes.yaml", "indicators.yaml", *(f"{table}.csv" for table in TABLES)]),
)
def test_root_without_a_shared_file_still_shows_its_municipality(
    slug: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that is gone or unreadable takes its own facts off the page and nothing else."""
    shutil.copytree(MALLIKUNTA, tmp_path / "root")
    (tmp_path / "root" / "data" / file).write_bytes(b"\xff")
    serve(monkeypatch, tmp_path / "root")
    page = open_page(slug)
    page.assert_sound()
    assert "Mallikunta" in page.text


@pytest.mark.parametrize(
    ("file", "old", "new", "slug"),
    [
        ("observations.csv", "240,population,2025,19339", "240,population,2025,1e40", "etusivu"),
        ("project_funding.csv", "344616,68923", "1e35,68923", "toteutuma"),
    ],
)
def test_number_beyond_measure_in_a_table_is_no_error(  # noqa: PLR0913, PLR0917 - one case in full
    file: str, old: str, new: str, slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip of the exponent is refused by the check or shown; the page stays either way."""
    table = copied(tmp_path) / "data" / file
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new), encoding="utf-8")
    serve(monkeypatch, tmp_path)
    open_page(slug).assert_sound()


def test_municipality_without_any_strategy_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty list of strategies is refused or shown, and Kemi stays on its page either way."""
    copied(tmp_path)
    (tmp_path / "strategies" / "pello.yaml").write_text(
        'municipality: {code: "854", slug: pello, name: {fi: Pello}}\n'
        "sources: []\n"
        "strategies: []\n",
        encoding="utf-8",
    )
    serve(monkeypatch, tmp_path)
    for slug in SLUGS:
        for kunta in ("kemi", "pello"):
            open_page(slug, kunta=kunta).assert_sound()
