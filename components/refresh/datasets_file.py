"""Adds what was fetched to data/datasets.yaml; what stands there stays as it is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from components.loading.datasets import FILE, read_datasets
from components.loading.problems import Problems
from components.loading.replacing import replace_file
from components.model import Dataset
from components.refresh.failure import RefreshError
from components.refresh.figures import Origin


@dataclass(frozen=True, slots=True)
class Named:
    """The dataset that the figures of each origin belong to, by id."""

    ids: Mapping[Origin, str]
    datasets: Mapping[str, Dataset]


def known_datasets(root: Path) -> Mapping[str, Dataset]:
    """The datasets of a file that was checked before.

    Raises:
        RefreshError: when it has changed since it was checked, and has a problem now.
    """
    found = _datasets(root / FILE)
    if found is None:
        message = f"{FILE} was changed while it was read"
        raise RefreshError(message)
    return found


def _datasets(path: Path) -> Mapping[str, Dataset] | None:
    return read_datasets(path, Problems().reporter(FILE))


def named(origins: Iterable[Origin], known: Mapping[str, Dataset], today: date) -> Named:
    """The id of each origin: that of the same dataset, or else a new one with the day in it."""
    ids: dict[Origin, str] = {}
    datasets = dict(known)
    for origin in dict.fromkeys(origins):
        dataset = origin.dataset(today)
        name = next(
            name
            for name in _names(f"{origin.name}-{today.isoformat()}")
            if datasets.get(name, dataset) == dataset
        )
        datasets[name] = dataset
        ids[origin] = name
    return Named(ids, datasets)


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def add_datasets(root: Path, fresh: Mapping[str, Dataset]) -> None:
    """Write new datasets below those that are there: all of them or nothing.

    Raises:
        RefreshError: when they cannot be written, or the file is not of a form that takes them.
    """
    path = (root / FILE).resolve()

    def check(beside: Path) -> None:
        if _datasets(beside) != {**known, **fresh} or path.read_bytes() != raw:
            message = (
                f"{FILE} is as it was: nothing can be added at its end "
                "(expected ids below each other, each after two blanks)"
            )
            raise RefreshError(message)

    try:
        raw = path.read_bytes()
        known = known_datasets(root)
        end = b"" if raw.endswith(b"\n") else b"\n"
        replace_file(path, raw + end + _entries(fresh).encode(), check)
    except OSError as error:
        message = f"{path} cannot be written ({error.strerror}): it is as it was"
        raise RefreshError(message) from error


def _entries(datasets: Mapping[str, Dataset]) -> str:
    lines = []
    for name, dataset in datasets.items():
        lines.append(f"  {name}:")
        told = dataset.model_dump(mode="json", exclude_none=True)
        lines += [
            f"    {key}: {json.dumps(text, ensure_ascii=False)}" for key, text in told.items()
        ]
    return "".join(f"{line}\n" for line in lines)
