"""The sections of a hand-out that follow the figures: indicators, projects, gaps."""

from collections.abc import Sequence
from decimal import Decimal

from components.analysis.gaps.gap_register import counts
from components.analysis.indicators.series import Series, series_of
from components.analysis.projects.projects import STATES, state_counts
from components.exports.handout.builder import HandoutBuilder
from components.exports.handout.records import Bars, Chart, Line, Lines, Section, Table
from components.i18n import Catalogue
from components.model import IndicatorDefinition, RegionRange
from components.phrases.gaps import gap_columns, gap_row
from components.phrases.progress import (
    series_in_words,
    state_in_a_word,
    state_in_words,
    the_sum,
    unit_in_words,
)

MOST_LINES = 4
"""As many as there are colours with markers; the table holds the others too."""


def indicators(builder: HandoutBuilder) -> list[Section]:
    """A section for each indicator that anyone follows: values by year, states, sums."""
    followed = dict.fromkeys(
        item.indicator.indicator
        for slug in builder.selection.slugs
        for item in builder.progress[slug]
    )
    return [_indicator(builder, indicator) for indicator in followed]


def _indicator(builder: HandoutBuilder, indicator: str) -> Section:
    words, definition = builder.words, builder.library.indicators[indicator]
    every = [series_of(builder.library, slug, indicator) for slug in builder.selection.slugs]
    measured = [series for series in every if series.values]
    titles = {value.observation.source_title for series in measured for value in series.values}
    lines = [
        words(
            "handout.state_of",
            name=builder.names[slug],
            state=state_in_words(item, words),
            sum=the_sum(item, words),
            basis=words(f"indicators.basis.{item.indicator.basis}"),
        )
        for slug in builder.selection.slugs
        for item in builder.progress[slug]
        if item.indicator.indicator == indicator
    ]
    return builder.section(
        f"mittari-{indicator.replace('_', '-')}",
        "indicators",
        words.local(definition.names),
        kicker=words("handout.kicker_indicator"),
        lead=words.local(definition.definition),
        charts=(_chart(builder, indicator, measured),) if measured else (),
        lines=tuple(lines),
        row=(
            _named(builder, definition, measured),
            *(_latest(builder, slug, indicator) for slug in builder.selection.slugs),
        ),
        notes=tuple(
            [words("handout.values_from", titles="; ".join(sorted(titles)))] if titles else []
        ),
    )


def _named(
    builder: HandoutBuilder, definition: IndicatorDefinition, measured: Sequence[Series]
) -> str:
    """The name of an indicator with its unit, without the words that the name has already."""
    name = builder.words.local(definition.names)
    unit = unit_in_words(measured[0], builder.words).split() if measured else []
    told = " ".join(word for word in unit if word not in name.split())
    return f"{name}, {told}" if told else name


def _latest(builder: HandoutBuilder, slug: str, indicator: str) -> str:
    """The latest value of an indicator with its year, and its state in a word."""
    words = builder.words
    found = [item for item in builder.progress[slug] if item.indicator.indicator == indicator]
    if not found:
        return words("handout.none")
    value = found[0].series.latest
    state = state_in_a_word(found[0].judgement, words)
    if value is None:
        return state
    number = words.number(value.value, found[0].series.decimals)
    return words("handout.latest", value=number, year=value.year, state=state)


def _chart(builder: HandoutBuilder, indicator: str, every: Sequence[Series]) -> Chart:
    words, first = builder.words, every[0]
    shown = every[:MOST_LINES]
    title = words.local(first.definition.names)
    said = [series_in_words(series, builder.names[series.slug], words) for series in shown]
    if len(shown) < len(every):
        said.append(words("handout.lines_of", shown=len(shown), total=len(every)))
    unit = unit_in_words(first, words)
    return Chart(
        title=title,
        alt=f"{title}, {unit}. {' '.join(said)}",
        drawn=Lines(
            lines=tuple(_line(builder, series) for series in shown),
            unit=unit,
            decimals=first.decimals,
            band=_band(builder.library.ranges_of.get(indicator, ())),
            band_name=words("handout.band"),
            breaks=tuple(item.year for item in first.definition.breaks),
        ),
        table=_values(builder, title, unit, every),
    )


def _line(builder: HandoutBuilder, series: Series) -> Line:
    return Line(
        name=builder.names[series.slug],
        place=builder.places[series.slug],
        runs=tuple(tuple((value.year, value.value) for value in run) for run in series.runs),
    )


