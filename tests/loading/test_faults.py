"""What pydantic refuses, as problems: every kind of error has a code and its facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pydantic
import pytest

from components.i18n import LANGUAGES, catalogue
from components.loading import CODES, Problem
from components.loading.faults import CODE_OF_TYPE, describe, known_keys, location_of, record_in
from components.model import (
    Concept,
    Datasets,
    Dossier,
    Goal,
    Indicator,
    Indicators,
    Observation,
    Outcome,
    ProjectFunding,
    Record,
    RegionMunicipality,
    RegionRange,
    Row,
    TextsFile,
    Theme,
    Themes,
)

TABLES: tuple[type[Row], ...] = (
    Observation,
    Outcome,
    ProjectFunding,
    RegionMunicipality,
    RegionRange,
)
DOCUMENTS: tuple[type[Record], ...] = (Dossier, TextsFile, Datasets, Themes, Indicators)
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    9999,
    10**17,
    1.5,
    "",
    " ",
    "x",
    "Ä ö",
    "2024-02-30",
    "2024-01-01",
    (),
    ("x",),
    (None,),
    {},
    {"x": 1},
    {"Ä": {}},
    {"start": "2025", "end": "2024"},
    ({"start": 5},),
)
ODD_CELLS = ("", " ", "x", "Ä", "-1", "1.5", "9" * 5000, "NaN", "Infinity", "1e9", "2024-13")
"""Infinity, numbers of any length and months that do not exist: all a table may hold."""


def records(record: type[Record], found: dict[str, type[Record]]) -> dict[str, type[Record]]:
    """The record and all those inside it."""
    if record.__name__ not in found:
        found[record.__name__] = record
        for info in record.model_fields.values():
            inner = record_in(info.annotation)
            if inner:
                records(inner, found)
    return found


EVERY = {name: kind for document in DOCUMENTS for name, kind in records(document, {}).items()}


def faults_of(record: type[Record], *, strict: bool) -> Iterator[Any]:
    """What is refused when each field in turn holds each odd value."""
    for odd in ODD if strict else ODD_CELLS:
        for field, info in record.model_fields.items():
            values: dict[str, Any] = {field: odd, "unknown": odd}
            if get_origin(info.annotation) is tuple and isinstance(odd, dict):
                values[field] = (odd,)
            try:
                record.model_validate(values, strict=strict)
            except pydantic.ValidationError as error:
                yield from error.errors(include_url=False)
    try:
        record.model_validate("text", strict=True)
    except pydantic.ValidationError as error:
        yield from error.errors(include_url=False)


ROW = {"municipality_code": "998", "project": "x", "source_title": "x", "licence": "x"}
MEASURE = {"id": "m", "indicator": "x", "basis": "adopted", "baseline": {"date": 2020, "value": 1}}
WHOLE: tuple[tuple[type[Record], dict[str, Any], bool], ...] = (
    (Goal, {"id": "a"}, True),
    (ProjectFunding, ROW | {"start": "2025", "end": "2024"}, False),
    (ProjectFunding, ROW | {"share_eur": "2", "total_eur": "1"}, False),
    (Indicator, MEASURE | {"targets": ({"date": 2030},)}, True),
    (Indicator, MEASURE | {"targets": ({"date": 2019, "value": 2},)}, True),
    (Dossier, {"strategies": ()}, True),
)
"""Values that are refused only together, or only when nothing else is wrong."""


def every_fault() -> Iterator[tuple[type[Record], Any]]:
    """All that any record can be found to refuse."""
    for kind in EVERY.values():
        for fault in faults_of(kind, strict=True):
            yield kind, fault
    for table in TABLES:
        for fault in faults_of(table, strict=False):
            yield table, fault
    for kind, values, strict in WHOLE:
        with pytest.raises(pydantic.ValidationError) as caught:
            kind.model_validate(values, strict=strict)
        for fault in caught.value.errors():
            yield kind, fault


def test_every_error_of_the_models_is_described_in_every_language() -> None:
    """No input makes a check fail: each kind of error has its code, and its sentence is whole."""
    for record, fault in every_fault():
        code, facts = describe(fault, record)
        assert code in CODES
        assert all(isinstance(fact, str) for fact in facts.values())
        for language in LANGUAGES:
            assert catalogue(language).problem(Problem("f", 1, 1, code, facts))


def test_no_kind_of_error_is_listed_in_vain() -> None:
    """The table of codes holds what the models can raise and nothing else."""
    raised = {fault["type"] for _, fault in every_fault()}
    assert set(CODE_OF_TYPE) == raised


def test_every_schema_rule_has_a_kind_of_error() -> None:
    """A record with a rule of a new sort (a length, a multiple) would raise an unknown error."""
    known = {"strict", "pattern", "min_length", "ge", "le"}
    used = set()
    for record in [*EVERY.values(), *TABLES]:
        for info in record.model_fields.values():
            for mark in _marks(info.annotation, info.metadata):
                used |= {
                    name
                    for name in ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length")
                    if getattr(mark, name, None) is not None
                }
                used |= {"pattern"} & set(dir(mark)) if getattr(mark, "pattern", None) else set()
    assert used <= known


def _marks(annotation: Any, marks: list[Any]) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    yield from marks
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner, [])


def fault_of(record: type[Record], values: dict[str, Any]) -> Any:  # noqa: ANN401 - of pydantic
    """The one thing that is refused."""
    with pytest.raises(pydantic.ValidationError) as caught:
        record.model_validate(values)
    assert caught.value.error_count() == 1
    return caught.value.errors()[0]


LAW = {"kuntalaki_37": ()}
THEME = {"names": {"fi": "x"}, "basis": (), "kuntalaki_37": (), "concepts": {}}


@pytest.mark.parametrize(
    ("values", "code", "facts"),
    [
        ({"name": 240}, "wrong-type", {"expected": "expected.text", "hint": "hint.quotes"}),
        ({"name": True}, "wrong-type", {"found": "true", "hint": "hint.quotes"}),
        ({"name": ()}, "wrong-type", {"found": "@found.list", "expected": "expected.text"}),
        ({"number": "1"}, "wrong-type", {"expected": "expected.integer", "found": "1"}),
        ({"number": 0}, "out-of-range", {"found": "0", "limit": "≥ 1"}),
        ({"themes": "x"}, "wrong-type", {"expected": "expected.list"}),
        ({"themes": ("Ä",)}, "bad-form", {"expected": "expected.id", "key": "0"}),
        ({"statement": ()}, "unknown-key", {"key": "statement", "guess": "statements"}),
        ({"quote": " "}, "bad-form", {"expected": "expected.text", "found": "@found.nothing"}),
    ],
    ids=str,
)
def test_facts_of_a_fault(values: dict[str, Any], code: str, facts: dict[str, str]) -> None:
    """A problem says what was found and what was expected, and how to mend it."""
    found, told = describe(fault_of(Goal, {"id": "a", "name": "b"} | values), Goal)
    assert found == code
    assert facts.items() <= told.items()
    assert ("hint" in told) == ("hint" in facts)


def test_wrong_word_is_told_with_those_allowed() -> None:
    """All allowed words are named, and the nearest one."""
    values = {"municipality_code": "998", "project": "x", "source_title": "x", "licence": "x"}
    _, told = describe(fault_of(Outcome, values | {"state": "endde"}), Outcome)
    assert told["allowed"] == "planned, in_progress, ended, done, dropped, unknown"
    assert told["guess"] == "ended"


def test_key_of_free_choice_is_shown_itself() -> None:
    """A bad id of a theme is at its key, not at what stands below it."""
    fault = fault_of(Themes, LAW | {"themes": {"Ä": THEME}})
    assert location_of(fault) == ("themes", "Ä")
    assert describe(fault, Themes)[1]["key"] == "Ä"


@pytest.mark.parametrize(
    ("location", "record"),
    [
        ((), Themes),
        (("themes", "ilmasto"), Theme),
        (("themes", "names"), Theme),
        (("themes", "names", "concepts", "fi"), Concept),
        (("kuntalaki_37", 0), EVERY["LawTopic"]),
        (("themes",), Theme),
    ],
)
def test_keys_known_at_a_place(location: tuple[str | int, ...], record: type[Record]) -> None:
    """Ids that look like keys do not lead astray."""
    assert known_keys(Themes, location) == list(record.model_fields)


def test_keys_known_where_no_record_is() -> None:
    """A field without a record inside knows no keys."""
    assert known_keys(Goal, ("name",)) == []


def test_record_is_found_inside_any_annotation() -> None:
    """Lists, groups by id and fields that may be left out all hold records."""
    assert record_in(tuple[Goal, ...] | None) is Goal
    assert record_in(dict[str, Goal]) is Goal
    assert record_in(Goal | None) is Goal
    assert record_in(tuple[str, ...] | None) is None
