"""What can go wrong while figures are fetched and written, each told in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class RefreshError(Exception):
    """Nothing was written; the message says why, one line for each fault."""


class AnswerError(Exception):
    """An answer does not hold what it should; each line says what, not whose it is."""


@contextmanager
def answered_by(address: str) -> Iterator[None]:
    """Name the call in front of each line of what is wrong with its answer.

    Raises:
        RefreshError: when what is done inside raises an AnswerError.
    """
    try:
        yield
    except AnswerError as error:
        message = "\n".join(f"{address}: {line}" for line in str(error).splitlines())
        raise RefreshError(message) from error


def one_line(text: str, longest: int = 200) -> str:
    """A text of someone else's as one line that is not too long and holds no control signs."""
    words = "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(text.split()))
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def listing(names: list[str], most: int = 8) -> str:
    """The names in one line, in quotes because they may hold commas; of many only the first."""
    shown = ", ".join(f"'{one_line(name, 60)}'" for name in names[:most])
    return shown if len(names) <= most else f"{shown}, … ({len(names)} in all)"
