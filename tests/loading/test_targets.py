"""Targets against the direction of what they are set for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from components.loading import load
from components.loading.targets import misplaced_targets
from components.model import (
    Dossier,
    Indicator,
    IndicatorDefinition,
    LocalText,
    Municipality,
    Point,
    Strategy,
    Target,
    Unit,
)
from tests.loading.roots import STRATEGY, brief, changed, copied

if TYPE_CHECKING:
    from pathlib import Path

    from components.model.indicators import Direction

WORDS = LocalText(fi="sanat")


def definition(direction: Direction) -> IndicatorDefinition:
    """A definition with a direction."""
    return IndicatorDefinition(
        names=WORDS,
        unit=Unit(id="x", fi="x"),
        direction=direction,
        direction_reason=WORDS,
        decimals=0,
        definition=WORDS,
        source_table="taulu",
    )


def dossier(*indicators: Indicator) -> Dossier:
    """A municipality with these indicators."""
    who = Municipality(code="998", slug="p", name=WORDS)
    strategies = (Strategy(id="s", title="s"),)
    return Dossier(municipality=who, sources=(), strategies=strategies, indicators=indicators)


def measure(
    *values: int | Target, baseline: int | None = 10, of: str = "luku", name: str = "m"
) -> Indicator:
    """An indicator with a target a year, from 2025 on."""
    return Indicator(
        id=name,
        indicator=of,
        basis="adopted",
        baseline=None if baseline is None else Point(date="2020", value=Decimal(baseline)),
        targets=tuple(
            value
            if isinstance(value, Target)
            else Target(date=str(2025 + number), value=Decimal(value))
            for number, value in enumerate(values)
        ),
    )


@pytest.mark.parametrize(
    ("direction", "value", "wrong"),
    [
        ("up", 11, False),
        ("up", 10, False),
        ("up", 9, True),
        ("down", 9, False),
        ("down", 10, False),
        ("down", 11, True),
        ("none", 9, False),
        ("none", 11, False),
    ],
)
def test_target_lies_the_way_that_is_wanted(
    direction: Direction, value: int, *, wrong: bool
) -> None:
    """Staying at the baseline is no fault; without a direction the target itself gives it."""
    found = misplaced_targets(dossier(measure(value)), {"luku": definition(direction)})
    assert [item[1] for item in found] == ["target-side"] * wrong


def test_each_misplaced_target_is_told_at_its_place() -> None:
    """The third target of the second indicator, with what it is held against."""
    held = dossier(measure(12), measure(11, 12, 9, name="toinen"))
    (found,) = misplaced_targets(held, {"luku": definition("up")})
    assert found == (
        ("indicators", 1, "targets", 2),
        "target-side",
        {"found": "9", "baseline": "10", "direction": "up"},
    )


def test_what_cannot_be_held_against_a_direction_is_left_alone() -> None:
    """No baseline, a band, an indicator that no definition is known of."""
    band = Target(date="2025", low=Decimal(1), high=Decimal(2))
    held = dossier(
        measure(1, baseline=None), measure(band, name="b"), measure(1, of="x", name="c")
    )
    assert list(misplaced_targets(held, {"luku": definition("up")})) == []


def test_broken_definitions_put_no_target_on_the_wrong_side(tmp_path: Path) -> None:
    """When the indicators cannot be read, no target is blamed for it."""
    root = copied(tmp_path)
    text = (root / STRATEGY).read_text(encoding="utf-8")
    wrong = "    baseline: {date: 2023, value: 5}\n    targets: [{date: 2030, value: 4}]\n"
    (root / STRATEGY).write_text(text + wrong, encoding="utf-8")
    assert load(root).problems == ()
    changed(root, "data/indicators.yaml", "direction: none", "direction: up")
    assert brief(load(root).problems) == [(STRATEGY, 44, 15, "target-side")]
    changed(root, "data/indicators.yaml", "direction: up", "direction: ylös")
    assert [problem.code for problem in load(root).problems] == ["wrong-value"]
