"""Reads data/datasets.yaml: where the rows of the tables come from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from components.loading.documents import read_document, read_record
from components.loading.problems import Report
from components.model import Dataset, Datasets

FILE = "data/datasets.yaml"


def read_datasets(path: Path, report: Report) -> Mapping[str, Dataset] | None:
    """The datasets by id; None when the file is broken, which makes no row wrong."""
    read = read_record(read_document(path, report), Datasets)
    return read.datasets if read else None
