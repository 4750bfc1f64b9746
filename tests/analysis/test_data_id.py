"""The id and the day of the data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from components.analysis.data_id import LENGTH, data_day, data_id
from tests.analysis.making import real
from tests.analysis.measured import library, observation


def test_same_data_has_the_same_id() -> None:
    """The id tells the data, not when or where it was read."""
    held = [observation(2020, "1")]
    assert data_id(library(held), ["eka"]) == data_id(library(held), ["eka"])
    assert len(data_id(library(held), ["eka"])) == LENGTH


def test_other_data_has_another_id() -> None:
    """A changed value, another municipality and a changed judgement are other data."""
    held = library([observation(2020, "1")])
    ids = {
        data_id(held, ["eka"]),
        data_id(held, ["toka"]),
        data_id(held, ["eka", "toka"]),
        data_id(library([observation(2020, "2")]), ["eka"]),
        data_id(replace(held, alignments=real().alignments), ["eka"]),
        data_id(replace(held, ranges=real().ranges), ["eka"]),
        data_id(replace(held, themes=real().themes), ["eka"]),
    }
    assert len(ids) == 7


def test_what_is_told_of_others_changes_nothing() -> None:
    """A value of another municipality leaves the id as it was."""
    one = library([observation(2020, "1")])
    other = library([observation(2020, "1"), observation(2020, "9", municipality_code="002")])
    assert data_id(one, ["eka"]) == data_id(other, ["eka"])


def test_day_is_the_newest_that_the_data_names() -> None:
    """Kemi's newest document is of 20.2.2025; data that names no day has none."""
    assert data_day(real(), ["kemi"]) == date(2025, 2, 20)
    assert data_day(library([]), ["eka"]) is None
    fetched = library([observation(2020, "1", retrieved="2026-11-01")])
    assert data_day(fetched, ["eka"]) == date(2026, 11, 1)
