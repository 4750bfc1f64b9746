"""The yearly cycle: the duties that a municipality has set itself and when each is due.

The days are rules of ours: a report of the year goes to the council with the accounts by the end
of June, the budget is approved by the end of the year before, half-term is the middle day of the
period. A day that has passed tells nothing of whether the report was given: only that our sources
hold it or do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

import pandas as pd

from components.analysis.sentences.sentences import Sentence, sentence
from components.model import Decision, Dossier, Duty, Period, Programme, Strategy

Rule = Literal["budget", "accounts", "half_term", "undated"]
Phase = Literal["budget", "follow_up", "accounts", "council"]
DueState = Literal["later", "soon", "over", "no_day"]
PassedState = Literal["noted", "no_record"]
PHASES: tuple[Phase, ...] = get_args(Phase)
SOON = timedelta(days=60)
COUNCIL = "valtuusto"
ACCOUNTS_DUE, BUDGET_DUE = (6, 30), (12, 31)
RECORDS: dict[Rule, re.Pattern[str]] = {
    "budget": re.compile("talousarvio", re.IGNORECASE),
    "accounts": re.compile("raport|toteutum|tilinpäät", re.IGNORECASE),
    "half_term": re.compile("puoliväl", re.IGNORECASE),
}
"""What the title or the text of a decision says when it is the record of a duty."""


@dataclass(frozen=True)
class DutyView:
    """A duty, its next day and the one that passed last, and what our sources hold of that.

    `about` is said of a day that the source does not fix: half-term is "about" its middle day.
    """

    duty: Duty
    sentence: Sentence
    owner: Strategy | Programme
    rule: Rule
    next: date | None
    state: DueState
    passed: date | None
    passed_state: PassedState | None
    record: Decision | None

    @property
    def about(self) -> bool:
        """Whether the day is no more than about right."""
        return self.rule == "half_term"

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Where in the yearly cycle the duty stands."""
        if self.duty.what == "budget":
            return ("budget",)
        if self.duty.what != "report":
            return ("follow_up",)
        accounts: tuple[Phase, ...] = ("accounts",) if self.rule == "accounts" else ()
        council: tuple[Phase, ...] = ("council",) if COUNCIL in (self.duty.to or "") else ()
        return accounts + council


def duties(dossier: Dossier, strategy: Strategy, today: date) -> list[DutyView]:
    """The duties of a version and of the programmes; those due next first, undated ones last."""
    found = [
        _view(dossier, owner, duty, _period(dossier, owner), today)
        for owner, duty in _all(dossier, strategy)
    ]
    return sorted(found, key=lambda view: view.next or view.passed or date.max)


def middle(period: Period | None) -> date | None:
    """The middle day of a period; None while its end is not known."""
    if period is None or period.last is None:
        return None
    return period.first + (period.last - period.first) / 2


def rule_of(duty: Duty) -> Rule:
    """Which rule gives the day of a duty."""
    if duty.every == "half_term":
        return "half_term"
    if duty.every == "year" and duty.what == "budget":
        return "budget"
    with_accounts = "tilinpäät" in duty.text.casefold() or COUNCIL in (duty.to or "")
    if duty.every == "year" and duty.what == "report" and with_accounts:
        return "accounts"
    return "undated"


def _all(dossier: Dossier, strategy: Strategy) -> Iterator[tuple[Strategy | Programme, Duty]]:
    owners: tuple[Strategy | Programme, ...] = (strategy, *dossier.programmes)
    for owner in owners:
        for duty in owner.duties:
            yield owner, duty


def _period(dossier: Dossier, owner: Strategy | Programme) -> Period | None:
    """The owner's own period; of a programme without one, all years since its approval."""
    if owner.period or isinstance(owner, Strategy):
        return owner.period
    approved = next((item for item in dossier.decisions if item.id == owner.approved_by), None)
    return Period(start=approved.date.isoformat()) if approved else None


