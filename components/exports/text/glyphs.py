"""Text that files and our fonts can hold: what they lack is left out or marked."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from components.exports.handout.builder import HandoutError

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FONTS = Path(__file__).with_name("fonts")
MISSING = "[?]"
"""Stands for signs that no font here has, as an editor marks what cannot be read."""
MAY_BREAK = "\u200b"
SOFT_HYPHEN = "\u00ad"
INVISIBLE = ("Cf", "Mn")
"""Joiners, marks of direction and variants of signs: nothing is lost without them."""
LONG_WORD = re.compile(r"[^\s\u200b/-]{41,}")
PIECE = re.compile(r".{1,20}")
"""The longest words in use are shorter than 40; a longer one breaks wherever a line ends."""


def fit(text: str) -> str:
    """The text without the signs that XML forbids: none of them is ever seen."""
    return UNFIT.sub("", text)


def readable(text: str) -> str:
    """The text with a mark for what our fonts cannot set, on one line, able to break."""
    if not _signs().issuperset(text):
        text = re.sub(r"\0+", MISSING, "".join(map(_set, text)))
    return LONG_WORD.sub(lambda found: MAY_BREAK.join(PIECE.findall(found[0])), text)


def _set(sign: str) -> str:
    """A sign as our fonts set it; NUL where they cannot."""
    known = _signs()
    if sign in known or known.issuperset(unicodedata.normalize("NFD", sign)):
        return sign
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign) in INVISIBLE else "\0"


@cache
def _signs() -> frozenset[str]:
    """The signs that every one of our fonts has."""
    fonts = sorted(FONTS.glob("*.otf"))
    if not fonts:
        message = f"there are no fonts in {FONTS}: install Strategiapeili again"
        raise HandoutError(message)
    known = frozenset.intersection(*map(_signs_of, fonts))
    return known - {SOFT_HYPHEN}


def _signs_of(file: Path) -> frozenset[str]:
    try:
        with file.open("rb") as opened, TTFont(opened, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap()))
    except TTLibError as error:
        message = f"the font {file} cannot be read: install Strategiapeili again"
        raise HandoutError(message) from error
