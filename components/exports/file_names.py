"""Names of hand-outs that say what, of whom and from which day, in signs that any system takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from components.i18n import Catalogue

SERVICE = "strategiapeili"
MOST_NAMED = 3


def file_name(
    slugs: Sequence[str], day: date, words: Catalogue, suffix: str, part: str = ""
) -> str:
    """`strategiapeili-kemi-kemijarvi-2025-02-20.pdf`; many municipalities are counted."""
    whose = slugs if len(slugs) <= MOST_NAMED else [words("file_name.towns", count=len(slugs))]
    parts = [SERVICE, *whose, words(f"file_name.{part}") if part else "", day.isoformat()]
    return "-".join(slug_of(one) for one in parts if one) + suffix


def slug_of(text: str) -> str:
    """The text in a–z, 0–9 and hyphens: ä is a, what has no such sign is left out."""
    folded = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore")
    plain = folded.decode().lower()  # some signs come apart into capitals
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
