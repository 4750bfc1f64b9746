"""Roots to load: the smallest valid one, and copies of it that are changed for a test."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Final

import yaml

from components.loading import Problem
from components.loading.problems import Problems

FILES: Final = Path(__file__).parents[1] / "files"
BASE: Final = FILES / "base"
MALLIKUNTA: Final = FILES / "mallikunta"
STRATEGY: Final = "strategies/pikkukunta.yaml"


def copied(folder: Path, source: Path = BASE) -> Path:
    """A root below the folder that a test may change."""
    return shutil.copytree(source, folder / "root")


def changed(root: Path, file: str, old: str, new: str) -> None:
    """Replace words that stand once in a file of the root."""
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def added(root: Path, name: str, code: str) -> None:
    """Add a second municipality, the first one under another name."""
    text = (BASE / STRATEGY).read_text(encoding="utf-8")
    text = text.replace('"998"', f'"{code}"').replace("slug: pikkukunta", f"slug: {name}")
    (root / f"strategies/{name}.yaml").write_text(text, encoding="utf-8")


def rows_of(root: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table as they are written, each with what its dataset tells."""
    datasets = yaml.safe_load((root / "data/datasets.yaml").read_text(encoding="utf-8"))
    with (root / f"data/{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        dataset = datasets["datasets"][row["dataset"]]
        row["source_title"], row["licence"] = dataset["title"], dataset["licence"]
        row["source_url"] = dataset.get("url", "")
    return rows


def brief(problems: tuple[Problem, ...]) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of each problem."""
    return [problem.place for problem in problems]


class Told:
    """Keeps what is reported of one file."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._problems = Problems()
        self.report = self._problems.reporter("file")

    @property
    def problems(self) -> list[Problem]:
        """The problems in the order of their places."""
        return list(self._problems.all())

    @property
    def notes(self) -> list[Problem]:
        """What was read all the same."""
        return list(self._problems.notes())

    @property
    def codes(self) -> list[tuple[int, int, str]]:
        """Line, column and code of each."""
        return [(each.line, each.column, each.code) for each in self.problems]
