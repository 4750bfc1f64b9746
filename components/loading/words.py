"""How the words of an input file stand in a problem: short, on one line, with a near guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

SHORTEST_GUESS = 0.6
LONGEST_SHOWN = 60
FOUND_NOTHING = "@found.nothing"
KEYS_OF_WORDS = ("@", "expected.")
"""How a fact begins that is a key of the catalogues and not what stands in the file."""


def shown(value: object, longest: int = LONGEST_SHOWN) -> str:
    """What was found, in one short line; lists and groups by the name of their kind."""
    if isinstance(value, tuple | list):
        return "@found.list"
    if isinstance(value, Mapping):
        return "@found.group"
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    if not text.strip():
        return FOUND_NOTHING
    before, after = " " * text[0].isspace(), " " * text[-1].isspace()
    words = " ".join(text.split())
    if len(words) > longest:
        words, after = words[: longest - 1] + "…", ""
    words = plain(words)
    if before or after or words.startswith(KEYS_OF_WORDS):
        return f"'{before}{words}{after}'"  # else a blank would not be seen, or a key put in
    return words


def plain(text: str) -> str:
    """The text with a mark for each sign that is not seen or turns the others round."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def quoted(text: str) -> str:
    """What was found, in quotes, as a line without a catalogue has it; `''` is nothing to see."""
    return repr(shown(text)) if text.strip() else "''"


def guess(word: str, known: Iterable[str]) -> str:
    """The nearest known word; empty when none is near."""
    near = get_close_matches(word, list(known), 1, SHORTEST_GUESS)
    return near[0] if near else ""
