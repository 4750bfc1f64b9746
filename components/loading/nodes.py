"""Reads YAML so that every value can be traced to its line and column.

One pass of the C parser gives nodes; `construct` turns them into plain Python values and
reports what YAML would lose in silence; `Places` finds the place of a value again.
"""

from __future__ import annotations

import math
import re
from typing import Any

import yaml
from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    ScalarEvent,
)

from components.loading.files import HIDDEN, code_of
from components.loading.problems import Report
from components.loading.words import shown

CORE_TAG = "tag:yaml.org,2002:"
CORE_NAMES = {"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value"}
CONSTANTS = {"null": None, "~": None, "": None, "true": True, "false": False}
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
FRACTION = re.compile(r"-?[0-9]+\.[0-9]*([eE][-+][0-9]+)?")
MAX_DEPTH = 20

Location = tuple[str | int, ...]


def compose(text: str, report: Report) -> Node | None:
    """The root node of a document; None when there is none, with the reason reported."""
    try:
        if not _is_allowed(text, report):
            return None
        root = yaml.compose(text, CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        report(_inside(text, place), "syntax", {"found": error.problem or error.context or "?"})
        return None
    except yaml.reader.ReaderError as error:
        read = text.encode()[: error.position]  # the C parser counts bytes
        before = read.decode(errors="ignore")
        place = (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        report(place, "syntax", {"found": error.reason})
        return None
    if root is None:
        report((1, 1), "empty", {})
    return root


def _inside(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The place itself, or the end of the last line when the parser stopped after it."""
    lines = text.splitlines()
    return place if place[0] <= len(lines) else (len(lines), len(lines[-1]) + 1)


def _is_allowed(text: str, report: Report) -> bool:
    """Whether a text is neither too deep nor has aliases; each alias is reported.

    The composer recurses in C, so that depth alone could crash it; aliases can multiply.
    """
    depth, aliases = 0, 0
    before: Event | None = None
    for event in yaml.parse(text, CSafeLoader):
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                report(place_of(event), "too-deep", {"limit": str(MAX_DEPTH)})
                return False
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        elif isinstance(event, AliasEvent):
            aliases += 1
            if isinstance(before, ScalarEvent) and _is_merge(before):
                report(place_of(before), "merge-key", {})
            else:
                report(place_of(event), "alias", {})
        before = event
    return not aliases


def _is_merge(key: ScalarEvent | ScalarNode) -> bool:
    return bool(key.value == "<<" and not key.style)


def construct(root: Node, report: Report) -> Any:  # noqa: ANN401 - YAML holds any plain value
    """Plain values of a node: text, numbers, true/false, null, lists and mappings.

    No yes/no booleans, no dates, no sexagesimal numbers: they stay text.
    """
    return _Construction(report).value_of(root)


class _Construction:
    """One pass over the nodes of a document, in which each stands once."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def value_of(self, node: Node) -> Any:  # noqa: ANN401 - any plain value
        name = node.tag.removeprefix(CORE_TAG)
        if name not in CORE_NAMES:
            self.report(place_of(node), "tag", {"found": shown(node.tag)})
        if isinstance(node, ScalarNode):
            if sign := HIDDEN.search(node.value):  # written as an escape: "\\0"
                self.report(place_of(node), "hidden-sign", {"found": code_of(sign[0])})
            return _scalar(node)
        if isinstance(node, SequenceNode):
            return [self.value_of(item) for item in node.value]
        return self.mapping_of(node)

    def mapping_of(self, node: Node) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.report(place_of(key), "key-not-text", {})
            elif _is_merge(key):
                self.report(place_of(key), "merge-key", {})
            else:
                if key.value in values:
                    self.report(place_of(key), "duplicate-key", {"found": shown(key.value)})
                values[key.value] = self.value_of(value)
        return values


def _scalar(node: ScalarNode) -> str | float | bool | None:
    """The value of one scalar: quoted text is text, plain text may be a number or a word."""
    text, name = node.value, node.tag.removeprefix(CORE_TAG)
    if node.style or name not in {"int", "float", "null", "bool"}:
        return str(text)
    if text in CONSTANTS:
        return CONSTANTS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    if name == "float" and FRACTION.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return str(text)


def place_of(part: Node | Event) -> tuple[int, int]:
    """The 1-based line and column where a part of a document begins."""
    mark = part.start_mark
    if mark is None:  # only parts made by hand have no mark
        return 1, 1
    return mark.line + 1, mark.column + 1


class Places:
    """Finds where the values of a document stand."""

    def __init__(self, root: Node) -> None:
        """Take the root node; the keys of a mapping are gone through once, when first asked."""
        self._root = root
        self._keys: dict[int, dict[str, tuple[Node, Node]]] = {}

    def of(self, location: Location) -> tuple[int, int]:
        """The line and column of the deepest node that the location reaches.

        The last step points at its key, so that an unknown key is marked itself; a missing key
        points at the mapping that lacks it. Of a repeated key the last one counts.
        """
        node, place = self._root, place_of(self._root)
        for number, step in enumerate(location, start=1):
            if isinstance(node, MappingNode) and str(step) in (keys := self._keys_of(node)):
                key, node = keys[str(step)]
                place = place_of(key if number == len(location) else node)
            elif isinstance(node, SequenceNode) and isinstance(step, int):
                node = node.value[step]
                place = place_of(node)
            else:
                break
        return place

    def _keys_of(self, node: MappingNode) -> dict[str, tuple[Node, Node]]:
        if id(node) not in self._keys:
            self._keys[id(node)] = {
                key.value: (key, value) for key, value in node.value if isinstance(key, ScalarNode)
            }
        return self._keys[id(node)]
