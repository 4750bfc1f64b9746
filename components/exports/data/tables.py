"""The data of a hand-out as tidy tables for programs: CSV with ids and plain values, zipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import chain
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from components.analysis.gaps.gap_register import register_table
from components.analysis.indicators.indicator_progress import Progress
from components.analysis.projects.projects import PROJECT_COLUMNS
from components.analysis.sentences.citations import source_of
from components.analysis.sentences.sentence_table import sentence_table
from components.analysis.strategies.goal_progress import value_source
from components.exports.data.csv_text import csv_bytes
from components.exports.handout.builder import Desk, Wish
from components.exports.handout.outline import handout
from components.i18n import Catalogue
from components.i18n.catalogue import half_up
from components.model import Library, Observation, Outcome, ProjectFunding

README = "README.txt"
LINE_END = "\r\n"
EARLIEST = "1980-01-01"
"""The first day that a zip file can name: a machine whose clock has stopped may be before it."""
SHARE_DECIMALS = 4
SOURCE = ("source_title", "source_url", "licence")
VALUE_SOURCE = tuple(f"value_{column}" for column in SOURCE)
"""Of the newest value of an indicator, whose own source tells by whose choice it is there."""
STATE_COLUMNS = (
    *("municipality", "id", "indicator", "basis", "goals", "state", "trend"),
    *("begin_date", "begin_value", "begin_is_ours", "latest_date", "latest_value"),
    *("target_date", "target_value", "target_low", "target_high", "unit", "variant"),
    *("share_of_way", "share_of_time"),
)


def zip_bytes(library: Library, wish: Wish, words: Catalogue) -> bytes:
    """The tables in one zip file, with a README in the language of the words."""
    whole = handout(library, wish, words)
    tables = tidy_tables(library, wish, words)
    told = [
        whole.title,
        words("handout.made_from", id=whole.data_id, day=whole.day),
        words("tidy.unknown"),
        "",
        *(f"{name}.csv: {words(f'tidy.{name}')}" for name in tables),
    ]
    files = {README: LINE_END.join([*told, ""]).encode("utf-8-sig")}
    files |= {f"{name}.csv": csv_bytes(table) for name, table in tables.items()}
    year, month, day = map(int, max(whole.iso_day, EARLIEST).split("-"))
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = ZipInfo(name, (year, month, day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return written.getvalue()


def tidy_tables(library: Library, wish: Wish, words: Catalogue) -> dict[str, pd.DataFrame]:
    """Every table by its name; one without rows keeps its heads."""
    desk = Desk(library, wish, words)
    return {name: made(desk) for name, made in _TABLES.items()}


def tidy_table(library: Library, wish: Wish, words: Catalogue, name: str) -> pd.DataFrame:
    """One of the tables."""
    return _TABLES[name](Desk(library, wish, words))


def _table(rows: Sequence[Mapping[str, object]], *columns: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=pd.Index(columns), dtype=object)


def _source(desk: Desk, slug: str, source_id: str | None) -> dict[str, object]:
    source = source_of(desk.library, slug, source_id) if source_id else None
    return {
        "source_title": source.title if source else None,
        "source_url": source.url if source else None,
    }


def _rows(
    desk: Desk,
    rows: Sequence[Outcome | ProjectFunding | Observation],
    record: type[Outcome | ProjectFunding | Observation],
) -> pd.DataFrame:
    """The rows of a table of the data that are about the municipalities, in their order."""
    slug_of = {desk.library.dossiers[slug].code: slug for slug in desk.wish.slugs}
    found: dict[str, list[Mapping[str, object]]] = {slug: [] for slug in desk.wish.slugs}
    for row in rows:
        if row.municipality_code in slug_of:
            slug = slug_of[row.municipality_code]
            found[slug].append({"municipality": slug, **row.model_dump()})
    columns = [name for name in record.model_fields if name not in record.key + SOURCE]
    return _table(list(chain(*found.values())), "municipality", *record.key, *columns, *SOURCE)


def _pairs(desk: Desk) -> pd.DataFrame:
    """The pairs that a person has confirmed; the ids are those of the sentences."""
    chosen = set(desk.pairs)
    rows = [
        {"a": item.a, "b": item.b, "status": item.status, "reason": item.reason.fi}
        for item in desk.library.alignments
        if (item.a, item.b) in chosen
    ]
    return _table(rows, "a", "b", "status", "reason")


def _projects(desk: Desk) -> pd.DataFrame:
    kept = tuple(name for name in PROJECT_COLUMNS if name != "source")
    rows = [
        {name: row[name] for name in kept} | _source(desk, row["municipality"], row["source"])
        for row in desk.project_rows
    ]
    return _table(rows, *kept, "source_title", "source_url")


def _indicator_states(desk: Desk) -> pd.DataFrame:
    rows = [_state(desk, item) for slug in desk.wish.slugs for item in desk.progress[slug]]
    return _table(rows, *STATE_COLUMNS, "source_title", "source_url", *VALUE_SOURCE)


def _state(desk: Desk, item: Progress) -> dict[str, object]:
    indicator, target = item.indicator, item.target
    tied = _source(desk, item.slug, indicator.source)
    return {
        "municipality": item.slug,
        "id": indicator.id,
        "indicator": indicator.indicator,
        "basis": indicator.basis,
        "goals": " ".join(indicator.goals),
        "state": item.judgement.state,
        "trend": item.judgement.trend,
        "begin_date": item.begin.date if item.begin else None,
        "begin_value": item.begin.value if item.begin else None,
        "begin_is_ours": item.begin_is_ours,
        "latest_date": item.latest.date if item.latest else None,
        "latest_value": item.latest.value if item.latest else None,
        "target_date": target.date if target else None,
        "target_value": target.value if target else None,
        "target_low": target.low if target else None,
        "target_high": target.high if target else None,
        "unit": indicator.unit or item.definition.unit.id,
        "variant": indicator.variant,
        "share_of_way": _share(item.judgement.way),
        "share_of_time": _share(item.judgement.time),
        **(_ours(desk) if indicator.basis == "interpretation" else tied),
        **dict(zip(VALUE_SOURCE, value_source(item), strict=True)),
    }


def _ours(desk: Desk) -> dict[str, object]:
    """What stands for the source of an indicator that no source ties to a goal: we do."""
    return {"source_title": desk.words("indicators.basis.interpretation"), "source_url": None}


def _share(share: Fraction | None) -> Decimal | None:
    if share is None:
        return None
    return half_up(Decimal(share.numerator) / Decimal(share.denominator), SHARE_DECIMALS)


def _sources(desk: Desk) -> pd.DataFrame:
    rows = [
        {
            "municipality": slug,
            **source.model_dump(exclude={"text"}),
            "archived": source.text is not None,
        }
        for slug in desk.wish.slugs
        for source in desk.library.dossiers[slug].sources
    ]
    columns = ("id", "title", "publisher", "kind", "date", "url", "archived", "partial", "note")
    return _table(rows, "municipality", *columns)


_TABLES: Mapping[str, Callable[[Desk], pd.DataFrame]] = {
    "sentences": lambda desk: sentence_table(desk.library, desk.wish.slugs),
    "pairs": _pairs,
    "projects": _projects,
    "outcomes": lambda desk: _rows(desk, desk.library.outcomes, Outcome),
    "funding": lambda desk: _rows(desk, desk.library.funding, ProjectFunding),
    "observations": lambda desk: _rows(desk, desk.library.observations, Observation),
    "indicator_states": _indicator_states,
    "gaps": lambda desk: register_table(desk.library, desk.gaps, desk.words.language),
    "sources": _sources,
}