def _band(ranges: Sequence[RegionRange]) -> tuple[tuple[int, Decimal, Decimal], ...]:
    return tuple((row.year, row.low, row.high) for row in ranges)


def _values(builder: HandoutBuilder, title: str, unit: str, every: Sequence[Series]) -> Table:
    """The values by year, newest first; a year that nobody measured has no row."""
    words = builder.words
    years = sorted({value.year for series in every for value in series.values}, reverse=True)
    rows = []
    for year in years:
        values = [series.of_year(year) for series in every]
        rows.append(
            (
                str(year),
                *(
                    words.number(value.value, series.decimals) if value else words("handout.none")
                    for series, value in zip(every, values, strict=True)
                ),
            )
        )
    return Table(
        caption=f"{title}, {unit}",
        columns=(words("handout.year"), *(builder.names[series.slug] for series in every)),
        rows=tuple(rows),
        numeric=tuple(range(1, len(every) + 1)),
    )


def projects(builder: HandoutBuilder) -> list[Section]:
    """How many projects are in which state, and each of them by name."""
    words, table = builder.words, builder.projects
    if table.empty:
        return []
    for slug in builder.selection.slugs:
        for project in builder.library.dossiers[slug].projects:
            if project.source:
                builder.cite(slug, project.source)
    columns = ("project.name", "table.municipality", "project.years", "project.outcome")
    return [
        builder.section(
            "hankkeet",
            "projects",
            words("handout.projects_title"),
            charts=(_states(builder),),
            tables=(
                Table(
                    caption=words("handout.projects_table"),
                    columns=tuple(words(key) for key in columns),
                    rows=tuple(
                        (
                            row["name"],
                            builder.names[row["municipality"]],
                            words.span(row["start"], row["end"]),
                            words(f"state.{row['state']}"),
                        )
                        for row in table.to_dict("records")
                    ),
                ),
            ),
            lines=(words("handout.projects_note"),),
        )
    ]


def _states(builder: HandoutBuilder) -> Chart:
    words = builder.words
    found = state_counts(builder.projects, builder.selection.slugs)
    keys = [state for state in STATES if state in found.columns]
    names = [words(f"state.{state}") for state in keys]
    values = tuple(tuple(int(count) for count in row) for row in found[keys].to_numpy().tolist())
    title = words("handout.projects_chart")
    bars = Bars(tuple(builder.names.values()), tuple(names), tuple(keys), values)
    return Chart(
        title=title,
        alt=bars_in_words(title, bars, words),
        drawn=bars,
        table=Table(
            caption=title,
            columns=(words("table.municipality"), *names),
            rows=tuple(
                (name, *map(str, row))
                for name, row in zip(builder.names.values(), values, strict=True)
            ),
            numeric=tuple(range(1, len(names) + 1)),
        ),
    )


def bars_in_words(title: str, bars: Bars, words: Catalogue) -> str:
    """What bars show, one after another: an alternative text that tells no more than they do."""
    said = [
        words(
            "handout.states_of",
            name=category,
            states=", ".join(
                f"{amount} {name}" for amount, name in zip(row, bars.names, strict=True) if amount
            )
            or words("chart.no_projects"),
        )
        for category, row in zip(bars.categories, bars.values, strict=True)
    ]
    return f"{title}. {' '.join(said)}"


def gaps(builder: HandoutBuilder) -> list[Section]:
    """What is not known: counts by kind, then each gap with what could be done next."""
    words, items = builder.words, builder.gaps
    if not items:
        return []
    by_kind = counts(builder.library, builder.selection.versions, items, builder.selection.today)
    count_table = Table(
        caption=words("gap_register.counts"),
        columns=(words("gap_register.column_kind"), *builder.names.values()),
        rows=tuple(
            (
                words(f"gap_register.kind.{kind}"),
                *(
                    words("handout.count_of", count=count, total=total)
                    for count, total in found.values()
                ),
            )
            for kind, found in by_kind.items()
        ),
        numeric=tuple(range(1, len(builder.names) + 1)),
    )
    gap_table = Table(
        caption=words("handout.gap_table"),
        columns=gap_columns(words),
        rows=tuple(gap_row(item, builder.library, builder.names, words) for item in items),
    )
    return [
        builder.section(
            "aukot",
            "gaps",
            words("handout.gaps"),
            lead=words("handout.gaps_lead"),
            tables=(count_table, gap_table),
        )
    ]
