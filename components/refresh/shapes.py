"""Reads the parts of an answer by the shape they must have."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from components.model.base import MOST
from components.refresh.failure import AnswerError, one_line

FIRST_YEAR = 1900
"""Earlier observations are no part of the library."""

FINEST = -20
"""More decimals than any statistic gives: what passes them would fill the file with zeros."""

Group = dict[str, Any]


def group(value: object, what: str) -> Group:
    """A JSON object.

    Raises:
        AnswerError: when it is something else.
    """
    if isinstance(value, dict):
        return value
    raise _other(value, what, "a group")


def items(value: object, what: str) -> list[Any]:
    """A JSON list.

    Raises:
        AnswerError: when it is something else.
    """
    if isinstance(value, list):
        return value
    raise _other(value, what, "a list")


def text(value: object, what: str) -> str:
    """A text.

    Raises:
        AnswerError: when it is something else.
    """
    if isinstance(value, str):
        return value
    raise _other(value, what, "text")


def texts(value: object, what: str) -> list[str]:
    """A list of texts.

    Raises:
        AnswerError: when it is something else.
    """
    return [text(each, what) for each in items(value, what)]


def whole(value: object, what: str) -> int:
    """A whole number.

    Raises:
        AnswerError: when it is something else.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _other(value, what, "a whole number")


def amount(value: object, what: str) -> Decimal | None:
    """A value as it was written; None where there is none.

    Raises:
        AnswerError: when it is no number, or one that no figure of a municipality can be.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise _other(value, what, "a number")
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    if not -MOST <= number <= MOST or not isinstance(exponent, int) or exponent < FINEST:
        raise _other(value, what, "a figure of a municipality")
    return number


def day(value: object) -> str:
    """The day that a moment of an answer begins with; empty when it is no moment."""
    found = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found.group()).isoformat() if found else ""
    except ValueError:
        return ""


def _other(value: object, what: str, expected: str) -> AnswerError:
    return AnswerError(f"{what} should be {expected}, not {one_line(repr(value), 60)}")
