"""Every fault that a check can name, by example: files that differ from a valid root, a report."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from components.i18n import LANGUAGES, catalogue
from components.i18n.problem_lines import as_text
from components.loading import CODES, NOTES, WARNINGS, load
from tests.loading.roots import FILES, STRATEGY, copied

if TYPE_CHECKING:
    from pathlib import Path

BAD = sorted(folder.name for folder in (FILES / "bad").iterdir())


def merged(name: str, folder: Path) -> Path:
    """The valid root with the files of an example over it and those it removes gone."""
    root = copied(folder)
    shutil.copytree(FILES / "bad" / name, root, dirs_exist_ok=True)
    if (root / "removed.txt").exists():
        for file in (root / "removed.txt").read_text(encoding="utf-8").split():
            (root / file).unlink()
    if name == "too-large":  # two million bytes are not kept in the repository
        text = (root / STRATEGY).read_bytes()
        (root / STRATEGY).write_bytes(text.ljust(2_000_001, b"#"))
    return root


@pytest.mark.parametrize("name", BAD)
def test_report_is_exact(name: str, tmp_path: Path) -> None:
    """Each example gives its report to the letter, and the code it is named by is in it."""
    root = merged(name, tmp_path)
    loaded = load(root)
    expected = (root / "report.txt").read_text(encoding="utf-8")
    assert as_text(loaded, catalogue("en")) == expected
    assert name.partition("--")[0] in {each.code for each in (*loaded.problems, *loaded.notes)}


@pytest.mark.parametrize("name", BAD)
def test_place_is_inside_the_file(name: str, tmp_path: Path) -> None:
    """The line and the column that a report names exist."""
    root = merged(name, tmp_path)
    for problem in load(root).problems:
        path = root / problem.file
        if problem.code in {"missing-file", "empty", "too-large"}:
            assert (problem.line, problem.column) == (1, 1)
            continue
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        assert problem.column <= len(lines[problem.line - 1]) + 1


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    """A new code comes with a bad file, and no bad file is named by a code that is gone."""
    assert {name.partition("--")[0] for name in BAD} == {*CODES, *NOTES}


def test_examples_hold_only_what_differs() -> None:
    """A file that is like that of the valid root has no place among the bad ones."""
    for name in BAD:
        for path in (FILES / "bad" / name).rglob("*.*"):
            twin = FILES / "base" / path.relative_to(FILES / "bad" / name)
            assert not twin.exists() or twin.read_bytes() != path.read_bytes()


def test_valid_root_has_no_problems(tmp_path: Path) -> None:
    """What the bad files differ from is itself without fault."""
    assert load(copied(tmp_path)).problems == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    """Each code is said in each language, and no sentence is left of a code that is gone."""
    said = {key.removeprefix("problem.") for key in catalogue(language).entries}
    known = {key for key in catalogue(language).entries if key.startswith("problem.")}
    assert set(CODES) <= said
    assert known == {f"problem.{code}" for code in (*CODES, *WARNINGS, *NOTES)}


def test_codes_are_in_order() -> None:
    """The list of codes can be searched by eye."""
    assert list(CODES) == sorted(set(CODES))
