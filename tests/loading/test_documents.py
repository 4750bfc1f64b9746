"""A YAML file as values, as a record and as places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from components.loading.documents import Document, read_document, read_record
from components.model import Goal
from tests.loading.roots import Told

if TYPE_CHECKING:
    from pathlib import Path


def document(folder: Path, text: str) -> tuple[Document | None, Told]:
    """The document of a text and what was told of it."""
    path = folder / "goal.yaml"
    path.write_text(text, encoding="utf-8")
    told = Told()
    return read_document(path, told.report), told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", (1, 1, "empty")),
        (" \n\n", (1, 1, "empty")),
        ("# hei\n", (1, 1, "empty")),
        ("\n- a\n", (2, 1, "not-a-mapping")),
        ("a: [", (1, 5, "syntax")),
    ],
)
def test_file_that_is_no_document(tmp_path: Path, text: str, told: tuple[int, int, str]) -> None:
    """A file that holds no keys is one problem."""
    found, said = document(tmp_path, text)
    assert found is None
    assert said.codes == [told]
    assert read_record(found, Goal) is None


def test_missing_file_is_no_document(tmp_path: Path) -> None:
    """A file that is not there is told by the reader."""
    told = Told()
    assert read_document(tmp_path / "goal.yaml", told.report) is None
    assert told.codes == [(1, 1, "missing-file")]


def test_record_is_read(tmp_path: Path) -> None:
    """Lists become tuples, which nobody can change."""
    found, told = document(tmp_path, "id: g\nnumber: 1\nthemes: [a, b]\n")
    goal = read_record(found, Goal)
    assert goal == Goal(id="g", number=1, themes=("a", "b"))
    assert told.codes == []


def test_every_fault_is_told(tmp_path: Path) -> None:
    """All that is wrong with a record is told at once."""
    found, told = document(
        tmp_path, "id: G\nnumber: x\nthemes: [a, B]\nnimi: y\nstatements: [{}]\n"
    )
    assert read_record(found, Goal) is None
    assert told.codes == [
        (1, 1, "bad-form"),
        (2, 1, "wrong-type"),
        (3, 13, "bad-form"),
        (4, 1, "unknown-key"),
        (5, 14, "missing-key"),
        (5, 14, "missing-key"),
    ]


def test_faulty_value_is_not_told_twice(tmp_path: Path) -> None:
    """An id of a wrong form is not told again for naming nothing."""
    found, told = document(tmp_path, "id: G\nnumber: 1\n")
    assert found is not None
    read_record(found, Goal)
    found.report_at(("id",), "unknown-goal", {"found": "G"})
    found.report_at(("number",), "duplicate-id", {"found": "1", "other": ("id",)})
    assert told.codes == [(1, 1, "bad-form"), (2, 1, "duplicate-id")]
    assert told.problems[1].values["other"] == f"{tmp_path.name}/goal.yaml:1"
