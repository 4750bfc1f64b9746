"""Turns pydantic's errors into problems: code, what was found, what was expected, a guess."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

import pydantic
from pydantic_core import ErrorDetails

from components.loading.nodes import Location
from components.loading.words import guess, shown
from components.model.base import (
    CODE_PATTERN,
    CRITERION_PATTERN,
    ID_PATTERN,
    MAILBOX_PATTERN,
    Record,
)

CODE_OF_TYPE = {
    "bad_date": "bad-date",
    "bool_type": "wrong-type",
    "date_type": "wrong-type",
    "decimal_parsing": "csv-number",
    "dict_type": "wrong-type",
    "extra_forbidden": "unknown-key",
    "finite_number": "csv-number",
    "goal_unnamed": "unnamed-goal",
    "greater_than_equal": "out-of-range",
    "int_parsing": "csv-number",
    "int_parsing_size": "csv-number",
    "int_type": "wrong-type",
    "less_than_equal": "out-of-range",
    "literal_error": "wrong-value",
    "missing": "missing-key",
    "model_type": "wrong-type",
    "number_type": "wrong-type",
    "period_order": "period-order",
    "share_over_total": "share-over-total",
    "string_pattern_mismatch": "bad-form",
    "string_too_short": "bad-form",
    "string_type": "wrong-type",
    "too_short": "too-few",
    "target_form": "target-form",
    "target_order": "target-order",
    "tuple_type": "wrong-type",
}
EXPECTED = {
    "bool_type": "yes_no",
    "date_type": "day",
    "dict_type": "group",
    "int_type": "integer",
    "model_type": "group",
    "number_type": "number",
    "string_type": "text",
    "tuple_type": "list",
}
FORM_TYPES = {"string_pattern_mismatch", "string_too_short"}
FORMS = {
    ID_PATTERN: "id",
    CODE_PATTERN: "code",
    CRITERION_PATTERN: "criterion",
    MAILBOX_PATTERN: "mailbox",
}


def describe(fault: ErrorDetails, record: type[Record]) -> tuple[str, Mapping[str, str]]:
    """The code of a pydantic error and the facts that its sentence needs."""
    kind, location, context = fault["type"], location_of(fault), fault.get("ctx", {})
    values = {"key": shown(location[-1]) if location else "", "found": shown(fault["input"])}
    if kind in EXPECTED:
        values["expected"] = f"expected.{EXPECTED[kind]}"
        if kind == "string_type" and isinstance(fault["input"], int | float):
            values["hint"] = "hint.quotes"
    elif kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        values |= {"allowed": ", ".join(allowed), "guess": guess(values["found"], allowed)}
    elif kind == "extra_forbidden":
        known = known_keys(record, location[:-1])
        values |= {"allowed": ", ".join(known), "guess": guess(values["key"], known)}
    elif kind in FORM_TYPES:
        values["expected"] = f"expected.{_form(str(context.get('pattern', '')))}"
        if values["expected"] == "expected.code" and values["found"].isdigit():
            values["guess"] = values["found"].zfill(3)  # a spreadsheet drops zeros in front
    elif kind == "greater_than_equal":
        values["limit"] = f"≥ {context['ge']}"
    elif kind == "less_than_equal":
        values["limit"] = f"≤ {context['le']}"
    elif kind in {"period_order", "share_over_total", "target_order"}:
        values |= {key: str(value) for key, value in context.items()}
    return CODE_OF_TYPE[kind], values


def is_echo(fault: ErrorDetails) -> bool:
    """Whether a list is called too short only because its entries have faults of their own."""
    return fault["type"] == "too_short" and len(fault["input"]) > 0


def location_of(fault: ErrorDetails) -> Location:
    """Where the fault is; pydantic marks a key of free choice by a last step of its own."""
    location = fault["loc"]
    return location[:-1] if fault["type"] in FORM_TYPES and location[-1] == "[key]" else location


def _form(pattern: str) -> str:
    if "https" in pattern:
        return "url"
    if "._-" in pattern:
        return "file_name"
    return FORMS.get(pattern, "text" if pattern in {"", r"\S"} else "id")


def known_keys(record: type[Record], location: Location) -> list[str]:
    """The keys that the record at this location knows."""
    kind: type[Record] | None = record
    steps = iter(location)
    for step in steps:
        if kind is not None and isinstance(step, str) and step in kind.model_fields:
            annotation = kind.model_fields[step].annotation
            kind = record_in(annotation)
            if get_origin(annotation) is dict:
                next(steps, None)  # a key of free choice
    return [name for name in kind.model_fields if name not in kind.joined] if kind else []


def record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401 - any annotation
    """The record inside an annotation such as ``tuple[Goal, ...]``; None if it has none."""
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, pydantic.BaseModel):
            return kind  # type: ignore[return-value]
        inner = record_in(kind) if get_args(kind) and kind is not annotation else None
        if inner is not None:
            return inner
    return None
