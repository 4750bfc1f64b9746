"""What loading and searching take: CPU time of this process, the least of a few runs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from components.analysis.sentences.concepts import lexicon_of
from components.analysis.sentences.search import Index
from components.analysis.sentences.sentences import sentences
from components.loading import load
from components.model import Library
from tests.analysis.quality import queries
from tests.bench.synthetic import write_root
from tests.bench.timing import Figure, seconds

FEW, MANY = 20, 308


def data(root: Path) -> Iterator[Figure]:
    """Loading and searching as many municipalities as Finland has."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        write_root(few, FEW)
        lines = write_root(many, MANY)
        yield from _loading(few, many, lines)
        yield from _searching(load(many).library, load(root).library)


def _loading(few: Path, many: Path, lines: int) -> Iterator[Figure]:
    few_seconds = seconds(lambda: load(few))
    many_seconds = seconds(lambda: load(many))
    note = f"{MANY} municipalities of {lines} lines, every quote looked up in its source"
    yield Figure("load and check", many_seconds, "s", 3.0, note)
    ratio = (many_seconds / MANY) / (few_seconds / FEW)
    note = f"time a file at {MANY} municipalities against {FEW}"
    yield Figure("growth of load and check", ratio, "×", 1.2, note)


def _searching(many: Library, real: Library) -> Iterator[Figure]:
    """Many made-up sentences with the real concepts."""
    found = [item for dossier in many.dossiers.values() for item in sentences(dossier)]
    began = time.process_time()
    index = Index(found, lexicon_of(real))
    made = time.process_time() - began
    times = sorted(
        seconds(lambda words=query.words: index.search(words))  # type: ignore[misc]
        for query in queries()
    )
    yield Figure("search index", made, "s", 20.0, f"{len(found)} sentences, made once")
    high = 1000 * times[int(0.95 * len(times))]
    note = f"{len(times)} queries over {len(found)} sentences"
    yield Figure("search, 95th percentile", high, "ms", 20.0, note)
