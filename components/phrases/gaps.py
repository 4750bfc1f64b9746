"""The register of gaps as the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping

from components.analysis.gaps.unknown import Unknown
from components.i18n import Catalogue
from components.model import Library
from components.phrases.gap_register import name_in_words, step_in_words

Row = tuple[str, ...]


def gap_columns(words: Catalogue) -> Row:
    """The heads of the register."""
    return (
        *(
            words(f"gap_register.column_{name}")
            for name in ("kind", "municipality", "what", "next")
        ),
        words("handout.gap_due"),
    )


def gap_row(item: Unknown, library: Library, names: Mapping[str, str], words: Catalogue) -> Row:
    """One gap: kind, municipality, what it is about, what could be done next, by when."""
    return (
        words(f"gap_register.kind.{item.kind}"),
        names[item.slug],
        name_in_words(item, library, words),
        step_in_words(item, words),
        words.day(item.due) if item.due else words("handout.none"),
    )
