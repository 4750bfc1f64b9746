"""The sheets of a workbook that follow the figures: projects, money, indicators, values."""

from collections.abc import Iterator

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.strategies.goal_progress import value_source
from components.exports.handout.builder import HandoutBuilder
from components.exports.xlsx.cells import Cell, Column, Sheet, link, source_link, themes_named
from components.i18n import Catalogue
from components.model import IndicatorDefinition, Point
from components.phrases.progress import cautions, state_in_words, the_sum


def projects_sheet(builder: HandoutBuilder) -> Sheet:
    """The projects with what has been told of them."""
    words = builder.words
    rows = [
        (
            builder.names[row["municipality"]],
            row["name"],
            words.span(row["start"], row["end"]),
            row["responsible"],
            words(f"state.{row['state']}"),
            row["date"],
            row["reported_by"],
            row["note"],
            link(row["outcome_source_title"], row["outcome_source_url"]),
            themes_named(builder, row["themes"]),
            source_link(builder, row["municipality"], row["source"]),
        )
        for row in builder.project_rows
    ]
    columns = (
        Column("municipality", 16),
        Column("project", 32),
        Column("years", 16),
        Column("responsible", 18),
        Column("state", 18),
        Column("reported_on", 11, "day"),
        Column("reported_by", 18),
        Column("note", 32),
        Column("outcome_source", 26),
        Column("themes", 18),
        Column("source", 26),
    )
    return Sheet("projects", columns, tuple(rows))


def funding_sheet(builder: HandoutBuilder) -> Sheet:
    """What a register or list tells of the money of projects."""
    rows = [
        (
            builder.names[row["municipality"]],
            row["name"],
            row["total_eur"],
            row["share_eur"],
            row["share_year"],
            row["funders"],
            row["lead"],
            row["partners"],
            row["funding_note"],
            link(row["funding_source_title"], row["funding_source_url"]),
        )
        for row in builder.project_rows
        if row["funding_source_title"]
    ]
    columns = (
        Column("municipality", 16),
        Column("project", 32),
        Column("total_eur", 12, "number"),
        Column("share_eur", 14, "number"),
        Column("share_year", 14, "year"),
        Column("funders", 26),
        Column("lead", 18),
        Column("partners", 22),
        Column("note", 40),
        Column("source", 28),
    )
    return Sheet("funding", columns, tuple(rows))


def indicators_sheet(builder: HandoutBuilder) -> Sheet:
    """The indicators with their states, the sum in words and in figures."""
    items = [item for slug in builder.selection.slugs for item in builder.progress[slug]]
    columns = (
        Column("municipality", 16),
        Column("indicator", 22),
        Column("basis", 16),
        Column("state", 16),
        Column("sum", 40),
        Column("caution", 26),
        Column("begin_date", 10),
        Column("begin_value", 13, "number"),
        Column("latest_date", 10),
        Column("latest_value", 13, "number"),
        Column("target_date", 10),
        Column("target_value", 13, "number"),
        Column("target_low", 13, "number"),
        Column("target_high", 13, "number"),
        Column("unit", 14),
        Column("way", 9, "share"),
        Column("time", 9, "share"),
        Column("source", 22),
        Column("value_source", 22),
        Column("licence", 12),
    )
    rows = tuple(tuple(_indicator(builder, item)) for item in items)
    return Sheet("indicators", columns, rows, tuple(item.definition.decimals for item in items))


def _indicator(builder: HandoutBuilder, item: Progress) -> Iterator[Cell]:
    words, target = builder.words, item.target
    basis = words(f"indicators.basis.{item.indicator.basis}")
    yield builder.names[item.slug]
    yield words.local(item.definition.names)
    yield basis
    yield state_in_words(item, words)
    yield the_sum(item, words)
    yield " ".join(cautions(item, words))
    yield from _point(item.begin, words)
    yield from _point(item.latest, words)
    yield words.moment(target.date) if target else None
    yield from (target.value, target.low, target.high) if target else (None, None, None)
    yield _unit_name(item.definition, item.indicator.unit, words)
    yield item.judgement.way
    yield item.judgement.time
    ours = item.indicator.basis == "interpretation"
    yield basis if ours else source_link(builder, item.slug, item.indicator.source)
    title, address, licence = value_source(item)
    yield link(title, address)
    yield licence


def _point(point: Point | None, words: Catalogue) -> tuple[Cell, Cell]:
    return (words.moment(point.date), point.value) if point else (None, None)


def _unit_name(definition: IndicatorDefinition, told: str | None, words: Catalogue) -> str:
    """The name of a unit: the indicator's own, that per resident, or as the row tells it."""
    scale = definition.per_resident
    if told is None or told == definition.unit.id:
        return words.local(definition.unit)
    return words.local(scale.unit) if scale and told == scale.unit.id else told


def observations_sheet(builder: HandoutBuilder) -> Sheet:
    """Every value by year, with its source and licence."""
    words, known = builder.words, builder.library.indicators
    found = [
        (slug, row)
        for slug in builder.selection.slugs
        for indicator in known
        for row in builder.library.observations_of.get(
            (builder.library.dossiers[slug].code, indicator), ()
        )
    ]
    rows = [
        (
            builder.names[slug],
            words.local(known[row.indicator].names),
            row.year,
            row.value,
            _unit_name(known[row.indicator], row.unit, words),
            words(f"workbook.kind_{row.kind}"),
            row.variant,
            row.retrieved,
            link(row.source_title, row.source_url),
            row.licence,
        )
        for slug, row in found
    ]
    columns = (
        Column("municipality", 16),
        Column("indicator", 30),
        Column("year", 8, "year"),
        Column("value", 12, "number"),
        Column("unit", 24),
        Column("measured", 14),
        Column("variant", 16),
        Column("retrieved", 11, "day"),
        Column("source", 44),
        Column("licence", 22),
    )
    decimals = tuple(known[row.indicator].decimals for _, row in found)
    return Sheet("observations", columns, tuple(rows), decimals)
