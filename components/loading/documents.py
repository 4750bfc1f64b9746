"""Reads a YAML file into plain values and into records, reporting every fault at its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import pydantic
from yaml import MappingNode

from components.loading.faults import describe, is_echo, location_of
from components.loading.files import START, read_text
from components.loading.nodes import Location, Places, compose, construct, place_of
from components.loading.problems import Report
from components.model import Record

RecordT = TypeVar("RecordT", bound=Record)
NOTHING: Mapping[str, Record] = MappingProxyType({})


@dataclass(frozen=True)
class Document:
    """A YAML file: its plain values for records and rules, and the places of them."""

    file: str
    places: Places
    data: dict[str, Any]
    report: Report
    faulty: set[Location] = field(default_factory=set)

    def report_at(
        self, location: Location, code: str, facts: Mapping[str, str | Location]
    ) -> None:
        """Report a problem at the place that a location names; facts may be places too.

        A value that is faulty in itself is not reported again for what it names.
        """
        if location in self.faulty:
            return
        self.faulty.add(location)
        said = {
            key: fact if isinstance(fact, str) else f"{self.file}:{self.places.of(fact)[0]}"
            for key, fact in facts.items()
        }
        self.report(self.places.of(location), code, said)


def read_document(path: Path, report: Report) -> Document | None:
    """The document of a file; None when it is not a mapping of YAML."""
    text = read_text(path, report)
    if text is None:
        return None
    if not text.strip():
        report(START, "empty", {})
        return None
    root = compose(text, report)
    if root is None:
        return None
    if not isinstance(root, MappingNode):
        report(place_of(root), "not-a-mapping", {})
        return None
    file = f"{path.parent.name}/{path.name}"
    return Document(file, Places(root), construct(root, report), report)


def read_record(
    document: Document | None, record: type[RecordT], joined: Mapping[str, Record] = NOTHING
) -> RecordT | None:
    """The record that a document holds; None, with every fault reported, when it does not.

    `joined` are fields from another file, by the id of the group of keys that they belong to.
    """
    if document is None:
        return None
    try:
        return record.model_validate(_with_tuples(document.data, joined))
    except pydantic.ValidationError as error:
        for fault in error.errors(include_url=False):
            if is_echo(fault):
                continue
            code, facts = describe(fault, record)
            document.report_at(location_of(fault), code, facts)
        return None


def _with_tuples(value: Any, joined: Mapping[str, Record]) -> Any:  # noqa: ANN401 - any plain value
    """The same values with tuples for lists, as the frozen records want them."""
    if isinstance(value, list):
        return tuple(_with_tuples(item, joined) for item in value)
    if isinstance(value, dict):
        filled = {key: _with_tuples(item, joined) for key, item in value.items()}
        name = value.get("id")
        return filled | dict(joined[name]) if isinstance(name, str) and name in joined else filled
    return value
