"""Writes the fonts of the deck file: ours, cut to the letters of Finland's languages.

    uv run python .ci/deck_fonts.py

The licence of the fonts (SIL OFL 1.1) reserves their names, so what is cut from them has none;
the copyright and the licence stay inside.
"""

# ruff: noqa: INP001 - a script beside the package, not a part of one

from __future__ import annotations

from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS: Final = Path(__file__).parents[1] / "components" / "exports" / "text" / "fonts"
ASSETS: Final = FONTS.parents[1] / "deck" / "assets"
CUT: Final = {
    "SourceSans3-Regular.otf": "sans-regular.woff",
    "SourceSans3-Semibold.otf": "sans-semibold.woff",
    "SourceSerif4-Regular.otf": "serif-regular.woff",
    "SourceSerif4-Semibold.otf": "serif-semibold.woff",
}
# Latin with all letters of Finnish, Swedish, English and the Sámi languages; dashes, quotes,
# spaces, the euro, arrows, the minus.
LETTERS: Final = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x1E4, 0x1E5, 0x1E6, 0x1E7, 0x1E8, 0x1E9, 0x1EE, 0x1EF, 0x292, 0x2B9, 0x2BC),
    *range(0x2009, 0x2027),
    *(0x202F, 0x2032, 0x2033, 0x20AC, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
)
FEATURES: Final = ("kern", "liga", "mark", "ccmp", "locl", "tnum", "lnum")
COPYRIGHT, LICENCE, LICENCE_ADDRESS = 0, 13, 14


def cut(file: Path) -> TTFont:
    """The font of a file with our letters alone, and without its name."""
    options = subset.Options(
        layout_features=list(FEATURES),
        name_IDs=[COPYRIGHT, LICENCE, LICENCE_ADDRESS],
        hinting=False,
        notdef_outline=True,
    )
    font = subset.load_font(str(file), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    outlines = font["CFF "].cff
    outlines.fontNames = ["Deck"]
    outlines[0].FamilyName = "Deck"
    font.flavor = "woff"
    return font


def main() -> None:
    """Write each of them."""
    for source, target in CUT.items():
        cut(FONTS / source).save(ASSETS / target)


if __name__ == "__main__":
    main()
