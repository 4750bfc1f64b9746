"""Indicators: what is measured, and what a municipality has set itself to reach."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from components.model.base import GoalId, Id, IndicatorId, LocalText, Record, Text, Year
from components.model.sources import Cited


class Unit(LocalText):
    """A unit of measure: its stable id and its name."""

    id: Text


class IndicatorDefinition(Record):
    """What an indicator means, the same for every municipality."""

    names: LocalText
    unit: Unit
    direction: Literal["up", "down", "none"]
    direction_reason: Text
    decimals: Annotated[int, Field(ge=0, le=6)]
    definition: LocalText
    note: Text | None = None
    source_table: Text


class Point(Record):
    """A value of a year."""

    year: Year
    value: float


class Indicator(Cited):
    """An indicator that a municipality follows, for which goals, from where to where."""

    kind_name: ClassVar[str] = "indicator"

    id: Id
    indicator: IndicatorId
    basis: Literal["adopted", "interpretation"]
    goals: tuple[GoalId, ...] = ()
    baseline: Point | None = None
    target: Point | None = None
