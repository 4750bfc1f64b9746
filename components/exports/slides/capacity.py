"""How much a slide holds, counted in lines of 20-point type."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from components.exports.handout.records import Quote, SourceLine, Table, Voice

LINES, NAMES = 14.5, 1.5
"""Lines below the heading of a slide, and what the names of the columns take of them."""
MOST_COLUMNS, MOST_SENTENCES, MOST_NUMBERS = 4, 4, 5
"""Municipalities side by side, sentences of each, and columns of numbers beside the first."""
MOST_ABOVE = 4.5
"""Lines of ours, or of a question, beside the words of others."""
SIGNS = {1: 90, 2: 43, 3: 28, 4: 20}
"""Signs of official words on a line, by the number of columns: the serif, 20 points."""
OUR_SIGNS = {1: 106, 2: 51, 3: 33, 4: 24}
BESIDE_CHART = 36
"""Signs of ours on a line: the sans, 18 points, whose lines are lower."""
OUR_LINE = 0.9
TITLE_SIGNS, TITLE_LINE = 54, 1.8
"""Signs on a line of a title, and how much lower each line after the first makes the rest."""
CITED, PAIRED, UNOFFICIAL = "[00]", " ↔", "(epävirallinen käännös)"
"""Stand for the number of a source, and for the marks of a pair and of a translation."""
LEAST = 4.0
"""Lines that are left for the rest below the longest title."""
GAP, FRAME = 0.5, 1.5
"""Lines between two items, and around a question."""
TABLE_SIGNS, TABLE_LINE, TABLE_GAP = 110, 0.9, 0.37
CELL_SIGNS = 3
"""The signs across a table, what the padding of a column takes of them, and its lower lines."""
MOST_CELL = 44
"""A cell wider than this is set on several lines."""
LEAST_CELL = 5


@lru_cache(maxsize=65536)
def lines_of(text: str, signs: int) -> int:
    """How many lines a text takes where a line holds so many signs; long words are broken."""
    lines, left = 1, signs
    for word in parts(text):
        size = len(word)
        if size > left and left < signs:
            lines, left = lines + 1, signs
        over = max(0, size - left)
        broken = -(-over // signs)
        lines += broken
        left += broken * signs - size - 1
    return lines


def parts(text: str) -> list[str]:
    """The words of a text, a hyphen being a place to break one."""
    return text.replace("-", "- ").split()


@lru_cache(maxsize=65536)
def height(item: Quote | str, columns: int) -> float:
    """Lines that a quote or a line of ours takes in a column, with the gap below it."""
    if isinstance(item, str):
        return height_of_points([item], OUR_SIGNS[columns])
    named = lines_of(item.lead, SIGNS[columns]) if item.lead else 0
    marked = f"{item.translation} {UNOFFICIAL}"
    translated = OUR_LINE * lines_of(marked, OUR_SIGNS[columns]) if item.translation else 0
    cited = f"{item.words} {CITED}{PAIRED if item.shared else ''}"
    return named + lines_of(cited, SIGNS[columns]) + translated + GAP


def columns_beside(voices: Sequence[Voice]) -> int:
    """How many of the municipalities stand side by side: fewer where a word would be broken."""
    most = min(len(voices), MOST_COLUMNS)
    wordy = (text for voice in voices[:MOST_COLUMNS] for text in _said(voice))
    broken = most == MOST_COLUMNS and any(
        len(word) > SIGNS[most] for text in wordy for word in parts(text)
    )
    return most - broken


def _said(voice: Voice) -> Iterator[str]:
    for quote in voice.quotes[:MOST_SENTENCES]:
        yield from filter(None, [quote.lead, quote.words])


def height_of_points(points: Sequence[str], signs: int = OUR_SIGNS[1]) -> float:
    """The lines that lines of ours take one below another."""
    return sum(OUR_LINE * lines_of(point, signs) + GAP for point in points)


def height_of_question(question: str) -> float:
    """The lines that a question takes below all else, with its frame."""
    return lines_of(question, SIGNS[1]) + FRAME


def height_of_source(line: SourceLine) -> float:
    """The lines that a source takes in the list of sources."""
    named = f"{CITED} {line.title}. {line.publisher}. {line.day or ''}"
    return height_of_points([named, line.url] if line.url else [named]) - bool(line.url) * GAP


def room_below(title: str, points: Sequence[str] = (), question: str | None = None) -> float:
    """The lines left when a title, lines of ours above all and a question have taken theirs."""
    room = LINES - TITLE_LINE * (lines_of(title, TITLE_SIGNS) - 1) - height_of_points(points)
    return max(LEAST, room - (height_of_question(question) if question else 0))


def fitting(points: Sequence[str], room: float, signs: int = OUR_SIGNS[1]) -> tuple[str, ...]:
    """The first lines of ours, as many as the room holds."""
    return tuple(
        point
        for number, point in enumerate(points)
        if height_of_points(points[: number + 1], signs) <= room
    )


def fitting_rows(table: Table, room: float) -> tuple[tuple[str, ...], ...]:
    """The first rows of a table that the room holds below its heads; at least one."""
    shares = column_shares(table)
    room -= row_height(table.columns, shares)
    sums = accumulate(row_height(row, shares) for row in table.rows)
    return table.rows[: max(1, sum(taken <= room for taken in sums))]


def fitting_sources(lines: Sequence[SourceLine], room: float) -> tuple[SourceLine, ...]:
    """The first sources that the room holds, with a line that counts the others; at least one."""
    sums = list(accumulate(map(height_of_source, lines)))
    if sums and sums[-1] > room:
        room -= height_of_points([""])
    return tuple(lines[: max(1, sum(taken <= room for taken in sums))])


def column_shares(
    table: Table, wide: Callable[[str], float] = len, reserve: float = 1
) -> tuple[float, ...]:
    """How the width of a table is shared by what its columns hold; a word is not broken.

    `wide` measures a text in signs of common width; each word has the room of `reserve` times it.
    """
    columns = list(zip(table.columns, *table.rows, strict=True))
    least = [
        max(LEAST_CELL, *(reserve * wide(word) for cell in cells for word in parts(cell)))
        for cells in columns
    ]
    wanted = [
        max(few, min(MOST_CELL, max(map(wide, cells))))
        for few, cells in zip(least, columns, strict=True)
    ]
    spare = TABLE_SIGNS - CELL_SIGNS * len(columns) - sum(least)
    asked = sum(wanted) - sum(least)
    part = max(0.0, min(1.0, spare / asked)) if asked else 0.0
    widths = [
        few + part * (many - few) + CELL_SIGNS for few, many in zip(least, wanted, strict=True)
    ]
    return tuple(width / sum(widths) for width in widths)


def row_height(row: Sequence[str], shares: Sequence[float]) -> float:
    """The lines that a row of a table takes."""
    return TABLE_GAP + TABLE_LINE * max(
        lines_of(cell, max(1, int(share * TABLE_SIGNS) - CELL_SIGNS))
        for cell, share in zip(row, shares, strict=True)
    )
