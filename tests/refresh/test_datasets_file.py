"""Adding to data/datasets.yaml what was fetched: one id a dataset, and all of it or nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from components.model import Dataset
from components.refresh.datasets_file import add_datasets, known_datasets, named
from components.refresh.failure import RefreshError
from components.refresh.figures import Origin, short_name
from tests.loading.roots import copied
from tests.refresh.samples import TODAY

FILE = "data/datasets.yaml"
ORIGIN = Origin("malli-1", 'Malli: "1" # ä', "Mallivirasto", "https://tilasto.example/1")
ID = "malli-1-2026-11-23"
FRESH = {ID: ORIGIN.dataset(TODAY)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the smallest valid root."""
    return copied(tmp_path)


def test_an_origin_has_an_id_that_can_be_read() -> None:
    """Service, table and day; the same dataset keeps its id, another one gets its own."""
    assert named([ORIGIN, ORIGIN], {}, TODAY).ids == {ORIGIN: ID}
    assert named([ORIGIN], FRESH, TODAY).datasets == FRESH
    other = Dataset(title="Muu", publisher="Muu", licence="CC0")
    assert named([ORIGIN], {ID: other}, TODAY).ids == {ORIGIN: f"{ID}-2"}
    assert named([ORIGIN], FRESH, TODAY + timedelta(days=1)).ids == {ORIGIN: "malli-1-2026-11-24"}


def test_the_name_of_a_table_becomes_a_part_of_an_id() -> None:
    """Whatever signs a service has in the names of its tables."""
    assert short_name("statfin", "Avainluvut_2019 (ä).px") == "statfin-avainluvut-2019-px"


@pytest.mark.parametrize("end", ["\n", ""], ids=["line end", "none"])
def test_new_datasets_stand_below_the_others(root: Path, end: str) -> None:
    """What is there stays to the letter, and what is added is read again as it was."""
    before = (root / FILE).read_text(encoding="utf-8").rstrip("\n")
    (root / FILE).write_text(before + end, encoding="utf-8")
    known = known_datasets(root)
    add_datasets(root, FRESH)
    assert known_datasets(root) == {**known, **FRESH}
    assert (root / FILE).read_text(encoding="utf-8").startswith(f"{before}\n  {ID}:\n")


@pytest.mark.parametrize(
    "text",
    ["datasets: {}\n", "datasets:\n    a: {title: a, publisher: a, licence: a}\n"],
    ids=["empty", "other indent"],
)
def test_a_file_that_takes_no_more_is_told(root: Path, text: str) -> None:
    """A form that entries cannot be added to is refused, and the file is as it was."""
    (root / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(RefreshError, match="nothing can be added at its end"):
        add_datasets(root, FRESH)
    assert (root / FILE).read_text(encoding="utf-8") == text


def test_a_file_that_was_broken_meanwhile(root: Path) -> None:
    """What was sound a moment ago and is not now is told."""
    (root / FILE).write_text("- a\n", encoding="utf-8")
    with pytest.raises(RefreshError, match="was changed while it was read"):
        add_datasets(root, FRESH)


def test_a_file_that_has_gone(root: Path) -> None:
    """A missing file is one line."""
    (root / FILE).unlink()
    with pytest.raises(RefreshError, match=r"cannot be written \(No such file or directory\)"):
        add_datasets(root, FRESH)
