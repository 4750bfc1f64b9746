"""A municipality with two goals of which everything is known that can be."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.model import Assessment, Goal, Library, Programme
from tests.analysis.making import (
    dossier,
    goal,
    library,
    outcome,
    project,
    statement,
    strategy,
    years,
)
from tests.analysis.measured import by, definition, indicator, observation, since


def said(name: str, **parts: Any) -> Assessment:  # noqa: ANN401 - any field of the record
    """What the council has said."""
    usual: dict[str, Any] = {
        "id": name,
        "text": f"{name} sanottu.",
        "body": "valtuusto",
        "date": date(2026, 3, 1),
        "source": "lahde",
    }
    return Assessment(**(usual | parts))


def held(*, assessments: tuple[Assessment, ...] = ()) -> Library:
    """One municipality with two goals, indicators of all bases, and projects tied and untied."""
    one = dossier(
        "a",
        strategy(
            "a-1",
            goal("g", statement("s", "Metsä.", "luonto")),
            Goal(id="h", name="h"),
            period=years(2022, 2030),
        ),
        indicators=(
            indicator(
                id="oma", goals=("g", "h"), baseline=since(2020, "1"), targets=(by(2030, "3"),)
            ),
            indicator(id="julkaistu", goals=("h",), basis="announced"),
            indicator(id="tulkinta", goals=("g",), basis="interpretation"),
            indicator(id="muu", goals=()),
        ),
        projects=(
            project("sidottu", goals=("g",)),
            project("kerrottu", goals=("g",)),
            project("teema", themes=("luonto",)),
        ),
        programmes=(Programme(id="ohjelma", name="Ohjelma", goals=("g",), source="lahde"),),
        assessments=assessments,
    )
    return library(
        one,
        indicators={"luku": definition()},
        observations=(observation(2020, "1"), observation(2025, "2")),
        outcomes=(outcome("kerrottu", "done"),),
    )
