"""Reads cells as spreadsheets write them: a number, a day or a code that has one meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints
from unicodedata import decimal

from components.model.base import CODE_PATTERN, Ref, read_moment
from components.model.tables import Row

PLAIN = {
    "whole": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"(?!-?[1-9][0-9]{0,2}\.[0-9]{3}$)-?[0-9]+(\.[0-9]+)?"),
    "day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "moment": re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}"),
    "code": re.compile(r"[0-9]{3}"),
    "own_code": re.compile(r"[0-9]{3}"),
}
"""What needs no reading; 1.203 does, which elsewhere is a thousand and 203."""

DECIMALS = re.compile(r"(-?[0-9]+)(?:([.,])([0-9]+))?")
GROUPED = re.compile(r"(-?[1-9][0-9]{0,2}([ .,])[0-9]{3}(?:\2[0-9]{3})*)(?:([.,])([0-9]+))?")
MIDNIGHT = re.compile(r"[T ]0?0:00(:00(\.0+)?)?$")
YEAR_FIRST = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})")
YEAR_LAST = re.compile(r"([0-9]{1,2})([-./]) ?([0-9]{1,2})\2 ?([0-9]{4})")
MONTH = re.compile(r"([0-9]{1,2})[./]([0-9]{4})")
NO_PART = re.compile(r"[.,]0+$")
SIGNS = str.maketrans("\N{MINUS SIGN}\N{EN DASH}\N{FULLWIDTH HYPHEN-MINUS}．，／", "---.,/")


@cache
def column_kinds(record: type[Row]) -> dict[str, str]:
    """The columns of a table whose cells are numbers, days or codes, by name."""
    hints = get_type_hints(record, include_extras=True)
    kinds = {name: _kind(list(_parts(hints[name]))) for name in record.model_fields}
    return {name: kind for name, kind in kinds.items() if kind}


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    yield hint
    for part in get_args(hint):
        yield from _parts(part)


def _kind(parts: list[Any]) -> str:
    for kind, name in ((int, "whole"), (Decimal, "number"), (date, "day")):
        if kind in parts:
            return name
    if any(getattr(part, "func", None) is read_moment for part in parts):
        return "moment"
    if any(getattr(part, "pattern", None) == CODE_PATTERN for part in parts):
        return "code" if any(isinstance(part, Ref) for part in parts) else "own_code"
    return ""


def decimal_marks(cells: Iterable[str]) -> frozenset[str]:
    """The decimal marks of a column, told by those of its cells that leave no doubt."""
    found = (list(_numbers(_folded(cell))) for cell in cells)
    return frozenset(read[0][1] for read in found if len(read) == 1 and read[0][1])


def meanings(kind: str, cell: str, marks: frozenset[str], separator: str) -> list[str]:
    """What a cell can mean, in the plain form; none when it is no number, day or code at all."""
    text = _folded(cell)
    if kind in {"whole", "number"}:
        plain = separator == "," and "," not in text
        return _meant(list(_numbers(text)), kind, marks, plain=plain)
    if kind in {"code", "own_code"}:
        digits = NO_PART.sub("", text)
        return [digits.zfill(3)] if re.fullmatch(_CODES[kind], digits) else []
    if kind == "moment" and (month := MONTH.fullmatch(text)):
        return [f"{month[2]}-{month[1]:0>2}"]
    if kind == "moment" and re.fullmatch("[0-9]{4}", year := NO_PART.sub("", text)):
        return [year]
    return sorted(set(_days(MIDNIGHT.sub("", text))))


_CODES = {"code": "[0-9]{1,3}", "own_code": "[0-9]{3}"}
"""A lost zero is put back where the list of municipalities tells whether there is such a code."""


def _folded(cell: str) -> str:
    """The cell with the digits, signs and blanks of one kind."""
    if not cell.isascii():
        cell = "".join(
            " " if sign.isspace() else str(decimal(sign, sign)) for sign in cell.translate(SIGNS)
        )
    return cell.strip().removeprefix("+")


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each number that a text can be, and the decimal mark that this takes."""
    if found := DECIMALS.fullmatch(text):
        whole, mark, part = found.groups()
        yield f"{whole}.{part}" if part else whole, mark or ""
    # A sign that parts thousands is not the decimal mark as well.
    if (found := GROUPED.fullmatch(text)) and found[2] != found[3]:
        whole, group, mark, part = found.groups()
        digits = whole.replace(group, "")
        other = {".": ",", ",": "."}.get(group, "")
        yield f"{digits}.{part}" if part else digits, mark or other


def _meant(
    numbers: list[tuple[str, str]], kind: str, marks: frozenset[str], *, plain: bool
) -> list[str]:
    """The numbers that stay: whole where they must be, with the one decimal mark of the column.

    Of two, the first has a zero more: so written it leaves no doubt.
    """
    if kind == "whole":
        whole = [(Decimal(number), mark) for number, mark in numbers]
        numbers = [(str(int(number)), mark) for number, mark in whole if number == int(number)]
    if len(numbers) > 1:
        sure = not marks or "." in marks if plain else marks == {numbers[0][1]}
        (first, _), *others = numbers
        numbers = numbers[:1] if sure else [(f"{first}0", ""), *others]
    return [number for number, _ in numbers]


def _days(text: str) -> Iterator[str]:
    """Each day that a text can be; between points the day comes first, as in Finland."""
    if found := YEAR_FIRST.fullmatch(text):
        orders = [(found[1], found[3], found[4])]
    elif found := YEAR_LAST.fullmatch(text):
        orders = [(found[4], found[3], found[1])]
        if found[2] != ".":
            orders.append((found[4], found[1], found[3]))
    else:
        return
    for year, month, day in orders:
        try:
            yield date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
