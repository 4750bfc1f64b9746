"""How much a slide holds: lines counted by hand."""

from __future__ import annotations

import pytest

from components.exports.handout.records import Quote, Table, Voice
from components.exports.slides.capacity import (
    column_shares,
    columns_beside,
    fitting,
    fitting_rows,
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


def test_a_word_that_would_be_broken_leaves_fewer_columns() -> None:
    """Twenty signs fit into one of four columns, twenty-one do not; a hyphen helps."""

    def beside(quote: Quote) -> int:
        return columns_beside([Voice("a", "Aa", 0, "2025", quotes=(quote,))] * 4)

    assert beside(Quote("a" * 20, 1)) == 4
    assert beside(Quote("a" * 21, 1)) == 3
    assert beside(Quote("a" * 19 + "-" + "a" * 19, 1)) == 4
    assert beside(Quote("lyhyt", 1, lead="a" * 21)) == 3


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


def test_as_much_is_taken_as_fits() -> None:
    """Lines of 1.4 each: three into 4.5; of a table always one row."""
    assert fitting("abcd", 4.5) == ("a", "b", "c")
    assert fitting("abcd", 1) == ()
    table = Table("t", ("A", "B"), (("1", "2"), ("3", "4")))
    assert fitting_rows(table, 0) == (("1", "2"),)
    assert fitting_rows(table, 4) == table.rows


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
