"""Rows of the tables in data/: what was measured and what was reported, each with its source."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

import pydantic
from pydantic import Field
from pydantic_core import PydanticCustomError

from components.model.base import (
    MOST,
    Code,
    Day,
    Id,
    IndicatorId,
    Moment,
    ProjectId,
    Record,
    Ref,
    Text,
    Url,
    Year,
    check_order,
)

Amount = Annotated[Decimal, Field(ge=-MOST, le=MOST)]
MunicipalityCode = Annotated[Code, Ref("municipality")]
ProjectState = Literal["planned", "in_progress", "ended", "done", "dropped", "unknown"]
ObservationKind = Literal["actual", "approximate", "decided", "budget"]
MEASURED: tuple[ObservationKind, ...] = ("actual", "decided", "approximate")
"""The kinds of which one value stands for a year, the firmest first; a budget is none of them."""
Tile = Annotated[int, Field(ge=1, le=40)]


class Dataset(Record):
    """Where rows of the tables come from; `retrieved` is the day when a service gave them."""

    title: Text
    publisher: Text
    url: Url | None = None
    licence: Text
    retrieved: Day | None = None


class Datasets(Record):
    """data/datasets.yaml."""

    datasets: dict[Id, Dataset]


class Row(Record):
    """One row of a table; the columns named in `key` may not repeat together.

    In the file a column `dataset` stands for the joined fields.
    """

    joined = frozenset({"source_title", "source_url", "licence"})
    key: ClassVar[tuple[str, ...]]

    source_title: Text
    source_url: Url | None = None
    licence: Text


class RegionMunicipality(Row):
    """A municipality of the region (data/municipalities.csv); tiles lie as on the real map."""

    key = ("code",)

    code: Code
    name_fi: Text
    name_sv: Text
    sub_region_fi: Text
    language_status: Text
    tile_row: Tile | None = None
    tile_column: Tile | None = None


class Observation(Row):
    """One value of an indicator in one municipality and year (data/observations.csv).

    `unit` and `variant` are set where the value is told in another unit, or by another definition
    of the statistic, than the indicator's own; `retrieved` is the day when a service gave it.
    """

    joined = Row.joined | {"retrieved"}
    key = ("municipality_code", "indicator", "year", "kind")

    municipality_code: MunicipalityCode
    indicator: IndicatorId
    year: Year
    value: Amount
    kind: ObservationKind = "actual"
    unit: Text | None = None
    variant: Text | None = None
    retrieved: Day | None = None


class RegionRange(Row):
    """The middle and the ends of an indicator over a region (data/region_ranges.csv)."""

    key = ("region", "indicator", "year")

    region: Text
    indicator: IndicatorId
    year: Year
    municipalities: Annotated[int, Field(ge=1)]
    median: Amount
    low: Amount
    high: Amount
    note: Text | None = None


class Outcome(Row):
    """What was reported of a project, when and by whom (data/outcomes.csv).

    `ended` means over with nothing told of its results; `unknown` that the source tells no state:
    whether the project is over then follows from its period (analysis/project_states.py).
    """

    key = ("municipality_code", "project", "date")

    municipality_code: MunicipalityCode
    project: ProjectId
    state: ProjectState
    date: Day | None = None
    reported_by: Text | None = None
    note: Text | None = None


class ProjectFunding(Row):
    """What a register or project list tells of a project (data/project_funding.csv).

    `share_year` is set where the municipality's share is told for that one year only: the rest
    of the budget is then not the share of others.
    """

    key = ("municipality_code", "project")

    municipality_code: MunicipalityCode
    project: ProjectId
    start: Moment | None = None
    end: Moment | None = None
    total_eur: Annotated[Decimal, Field(ge=0, le=MOST)] | None = None
    share_eur: Annotated[Decimal, Field(ge=0, le=MOST)] | None = None
    share_year: Year | None = None
    funders: Text | None = None
    lead: Text | None = None
    partners: Text | None = None
    register_id: Text | None = None
    note: Text | None = None

    @pydantic.model_validator(mode="after")
    def ordered(self) -> Self:
        """A project does not end before it begins, nor does a share pass the whole."""
        check_order(self.start, self.end)
        if self.share_eur and self.total_eur is not None and self.share_eur > self.total_eur:
            raise PydanticCustomError(
                "share_over_total",
                "the share is larger than the whole",
                {"share": str(self.share_eur), "total": str(self.total_eur)},
            )
        return self
