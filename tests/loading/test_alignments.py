"""Judgements on pairs of sentences, held against the files they speak of."""

from __future__ import annotations

from pathlib import Path

from components.loading import load
from tests.loading.roots import added, copied

PAIR = """
alignments:
  - a: pikkukunta/lahipalvelut
    b: naapuri/lahipalvelut
    status: confirmed
    reason: {fi: Sama asia.}
"""


def judged(folder: Path, text: str = PAIR) -> Path:
    """A root of two municipalities with a judgement."""
    root = copied(folder)
    added(root, "naapuri", "997")
    (root / "data" / "alignments.yaml").write_text(text, encoding="utf-8")
    return root


def test_a_judgement_joins_the_library(tmp_path: Path) -> None:
    """A pair whose two sentences are there is kept with its status and reason."""
    loaded = load(judged(tmp_path))
    assert loaded.problems == ()
    assert [(item.a, item.b, item.status) for item in loaded.library.alignments] == [
        ("pikkukunta/lahipalvelut", "naapuri/lahipalvelut", "confirmed")
    ]


def test_a_root_may_do_without_judgements(tmp_path: Path) -> None:
    """Without the file there is no judgement and no problem."""
    loaded = load(copied(tmp_path))
    assert (loaded.problems, loaded.library.alignments) == ((), ())


def test_a_broken_municipality_takes_its_judgements_along_in_silence(tmp_path: Path) -> None:
    """The file that is broken has its own problem; its pairs add none."""
    root = judged(tmp_path)
    (root / "strategies/naapuri.yaml").write_text("- ei avaimia\n", encoding="utf-8")
    loaded = load(root)
    assert loaded.library.alignments == ()
    assert {problem.file for problem in loaded.problems} == {"strategies/naapuri.yaml"}


def test_a_file_that_is_no_list_of_judgements_is_refused(tmp_path: Path) -> None:
    """An unknown status is named at its place; the rest of the library stays."""
    loaded = load(judged(tmp_path, PAIR.replace("confirmed", "maybe")))
    assert [problem.code for problem in loaded.problems] == ["wrong-value"]
    assert loaded.library.alignments == ()
    assert len(loaded.library.dossiers) == 2
