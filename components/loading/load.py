"""Loads a root folder, strategies/ and data/, into a library and the list of its problems."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from components.loading.alignments import FILE as ALIGNMENTS
from components.loading.alignments import read_alignments
from components.loading.datasets import FILE as DATASETS
from components.loading.datasets import read_datasets
from components.loading.documents import Document, read_document, read_record
from components.loading.files import START, read_text
from components.loading.joins import Known, joined
from components.loading.problems import Problem, Problems
from components.loading.replacements import misplaced_replacements
from components.loading.rules import broken_rules
from components.loading.service import FILE as SERVICE
from components.loading.service import read_service
from components.loading.tables import read_table
from components.loading.targets import misplaced_targets
from components.loading.texts import read_texts, report_strays
from components.model import (
    Dossier,
    IndicatorDefinition,
    Indicators,
    Library,
    Observation,
    Outcome,
    ProjectFunding,
    Record,
    RegionMunicipality,
    RegionRange,
    Row,
    Themes,
)
from components.model.base import CODE_PATTERN

RecordT = TypeVar("RecordT", bound=Record)
RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True)
class Loaded:
    """A library, all the problems found on the way, and notes on what was read all the same."""

    library: Library
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


def load(root: Path) -> Loaded:
    """Load and check everything below a root; nothing is raised for bad content.

    A municipality with any problem of its own is left out of the library and named in
    `Library.broken`; a bad row of a table is left out alone.
    """
    with _without_collector():
        return _Loading(root).loaded()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the collector away: it would look through all that is read, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Loading:
    """One pass over the files of a root."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems = Problems()
        self.datasets = read_datasets(root / DATASETS, self.problems.reporter(DATASETS))

    def loaded(self) -> Loaded:
        themes = self._record("data/themes.yaml", Themes)
        indicators = self._record("data/indicators.yaml", Indicators)
        texts = self._texts()
        files = self._strategy_files()
        definitions = indicators.indicators if indicators else {}
        shared = _shared_ids(themes, indicators)
        dossiers, codes = self._dossiers(files, shared, definitions, texts)
        report_strays(self.root, files, self.problems)
        region = [row.row for row in self._table("municipalities", RegionMunicipality)]
        whole = "data/municipalities.csv" not in self.problems.files()
        sound = {dossier.code for dossier in dossiers.values()}
        known = Known(
            codes={row.code for row in region} | sound if whole else None,
            indicators=set(indicators.indicators) if indicators else None,
            projects={
                dossier.code: {project.id for project in dossier.projects}
                for dossier in dossiers.values()
            },
            unreadable={codes.get(file) for file in files or [""] if file not in dossiers} - sound,
        )
        library = Library(
            dossiers={dossier.slug: dossier for dossier in dossiers.values()},
            files={dossier.slug: file for file, dossier in dossiers.items()},
            themes=themes.themes if themes else {},
            law=themes.kuntalaki_37 if themes else (),
            indicators=definitions,
            region=tuple(region),
            observations=self._joined("observations", Observation, known),
            ranges=self._joined("region_ranges", RegionRange, known),
            outcomes=self._joined("outcomes", Outcome, known),
            funding=self._joined("project_funding", ProjectFunding, known),
            alignments=read_alignments(
                self.root,
                {dossier.slug: dossier for dossier in dossiers.values()},
                self.problems.reporter(ALIGNMENTS),
                whole=len(dossiers) == len(files),
            ),
            service=read_service(self.root, self.problems.reporter(SERVICE)),
            source_texts=texts,
            broken=tuple(file for file in files if file not in dossiers),
        )
        return Loaded(library, self.problems.all(), self.problems.notes())

    def _record(self, file: str, record: type[RecordT]) -> RecordT | None:
        document = read_document(self.root / file, self.problems.reporter(file))
        return read_record(document, record)

    def _texts(self) -> dict[str, str]:
        """The archived source texts by file name."""
        found = {}
        for path in sorted((self.root / "data" / "sources").glob("*.txt")):
            text = read_text(path, self.problems.reporter(f"data/sources/{path.name}"))
            if text is not None:
                found[path.name] = text
        return found

    def _strategy_files(self) -> list[str]:
        """The files of the municipalities; one that ends in .yml is not passed over in silence."""
        found = sorted(self.root.glob("strategies/*.yaml")) + sorted(
            self.root.glob("strategies/*.yml")
        )
        if not found:
            self.problems.reporter("strategies")(START, "missing-file", {})
        return [f"strategies/{path.name}" for path in found]

    def _dossiers(
        self,
        files: list[str],
        shared: dict[str, AbstractSet[str]],
        definitions: Mapping[str, IndicatorDefinition],
        texts: dict[str, str],
    ) -> tuple[dict[str, Dossier], dict[str, str | None]]:
        """The dossiers without a problem and the codes that the files name, both by file.

        The nodes of a file go before the next one is read: keeping them all makes the time
        grow faster than the files.
        """
        sound: dict[str, Dossier] = {}
        codes: dict[str, str | None] = dict.fromkeys(files)
        taken: dict[tuple[str, str], str] = {}
        for file in files:
            document = read_document(self.root / file, self.problems.reporter(file))
            if document is None:
                continue
            codes[file] = _code(document.data)
            ours = read_texts(self.root, file, document.data, self.problems)
            dossier = read_record(document, Dossier, ours)
            for location, code, facts in broken_rules(document.data, shared, texts):
                document.report_at(location, code, facts)
            if dossier is not None:
                held_against = (
                    *misplaced_replacements(dossier),
                    *misplaced_targets(dossier, definitions),
                )
                for location, code, facts in held_against:
                    document.report_at(location, code, facts)
                _report_taken(document, dossier, taken)
                if file not in self.problems.files():
                    sound[file] = dossier
                    taken |= {("slug", dossier.slug): file, ("code", dossier.code): file}
        return sound, codes

    def _table(self, name: str, record: type[RowT]) -> list[Any]:
        file = f"data/{name}.csv"
        return read_table(self.root / file, record, self.datasets, self.problems.reporter(file))

    def _joined(self, name: str, record: type[RowT], known: Known) -> tuple[RowT, ...]:
        report = self.problems.reporter(f"data/{name}.csv")
        return joined(self._table(name, record), known, report)


def _shared_ids(
    themes: Themes | None, indicators: Indicators | None
) -> dict[str, AbstractSet[str]]:
    """The ids that all files share; a table that could not be read makes no id unknown."""
    shared: dict[str, AbstractSet[str]] = {}
    if themes:
        shared["theme"] = set(themes.themes)
        shared["law"] = {topic.id for topic in themes.kuntalaki_37}
    if indicators:
        shared["indicator"] = set(indicators.indicators)
    return shared


def _report_taken(
    document: Document, dossier: Dossier, taken: Mapping[tuple[str, str], str]
) -> None:
    """Report a slug or a code that an earlier file has."""
    for key, name in (("slug", dossier.slug), ("code", dossier.code)):
        if (key, name) in taken:
            facts = {"found": name, "other": taken[key, name]}
            document.report_at(("municipality", key), "duplicate-id", facts)


def _code(data: dict[str, Any]) -> str | None:
    """The municipality code in a file that may be broken; None when it has none."""
    municipality = data.get("municipality")
    code = str(municipality.get("code")) if isinstance(municipality, dict) else ""
    return code if re.fullmatch(CODE_PATTERN, code) else None
