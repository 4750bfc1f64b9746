"""How much a slide holds: lines counted by hand."""

from __future__ import annotations

import pytest

from components.exports.handout.records import Quote, Table
from components.exports.slides.capacity import (
    balanced,
    breaks_a_word,
    column_shares,
    filled,
    grouped,
    height,
    lines_of,
    room_below,
    row_height,
)


@pytest.mark.parametrize(
    ("text", "signs", "lines"),
    [
        ("", 5, 1),
        ("aaa bb", 6, 1),
        ("aaa bbb", 6, 2),
        ("aaaaaa", 6, 1),
        ("aaaaaaa", 6, 2),
        ("aa aaaaaaaaaaaaa", 6, 4),
        ("aaa-bbb", 6, 2),
        ("a b c d e f", 3, 3),
    ],
)
def test_lines_are_those_that_a_typewriter_would_set(text: str, signs: int, lines: int) -> None:
    """Words go to the next line where they do not fit; a longer one is broken."""
    assert lines_of(text, signs) == lines


def test_a_narrow_column_may_break_a_word() -> None:
    """Twenty signs fit into one of four columns, twenty-one do not; a hyphen helps."""
    assert not breaks_a_word(Quote("a" * 20, 1), 4)
    assert breaks_a_word(Quote("a" * 21, 1), 4)
    assert not breaks_a_word("a" * 19 + "-" + "a" * 19, 4)
    assert breaks_a_word(Quote("lyhyt", 1, lead="a" * 21), 4)


def test_all_that_belongs_to_a_quote_is_counted() -> None:
    """The name of a value and a translation take lines of their own."""
    plain = height(Quote("Sana.", 1), 2)
    assert height(Quote("Sana.", 1, lead="Rohkeus"), 2) == plain + 1
    assert height(Quote("Sana.", 1, translation="Word."), 2) == pytest.approx(plain + 0.9)
    assert height("Rivi.", 2) == pytest.approx(0.9 + 0.5)


def test_what_stands_beside_takes_room() -> None:
    """A long title, lines above and a question leave less; the longest title leaves some."""
    room = room_below("Lyhyt")
    assert room_below("Lyhyt", ["Yksi rivi."]) == pytest.approx(room - 1.4)
    assert room_below("Lyhyt", question="Mitä?") == room - 2.5
    assert room_below("sana " * 15) < room
    assert room_below("sana " * 900) == 4


def test_groups_are_even() -> None:
    """Eight by seven are four and four, not seven and a lonely one."""
    assert [len(group) for group in grouped(range(8), 7)] == [4, 4]
    assert list(grouped([], 7)) == []
    assert filled("abcde", [1, 1, 1, 1, 1], 4) == [["a", "b", "c"], ["d", "e"]]
    assert filled("ab", [9, 1], 4) == [["a"], ["b"]]
    assert filled([], [], 4) == []


def test_pages_are_cut_again_only_while_they_are_as_many() -> None:
    """The least room that makes no more pages is found, and never less than the least allowed."""
    tried: list[float] = []

    def cut(room: float) -> list[str]:
        tried.append(room)
        return ["x"] * (2 if room > 3 else 3)

    assert balanced(cut, 5, 4) == ["x", "x"]
    assert tried == [5, 4.5, 4]


def test_a_column_is_as_wide_as_it_must_be() -> None:
    """The shares make up the whole table; no word is broken where there is room."""
    table = Table("t", ("Kunta", "Strategia"), (("Kemijärvi", "pitkä nimi " * 9),))
    first, second = column_shares(table)
    assert first + second == pytest.approx(1)
    assert 9 / 110 < first < second
    assert column_shares(table, lambda text: 2.0 * len(text))[0] > first


def test_rows_grow_with_their_longest_cell() -> None:
    """A row is as high as its highest cell."""
    shares = (0.5, 0.5)
    assert row_height(("a", "b"), shares) < row_height(("a", "sana " * 30), shares)
