"""The one rule by which a project has its state: what was told of it, and else its period.

What a source tells of a state stands, with the day on which it was told. Where no source tells
one, a project whose last day has passed has ended with nothing told of its results: a past day is
never *done*. What a body has noted, in an attachment that we do not have, is another thing: the
result is told somewhere, so the state stays unknown however long ago the project ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from components.model import Outcome, ProjectFunding, last_day
from components.model.tables import ProjectState


@dataclass(frozen=True)
class Standing:
    """What was told of a project, if anything, and the moment when it ends, if that is known.

    `row` is the register's where that moment is its word.
    """

    outcome: Outcome | None
    end: str | None = None
    row: ProjectFunding | None = None

    @property
    def noted(self) -> bool:
        """Whether a body has dealt with the outcome without our sources telling what it is."""
        told = self.outcome
        return bool(told and told.state == "unknown" and told.reported_by and told.date)

    def state(self, today: date) -> ProjectState:
        """The state on a day."""
        if self.outcome and self.outcome.state != "unknown":
            return self.outcome.state
        over = self.end is not None and last_day(self.end) < today
        return "ended" if over and not self.noted else "unknown"
