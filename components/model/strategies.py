"""A strategy: one adopted version with its values, goals and duties."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

import pydantic
from pydantic import Field
from pydantic_core import PydanticCustomError

from components.model.base import (
    DecisionId,
    GoalId,
    Id,
    Period,
    Record,
    SourceId,
    StrategyId,
    Text,
    ThemeId,
)
from components.model.sources import Cited, Duty, Statement


class Value(Cited):
    """A value: its name and, where the source opens it up, its text."""

    kind_name: ClassVar[str] = "value"

    id: Id
    name: Text
    text: Text | None = None
    themes: tuple[ThemeId, ...] = ()


class Goal(Cited):
    """A goal; one with a name alone is shown as such, one without a name has a number.

    `continues` names the goal of an earlier version that it carries on under a new name, where
    a source says so.
    """

    kind_name: ClassVar[str] = "goal"

    id: Id
    name: Text | None = None
    number: Annotated[int, Field(ge=1)] | None = None
    continues: GoalId | None = None
    themes: tuple[ThemeId, ...] = ()
    statements: tuple[Statement, ...] = ()

    @pydantic.model_validator(mode="after")
    def recognisable(self) -> Self:
        """A goal has a name or a number to be called by."""
        if self.name is None and self.number is None:
            raise PydanticCustomError("goal_unnamed", "a goal needs a name or a number")
        return self


class SuccessFactor(Statement):
    """What the strategy calls critical for success."""

    kind_name: ClassVar[str] = "success_factor"


class Strategy(Record):
    """One adopted version of a strategy; what a source does not tell stays empty."""

    kind_name: ClassVar[str] = "strategy"

    id: Id
    title: Text
    source: SourceId | None = None
    period: Period | None = None
    replaces: StrategyId | None = None
    adopted_by: DecisionId | None = None
    operating_environment: tuple[Statement, ...] = ()
    vision: tuple[Statement, ...] = ()
    mission: tuple[Statement, ...] = ()
    values: tuple[Value, ...] = ()
    aims: tuple[Statement, ...] = ()
    goals: tuple[Goal, ...] = ()
    success_factors: tuple[SuccessFactor, ...] = ()
    duties: tuple[Duty, ...] = ()
