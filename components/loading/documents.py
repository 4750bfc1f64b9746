"""Reads a YAML file into plain values and into records, reporting every fault at its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pydantic
from yaml import MappingNode, Node

from components.loading.faults import describe
from components.loading.files import START, read_text
from components.loading.nodes import Location, compose, construct, locate, place_of
from components.loading.problems import Report
from components.model import Record

RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True)
class Document:
    """A YAML file: its nodes for places, its plain values for records and rules."""

    root: Node
    data: dict[str, Any]
    report: Report

    def report_at(self, location: Location, code: str, facts: Mapping[str, str]) -> None:
        """Report a problem at the place that a location names."""
        self.report(locate(self.root, location), code, facts)


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
    return Document(root, construct(root, report), report)


def read_record(document: Document | None, record: type[RecordT]) -> RecordT | None:
    """The record that a document holds; None, with every fault reported, when it does not."""
    if document is None:
        return None
    try:
        return record.model_validate(_with_tuples(document.data))
    except pydantic.ValidationError as error:
        for fault in error.errors(include_url=False):
            code, facts = describe(fault, record)
            document.report_at(fault["loc"], code, facts)
        return None


def _with_tuples(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """The same values with tuples for lists, as the frozen records want them."""
    if isinstance(value, list):
        return tuple(_with_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _with_tuples(item) for key, item in value.items()}
    return value
