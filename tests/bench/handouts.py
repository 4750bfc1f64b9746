"""How long a hand-out takes to make: of the municipalities at hand, and of twenty made-up ones."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from components.analysis.strategies.versions import choose
from components.exports.handout.builder import Selection
from components.exports.kinds import KINDS
from components.i18n import DEFAULT, catalogue
from components.loading import load
from components.model import Library
from tests.bench.synthetic import write_root
from tests.bench.timing import Figure, seconds

FEW = 20
TODAY = date(2026, 1, 1)
BOUNDS = {"xlsx": (0.2, 0.5), "pdf": (0.5, 2.0), "pptx": (1.0, 4.0)}
"""Seconds for two municipalities, and for twenty."""


def hand_outs(root: Path) -> Iterator[Figure]:
    """The seconds of each kind that has a bound, once what makes it has been imported."""
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder, "few")
        write_root(few, FEW)
        libraries = load(root).library, load(few).library
    for kind, bounds in BOUNDS.items():
        for library, bound in zip(libraries, bounds, strict=True):
            yield _figure(kind, library, bound)


def _figure(kind: str, library: Library, bound: float) -> Figure:
    words = catalogue(DEFAULT)
    selection = Selection(
        tuple(choose(dossier, TODAY) for dossier in library.dossiers.values()), TODAY
    )
    made = KINDS[kind].make(library, selection, words)
    taken = seconds(lambda: KINDS[kind].make(library, selection, words))
    count = len(library.dossiers)
    note = f"{len(made) // 1000} kB, after import"
    return Figure(f"{kind.upper()} of {count} municipalities", taken, "s", bound, note)
