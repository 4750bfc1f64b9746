"""Our words in a file of their own, joined to the official ones by id."""

from __future__ import annotations

from pathlib import Path

from components.loading import Loaded, load
from components.model import LocalText, Statement, Translation
from tests.loading.roots import STRATEGY, brief, changed, copied

TEXTS = "strategies/texts/pikkukunta.yaml"
OURS = """
texts:
  lahipalvelut:
    plain: {fi: Palvelut ovat kaikkien lähellä., sv: Servicen finns nära alla.}
    translation: {sv: Servicen finns nära var och en.}
"""


def beside(folder: Path, text: str = OURS) -> Path:
    """The smallest root with a file of our words."""
    root = copied(folder)
    (root / TEXTS).parent.mkdir()
    (root / TEXTS).write_text(text, encoding="utf-8")
    return root


def statement(loaded: Loaded) -> Statement:
    """The one statement of Pikkukunta."""
    return loaded.library.dossiers["pikkukunta"].strategies[0].goals[0].statements[0]


def test_our_words_join_the_sentence_of_their_id(tmp_path: Path) -> None:
    """The record holds official words and ours; what we have not written is not there."""
    loaded = load(beside(tmp_path))
    assert loaded.problems == ()
    said = statement(loaded)
    assert said.text == "Palvelut ovat lähellä jokaista."
    assert said.plain == LocalText(
        fi="Palvelut ovat kaikkien lähellä.", sv="Servicen finns nära alla."
    )
    assert said.translation == Translation(sv="Servicen finns nära var och en.")
    assert said.name_translation is None


def test_a_municipality_may_do_without_our_words(tmp_path: Path) -> None:
    """The official file is enough."""
    loaded = load(copied(tmp_path))
    assert (loaded.problems, statement(loaded).plain) == ((), None)


def test_a_broken_file_of_ours_hides_no_municipality(tmp_path: Path) -> None:
    """What is wrong with our words is told in their file, and the official words stay."""
    loaded = load(beside(tmp_path, OURS.replace("plain:", "plian:")))
    assert brief(loaded.problems) == [(TEXTS, 4, 5, "unknown-key")]
    assert (loaded.library.broken, statement(loaded).translation) == ((), None)


def test_an_unknown_id_takes_no_other_along(tmp_path: Path) -> None:
    """The ids that exist keep their words."""
    loaded = load(beside(tmp_path, f"{OURS}  lahipalvelu: {{}}\n"))
    assert brief(loaded.problems) == [(TEXTS, 6, 3, "unknown-sentence")]
    assert statement(loaded).translation is not None


def test_a_broken_municipality_has_no_fault_in_our_words(tmp_path: Path) -> None:
    """Ids are held against the file as it is written, whatever else is wrong with it."""
    root = beside(tmp_path)
    changed(root, STRATEGY, "adopted_by:", "adoptd_by:")
    assert {problem.file for problem in load(root).problems} == {STRATEGY}
    (root / STRATEGY).write_text("- ei avaimia\n", encoding="utf-8")
    assert {problem.file for problem in load(root).problems} == {STRATEGY}
