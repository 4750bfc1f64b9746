"""YAML by nodes: plain values, nothing lost in silence, and every value at its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml import CSafeLoader

from components.loading.nodes import Location, Places, compose, construct, place_of
from tests.loading.roots import Told

WORDS = st.text("aåäö😀 :#-'\"\\", max_size=6)
KEYS = st.text("abcåäö😀-1", min_size=1, max_size=4)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | WORDS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(KEYS, inside, max_size=4),
    max_leaves=20,
)
ROOTS = st.dictionaries(KEYS, TREES, min_size=1, max_size=4)


def read(text: str) -> tuple[Any, Told]:
    """The plain values of a text and what was told of it."""
    told = Told()
    root = compose(text, told.report)
    return (None if root is None else construct(root, told.report)), told


def value_of(text: str) -> object:
    """The value of a sound text that has one key."""
    values, told = read(f"key: {text}\n")
    assert told.codes == []
    return values["key"]


class Writing:
    """Writes a tree as YAML, with lines broken at random, and keeps where everything stands."""

    def __init__(self, breaks: st.DataObject) -> None:
        """Begin at the first line; the breaks are drawn as the writing goes."""
        self._breaks = breaks
        self._parts: list[str] = []
        self.places: dict[Location, tuple[int, int]] = {}

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._parts)

    def write(self, value: object, location: Location = ()) -> None:
        """Write a value; an item of a list stands at its first sign, others at their key."""
        if location and isinstance(location[-1], int):
            self._keep(location)
        if isinstance(value, dict):
            self._sign("{")
            for key, inside in value.items():
                self._keep((*location, key))
                self._parts.append(json.dumps(key, ensure_ascii=False) + ": ")
                self.write(inside, (*location, key))
                self._sign(",")
            self._parts.append("}")
        elif isinstance(value, list):
            self._sign("[")
            for number, inside in enumerate(value):
                self.write(inside, (*location, number))
                self._sign(",")
            self._parts.append("]")
        else:
            self._parts.append(json.dumps(value, ensure_ascii=False))

    def _keep(self, location: Location) -> None:
        lines = self.text.split("\n")
        self.places[location] = (len(lines), len(lines[-1]) + 1)

    def _sign(self, sign: str) -> None:
        self._parts.append(sign + self._breaks.draw(st.sampled_from(["", " ", "\n", "\n\n  "])))


@given(ROOTS, st.booleans())
def test_what_is_written_is_read_again(tree: dict[str, object], flow: bool) -> None:  # noqa: FBT001
    """Any tree comes back as it was, whatever words of it YAML has to quote."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, width=20)
    assert read(text)[0] == tree


@given(ROOTS, st.data())
def test_every_value_is_found_where_it_stands(
    tree: dict[str, object], data: st.DataObject
) -> None:
    """Columns count signs, not bytes, and every value of any tree is found exactly."""
    writing = Writing(data)
    writing.write(tree)
    root = yaml.compose(writing.text, CSafeLoader)
    assert root is not None
    assert construct(root, Told().report) == tree
    places = Places(root)
    assert {where: places.of(where) for where in writing.places} == writing.places


TREE = "a:\n  b: {c: 1, d: [x, {e: y}]}\n  ä: z\n"


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ((), (1, 1)),
        (("a",), (1, 1)),
        (("a", "b"), (2, 3)),
        (("a", "b", "c"), (2, 7)),
        (("a", "b", "d", 0), (2, 17)),
        (("a", "b", "d", 1, "e"), (2, 21)),
        (("a", "b", "d", 1, "missing"), (2, 20)),
        (("a", "missing"), (2, 3)),
        (("a", "missing", "b"), (2, 3)),
        (("a", "ä", "deeper"), (3, 6)),
        (("a", "b", "d", "word"), (2, 16)),
    ],
)
def test_place_of_a_location(location: Location, place: tuple[int, int]) -> None:
    """A key is marked itself; what is not there is marked by the group that lacks it."""
    root = yaml.compose(TREE, CSafeLoader)
    assert root is not None
    assert Places(root).of(location) == place


def test_last_of_repeated_keys_is_found() -> None:
    """The value that counts is the last one, so its faults are shown there."""
    values, told = read("a: 1\nb: 2\na: 3\n")
    root = yaml.compose("a: 1\nb: 2\na: 3\n", CSafeLoader)
    assert root is not None
    assert values == {"a": 3, "b": 2}
    assert told.codes == [(3, 1, "duplicate-key")]
    assert Places(root).of(("a",)) == (3, 1)


def test_keys_that_are_no_words_are_passed_over() -> None:
    """A list as a key is reported and hides none of the others."""
    values, told = read("[a, b]: 1\nc: 2\n")
    root = yaml.compose("[a, b]: 1\nc: 2\n", CSafeLoader)
    assert root is not None
    assert values == {"c": 2}
    assert told.codes == [(1, 1, "key-not-text")]
    assert Places(root).of(("c",)) == (2, 1)


