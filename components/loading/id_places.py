"""Where the ids of a municipality's file stand, however its YAML is written."""

from __future__ import annotations

from pathlib import Path

from components.loading.documents import read_document
from components.loading.problems import Problems
from components.loading.walk import walk
from components.model import Dossier


def id_places(path: Path) -> dict[str, tuple[int, int]]:
    """The line and column of each record's id; none when the file cannot be read any more.

    They come from the nodes of the YAML: a search through its lines would miss an id that is
    quoted, stands in braces or is not the first key. Of every kind of record that is cited an id
    stands once in a file, which the check has seen to; parts that have no kind are passed over.
    """
    document = read_document(path, Problems().reporter(path.name))
    if document is None:
        return {}
    return {
        name: document.places.of((*visit.location, "id"))
        for visit in walk(Dossier, document.data)
        if hasattr(visit.record, "kind_name") and isinstance(name := visit.data.get("id"), str)
    }
