"""What of a library will be seen, and what sentences lack."""

from __future__ import annotations

from components.analysis.sentences.coverage import Coverage, coverage
from components.model import Goal, LocalText, Statement, Translation
from tests.analysis.making import TODAY, dossier, library, strategy


def statement(name: str, **given: object) -> Statement:
    """A statement with what an editor has given it."""
    return Statement.model_validate({"id": name, "text": "Lause.", **given})


def test_coverage_counts_what_each_sentence_lacks() -> None:
    """Of three sentences one has all, one a theme and English only, one nothing; names no goal."""
    said = (
        statement(
            "kaikki",
            themes=("arki",),
            plain=LocalText(fi="Sanottuna toisin."),
            translation=Translation(sv="En mening."),
        ),
        statement("englanniksi", themes=("arki",), translation=Translation(en="A sentence.")),
        statement("ei-mitaan"),
    )
    goal = Goal(id="paamaara", name="Päämäärä", statements=said)
    assert coverage(library(dossier("a", strategy("a-1", goal))), TODAY) == Coverage(1, 3, 1, 2, 2)


def test_coverage_of_nothing_is_zero() -> None:
    """A library without a sound municipality shows nothing and lacks nothing."""
    assert coverage(library(), TODAY) == Coverage(0, 0, 0, 0, 0)
