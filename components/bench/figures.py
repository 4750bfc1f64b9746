"""Takes the time of loading and searching, and says what it should be held against."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from components.analysis.concepts import lexicon_of
from components.analysis.search import Index, index_of
from components.analysis.sentences import sentences
from components.bench.handouts import hand_outs
from components.bench.quality import queries, recall_and_rank, suggestion_quality
from components.bench.synthetic import write_root
from components.bench.timing import Figure, seconds
from components.loading import load
from components.model import Library

FEW, MANY = 20, 308


def measure(root: Path) -> list[Figure]:
    """All figures. Seconds are the CPU time of this process, the least of three runs."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        write_root(few, FEW)
        lines = write_root(many, MANY)
        real = load(root).library
        return [
            *_loading(few, many, lines),
            *_searching(load(many).library, real),
            *_suggesting(real),
            *hand_outs(real, load(few).library),
        ]


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
