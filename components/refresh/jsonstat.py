"""Reads an answer in json-stat2: a flat list of values and the dimensions it is laid out by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod

from components.refresh.failure import AnswerError
from components.refresh.shapes import amount, group, items, text, texts, whole


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and the code of each dimension that it stands at."""

    codes: Mapping[str, str]
    value: Decimal


@dataclass(frozen=True, slots=True)
class Dataset:
    """The cells that hold a value, and the codes of each dimension."""

    cells: tuple[Cell, ...]
    dimensions: Mapping[str, tuple[str, ...]]
    updated: object


def read_dataset(answer: object) -> Dataset:
    """The cells of an answer; a missing value is no cell.

    Raises:
        AnswerError: when it is not a json-stat2 dataset whose values fill its dimensions.
    """
    data = group(answer, "the dataset")
    names = texts(data.get("id"), "id")
    sizes = [whole(size, "size") for size in items(data.get("size"), "size")]
    values = items(data.get("value"), "value")
    if len(names) != len(sizes):
        message = f"{len(names)} dimensions have {len(sizes)} sizes"
        raise AnswerError(message)
    if len(values) != prod(sizes):
        message = (
            f"it has {len(values)} values, but the sizes "
            f"{' × '.join(map(str, sizes))} make {prod(sizes)}"
        )
        raise AnswerError(message)
    every = group(data.get("dimension"), "dimension")
    dimensions = {
        name: _codes(every.get(name), name, size) for name, size in zip(names, sizes, strict=True)
    }
    cells = []
    for place, value in zip(product(*dimensions.values()), values, strict=True):
        number = amount(value, "a value")
        if number is not None:
            cells.append(Cell(dict(zip(dimensions, place, strict=True)), number))
    return Dataset(tuple(cells), dimensions, data.get("updated"))


def _codes(dimension: object, name: str, size: int) -> tuple[str, ...]:
    """The codes of a dimension in the order in which its values are laid out."""
    category = group(group(dimension, f"dimension {name}").get("category"), f"category of {name}")
    index = category.get("index", category.get("label"))
    if isinstance(index, list):
        codes = [text(code, f"index of {name}") for code in index]
    elif "index" in category:
        places = group(index, f"index of {name}")
        codes = sorted(places, key=lambda code: whole(places[code], f"index of {name}"))
        if sorted(places.values()) != list(range(len(codes))):
            message = f"the index of {name} does not count from 0"
            raise AnswerError(message)
    else:  # json-stat lets a dimension of one value go without an index
        codes = list(group(index, f"label of {name}"))
    if len(codes) != size or len(set(codes)) != size:
        message = f"{name} has {len(set(codes))} different codes, its size is {size}"
        raise AnswerError(message)
    return tuple(codes)
