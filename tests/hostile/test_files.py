"""Hostile files: a named problem at its place or a sound file, soon, and the others are shown."""

from __future__ import annotations

import random
import re
import shutil
import time
from pathlib import Path

import pytest

from components.i18n import catalogue
from components.i18n.problem_lines import as_text
from components.loading import CODES, Loaded, load
from tests.analysis.making import PROJECT
from tests.loading.roots import STRATEGY, added, changed, copied

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as the YAML standard has it
LONGEST = 2.0  # seconds of processor time
WHOLE_FILE = {"missing-file", "empty", "too-large"}
NO_TEXT = {"not-utf-8", "hidden-sign"}  # their lines end at \n alone: who knows of other ends
DAMAGED = (
    "strategies/kemijarvi.yaml",
    *(f"data/{name}.yaml" for name in ("themes", "indicators", "alignments")),
    *(f"data/{name}.csv" for name in ("observations", "outcomes", "municipalities")),
    "data/sources/kemijarvi-strategia-2024-2028.txt",
)
SIGNS = [
    *"\0\u202e\u2028\ufeff\"':-#[]{}&*!|>%@`\t\n\r,?~é",
    "<<",
    "\n---\n",
    "!!binary ",
    " " * 40,
]
BYTES = [*(sign.encode() for sign in SIGNS), b"", b"\xff", b"\xc3", b"\xed\xa0\x80"]

LAUGHS = "a0: &a0 [ha]\n" + "".join(
    f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]\n" for number in range(1, 40)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{number}: &a{number} {{<<: [*a{number - 1}, *a{number - 1}], x{number}: 1}}\n"
    for number in range(1, 30)
)
YAML: dict[str, tuple[bytes, str]] = {
    "billion laughs": (LAUGHS.encode(), "alias"),
    "merge bomb": (MERGES.encode(), "alias"),
    "self reference": (b"&a [*a]", "alias"),
    "deep": (b"a: " + b"[" * 500_000, "too-deep"),
    "deep groups": (b"{a: " * 3000, "too-deep"),
    "large": (b"- " + b"x" * 2_000_000, "too-large"),
    "list of all lines": (b"- x\n" * 125_000, "not-a-mapping"),
    "one long key": (b"? " + b"k" * 1_900_000 + b"\n: 1", "unknown-key"),
    "object": (b"!!python/object/apply:os.system ['id']", "not-a-mapping"),
    "object inside": (b"municipality: !!python/object/apply:os.system ['id']", "tag"),
    "directive": (b"%TAG ! tag:evil.example,2026:\n---\n!x {a: 1}", "tag"),
    "nothing but a sign": (b"\0", "hidden-sign"),
    "mark in the middle": (b"a: x\xef\xbb\xbfy", "unknown-key"),
    "utf-16": ("municipality: {code: '998'}".encode("utf-16"), "not-utf-8"),
    "latin-1": ("municipality: käännös".encode("latin-1"), "not-utf-8"),
    "list as key": (b"? [a, b]\n: 1", "key-not-text"),
    "two keys": (b"sources: []\nsources: []", "duplicate-key"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 50, "not-utf-8"),
}
HEADER = "municipality_code,project,state,date,note,dataset\n"
ROW = "998,kylabussi,done,2026-02-10,{},keksitty\n"
CSV: dict[str, tuple[bytes, str]] = {
    "nothing sign": (f"{HEADER}{ROW.format('a' + chr(0))}".encode(), "hidden-sign"),
    "huge cell": (f"{HEADER}{ROW.format('x' * 500_000)}".encode(), "syntax"),
    "open quote": (f"{HEADER}{ROW.format(chr(34) + 'auki')}".encode(), "syntax"),
    "text after quote": (
        f"{HEADER}{ROW.format(chr(34) + 'a' + chr(34) + 'b')}".encode(),
        "syntax",
    ),
    "utf-16 cut": (f"{HEADER}{ROW.format('ä')}".encode("utf-16")[:-1], "not-utf-8"),
    "old letters": (f"{HEADER}{ROW.format('ä')}".encode("cp850"), "not-utf-8"),
    "colons": (f"{HEADER}{ROW}".replace(",", ":").encode(), "csv-column"),
    "many columns": (b"x" + b"," * 100_000 + b"\n", "csv-column"),
    "many cells": (HEADER.encode() + b"," * 100_000 + b"x\n", "csv-row-length"),
    "many rows": (HEADER.encode() + b"x\n" * 200_000, "csv-row-length"),
    "workbook": (b"PK\x03\x04" + bytes(range(256)), "not-utf-8"),
}