def _view(
    dossier: Dossier,
    owner: Strategy | Programme,
    duty: Duty,
    period: Period | None,
    today: date,
) -> DutyView:
    rule = rule_of(duty)
    days = _days(rule, period, today)
    coming = next((day for day in days if day >= today), None)
    passed = next((day for day in reversed(days) if day < today), None)
    record = _record(dossier, owner, duty, rule, passed, today) if passed else None
    passed_state: PassedState | None = None
    if passed:
        passed_state = "noted" if record else "no_record"
    return DutyView(
        duty=duty,
        sentence=_sentence(dossier, owner, duty),
        owner=owner,
        rule=rule,
        next=coming,
        state=_state(coming, passed, today),
        passed=passed,
        passed_state=passed_state,
        record=record,
    )


def _state(coming: date | None, passed: date | None, today: date) -> DueState:
    if coming:
        return "soon" if coming - today <= SOON else "later"
    return "over" if passed else "no_day"


def _days(rule: Rule, period: Period | None, today: date) -> list[date]:
    """The days of a rule around today, oldest first, as far as the period reaches.

    The accounts of a year are due the next June, its budget the December before it.
    """
    if rule == "undated":
        return []
    if rule == "half_term":
        day = middle(period)
        return [day] if day else []
    first = period.first.year if period else today.year - 1
    (month, day_of_month), shift = (ACCOUNTS_DUE, 1) if rule == "accounts" else (BUDGET_DUE, -1)
    return [
        date(year + shift, month, day_of_month)
        for year in range(min(first, today.year) - 1, today.year + 3)
        if _covers(period, year)
    ]


def _covers(period: Period | None, year: int) -> bool:
    if period is None:
        return True
    return period.first.year <= year and (period.last is None or year <= period.last.year)


def _record(  # noqa: PLR0913, PLR0917 - a record is of an owner, a duty, a rule and a time
    dossier: Dossier,
    owner: Strategy | Programme,
    duty: Duty,
    rule: Rule,
    passed: date,
    today: date,
) -> Decision | None:
    """The newest decision that is the record of the duty for the day that passed.

    It came within the year before that day or since, before whom the duty names. That of a
    programme must call it by its name, since a decision names strategies alone.
    """
    for decision in sorted(dossier.decisions, key=lambda item: item.date, reverse=True):
        said = f"{decision.title} {decision.text or ''}"
        kinds = ("approved", "decided") if rule == "budget" else ("noted", "approved")
        if (
            passed - timedelta(days=365) < decision.date <= today
            and decision.what in kinds
            and RECORDS[rule].search(said)
            and duty.to in {None, decision.body}
            and _is_of(decision, owner, said)
        ):
            return decision
    return None


def _is_of(decision: Decision, owner: Strategy | Programme, said: str) -> bool:
    if isinstance(owner, Strategy):
        return decision.strategy == owner.id
    return owner.name.casefold() in said.casefold()


def _sentence(dossier: Dossier, owner: Strategy | Programme, duty: Duty) -> Sentence:
    if isinstance(owner, Strategy):
        return sentence(dossier.slug, "duty", duty, owner.source, strategy=owner.id)
    return sentence(dossier.slug, "duty", duty, owner.source, owner=owner.id)


DUTY_COLUMNS = [
    "municipality",
    "of",
    "duty",
    "what",
    "every",
    "to",
    "next",
    "state",
    "passed",
    "passed_state",
    "record",
    "source_title",
    "source_url",
]


def duty_table(dossier: Dossier, views: Iterable[DutyView]) -> pd.DataFrame:
    """Duties as rows; columns as in DUTY_COLUMNS."""
    sources = {source.id: source for source in dossier.sources}
    rows = []
    for view in views:
        source = sources[view.sentence.source]
        owner = view.owner
        rows.append(
            {
                "municipality": dossier.slug,
                "of": owner.title if isinstance(owner, Strategy) else owner.name,
                "duty": view.duty.text,
                "what": view.duty.what,
                "every": view.duty.every,
                "to": view.duty.to,
                "next": view.next.isoformat() if view.next else None,
                "state": view.state,
                "passed": view.passed.isoformat() if view.passed else None,
                "passed_state": view.passed_state,
                "record": view.record.id if view.record else None,
                "source_title": source.title,
                "source_url": source.url,
            }
        )
    return pd.DataFrame(rows, columns=DUTY_COLUMNS, dtype=object)
