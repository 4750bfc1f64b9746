"""Reads data/alignments.yaml, which a root may do without, and holds it against the files."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from components.loading.documents import Document, read_document, read_record
from components.loading.problems import Report
from components.loading.rules import unknown
from components.loading.walk import walk
from components.model import Alignment, Alignments, Dossier

FILE = "data/alignments.yaml"


def read_alignments(
    root: Path, dossiers: Mapping[str, Dossier], report: Report, *, whole: bool
) -> tuple[Alignment, ...]:
    """The judgements whose two sentences are both there, by the slugs of the dossiers.

    When some file is broken the library is not `whole`: a sentence of a municipality that is
    missing is then left out without a word, since the broken file already has one.
    """
    if not (root / FILE).exists():
        return ()
    document = read_document(root / FILE, report)
    read = read_record(document, Alignments)
    if document is None or read is None:
        return ()
    ids = {slug: _ids(dossiers[slug]) for slug in _slugs(read) if slug in dossiers}
    return tuple(
        item
        for number, item in enumerate(read.alignments)
        if _is_known(document, number, item, ids, whole=whole)
    )


def _slugs(read: Alignments) -> AbstractSet[str]:
    return {key.partition("/")[0] for item in read.alignments for key in (item.a, item.b)}


def _ids(dossier: Dossier) -> set[str]:
    """The ids of everything in a file that can be paired."""
    return {
        str(visit.data["id"])
        for visit in walk(Dossier, dossier.model_dump(mode="json"))
        if "id" in visit.data
    }


def _is_known(
    document: Document,
    number: int,
    item: Alignment,
    ids: Mapping[str, AbstractSet[str]],
    *,
    whole: bool,
) -> bool:
    known = True
    for field, key in (("a", item.a), ("b", item.b)):
        slug, _, name = key.partition("/")
        if slug in ids and name in ids[slug]:
            continue
        known = False
        location = ("alignments", number, field)
        if slug in ids:
            document.report_at(location, "unknown-sentence", unknown(name, ids[slug]))
        elif whole:
            document.report_at(location, "unknown-municipality", unknown(slug, set(ids)))
    return known
