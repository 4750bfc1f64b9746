"""A root in which every text that a file can hold is a payload: Mallikunta, and what it would be.

Ids, days, numbers and addresses stay; so do the words that concepts are found by. The same text
becomes the same payload everywhere, so that quotes still stand in their sources.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args, get_origin

from pydantic import StringConstraints

from components.loading.documents import read_document
from components.loading.problems import Problems
from components.model import (
    Datasets,
    Dossier,
    Indicators,
    Observation,
    Outcome,
    ProjectFunding,
    Record,
    RegionMunicipality,
    RegionRange,
    Row,
    TextsFile,
    Themes,
)
from components.model.base import Text
from components.model.indicators import Fetch, Unit
from components.model.themes import Concept, Theme
from tests.hostile.payloads import PAYLOADS
from tests.loading.roots import MALLIKUNTA

DOCUMENTS: Final[dict[str, type[Record]]] = {
    "strategies/mallikunta.yaml": Dossier,
    "strategies/texts/mallikunta.yaml": TextsFile,
    "data/themes.yaml": Themes,
    "data/datasets.yaml": Datasets,
    "data/indicators.yaml": Indicators,
}
TABLES: Final[dict[str, type[Row]]] = {
    "municipalities": RegionMunicipality,
    "observations": Observation,
    "outcomes": Outcome,
    "project_funding": ProjectFunding,
    "region_ranges": RegionRange,
}
NAMES: Final = {
    Concept: {"fi", "ask", "sv", "en"},
    Fetch: {"table", "content"},
    Theme: {"basis", "kuntalaki_37"},
    Unit: {"id"},
}
"""Texts by which something is found or asked for: nothing would be left to show with others."""


class Poison:
    """Gives each text a payload of its own, the next one in turn; `turn` shifts them all."""

    def __init__(self, turn: int = 0) -> None:
        """Begin with nothing poisoned."""
        self._given: dict[str, str] = {}
        self._turn = turn

    @property
    def given(self) -> list[str]:
        """Every payload that stands in a file."""
        return list(self._given.values())

    def text(self, was: str) -> str:
        """The payload that stands for a text."""
        number = len(self._given)
        payload = list(PAYLOADS.values())[(number + self._turn) % len(PAYLOADS)]
        return self._given.setdefault(was, f"{payload} {number}")

    def record(self, record: type[Record], data: dict[str, Any]) -> dict[str, Any]:
        """The plain data of a record with every text poisoned."""
        kept = NAMES.get(record, set())
        found = {
            name: value
            if name in kept or (info := record.model_fields.get(name)) is None
            else self._value([info.annotation, *info.metadata], value)
            for name, value in data.items()
        }
        if "quote" in found:
            found["quote"] = found.get("text", found.get("name", found["quote"]))
        return found

    def _value(self, annotation: list[Any], value: Any) -> Any:  # noqa: ANN401 - any plain value
        parts = list(_parts(annotation))
        kinds = [part for part in parts if isinstance(part, type)]
        if isinstance(value, list):
            return [self._value(annotation, item) for item in value]
        if isinstance(value, dict):
            records = [kind for kind in kinds if issubclass(kind, Record)]
            if any(get_origin(part) is dict for part in parts):
                return {key: self._value(records, item) for key, item in value.items()}
            return self.record(records[0], value)
        return self.text(value) if value and isinstance(value, str) and TEXT in parts else value


TEXT: Final = next(part for part in get_args(Text) if isinstance(part, StringConstraints))


def _parts(annotations: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    """Everything that annotations are made of."""
    for annotation in annotations:
        yield annotation
        yield from _parts(get_args(annotation))
        yield from getattr(annotation, "__metadata__", ())


def hostile_root(folder: Path, turn: int = 0) -> tuple[Path, list[str]]:
    """A root of payloads below a folder, and the payloads that stand in it."""
    root, poison = shutil.copytree(MALLIKUNTA, folder / f"root-{turn}"), Poison(turn)
    for file, record in DOCUMENTS.items():
        document = read_document(root / file, Problems().reporter(file))
        assert document is not None
        written = json.dumps(poison.record(record, document.data), ensure_ascii=False, indent=1)
        (root / file).write_text(written, encoding="utf-8")
    for name, row in TABLES.items():
        path = root / f"data/{name}.csv"
        with path.open(encoding="utf-8", newline="") as opened:
            rows = [poison.record(row, each) for each in csv.DictReader(opened)]
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    for source in (root / "data/sources").glob("*.txt"):
        text = source.read_text(encoding="utf-8")
        source.write_text("\n".join([text, *poison.given, ""]), encoding="utf-8")
    return root, poison.given
