"""The id and the day of the data, so that what was made from it can be made again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import chain

from components.model import Library, Observation, Outcome, ProjectFunding

LENGTH = 8


def data_id(library: Library, slugs: Sequence[str]) -> str:
    """A short id of all that the library holds of some municipalities: same data, same id."""
    digest = sha256()
    for part in _parts(library, slugs):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:LENGTH]


def _parts(library: Library, slugs: Sequence[str]) -> Iterator[str]:
    for slug in slugs:
        dossier = library.dossiers[slug]
        yield dossier.model_dump_json()
        tables = chain[Observation | Outcome | ProjectFunding](
            library.observations, library.outcomes, library.funding
        )
        yield from (
            row.model_dump_json() for row in tables if row.municipality_code == dossier.code
        )
    for theme, record in library.themes.items():
        yield f"{theme} {record.model_dump_json()}"
    for indicator, definition in library.indicators.items():
        yield f"{indicator} {definition.model_dump_json()}"
    yield from (judged.model_dump_json() for judged in library.alignments)
    yield from (around.model_dump_json() for around in library.ranges)


def data_day(library: Library, slugs: Sequence[str]) -> date | None:
    """The newest day that the data of some municipalities names; None when it names none."""
    return max(_days(library, slugs), default=None)


def _days(library: Library, slugs: Sequence[str]) -> Iterator[date]:
    for slug in slugs:
        dossier = library.dossiers[slug]
        yield from (source.date for source in dossier.sources if source.date)
        yield from (decision.date for decision in dossier.decisions if decision.date)
        yield from (item.date for item in dossier.assessments)
        yield from (
            row.date
            for row in library.outcomes
            if row.municipality_code == dossier.code and row.date
        )
        yield from (
            row.retrieved
            for row in library.observations
            if row.municipality_code == dossier.code and row.retrieved
        )
