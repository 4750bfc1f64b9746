"""A region as equal tiles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.analysis.indicators.tile_map import STEPS, mapped_indicators, tile_map
from components.model import Library, Observation, RegionMunicipality
from tests.analysis.making import real
from tests.analysis.measured import definition, library, observation


def place(code: str, row: int | None, column: int | None) -> RegionMunicipality:
    """A municipality of the region."""
    return RegionMunicipality(
        code=code,
        name_fi=f"Kunta {code}",
        name_sv=f"Kommun {code}",
        sub_region_fi="Alue",
        language_status="suomi",
        tile_row=row,
        tile_column=column,
        source_title="Luettelo",
        licence="CC0",
    )


PLACES = (place("001", 2, 2), place("002", 3, 1), place("003", 4, 2), place("004", None, None))


def region(*rows: Observation) -> Library:
    """Three municipalities with a tile and one without."""
    held = library(rows, luku=definition(), muu=definition())
    return replace(held, region=PLACES)


def value(code: str, year: int, number: str, **parts: Any) -> Observation:  # noqa: ANN401 - any field
    """A value of a municipality of the region."""
    return observation(year, number, municipality_code=code, **parts)


def test_tiles_lie_as_on_the_map() -> None:
    """Rows from the first that is used to the last; a place without a municipality is empty."""
    found = tile_map(region(), "luku")
    codes = [[tile and tile.municipality.code for tile in row] for row in found.rows]
    assert codes == [[None, "001"], ["002", None], [None, "003"]]
    assert (found.year, found.known) == (None, [])


def test_year_is_the_newest_of_those_with_most_values() -> None:
    """Two have 2021 and 2022, one has 2023: 2022 is shown, and only its values."""
    rows = [value(code, year, "1") for code in ("001", "002") for year in (2021, 2022)]
    found = tile_map(region(*rows, value("001", 2023, "9")), "luku")
    assert found.year == 2022
    assert [tile.observation is not None for tile in found.tiles] == [True, True, False]
    assert {tile.observation.year for tile in found.known if tile.observation} == {2022}


def test_budgets_and_other_units_are_no_values() -> None:
    """What is planned or told in another unit is not on the map, nor makes an indicator mapped."""
    budget = value("001", 2025, "1", kind="budget")
    percent = value("002", 2025, "1", unit="‰", indicator="muu")
    held = region(budget, percent)
    assert mapped_indicators(held) == []
    assert tile_map(held, "luku").known == []
    outside = value("004", 2025, "1")
    assert mapped_indicators(region(outside)) == []
    assert mapped_indicators(region(value("003", 2025, "1", indicator="muu"))) == ["muu"]


def test_steps_go_from_the_lowest_to_the_highest() -> None:
    """The ends have the first and the last step; equal values have the middle one."""
    found = tile_map(
        region(value("001", 2025, "10"), value("002", 2025, "20"), value("003", 2025, "-5")),
        "luku",
    )
    assert [tile.step for tile in found.known] == [STEPS - 1, 3, 0]
    assert [tile.municipality.code for tile in found.known] == ["002", "001", "003"]
    same = tile_map(region(value("001", 2025, "7"), value("002", 2025, "7")), "luku")
    assert {tile.step for tile in same.known} == {STEPS // 2}


def test_region_without_tiles_has_none() -> None:
    """Without any place there is nothing to draw, and no error."""
    assert tile_map(library([observation(2020, "1")]), "luku").rows == ()
    assert mapped_indicators(library([observation(2020, "1")])) == []


def test_lapland_has_21_tiles_none_on_another() -> None:
    """Every municipality of Lapland has a tile of its own."""
    found = tile_map(real(), "population")
    assert len(found.tiles) == 21
    places = {(item.tile_row, item.tile_column) for item in real().region}
    assert len(places) == 21
