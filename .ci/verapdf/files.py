"""Makes every kind of PDF in every language, for the check: python files.py FOLDER.

Of Kemi and Kemijärvi, of the made-up Mallikunta that has everything, and of twenty municipalities.
"""
# ruff: noqa: INP001 - a script beside the package, not a part of one

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from components.analysis.strategies.versions import choose
from components.exports.handout.builder import Selection
from components.exports.handout.outline import handout
from components.exports.pdf.report import report_bytes, summaries_bytes
from components.i18n import LANGUAGES, catalogue
from components.loading import load
from components.model import Library
from tests.bench.synthetic import write_root

PROJECT: Final = Path(__file__).resolve().parents[2]
DAY: Final = date(2026, 1, 31)
MAKERS: Final = {"report": report_bytes, "summaries": summaries_bytes}


def main() -> None:
    """Write the files."""
    folder = Path(sys.argv[1])
    for name, library, chosen in _libraries():
        versions = tuple(choose(dossier, DAY) for dossier in library.dossiers.values())
        for language in LANGUAGES:
            words = catalogue(language)
            whole = handout(library, Selection(versions, DAY, chosen=chosen), words)
            for kind, make in MAKERS.items():
                path = folder / f"{name}-{kind}-{language}.pdf"
                path.write_bytes(make(whole, words))


def _libraries() -> Iterator[tuple[str, Library, tuple[str, ...]]]:
    """The libraries with the themes to take from them; of twenty a few say all."""
    yield "kemi-kemijarvi", load(PROJECT).library, ()
    yield "mallikunta", load(PROJECT / "tests" / "files" / "mallikunta").library, ()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        write_root(root, 20)
        yield "twenty", load(root).library, ("ilmasto",)


if __name__ == "__main__":
    main()