def loaded_soon(root: Path) -> Loaded:
    """What is loaded of a root, within the time that anyone would wait."""
    began = time.process_time()
    loaded = load(root)
    assert time.process_time() - began < LONGEST
    return loaded


def assert_told_well(loaded: Loaded, root: Path) -> None:
    """Every problem has a known code and a place inside its file; a line tells it."""
    lines: dict[tuple[str, bool], list[str]] = {}
    for problem in loaded.problems:
        assert problem.code in CODES
        if problem.code not in WHOLE_FILE:
            key = (problem.file, problem.code in NO_TEXT)
            if key not in lines:
                text = (root / problem.file).read_bytes().decode("utf-8-sig", errors="replace")
                lines[key] = text.split("\n") if key[1] else LINE_END.split(text)
            line = lines[key][problem.line - 1]
            assert 1 <= problem.column <= len(line) + 1
    told = as_text(loaded, catalogue("en"))
    assert told.replace("\n", "").isprintable()
    assert told.count("\n") <= len(loaded.problems) + len(loaded.notes) + 1


@pytest.mark.parametrize("name", YAML)
def test_hostile_file_of_a_municipality_hides_no_other(name: str, tmp_path: Path) -> None:
    """It is named with its code, within two seconds, and the next municipality is there."""
    root, (content, code) = copied(tmp_path), YAML[name]
    added(root, "toinen", "997")
    (root / STRATEGY).write_bytes(content)
    loaded = loaded_soon(root)
    assert code in {problem.code for problem in loaded.problems if problem.file == STRATEGY}
    assert (list(loaded.library.dossiers), loaded.library.broken) == (["toinen"], (STRATEGY,))
    assert_told_well(loaded, root)


@pytest.mark.parametrize("name", CSV)
def test_hostile_table_takes_only_its_own_facts(name: str, tmp_path: Path) -> None:
    """It is named with its code, within two seconds, and its municipality is there."""
    root, (content, code) = copied(tmp_path), CSV[name]
    (root / "data/outcomes.csv").write_bytes(content)
    loaded = loaded_soon(root)
    assert code in {problem.code for problem in loaded.problems}
    assert list(loaded.library.dossiers) == ["pikkukunta"]
    assert_told_well(loaded, root)


def test_formula_in_a_table_is_a_text(tmp_path: Path) -> None:
    """What a spreadsheet would run is read like any words; exports make it safe."""
    root = copied(tmp_path)
    changed(root, "data/outcomes.csv", '"Bussi kulki, kuten luvattiin."', "=1+1")
    loaded = load(root)
    assert loaded.problems == ()
    assert loaded.library.outcomes[0].note == "=1+1"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's own data, whole again after each test."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("strategies", "data"):
        shutil.copytree(PROJECT / folder, root / folder)
    return root


@pytest.mark.parametrize("file", DAMAGED)
def test_damaged_file_is_named_and_hides_no_other(file: str, project: Path) -> None:
    """Cut anywhere, or with one sign put in, taken out or changed: a problem at its place."""
    whole, draw = (PROJECT / file).read_bytes(), random.Random(file)  # noqa: S311 - a fixed sample
    damaged = [whole[: len(whole) * part // 4] for part in range(4)]
    for _ in range(5):
        place, sign = draw.randrange(len(whole)), draw.choice(BYTES)
        damaged.append(whole[:place] + sign + whole[place + draw.randrange(2) :])
    for content in damaged:
        (project / file).write_bytes(content)
        loaded = loaded_soon(project)
        assert "kemi" in loaded.library.dossiers
        assert_told_well(loaded, project)
    (project / file).write_bytes(whole)
