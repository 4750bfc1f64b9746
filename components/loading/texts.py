"""Reads strategies/texts/: our words, held against the ids of the municipality's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from components.loading.documents import read_document, read_record
from components.loading.files import START
from components.loading.problems import Problems
from components.loading.rules import unknown
from components.loading.walk import walk
from components.model import Cited, Dossier, Texts, TextsFile

FOLDER = "strategies/texts"


def read_texts(root: Path, file: str, official: object, problems: Problems) -> Mapping[str, Texts]:
    """Our words beside a municipality's file, by id; none where there is no such file.

    `official` is the plain data of that file. Ids that it does not have are reported and left
    out; the municipality itself stays sound.
    """
    name = _name_of(file)
    if not (root / FOLDER / name).exists():
        return {}
    document = read_document(root / FOLDER / name, problems.reporter(f"{FOLDER}/{name}"))
    read = read_record(document, TextsFile)
    if document is None or read is None:
        return {}
    known = {
        str(visit.data["id"])
        for visit in walk(Dossier, official)
        if issubclass(visit.record, Cited) and "id" in visit.data
    }
    for wrong in read.texts.keys() - known:
        document.report_at(("texts", wrong), "unknown-sentence", unknown(wrong, known))
    return {key: texts for key, texts in read.texts.items() if key in known}


def report_strays(root: Path, files: Iterable[str], problems: Problems) -> None:
    """Report each file of our words beside which no municipality has one."""
    expected = {_name_of(file) for file in files}
    for path in sorted((root / FOLDER).glob("*.y*ml")):
        if path.name not in expected:
            report = problems.reporter(f"{FOLDER}/{path.name}")
            report(START, "stray-texts", unknown(path.name, expected))


def _name_of(file: str) -> str:
    return f"{PurePath(file).stem}.yaml"
