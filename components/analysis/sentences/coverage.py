"""What of a library will be seen, and what its editor has not written yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from components.analysis.sentences.compare import COMPARED_KINDS, sentences_of
from components.analysis.sentences.sentences import Sentence
from components.analysis.strategies.versions import choose
from components.model import Library


@dataclass(frozen=True)
class Coverage:
    """How many municipalities and sentences can be compared, and how many sentences lack what.

    The sentences are those that stand under the themes of the version that is shown first.
    """

    municipalities: int
    compared: int
    without_theme: int
    without_plain: int
    without_swedish: int


def coverage(library: Library, today: date) -> Coverage:
    """Count what is seen of a library."""
    versions = [choose(dossier, today) for dossier in library.dossiers.values()]
    said = [item for found in sentences_of(versions, *COMPARED_KINDS).values() for item in found]
    return Coverage(
        municipalities=len(versions),
        compared=len(said),
        without_theme=sum(not item.themes for item in said),
        without_plain=sum(item.plain is None for item in said),
        without_swedish=sum(not _is_translated(item) for item in said),
    )


def _is_translated(item: Sentence) -> bool:
    """Whether what is shown can be read in Swedish; the translation of a value holds its name."""
    return any(found and found.sv for found in (item.translation, item.name_translation))
