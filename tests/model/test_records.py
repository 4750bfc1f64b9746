"""Rules that single records hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pydantic
import pytest

from components import model
from components.model import (
    Dossier,
    Goal,
    Library,
    Municipality,
    ProjectFunding,
    Record,
    Strategy,
)
from components.model.base import LocalText

RECORDS = [
    kind
    for name in model.__all__
    if isinstance(kind := getattr(model, name), type) and issubclass(kind, Record)
]
CITED = MappingProxyType({"source_title": "lähde", "licence": "CC0"})


def dossier(code: str, slug: str) -> Dossier:
    """A municipality with nothing decided."""
    who = Municipality(code=code, slug=slug, name=LocalText(fi=slug))
    return Dossier(municipality=who, sources=(), strategies=(Strategy(id="s", title="s"),))


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_frozen_strict_and_closed(kind: type[Record]) -> None:
    """No record loosens what they all promise."""
    assert kind.model_config.get("frozen")
    assert kind.model_config.get("strict")
    assert kind.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("kind", RECORDS)
def test_no_record_holds_a_list(kind: type[Record]) -> None:
    """A list inside a frozen record could still be changed; tuples stand for it."""
    assert not any("list[" in str(info.annotation) for info in kind.model_fields.values())


def test_goal_has_a_name_or_a_number() -> None:
    """A goal can be called by something."""
    assert Goal(id="a", number=1).name is None
    assert Goal(id="a", name="Arki").number is None
    with pytest.raises(pydantic.ValidationError, match="goal_unnamed"):
        Goal(id="a")


def test_dossier_knows_its_slug_and_code() -> None:
    """The municipality of a file is known by its slug and its code, which stays text."""
    mine = dossier("047", "enontekio")
    assert (mine.slug, mine.code) == ("enontekio", "047")


def test_library_finds_a_slug_by_code() -> None:
    """Rows of the tables name municipalities by code, addresses by slug."""
    library = Library({"b": dossier("240", "b"), "a": dossier("047", "a")})
    assert library.slug_of_code == {"240": "b", "047": "a"}


def test_funding_does_not_end_before_it_begins() -> None:
    """The dates of a register are in order, and one alone is in order by itself."""
    row = {"municipality_code": "998", "project": "p", **CITED}
    assert ProjectFunding.model_validate(row | {"end": "2020-01-01"}).start is None
    assert ProjectFunding.model_validate(row | {"start": "2020-01-01"}).end is None
    with pytest.raises(pydantic.ValidationError, match="period_order"):
        ProjectFunding.model_validate(row | {"start": "2020-02-01", "end": "2020-01-31"})


def test_values_of_rows_keep_their_decimals() -> None:
    """Money and measures are decimal numbers, never binary fractions."""
    row = {"municipality_code": "998", "project": "p", "share_eur": "4979.2", **CITED}
    assert ProjectFunding.model_validate(row, strict=False).share_eur == Decimal("4979.2")


def test_days_are_days() -> None:
    """A date of a decision is a day of the calendar, not text."""
    decision = model.Decision.model_validate(
        {"id": "d", "body": "kv", "date": "2023-12-04", "what": "approved", "title": "t"}
    )
    assert decision.date == date(2023, 12, 4)


def test_translation_is_of_its_language_or_none() -> None:
    """There is no translation into Finnish, and none where it is missing."""
    translation = model.Translation(sv="Skogen")
    assert (translation.get("sv"), translation.get("en"), translation.get("fi")) == (
        "Skogen",
        None,
        None,
    )
