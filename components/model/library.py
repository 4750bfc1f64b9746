"""A municipality's file as a whole, and the library of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from components.model.alignments import Alignment
from components.model.base import Code, Id, LocalText, Record
from components.model.decisions import Decision
from components.model.indicators import Assessment, Indicator, IndicatorDefinition
from components.model.projects import Programme, Project
from components.model.service import Service
from components.model.sources import Source
from components.model.strategies import Strategy
from components.model.tables import (
    MEASURED,
    Observation,
    Outcome,
    ProjectFunding,
    RegionMunicipality,
    RegionRange,
)
from components.model.themes import LawTopic, Theme


class Municipality(Record):
    """A municipality: its official three-digit code, its slug in addresses and its name."""

    kind_name: ClassVar[str] = "municipality"

    code: Code
    slug: Id
    name: LocalText


class Dossier(Record):
    """Everything that one municipality has decided: one file in strategies/."""

    municipality: Municipality
    sources: tuple[Source, ...]
    decisions: tuple[Decision, ...] = ()
    strategies: Annotated[tuple[Strategy, ...], Field(min_length=1)]
    programmes: tuple[Programme, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @property
    def slug(self) -> str:
        """The municipality's slug."""
        return self.municipality.slug

    @property
    def code(self) -> str:
        """The municipality's code, always text."""
        return self.municipality.code


@dataclass(frozen=True, eq=False)
class Library:
    """All that was loaded and found sound; what was broken is named in `broken`.

    `dossiers` and `files` are by slug, `files` and `broken` relative to the root.
    """

    dossiers: Mapping[str, Dossier]
    files: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    law: tuple[LawTopic, ...] = ()
    indicators: Mapping[str, IndicatorDefinition] = field(default_factory=dict)
    region: tuple[RegionMunicipality, ...] = ()
    observations: tuple[Observation, ...] = ()
    ranges: tuple[RegionRange, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    funding: tuple[ProjectFunding, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    service: Service = field(default_factory=Service)
    source_texts: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[str, ...] = ()

    @cached_property
    def slug_of_code(self) -> Mapping[str, str]:
        """The slug of each municipality by its code."""
        return {dossier.code: slug for slug, dossier in self.dossiers.items()}

    @cached_property
    def observations_of(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """The observations by municipality code and indicator, in the order of the years."""
        found: dict[tuple[str, str], list[Observation]] = {}
        for row in sorted(self.observations, key=lambda row: row.year):
            found.setdefault((row.municipality_code, row.indicator), []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def measured_of(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """The same with one value a year and no budget.

        Where an estimate stands beside the final value the kind tells which counts, never the
        order of the rows: a refresh writes the one below the other.
        """
        found: dict[tuple[str, str], tuple[Observation, ...]] = {}
        for key, rows in self.observations_of.items():
            firm = [row for kind in MEASURED for row in rows if row.kind == kind]
            years = {row.year: row for row in reversed(firm)}
            found[key] = tuple(years[year] for year in sorted(years))
        return found

    @cached_property
    def ranges_of(self) -> Mapping[str, tuple[RegionRange, ...]]:
        """The ranges of the region by indicator, in the order of the years."""
        found: dict[str, list[RegionRange]] = {}
        for row in sorted(self.ranges, key=lambda row: row.year):
            found.setdefault(row.indicator, []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}
