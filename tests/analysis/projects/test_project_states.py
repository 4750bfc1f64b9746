"""The state of a project: what was told of it, and else whether its period is over."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.gaps.gap_register import missing
from components.analysis.gaps.unknown import unknown_of
from components.analysis.projects.project_states import Standing
from components.analysis.projects.projects import project_table, standing_of, state_counts
from components.analysis.strategies.goals import goal_tree
from components.analysis.strategies.trail import project_trail
from components.analysis.strategies.versions import choose
from components.exports.data.progress_rows import progress_rows
from components.i18n import catalogue
from components.model import Library, Outcome
from components.model.tables import ProjectState
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    funding,
    library,
    outcome,
    project,
    real,
    years,
)

MARCH = date(2025, 3, 1)
OVER, AHEAD = "2025-02", "2025-03"
STATES = get_args(ProjectState)


def noted(state: ProjectState, day: date | None = MARCH, body: str | None = "ltk") -> Outcome:
    """What a body has told of a project on a day."""
    return outcome("p", state, day).model_copy(update={"reported_by": body})


@pytest.mark.parametrize(
    ("told", "end", "state"),
    [
        (None, None, "unknown"),
        (None, AHEAD, "unknown"),
        (None, OVER, "ended"),
        (noted("unknown", None, None), OVER, "ended"),
        (noted("unknown", None, None), None, "unknown"),
        (noted("unknown", MARCH, None), OVER, "ended"),
        (noted("unknown", None), OVER, "ended"),
        (noted("unknown"), OVER, "unknown"),
        (noted("ended", None, None), OVER, "ended"),
        (noted("ended", None, None), AHEAD, "ended"),
        (noted("done"), AHEAD, "done"),
        (noted("dropped"), OVER, "dropped"),
        (noted("in_progress"), OVER, "in_progress"),
        (noted("planned"), OVER, "planned"),
    ],
)
def test_told_state_stands_and_silence_ends_with_the_period(
    told: Outcome | None, end: str | None, state: ProjectState
) -> None:
    """The rule, line by line; a result noted where we cannot read it stays unknown."""
    assert Standing(told, end).state(MARCH) == state


def test_project_ends_after_its_last_day() -> None:
    """It is of the last day still: the day after it has ended."""
    one = Standing(None, "2025-02-28")
    assert one.state(date(2025, 2, 28)) == "unknown"
    assert one.state(date(2025, 3, 1)) == "ended"


days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(st.sampled_from(STATES), st.none() | days, days, days)
def test_time_alone_never_makes_a_result(
    told: ProjectState, end: date | None, today: date, later: date
) -> None:
    """Of what nobody told a result no day makes it done; what has ended stays so."""
    one = Standing(noted(told, None, None), end.isoformat() if end else None)
    first, last = sorted((today, later))
    if told not in {"unknown", "ended"}:
        assert {one.state(first), one.state(last)} == {told}
    elif one.state(first) == "ended":
        assert one.state(last) == "ended"
    else:
        assert one.state(last) in {"unknown", "ended"}


def test_end_is_the_own_one_or_else_the_registers() -> None:
    """The register's last day counts where the municipality's own file tells none."""
    held = library(
        dossier(
            "a",
            projects=(
                project("own", period=years(2020, 2024)),
                project("open", period=years(2020)),
                project("bare"),
                project("none"),
            ),
        ),
        funding=(
            funding("own", end="2099"),
            funding("open", end="2024-12-31"),
            funding("bare", start="2020"),
        ),
    )
    told = {one.id: standing_of(held, "a", one) for one in held.dossiers["a"].projects}
    assert {name: one.end for name, one in told.items()} == {
        "own": "2024",
        "open": "2024-12-31",
        "bare": None,
        "none": None,
    }
    assert [name for name, one in told.items() if one.row] == ["open"]
    assert [name for name, one in told.items() if one.state(MARCH) == "ended"] == ["own", "open"]


ENDED = {
    "arm-koordinaatiohanke": "2023-10-31",
    "koronasta-kasvuun": "2023-07-31",
    "arm-agentti": "2022-12-31",
    "vahvax": "2023-07-31",
    "master-plan-kemi-2030": "2023-04-30",
    "kaupunkiviljely": "2022-06-30",
    "kemi-valmistautuu-kasvuun": "2021-08-31",
    "silver-economy-kemi": "2021-08-31",
}
"""Kemi's projects with funding from outside, and when they ended (the city's project lists)."""


@pytest.mark.parametrize(
    "today", [TODAY, date(2021, 8, 31), date(2021, 9, 1), date(2022, 10, 1), date(2023, 10, 31)]
)
def test_ended_projects_of_kemi_are_like_that_of_kemijarvi(today: date) -> None:
    """From the day after the end they are over with nothing told of their results.

    The board noted the outcome of eight others on 20.2.2025 § 21, and what it is stands in an
    attachment that is not in the sources: they are unknown, as is what still goes on.
    """
    table = project_table(real(), ["kemi", "kemijarvi"], today).set_index("project")
    over = {name for name, end in ENDED.items() if date.fromisoformat(end) < today}
    found = table[table["municipality"] == "kemi"]["state"]
    assert set(found[found == "ended"].index) == over
    assert set(found[found != "ended"]) == {"unknown"}
    assert table.loc["asettautumispalvelut", "state"] == "ended"


@pytest.mark.parametrize("today", [TODAY, date(2021, 9, 1), TODAY + timedelta(days=365 * 4)])
@pytest.mark.parametrize("held", [real(), fictional()], ids=["real", "mallikunta"])
def test_project_has_one_state_wherever_it_stands(held: Library, today: date) -> None:
    """Table, counts, progress, goals, trail and gaps tell the same of each project."""
    for slug, one in held.dossiers.items():
        table = project_table(held, [slug], today)
        told = dict(zip(table["project"], table["state"], strict=True))
        counts = state_counts(table, [slug])
        assert counts.loc[slug].to_dict() == Counter(told.values()) if told else counts.empty
        rows = progress_rows(held, [slug], catalogue("fi"), today)
        assert {row["id"]: row["state"] for row in rows if row["kind"] == "project"} == told
        for strategy in one.strategies:
            for branch in goal_tree(held, slug, strategy):
                for item in branch.carriers:
                    if item.standing:
                        assert item.standing.state(today) == told[item.record.id]
        for each in one.projects:
            reports = [
                report for step in project_trail(held, slug, each).steps for report in step.reports
            ]
            if reports:
                assert reports[-1][1].state(today) == told[each.id]
        version = choose(one, TODAY)
        open_ = {
            item.about: item.why
            for item in unknown_of(held, version, today)
            if item.kind == "project_without_outcome"
        }
        silent = {name for name, state in told.items() if state in {"unknown", "ended"}}
        assert {item.id for item in one.projects if item in open_} == silent
        assert missing(held, version, today)["project_without_outcome"] == (
            len(silent),
            len(told),
        )
        for each in one.projects:
            if each in open_:
                assert (open_[each] == "ended") == (told[each.id] == "ended")
