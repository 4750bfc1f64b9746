"""Projects joined with what was reported and paid: one row a project, counts, money, plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

import pandas as pd

from components.analysis.per_library import cached_per_library
from components.analysis.projects.project_states import Standing
from components.model import (
    Library,
    Outcome,
    Plan,
    Project,
    ProjectFunding,
    Row,
    first_day,
    last_day,
)
from components.model.tables import ProjectState

STATES: tuple[ProjectState, ...] = get_args(ProjectState)

PROJECT_COLUMNS = [
    "municipality",
    "municipality_code",
    "project",
    "name",
    "responsible",
    "start",
    "end",
    "strategy",
    "themes",
    "source",
    "state",
]
OUTCOME_COLUMNS = [
    "municipality_code",
    "project",
    "date",
    "reported_by",
    "note",
    "source_title",
    "source_url",
]
FUNDING_COLUMNS = [
    "municipality_code",
    "project",
    "start",
    "end",
    "total_eur",
    "share_eur",
    "share_year",
    "funders",
    "lead",
    "partners",
    "register_id",
    "note",
    "source_title",
    "source_url",
]
KEY = ["municipality_code", "project"]


def project_table(library: Library, slugs: Sequence[str], today: date) -> pd.DataFrame:
    """Every project of the municipalities with its state, its newest outcome and its money.

    Columns: those of PROJECT_COLUMNS; date, reported_by, note and outcome_source_*; total_eur,
    share_eur, share_year, funders, lead, partners, register_id, funding_note and
    funding_source_*. The state is that of the day. Years come from the municipality's own file,
    or else from the register. Missing values are None. It is joined once for a library and day:
    joining costs more than all else that the page does with it.
    """
    return _joined_once(library, tuple(slugs), today).copy()


@cached_per_library(16)
def _joined_once(library: Library, slugs: tuple[str, ...], today: date) -> pd.DataFrame:
    projects = pd.DataFrame(_project_rows(library, slugs, today), columns=PROJECT_COLUMNS)
    outcomes = _frame(_newest(library.outcomes), OUTCOME_COLUMNS).rename(
        columns={"source_title": "outcome_source_title", "source_url": "outcome_source_url"}
    )
    funding = _frame(library.funding, FUNDING_COLUMNS).rename(
        columns={
            "start": "register_start",
            "end": "register_end",
            "note": "funding_note",
            "source_title": "funding_source_title",
            "source_url": "funding_source_url",
        }
    )
    table = projects.merge(outcomes, on=KEY, how="left", validate="one_to_one")
    table = table.merge(funding, on=KEY, how="left", validate="one_to_one")
    for end in ("start", "end"):
        table[end] = table[end].where(table[end].notna(), table[f"register_{end}"])
    return _none_for_missing(table.drop(columns=["register_start", "register_end"]))


def _none_for_missing(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with None where pandas would have a NaN that passes for a number."""
    return table.astype(object).where(table.notna(), None)


def _project_rows(library: Library, slugs: Sequence[str], today: date) -> list[dict[str, object]]:
    return [
        {
            "municipality": slug,
            "municipality_code": library.dossiers[slug].code,
            "project": project.id,
            "name": project.name,
            "responsible": project.responsible,
            "start": project.period.start if project.period else None,
            "end": project.period.end if project.period else None,
            "strategy": project.strategy,
            "themes": project.themes,
            "source": project.source,
            "state": standing_of(library, slug, project).state(today),
        }
        for slug in slugs
        for project in library.dossiers[slug].projects
    ]


