"""Reads data/service.yaml, which a root may do without: the statement then lacks all of it."""

from __future__ import annotations

from pathlib import Path

from components.loading.documents import read_document, read_record
from components.loading.problems import Report
from components.model import Service

FILE = "data/service.yaml"


def read_service(root: Path, report: Report) -> Service:
    """What the service says of itself; nothing of it when the file is broken or not there."""
    if not (root / FILE).exists():
        return Service()
    document = read_document(root / FILE, report)
    read = read_record(document, Service)
    if document is None or read is None:
        return Service()
    if read.published and read.reviewed and read.reviewed < read.published:
        facts = {"start": read.published.isoformat(), "end": read.reviewed.isoformat()}
        document.report_at(("reviewed",), "period-order", facts)
    return read
