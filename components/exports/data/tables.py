"""The data of a hand-out as tidy tables for programs: CSV with ids and plain values, zipped."""

from collections.abc import Callable, Mapping, Sequence
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
from components.exports.data.progress_rows import share
from components.exports.handout.builder import HandoutBuilder, Selection
from components.exports.handout.outline import handout
from components.i18n import Catalogue
from components.model import Library, Observation, Outcome, ProjectFunding

README = "README.txt"
LINE_END = "\r\n"
EARLIEST = "1980-01-01"
"""The first day that a zip file can name: a machine whose clock has stopped may be before it."""
SOURCE = ("source_title", "source_url", "licence")
VALUE_SOURCE = tuple(f"value_{column}" for column in SOURCE)
"""Of the newest value of an indicator, whose own source tells by whose choice it is there."""
STATE_COLUMNS = (
    *("municipality", "id", "indicator", "basis", "goals", "state", "trend"),
    *("begin_date", "begin_value", "begin_is_ours", "latest_date", "latest_value"),
    *("target_date", "target_value", "target_low", "target_high", "unit", "variant"),
    *("share_of_way", "share_of_time"),
)


def zip_bytes(library: Library, selection: Selection, words: Catalogue) -> bytes:
    """The tables in one zip file, with a README in the language of the words."""
    whole = handout(library, selection, words)
    tables = tidy_tables(library, selection, words)
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


def tidy_tables(
    library: Library, selection: Selection, words: Catalogue
) -> dict[str, pd.DataFrame]:
    """Every table by its name; one without rows keeps its heads."""
    builder = HandoutBuilder(library, selection, words)
    return {name: made(builder) for name, made in _TABLES.items()}


def tidy_table(
    library: Library, selection: Selection, words: Catalogue, name: str
) -> pd.DataFrame:
    """One of the tables."""
    return _TABLES[name](HandoutBuilder(library, selection, words))


def _table(rows: Sequence[Mapping[str, object]], *columns: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=pd.Index(columns), dtype=object)


def _source(builder: HandoutBuilder, slug: str, source_id: str | None) -> dict[str, object]:
    source = source_of(builder.library, slug, source_id) if source_id else None
    return {
        "source_title": source.title if source else None,
        "source_url": source.url if source else None,
    }


def _rows(
    builder: HandoutBuilder,
    rows: Sequence[Outcome | ProjectFunding | Observation],
    record: type[Outcome | ProjectFunding | Observation],
) -> pd.DataFrame:
    """The rows of a table of the data that are about the municipalities, in their order."""
    slug_of = {builder.library.dossiers[slug].code: slug for slug in builder.selection.slugs}
    found: dict[str, list[Mapping[str, object]]] = {slug: [] for slug in builder.selection.slugs}
    for row in rows:
        if row.municipality_code in slug_of:
            slug = slug_of[row.municipality_code]
            found[slug].append({"municipality": slug, **row.model_dump()})
    columns = [name for name in record.model_fields if name not in record.key + SOURCE]
    return _table(list(chain(*found.values())), "municipality", *record.key, *columns, *SOURCE)


def _pairs(builder: HandoutBuilder) -> pd.DataFrame:
    """The pairs that a person has confirmed; the ids are those of the sentences."""
    chosen = set(builder.pairs)
    rows = [
        {"a": item.a, "b": item.b, "status": item.status, "reason": item.reason.fi}
        for item in builder.library.alignments
        if (item.a, item.b) in chosen
    ]
    return _table(rows, "a", "b", "status", "reason")


def _projects(builder: HandoutBuilder) -> pd.DataFrame:
    kept = tuple(name for name in PROJECT_COLUMNS if name != "source")
    rows = [
        {name: row[name] for name in kept} | _source(builder, row["municipality"], row["source"])
        for row in builder.project_rows
    ]
    return _table(rows, *kept, "source_title", "source_url")


def _indicator_states(builder: HandoutBuilder) -> pd.DataFrame:
    rows = [
        _state(builder, item)
        for slug in builder.selection.slugs
        for item in builder.progress[slug]
    ]
    return _table(rows, *STATE_COLUMNS, "source_title", "source_url", *VALUE_SOURCE)


def _state(builder: HandoutBuilder, item: Progress) -> dict[str, object]:
    indicator, target = item.indicator, item.target
    tied = _source(builder, item.slug, indicator.source)
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
        "share_of_way": share(item.judgement.way),
        "share_of_time": share(item.judgement.time),
        **(_ours(builder) if indicator.basis == "interpretation" else tied),
        **dict(zip(VALUE_SOURCE, value_source(item), strict=True)),
    }


def _ours(builder: HandoutBuilder) -> dict[str, object]:
    """What stands for the source of an indicator that no source ties to a goal: we do."""
    return {"source_title": builder.words("indicators.basis.interpretation"), "source_url": None}


def _sources(builder: HandoutBuilder) -> pd.DataFrame:
    rows = [
        {
            "municipality": slug,
            **source.model_dump(exclude={"text"}),
            "archived": source.text is not None,
        }
        for slug in builder.selection.slugs
        for source in builder.library.dossiers[slug].sources
    ]
    columns = ("id", "title", "publisher", "kind", "date", "url", "archived", "partial", "note")
    return _table(rows, "municipality", *columns)


_TABLES: Mapping[str, Callable[[HandoutBuilder], pd.DataFrame]] = {
    "sentences": lambda builder: sentence_table(builder.library, builder.selection.slugs),
    "pairs": _pairs,
    "projects": _projects,
    "outcomes": lambda builder: _rows(builder, builder.library.outcomes, Outcome),
    "funding": lambda builder: _rows(builder, builder.library.funding, ProjectFunding),
    "observations": lambda builder: _rows(builder, builder.library.observations, Observation),
    "indicator_states": _indicator_states,
    "gaps": lambda builder: register_table(builder.library, builder.gaps, builder.words.language),
    "sources": _sources,
}
