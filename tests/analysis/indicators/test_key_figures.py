"""The newest value of an indicator, side by side only when it is fair."""

from __future__ import annotations

from decimal import Decimal

from components.analysis.indicators.comparability import key_figures
from tests.analysis.making import library, real


def test_key_figures_are_those_of_the_newest_year_that_all_have() -> None:
    """The values stand in data/observations.csv: 2025, 2021 and 2020 are the newest of both."""
    found = key_figures(
        real(), ["kemi", "kemijarvi"], ["population", "share_over_64", "unemployment_rate"]
    )
    assert [
        (figure.indicator, figure.year, [row.value for row in figure.observations.values()])
        for figure in found
    ] == [
        ("population", 2025, [Decimal(19339), Decimal(6919)]),
        ("share_over_64", 2021, [Decimal("29.7"), Decimal("41.0")]),
        ("unemployment_rate", 2020, [Decimal("18.0"), Decimal("19.7")]),
    ]


def test_key_figures_keep_the_order_of_the_municipalities() -> None:
    """Whoever was chosen first comes first."""
    (figure,) = key_figures(real(), ["kemijarvi", "kemi"], ["population"])
    assert list(figure.observations) == ["kemijarvi", "kemi"]


def test_key_figures_left_out_without_a_common_year_or_definition() -> None:
    """A figure that one lacks, or that nobody has defined, is not shown at all."""
    held = real()
    kemi_only = tuple(row for row in held.observations if row.municipality_code == "240")
    lone = library(*held.dossiers.values(), indicators=held.indicators, observations=kemi_only)
    assert key_figures(lone, ["kemi", "kemijarvi"], ["population"]) == []
    undefined = library(*held.dossiers.values(), observations=held.observations)
    assert key_figures(undefined, ["kemi"], ["population"]) == []
    assert key_figures(held, [], ["population"]) == []
    assert key_figures(held, ["kemi"], ["outo"]) == []


def test_key_figures_of_one_use_its_own_newest_year() -> None:
    """A single municipality needs no common year."""
    (figure,) = key_figures(real(), ["kemi"], ["population"])
    assert (figure.year, figure.observations["kemi"].value) == (2025, Decimal(19339))


def test_key_figure_is_the_final_value_of_its_year() -> None:
    """Neither an estimate nor a budget of the same year takes its place, whatever their order."""
    held = real()
    final = next(
        row
        for row in held.observations
        if (row.municipality_code, row.indicator, row.year) == ("240", "population", 2025)
    )
    others = [
        final.model_copy(update={"kind": kind, "value": Decimal(1)})
        for kind in ("approximate", "budget")
    ]
    for rows in ([final, *others], [*others, final]):
        mixed = library(
            *held.dossiers.values(), indicators=held.indicators, observations=tuple(rows)
        )
        (figure,) = key_figures(mixed, ["kemi"], ["population"])
        assert figure.observations["kemi"].value == Decimal(19339)
