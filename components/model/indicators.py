"""Indicators: what is measured, and what a municipality has set itself to reach."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, Self

import pydantic
from pydantic import Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from components.model.base import (
    MOST,
    Day,
    GoalId,
    Id,
    IndicatorId,
    LocalText,
    Moment,
    ProjectId,
    Record,
    Text,
    Year,
    last_day,
)
from components.model.sources import Cited

Direction = Literal["up", "down", "none"]


def read_number(value: object) -> object:
    """A number of a file as the decimal that was written; other values are no number."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number_type", "not a number")
    return Decimal(str(value))


Number = Annotated[
    Decimal,
    pydantic.BeforeValidator(read_number),
    Field(ge=-MOST, le=MOST),
    WithJsonSchema({"type": "number"}),
]


class Unit(LocalText):
    """A unit of measure: its stable id and its name."""

    id: Text


class PerResident(Record):
    """How an amount is made fair between municipalities: times this, over the residents."""

    times: Annotated[int, Field(ge=1)]
    unit: Unit
    decimals: Annotated[int, Field(ge=0, le=6)]


class Break(Record):
    """From this year on the values cannot be held against earlier ones."""

    year: Year
    reason: LocalText


class Fetch(Record):
    """Where fresh values come from; `content` is the label of the content in a table of many."""

    service: Literal["statfin", "sotkanet"]
    table: Text
    content: Text | None = None


class IndicatorDefinition(Record):
    """What an indicator means, the same for every municipality.

    `small_below` is the size under which a value swings by chance from year to year.
    """

    names: LocalText
    unit: Unit
    direction: Direction
    direction_reason: LocalText
    decimals: Annotated[int, Field(ge=0, le=6)]
    definition: LocalText
    note: LocalText | None = None
    source_table: Text
    per_resident: PerResident | None = None
    breaks: tuple[Break, ...] = ()
    small_below: Annotated[int, Field(ge=1)] | None = None
    fetch: Fetch | None = None


class Indicators(Record):
    """data/indicators.yaml."""

    indicators: dict[str, IndicatorDefinition]


class Point(Record):
    """A value at a moment; a year stands for its last day."""

    date: Moment
    value: Number


class Target(Record):
    """What is to be reached by a moment: a value, or a band to stay within."""

    date: Moment
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None

    @pydantic.model_validator(mode="after")
    def one_form(self) -> Self:
        """A target is a value or a band whose low end is below the high one."""
        band = self.low is not None and self.high is not None and self.low <= self.high
        whole = self.low is None and self.high is None
        if not (band and self.value is None) and not (whole and self.value is not None):
            raise PydanticCustomError("target_form", "neither a value nor a band")
        return self

    @property
    def is_band(self) -> bool:
        """Whether the target is to stay within two values."""
        return self.value is None


Basis = Literal["adopted", "announced", "interpretation"]


class Indicator(Cited):
    """An indicator that a municipality follows, for which goals, from where to where.

    `basis` tells whose choice it is: the council's in the strategy, the municipality's elsewhere,
    or ours. `unit` and `variant` are set where baseline and targets are told in another unit or
    by another definition than the observations are.
    """

    kind_name: ClassVar[str] = "indicator"

    id: Id
    indicator: IndicatorId
    basis: Basis
    goals: tuple[GoalId, ...] = ()
    baseline: Point | None = None
    targets: tuple[Target, ...] = ()
    unit: Text | None = None
    variant: Text | None = None

    @pydantic.model_validator(mode="after")
    def in_order(self) -> Self:
        """Every target is later than the baseline and than the target before it."""
        moments = [point.date for point in (self.baseline, *self.targets) if point]
        for earlier, later in pairwise(moments):
            if last_day(later) <= last_day(earlier):
                raise PydanticCustomError(
                    "target_order", "not later", {"start": earlier, "end": later}
                )
        return self


class Assessment(Cited):
    """What a body has said in words of how goals, projects or indicators have fared."""

    kind_name: ClassVar[str] = "assessment"

    id: Id
    text: Text
    body: Text
    date: Day
    goals: tuple[GoalId, ...] = ()
    projects: tuple[ProjectId, ...] = ()
