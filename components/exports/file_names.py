"""Names of hand-outs that say what, of whom and of which day, in signs that any system takes."""

import unicodedata

from components.exports.handout.builder import Selection
from components.exports.kinds import Kind
from components.i18n import Catalogue

SERVICE = "strategiapeili"
MOST_NAMED, MOST_CHOSEN = 3, 2
LONGEST_CHOSEN = 80
"""Signs that the names of what is chosen may have together."""


def file_name(kind: Kind, selection: Selection, words: Catalogue) -> str:
    """`strategiapeili-kemi-kemijarvi-ilmasto-2026-11-30.pdf`: many of anything are counted.

    The day is the one that the hand-out was made as of.
    """
    slugs = selection.slugs
    whose = slugs if len(slugs) <= MOST_NAMED else [words("file_name.towns", count=len(slugs))]
    part = words(f"file_name.{kind.part}") if kind.part else ""
    parts = [SERVICE, *whose, _chosen(selection, words), part, selection.today.isoformat()]
    return "-".join(slug_of(one) for one in parts if one) + kind.suffix


def _chosen(selection: Selection, words: Catalogue) -> str:
    """Which themes or goals are chosen, by their ids; whose a goal is where it may be either's."""
    whole = "-".join(
        one.rpartition("/")[2] if len(selection.slugs) == 1 else one.replace("/", "-")
        for one in selection.chosen
    )
    if len(selection.chosen) <= MOST_CHOSEN and len(whole) <= LONGEST_CHOSEN:
        return whole
    key = "file_name.chosen_themes" if selection.by == "theme" else "file_name.chosen_goals"
    return words.count(key, len(selection.chosen))


def slug_of(text: str) -> str:
    """The text in a–z, 0–9 and hyphens: ä is a, what has no such sign is left out."""
    folded = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore")
    plain = folded.decode().lower()  # some signs come apart into capitals
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
