"""Reads YAML so that every value can be traced to its line and column.

One pass of the C parser gives nodes; `construct` turns them into plain Python values and
reports what YAML would lose in silence; `locate` finds the place of a value again.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode
from yaml.events import CollectionEndEvent, CollectionStartEvent

from components.loading.problems import Report

CORE_TAG = "tag:yaml.org,2002:"
CORE_NAMES = {"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value"}
CONSTANTS = {"null": None, "~": None, "": None, "true": True, "false": False}
MAX_DEPTH = 20

Location = tuple[str | int, ...]


def compose(text: str, report: Report) -> Node | None:
    """The root node of a document; None when there is none, with the reason reported."""
    try:
        deep = _place_too_deep(text)
        if deep is not None:
            report(deep, "too-deep", {"limit": str(MAX_DEPTH)})
            return None
        root = yaml.compose(text, CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        report(place, "syntax", {"found": error.problem or error.context or "?"})
        return None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        report(place, "syntax", {"found": error.reason})
        return None
    if root is None:
        report((1, 1), "empty", {})
    return root


def _place_too_deep(text: str) -> tuple[int, int] | None:
    """Where nesting passes the limit. The composer recurses in C: depth alone could crash it."""
    depth = 0
    for event in yaml.parse(text, CSafeLoader):
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return place_of(event)
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
    return None


def construct(root: Node, report: Report) -> Any:  # noqa: ANN401 - YAML holds any plain value
    """Plain values of a node: text, numbers, true/false, null, lists and mappings.

    No yes/no booleans, no dates, no sexagesimal numbers: they stay text.
    """
    return _Construction(report).value_of(root)


class _Construction:
    """One pass over the nodes of a document; a node met twice was an alias."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.seen: set[int] = set()

    def value_of(self, node: Node) -> Any:  # noqa: ANN401 - any plain value
        name = node.tag.removeprefix(CORE_TAG)
        if name not in CORE_NAMES:
            self.report(place_of(node), "tag", {"found": node.tag})
        if isinstance(node, ScalarNode):
            return _scalar(node)
        if id(node) in self.seen:
            self.report(place_of(node), "alias", {})
            return None
        self.seen.add(id(node))
        if isinstance(node, SequenceNode):
            return [self.value_of(item) for item in node.value]
        return self.mapping_of(node)

    def mapping_of(self, node: Node) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.report(place_of(key), "key-not-text", {})
            elif key.value == "<<" and not key.style:
                self.report(place_of(key), "merge-key", {})
            else:
                if key.value in values:
                    self.report(place_of(key), "duplicate-key", {"found": key.value})
                values[key.value] = self.value_of(value)
        return values


def _scalar(node: ScalarNode) -> str | float | bool | None:
    """The value of one scalar: quoted text is text, plain text may be a number or a word."""
    text, name = node.value, node.tag.removeprefix(CORE_TAG)
    if node.style or name not in {"int", "float", "null", "bool"}:
        return str(text)
    if text in CONSTANTS:
        return CONSTANTS[text]
    digits = text.lstrip("-")
    if digits.isdecimal() and (digits == "0" or not digits.startswith("0")):
        return int(text)
    if name == "float" and ":" not in text and digits[:1].isdecimal():
        return float(text.replace("_", ""))
    return str(text)


def place_of(part: Node | CollectionStartEvent) -> tuple[int, int]:
    """The 1-based line and column where a part of a document begins."""
    mark = part.start_mark
    if mark is None:  # only parts made by hand have no mark
        return 1, 1
    return mark.line + 1, mark.column + 1


def locate(root: Node, location: Location) -> tuple[int, int]:
    """The place of the deepest node that the location reaches.

    The last step points at its key, so that an unknown key is marked itself; a missing key
    points at the mapping that lacks it.
    """
    node, place = root, place_of(root)
    for number, step in enumerate(location, start=1):
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    place = place_of(key if number == len(location) else value)
                    node = value
                    break
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            place = place_of(node)
    return place