def test_part_without_a_mark_is_at_the_start() -> None:
    """A node made by hand has no place of its own."""
    assert place_of(yaml.ScalarNode("tag:yaml.org,2002:str", "a")) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "off",
        "y",
        "Yes",
        "TRUE",
        "Null",
        "12:30",
        "190:20:30.5",
        "010",
        "08",
        "0x1F",
        "0o7",
        "1_000",
        "1_000.5",
        "+5",
        ".5",
        ".inf",
        "-.inf",
        ".nan",
        "1e5",
        "2024-05-13",
        "2024-05-13T12:00:00Z",
        "2024-05",
        "=",
        "047",
        "1234567890123456789",
        "1.5e+999",
        "--5",
    ],
)
def test_words_stay_text(text: str) -> None:
    """What other readers of YAML turn into something else stays as it was written."""
    assert value_of(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("-5", -5),
        ("0", 0),
        ("123456789012345678", 123456789012345678),
        ("1.50", 1.5),
        ("-0.25", -0.25),
        ("2.", 2.0),
        ("1.5e+3", 1500.0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"5"', "5"),
        ("'true'", "true"),
        ("!!str 5", "5"),
        ("!!str", ""),
        ('"null"', "null"),
        ("[1, a]", [1, "a"]),
        ("{a: 1}", {"a": 1}),
    ],
)
def test_plain_values(text: str, value: object) -> None:
    """Plain numbers, true, false and nothing are read; quoted words are always text."""
    found = value_of(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["!!float 1abc", "!!int --5", "!!bool vai", "!!null jotain"])
def test_false_type_marks_raise_nothing(text: str) -> None:
    """A mark that does not fit its words leaves them text."""
    assert value_of(text) == text.partition(" ")[2]


def test_number_of_any_length_raises_nothing() -> None:
    """Python refuses to read integers of more than 4,300 digits; here they stay text."""
    assert value_of("9" * 5000) == "9" * 5000


@pytest.mark.parametrize("text", ["!oma 1", "!!binary aGVp", "!!python/object:os.system x"])
def test_type_marks_of_others_are_refused(text: str) -> None:
    """No mark makes an object; the place is that of the value."""
    _, told = read(f"key: {text}\n")
    assert told.codes == [(1, 6, "tag")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: &x 1\nb: *x\n", [(2, 4, "alias")]),
        ("a: &x [1]\nb: [*x, *x]\n", [(2, 5, "alias"), (2, 9, "alias")]),
        ("a: &x k\n*x : 1\n", [(2, 1, "alias")]),
        ("a: &x [*x]\n", [(1, 8, "alias")]),
        ("a: *nowhere\n", [(1, 4, "alias")]),
        ("a: &x {b: 1}\nc: {<<: *x}\n", [(2, 5, "merge-key")]),
        ("c: {<<: {b: 1}, b: 2}\n", [(1, 5, "merge-key")]),
        ("c: {'<<': 1}\n", []),
        ("a: &unused 1\n", []),
    ],
)
def test_aliases_and_merges_are_refused(text: str, codes: list[tuple[int, int, str]]) -> None:
    """Each is reported where it stands, not where the value it names stands."""
    assert read(text)[1].codes == codes


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: " + "[" * 100_000, (1, 23)),
        ("- " * 100_000, (1, 41)),
        ("a: " + "[" * 100_000 + "]" * 100_000, (1, 23)),
        ("{a: " * 100_000, (1, 81)),
    ],
    ids=["flow", "block", "closed", "mappings"],
)
def test_depth_is_limited(text: str, place: tuple[int, int]) -> None:
    """Twenty levels are enough, and a hundred thousand do not crash the parser."""
    values, told = read(text)
    assert values is None
    assert told.codes == [(*place, "too-deep")]


def test_twenty_levels_are_not_too_deep() -> None:
    """The limit itself is allowed."""
    assert read("[" * 20 + "]" * 20)[1].codes == []
    assert read("[" * 21 + "]" * 21)[1].codes == [(1, 21, "too-deep")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [1, 2\n", (1, 9)),
        ("a: [", (1, 5)),
        ("a: 1\n b: 2\n", (2, 3)),
        ("ä: 'ö\n\n", (2, 1)),
        ("a: b: c\n", (1, 5)),
        ("a: 1\n---\nb: 2\n", (2, 1)),
        ("ää: öö\nåå: ö\x07\n", (2, 6)),
        ("a: \x00\n", (1, 4)),
        ('a: "\\ud800"\n', (1, 7)),
        ("%YAML 9.9\n---\na: 1\n", (1, 1)),
    ],
)
def test_syntax_errors_have_a_place(text: str, place: tuple[int, int]) -> None:
    """The parser's own words are kept, at the sign where it stopped."""
    values, told = read(text)
    assert values is None
    assert told.codes == [(*place, "syntax")]
    assert told.problems[0].values["found"]


def test_comment_alone_is_empty() -> None:
    """A file of comments holds nothing."""
    assert read("# hei\n")[1].codes == [(1, 1, "empty")]


def test_lines_may_end_in_any_way() -> None:
    """Windows' line ends move no line and no column."""
    text = "a: 1\r\nb:\r\n  c: x\r\n"
    root = yaml.compose(text, CSafeLoader)
    assert root is not None
    assert read(text)[0] == {"a": 1, "b": {"c": "x"}}
    assert Places(root).of(("b", "c")) == (3, 3)


@given(st.text("a:-[]{}&*!|>'\"%@`#,?\n\t \x00\x85\u2028ä<"))
def test_nothing_is_raised(text: str) -> None:
    """Any text is read or reported, and every place named is inside it."""
    _, told = read(text)
    lines = text.splitlines() or [""]
    for problem in told.problems:
        assert problem.line <= len(lines)
