"""The places of ids, read from the nodes of the YAML."""

from __future__ import annotations

from pathlib import Path

from components.loading import id_places
from tests.loading.roots import BASE, STRATEGY

SPELT = """
municipality: {code: "998", slug: a, name: {fi: A}}
sources: [{id: yksi}, {"id": 'kaksi'}]
decisions:
  - date: 2024-01-01
    id: kolme
strategies:
  - goals: [{name: neljä, id: nelja, statements: [{id: viisi}, {text: ei tunnusta}]}]
    id: 6
"""


def test_every_id_of_a_file_has_its_place() -> None:
    """Pikkukunta: the id of each kind of record, at the line and column of its key."""
    assert id_places(BASE / STRATEGY) == {
        "strategia": (4, 5),
        "kv-2024-05-13-8": (10, 5),
        "pikku-2024": (18, 5),
        "hyva-arki": (24, 9),
        "lahipalvelut": (27, 13),
        "kylabussi": (31, 5),
        "vakiluku": (38, 5),
    }


def test_ids_are_found_in_braces_quotes_and_any_order(tmp_path: Path) -> None:
    """What is no text is no id; the check says so itself."""
    path = tmp_path / "a.yaml"
    path.write_text(SPELT, encoding="utf-8")
    assert id_places(path) == {
        "yksi": (3, 12),
        "kaksi": (3, 24),
        "kolme": (6, 5),
        "nelja": (8, 27),
        "viisi": (8, 52),
    }


def test_file_that_has_gone_has_no_ids(tmp_path: Path) -> None:
    """A file that was there a moment ago is no reason to end in a traceback."""
    assert id_places(tmp_path / "poissa.yaml") == {}
