"""Rows of the tables in data/: what was measured and what was reported, each with its source."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

import pydantic
from pydantic import Field
from pydantic_core import PydanticCustomError

from components.model.base import (
    Code,
    Day,
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

MOST = Decimal(10**12)
"""Larger than any figure of a municipality: what passes it is a slip of the exponent."""

MunicipalityCode = Annotated[Code, Ref("municipality")]
ProjectState = Literal["planned", "in_progress", "ended", "done", "dropped", "unknown"]


class Row(Record):
    """One row of a table; the columns named in `key` may not repeat together."""

    key: ClassVar[tuple[str, ...]]

    source_title: Text
    source_url: Url | None = None
    licence: Text


class RegionMunicipality(Row):
    """A municipality of Lapland (data/municipalities.csv)."""

    key = ("code",)

    code: Code
    name_fi: Text
    name_sv: Text
    sub_region_fi: Text
    language_status: Text


class Observation(Row):
    """One value of an indicator in one municipality and year (data/observations.csv)."""

    key = ("municipality_code", "indicator", "year")

    municipality_code: MunicipalityCode
    indicator: IndicatorId
    year: Year
    value: Annotated[Decimal, Field(ge=-MOST, le=MOST)]


class Outcome(Row):
    """What was reported of a project, when and by whom (data/outcomes.csv).

    `ended` means over with nothing told of its results; `unknown` that the source tells no state.
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
