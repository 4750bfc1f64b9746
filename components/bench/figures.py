"""All that is measured, and what it should be held against."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from components.analysis.concepts import lexicon_of
from components.analysis.search import Index, index_of
from components.analysis.sentences import sentences
from components.bench.handouts import hand_outs
from components.bench.machine import readable
from components.bench.quality import queries, recall_and_rank, suggestion_quality
from components.bench.synthetic import write_root
from components.bench.timing import Figure, seconds
from components.loading import load
from components.model import Library

FEW, MANY = 20, 308
NOT_LINUX: Final = "is read from /proc, which this machine does not have"
Part = Callable[[Path], Iterator[Figure]]


def measure(root: Path, parts: Sequence[str] = ()) -> Iterator[Figure]:
    """The figures of some parts or of all, each as soon as it is known.

    Seconds are the CPU time of this process, the least of three runs, if nothing else is said.
    """
    for name, part in PARTS.items():
        if not parts or name in parts:
            yield from part(root)


def _data(root: Path) -> Iterator[Figure]:
    """Loading, searching and suggesting."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        write_root(few, FEW)
        lines = write_root(many, MANY)
        real = load(root).library
        yield from _loading(few, many, lines)
        yield from _searching(load(many).library, real)
        yield from _suggesting(real)


def _hand_outs(root: Path) -> Iterator[Figure]:
    """Files to take away."""
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder, "few")
        write_root(few, FEW)
        yield from hand_outs(load(root).library, load(few).library)


def _served(root: Path) -> Iterator[Figure]:
    """What running servers cost."""
    if not readable():
        yield Figure("CPU of a rerun", None, "ms", None, NOT_LINUX)
        return
    from components.bench.reruns import reruns  # noqa: PLC0415 - Streamlit takes long to import

    yield from reruns(root)


def _crowded(root: Path) -> Iterator[Figure]:
    """What one process bears."""
    if not readable():
        yield Figure("wait of a crowd", None, "ms", None, NOT_LINUX)
        return
    from components.bench.crowd import crowd  # noqa: PLC0415 - as above

    yield from crowd(root)


def _browsed(root: Path) -> Iterator[Figure]:
    """What a browser sees of them, and when."""
    if not readable():
        yield Figure("first heading and first chart", None, "s", None, NOT_LINUX)
        return
    from components.bench.browser import browsing  # noqa: PLC0415 - as above

    yield from browsing(root)


def _loading(few: Path, many: Path, lines: int) -> list[Figure]:
    few_seconds = seconds(lambda: load(few))
    many_seconds = seconds(lambda: load(many))
    ratio = (many_seconds / MANY) / (few_seconds / FEW)
    return [
        Figure(
            "load and check",
            many_seconds,
            "s",
            3.0,
            f"{MANY} municipalities of {lines} lines, every quote looked up in its source",
        ),
        Figure(
            "growth of load and check",
            ratio,
            "×",
            1.2,
            f"time a file at {MANY} municipalities against {FEW}",
        ),
    ]


def _searching(many: Library, real: Library) -> list[Figure]:
    """Speed on many made-up sentences with the real concepts, quality on the real ones."""
    lexicon, asked = lexicon_of(real), queries()
    found = [item for dossier in many.dossiers.values() for item in sentences(dossier)]
    began = time.process_time()
    index = Index(found, lexicon)
    made = time.process_time() - began
    times = sorted(seconds(lambda words=query.words: index.search(words)) for query in asked)  # type: ignore[misc]
    figures = [
        Figure("search index", made, "s", 20.0, f"{len(found)} sentences, made once"),
        Figure(
            "search, 95th percentile",
            1000 * times[int(0.95 * len(times))],
            "ms",
            20.0,
            f"{len(asked)} queries over {len(found)} sentences",
        ),
    ]
    for name, bound in (("dev", 0.92), ("later", 0.8)):
        chosen = [query for query in asked if query.set == name]
        recall, rank = recall_and_rank(index_of(real), chosen)
        note = f"{len(chosen)} judged queries; mean reciprocal rank {rank:.2f}"
        figures.append(
            Figure(f"recall at 5, {name} queries", recall, "", bound, note, at_least=True)
        )
    return figures


def _suggesting(real: Library) -> list[Figure]:
    """The suggested pairs against judged ones; only where both municipalities are there."""
    if not {"kemi", "kemijarvi"} <= set(real.dossiers):
        return []
    figures = []
    for with_themes, bound, how in ((True, 0.8, "editor's themes"), (False, 0.65, "no themes")):
        precision, recall, f1 = suggestion_quality(real, with_themes=with_themes)
        note = f"judgements put aside; precision {precision:.2f}, recall {recall:.2f}"
        figures.append(Figure(f"F1 of suggested pairs, {how}", f1, "", bound, note, at_least=True))
    return figures


PARTS: Final[dict[str, Part]] = {
    "data": _data,
    "hand-outs": _hand_outs,
    "reruns": _served,
    "crowd": _crowded,
    "browser": _browsed,
}
"""What can be measured alone."""