def _frame(rows: Sequence[Row], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame([row.model_dump() for row in rows], columns=columns, dtype=object)


def _newest(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The newest outcome of each project; one without a date is older than any with one."""
    newest: dict[tuple[str, str], Outcome] = {}
    for outcome in sorted(outcomes, key=lambda row: row.date.isoformat() if row.date else ""):
        newest[outcome.municipality_code, outcome.project] = outcome
    return list(newest.values())


def state_counts(table: pd.DataFrame, slugs: Sequence[str]) -> pd.DataFrame:
    """How many projects are in each state, a row a municipality; states that none has left out."""
    counts = pd.crosstab(table["municipality"], table["state"])
    present = [state for state in STATES if state in counts.columns]
    return counts.reindex(index=list(slugs), columns=present, fill_value=0)


def funding_table(table: pd.DataFrame) -> pd.DataFrame:
    """The projects whose budget is known: own share, others, and what the source leaves open.

    Columns: municipality, project, name, own_eur, others_eur, open_eur, total_eur, share_year.
    Where the share is told for one year only, the rest is open, not the share of others.
    """
    rows = []
    known = table[table["total_eur"].notna()] if len(table) else table
    for row in known.to_dict("records"):
        total, own = row["total_eur"], row["share_eur"]
        whole = own is not None and row["share_year"] is None
        rest = total - (own or Decimal(0))
        rows.append(
            {
                "municipality": row["municipality"],
                "project": row["project"],
                "name": row["name"],
                "own_eur": own,
                "others_eur": rest if whole else None,
                "open_eur": None if whole else rest,
                "total_eur": total,
                "share_year": row["share_year"],
            }
        )
    return pd.DataFrame(rows, columns=FUNDING_SPLIT, dtype=object)


FUNDING_SPLIT = [
    "municipality",
    "project",
    "name",
    "own_eur",
    "others_eur",
    "open_eur",
    "total_eur",
    "share_year",
]

Fact = Literal["begin", "length", "partners", "share"]


@dataclass(frozen=True)
class Difference:
    """One fact as it was decided and as it came about; `same` is None where one is not known."""

    fact: Fact
    decided: str | None
    reported: str | None
    same: bool | None


def decided_against_reported(plan: Plan, funding: ProjectFunding | None) -> list[Difference]:
    """A project's plan beside what the register tells: begin, months, partners, own share."""
    partners = sorted(partner.name for partner in plan.partners)
    share = None if plan.share_eur is None else str(plan.share_eur)
    return [
        Difference("begin", plan.start, funding.start if funding else None, None),
        _difference("length", None if plan.months is None else str(plan.months), _months(funding)),
        _difference("partners", ", ".join(partners) or None, _partners(funding)),
        _difference("share", share, _whole_share(funding)),
    ]


def _partners(funding: ProjectFunding | None) -> str | None:
    """All who took part; None where the register names the lead alone or nobody."""
    if funding is None or funding.partners is None:
        return None
    return ", ".join(sorted({*funding.partners.split("; "), funding.lead or ""} - {""}))


def _whole_share(funding: ProjectFunding | None) -> str | None:
    """The share of the whole project; None where it is told of one year only."""
    if funding is None or funding.share_eur is None or funding.share_year is not None:
        return None
    return f"{funding.share_eur.normalize():f}"


def _difference(fact: Fact, decided: str | None, reported: str | None) -> Difference:
    same = None if decided is None or reported is None else decided == reported
    return Difference(fact, decided, reported, same)


def _months(funding: ProjectFunding | None) -> str | None:
    """Whole months from the first to the last, both counted; None unless both are known."""
    if funding is None or "-" not in (funding.start or "") or "-" not in (funding.end or ""):
        return None
    first, last = first_day(funding.start or ""), last_day(funding.end or "")
    return str((last.year - first.year) * 12 + last.month - first.month + 1)


def funding_of(library: Library, slug: str, project: Project) -> ProjectFunding | None:
    """The register's row of a project, when there is one."""
    return _funding_by_project(library).get((library.dossiers[slug].code, project.id))


def outcome_of(library: Library, slug: str, project: Project) -> Outcome | None:
    """The newest outcome of a project, when any was reported."""
    return _newest_by_project(library).get((library.dossiers[slug].code, project.id))


def standing_of(library: Library, slug: str, project: Project) -> Standing:
    """What its state follows from: the newest report, and the end of its period.

    The end is that of the municipality's own file, or else the register's.
    """
    outcome = outcome_of(library, slug, project)
    if project.period and project.period.end:
        return Standing(outcome, project.period.end)
    row = funding_of(library, slug, project)
    return Standing(outcome, row.end, row) if row and row.end else Standing(outcome)


@cached_per_library(1)
def _newest_by_project(library: Library) -> Mapping[tuple[str, str], Outcome]:
    return {(row.municipality_code, row.project): row for row in _newest(library.outcomes)}


@cached_per_library(1)
def _funding_by_project(library: Library) -> Mapping[tuple[str, str], ProjectFunding]:
    return {(row.municipality_code, row.project): row for row in library.funding}
