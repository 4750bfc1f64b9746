"""The building blocks of records: texts, moments, periods, references."""

from __future__ import annotations

from datetime import date, timedelta

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.model import LocalText, Period, Record, first_day, last_day
from components.model.base import Code, Day, Moment

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


class Dated(Record):
    """A record with a day and a moment."""

    day: Day | None = None
    moment: Moment | None = None


class Coded(Record):
    """A record with a municipality code."""

    code: Code


def test_records_are_frozen() -> None:
    """A record never changes after it was read."""
    text = LocalText(fi="kunta")
    with pytest.raises(pydantic.ValidationError, match="frozen"):
        text.fi = "muu"  # type: ignore[misc]


def test_records_take_no_unknown_keys() -> None:
    """A key that a record does not know is refused."""
    with pytest.raises(pydantic.ValidationError, match="extra_forbidden"):
        LocalText.model_validate({"fi": "kunta", "se": "kommun"})


def test_code_keeps_its_zero() -> None:
    """A municipality code is text, so that Enontekiö stays 047."""
    assert Coded.model_validate({"code": "047"}).code == "047"


@pytest.mark.parametrize("code", [240, "47", "0470", "04a", "٠٤٧", "047\n"])
def test_code_is_three_digits(code: object) -> None:
    """A number, a text of another length and digits of another script are no code."""
    with pytest.raises(pydantic.ValidationError):
        Coded.model_validate({"code": code})


def test_text_falls_back_to_finnish() -> None:
    """Our own words are in Finnish where a language lacks them."""
    text = LocalText(fi="kunta", sv="kommun")
    assert [text.get(language) for language in ("fi", "sv", "en")] == ["kunta", "kommun", "kunta"]


@given(DAYS)
def test_day_is_read_from_iso_text(day: date) -> None:
    """Every day of the calendar is read as itself."""
    assert Dated.model_validate({"day": day.isoformat()}).day == day


@pytest.mark.parametrize("day", ["2024-02-30", "20240101", "2024-W01-1", "2024-1-1", "1.1.2024"])
def test_other_forms_of_a_day_are_refused(day: str) -> None:
    """Only the one form that the schema shows is a day."""
    with pytest.raises(pydantic.ValidationError, match="bad_date"):
        Dated.model_validate({"day": day})


@pytest.mark.parametrize("day", [2024, True, ["2024-01-01"]])
def test_day_of_another_type_is_a_wrong_type(day: object) -> None:
    """What is no text is refused by its type."""
    with pytest.raises(pydantic.ValidationError, match="date_type"):
        Dated.model_validate({"day": day})


@pytest.mark.parametrize(
    ("given_moment", "kept"),
    [(2024, "2024"), ("1917", "1917"), ("2024-05", "2024-05"), ("2024-02-29", "2024-02-29")],
)
def test_moment_is_a_year_a_month_or_a_day(given_moment: object, kept: str) -> None:
    """A whole number is a year; the rest stays as it was written."""
    assert Dated.model_validate({"moment": given_moment}).moment == kept


@pytest.mark.parametrize("moment", ["2024-13", "2023-02-29", "2024-5", "0000", 24, -2024, "syksy"])
def test_moment_outside_the_calendar_is_refused(moment: object) -> None:
    """A month or a day that does not exist is no moment."""
    with pytest.raises(pydantic.ValidationError, match="bad_date"):
        Dated.model_validate({"moment": moment})


@pytest.mark.parametrize("moment", [True, 2024.0, ["2024"]])
def test_moment_of_another_type_is_a_wrong_type(moment: object) -> None:
    """True is not the year 1, and a fraction is no year."""
    with pytest.raises(pydantic.ValidationError, match="string_type"):
        Dated.model_validate({"moment": moment})


@given(DAYS)
def test_first_and_last_day_of_a_moment(day: date) -> None:
    """A day covers itself; its month and its year begin before it and end after it."""
    year, month, full = f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()
    assert first_day(full) == last_day(full) == day
    assert first_day(month) == day.replace(day=1)
    assert first_day(year) == day.replace(month=1, day=1)
    assert last_day(year) == day.replace(month=12, day=31)
    after = last_day(month) + timedelta(days=1)
    assert last_day(month).month == day.month
    assert after.day == 1


@given(DAYS, DAYS)
def test_period_ends_when_its_last_day_has_passed(one: date, other: date) -> None:
    """The last day belongs to the period."""
    start, end = sorted([one, other])
    period = Period(start=start.isoformat(), end=end.isoformat())
    assert (period.first, period.last) == (start, end)
    assert not period.ended(end)
    assert period.ended(end + timedelta(days=1))


@given(DAYS, DAYS)
def test_period_does_not_end_before_it_begins(one: date, other: date) -> None:
    """An end before the start is refused, an end on the same day is not."""
    values = {"start": one.isoformat(), "end": other.isoformat()}
    if other < one:
        with pytest.raises(pydantic.ValidationError, match="period_order"):
            Period.model_validate(values)
    else:
        assert Period.model_validate(values).last == other


def test_period_ends_by_the_end_of_its_last_moment() -> None:
    """A year that is the last one lasts to its last day, though it began after the month did."""
    assert Period(start="2024-06", end="2024").last == date(2024, 12, 31)


def test_period_without_an_end_goes_on() -> None:
    """Nothing is known of an end, so it has not ended."""
    period = Period(start="1999")
    assert period.last is None
    assert not period.ended(date(2100, 1, 1))
