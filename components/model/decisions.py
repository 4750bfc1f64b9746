"""Decisions of the bodies of a municipality."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from components.model.base import Day, Id, ProjectId, StrategyId, Text, ThemeId
from components.model.sources import Cited, Statement

DecisionKind = Literal["approved", "decided", "noted"]


class Decision(Cited):
    """What a body decided: date, section, diary number and the words of the minutes."""

    kind_name: ClassVar[str] = "decision"

    id: Id
    body: Text
    date: Day
    section: Annotated[int, Field(ge=1)] | None = None
    diary: Text | None = None
    what: DecisionKind
    title: Text
    text: Text | None = None
    strategy: StrategyId | None = None
    themes: tuple[ThemeId, ...] = ()
    projects: tuple[ProjectId, ...] = ()
    statements: tuple[Statement, ...] = ()
