"""The trails of a municipality as a table: a row a step, with its source."""

from __future__ import annotations

from datetime import date

import pandas as pd

from components.analysis.strategies.trail import Step, trails
from components.model import Library, Project

TRAIL_COLUMNS = [
    "municipality",
    "trail",
    "id",
    "name",
    "moment",
    "step",
    "stage",
    "mentions",
    "body",
    "section",
    "diary",
    "what",
    "title",
    "text",
    "quote",
    "states",
    "note",
    "source_title",
    "source_url",
]


def trail_table(library: Library, slug: str, today: date) -> pd.DataFrame:
    """Every step of every trail of a municipality as rows; columns as in TRAIL_COLUMNS.

    States are those of the day.
    """
    found = trails(library, slug)
    rows = []
    for trail in (*found.versions, *found.projects):
        record = trail.record
        kind, name = (
            ("project", record.name) if isinstance(record, Project) else ("strategy", record.title)
        )
        head = {"municipality": slug, "trail": kind, "id": record.id, "name": name}
        rows += [head | _row(library, slug, step, today) for step in trail.steps]
    for step in found.others:
        rows.append({"municipality": slug, "trail": "decision"} | _row(library, slug, step, today))
    table = pd.DataFrame(rows, columns=TRAIL_COLUMNS, dtype=object)
    return table.where(table.notna(), None)


def _row(library: Library, slug: str, step: Step, today: date) -> dict[str, object]:
    decision, states = step.decision, step.states(today)
    first = next(iter(step.outcomes), None)
    row: dict[str, object] = {
        "moment": step.moment,
        "step": step.kind,
        "stage": step.stage,
        "mentions": " ".join(step.mentions) or None,
        "states": "; ".join(f"{state}: {count}" for state, count in states.items()) or None,
        "note": first.note if first and len(step.outcomes) == 1 else None,
    }
    if first and not decision:
        row |= {
            "body": first.reported_by,
            "source_title": first.source_title,
            "source_url": first.source_url,
        }
    if step.row:
        row |= {"source_title": step.row.source_title, "source_url": step.row.source_url}
    elif step.sentence:
        sources = {item.id: item for item in library.dossiers[slug].sources}
        source = sources[step.sentence.source]
        row |= {"source_title": source.title, "source_url": source.url}
    if decision and step.sentence:
        row |= {
            "body": decision.body,
            "section": decision.section,
            "diary": decision.diary,
            "what": decision.what,
            "title": decision.title,
            "text": decision.text,
            "quote": step.sentence.words,
        }
    return row
