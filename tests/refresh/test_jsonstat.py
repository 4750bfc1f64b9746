"""json-stat2: which value stands for what."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from components.refresh.failure import AnswerError
from components.refresh.jsonstat import read_dataset


def dataset(**changes: object) -> dict[str, Any]:
    """An answer of two areas, two years and one content, with changes."""
    return {
        "version": "2.0",
        "class": "dataset",
        "updated": "2026-04-01T05:00:00Z",
        "id": ["alue", "vuosi", "tieto"],
        "size": [2, 2, 1],
        "dimension": {
            "alue": {"label": "Alue", "category": {"index": {"KU998": 0, "KU999": 1}}},
            "vuosi": {"label": "Vuosi", "category": {"index": {"2025": 1, "2024": 0}}},
            "tieto": {"label": "Tiedot", "category": {"index": {"v": 0}, "label": {"v": "V"}}},
        },
        "value": [1198, Decimal("1190.5"), 6213, 6200],
    } | changes


def read(answer: object) -> dict[tuple[str, ...], str]:
    """The values, as they are written, by their codes."""
    return {tuple(cell.codes.values()): str(cell.value) for cell in read_dataset(answer).cells}


def test_the_last_dimension_is_fastest() -> None:
    """Values are laid out row by row, in the order of each index and not of its keys."""
    assert read(dataset()) == {
        ("KU998", "2024", "v"): "1198",
        ("KU998", "2025", "v"): "1190.5",
        ("KU999", "2024", "v"): "6213",
        ("KU999", "2025", "v"): "6200",
    }


def test_a_missing_value_is_no_cell() -> None:
    """A null is left out and never a zero; a zero is a value."""
    assert read(dataset(value=[None, 0, None, 6200])) == {
        ("KU998", "2025", "v"): "0",
        ("KU999", "2025", "v"): "6200",
    }


def test_an_index_may_be_a_list_or_missing() -> None:
    """The standard lets an index be a list, and a dimension of one value go without."""
    answer = dataset()
    answer["dimension"]["alue"]["category"] = {"index": ["KU999", "KU998"]}
    answer["dimension"]["tieto"]["category"] = {"label": {"v": "V"}}
    assert read(answer)["KU999", "2024", "v"] == "1198"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value": [1, 2, 3]}, "it has 3 values, but the sizes 2 × 2 × 1 make 4"),
        ({"value": [1, 2, 3, 4, 5]}, "it has 5 values"),
        ({"value": {"0": 1}}, "value should be a list"),
        ({"value": [1, 2, 3, "4"]}, "a value should be a number, not '4'"),
        ({"value": [1, 2, 3, True]}, "a value should be a number, not True"),
        ({"value": [1, 2, 3, Decimal("1e999999999")]}, "a figure of a municipality"),
        ({"value": [1, 2, 3, Decimal("1e-999999999")]}, "a figure of a municipality"),
        ({"value": [1, 2, 3, 10**13]}, "a figure of a municipality"),
        ({"size": [2, 2]}, "3 dimensions have 2 sizes"),
        ({"size": [2, 2, "1"]}, "size should be a whole number"),
        ({"size": [2, 1, 2]}, "vuosi has 2 different codes, its size is 1"),
        ({"id": ["alue", "vuosi", "muu"]}, "dimension muu should be a group, not None"),
        ({"id": None}, "id should be a list"),
        ({"id": ["alue", "vuosi", 3]}, "id should be text"),
        ({"dimension": []}, "dimension should be a group"),
    ],
    ids=[
        "few", "many", "sparse", "text", "truth", "huge", "fine", "trillions", "sizes",
        "size-text", "size-wrong", "unknown", "no-id", "id-number", "no-dimension",
    ],
)  # fmt: skip
def test_wrong_shapes(changes: dict[str, object], said: str) -> None:
    """An answer whose values cannot be placed is refused with what is wrong."""
    with pytest.raises(AnswerError) as refusal:
        read_dataset(dataset(**changes))
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("index", "said"),
    [
        ({"KU998": 0, "KU999": 2}, "the index of alue does not count from 0"),
        ({"KU998": 0, "KU999": "1"}, "index of alue should be a whole number"),
        (["KU998", "KU998"], "alue has 1 different codes, its size is 2"),
        (["KU998", 7], "index of alue should be text"),
        (None, "index of alue should be a group"),
    ],
    ids=["gap", "text", "twice", "number", "none"],
)
def test_wrong_indexes(index: object, said: str) -> None:
    """An index that leaves a value without its one place is refused."""
    answer = dataset()
    answer["dimension"]["alue"]["category"] = {"index": index}
    with pytest.raises(AnswerError) as refusal:
        read_dataset(answer)
    assert said in str(refusal.value)


@pytest.mark.parametrize("answer", [[], None, "error", 3], ids=["list", "null", "text", "number"])
def test_no_dataset(answer: object) -> None:
    """Anything but a JSON object is no dataset."""
    with pytest.raises(AnswerError, match="the dataset should be a group"):
        read_dataset(answer)
