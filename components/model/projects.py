"""Programmes and projects that carry a strategy out."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from components.model.base import (
    DecisionId,
    Euros,
    GoalId,
    Id,
    Period,
    Record,
    StrategyId,
    Text,
    ThemeId,
)
from components.model.sources import Cited, Duty, Statement


class Programme(Cited):
    """A programme or policy; `strategy` and `goals` only where a source ties it to them."""

    kind_name: ClassVar[str] = "programme"

    id: Id
    name: Text
    kind: Literal["programme", "policy", "plan"] = "programme"
    period: Period | None = None
    approved_by: DecisionId | None = None
    strategy: StrategyId | None = None
    goals: tuple[GoalId, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    statements: tuple[Statement, ...] = ()
    duties: tuple[Duty, ...] = ()


class Partner(Record):
    """An organisation in a project and its part in it."""

    name: Text
    role: Literal["lead", "partner"]


class Plan(Cited):
    """What was decided of a project before it began."""

    start: Text | None = None
    months: Annotated[int, Field(ge=1)] | None = None
    partners: tuple[Partner, ...] = ()
    share_per_year_eur: Euros | None = None
    share_eur: Euros | None = None
    tasks: tuple[Text, ...] = ()


class Project(Cited):
    """A project: who answers for it, when, on what decision; money stands in project_funding.csv.

    `strategy` and `goals` are set only where a source ties the project to them.
    """

    kind_name: ClassVar[str] = "project"

    id: Id
    name: Text
    responsible: Text | None = None
    period: Period | None = None
    strategy: StrategyId | None = None
    goals: tuple[GoalId, ...] = ()
    decided_by: tuple[DecisionId, ...] = ()
    plan: Plan | None = None
    themes: tuple[ThemeId, ...] = ()
    statements: tuple[Statement, ...] = ()
