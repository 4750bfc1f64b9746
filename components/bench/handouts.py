"""How long a hand-out takes to make: for those at hand, and for twenty that are made up."""

from __future__ import annotations

from datetime import date

from components.analysis.versions import choose
from components.bench.timing import Figure, seconds
from components.exports.handout.builder import Wish
from components.exports.kinds import KINDS
from components.i18n import DEFAULT, catalogue
from components.model import Library

TODAY = date(2026, 1, 1)
BOUNDS = {"xlsx": (0.2, 0.5), "pdf": (0.5, 2.0), "pptx": (1.0, 4.0)}
"""Seconds for two municipalities, and for twenty."""


def hand_outs(real: Library, many: Library) -> list[Figure]:
    """The seconds of each kind that has a bound, once what makes it has been imported."""
    return [
        _figure(kind, library, bound)
        for kind, bounds in BOUNDS.items()
        for library, bound in zip((real, many), bounds, strict=True)
        if library.dossiers
    ]


def _figure(kind: str, library: Library, bound: float) -> Figure:
    words = catalogue(DEFAULT)
    wish = Wish(tuple(choose(dossier) for dossier in library.dossiers.values()), TODAY)
    made = KINDS[kind].make(library, wish, words)
    taken = seconds(lambda: KINDS[kind].make(library, wish, words))
    count = len(library.dossiers)
    note = f"{len(made) // 1000} kB, after import"
    return Figure(f"{kind.upper()} of {count} municipalities", taken, "s", bound, note)
