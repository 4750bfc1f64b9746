"""A series in words: what its picture shows, with the numbers, gaps and breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from components.analysis.indicators.indicator_groups import Group
from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.indicator_rows import missing_years
from components.analysis.indicators.series import Series, Value, breaks_between, unit_of
from components.i18n import Catalogue
from components.model import Break, IndicatorDefinition, RegionRange
from components.phrases.progress import (
    milestone_in_words,
    point_in_words,
    series_in_words,
    target_in_words,
    unit_in_words,
)


def value_in_words(series: Series, value: Value, words: Catalogue) -> str:
    """A value as it is shown: its number, its unit if not the usual one, what kind it is."""
    number = words.number(value.value, series.decimals)
    row = value.observation
    if value.residents is None and unit_of(series.definition, row) != series.definition.unit.id:
        number = f"{number} {row.unit}"
    if row.kind == "actual":
        return number
    return words(f"indicators.kind_{row.kind}", value=number)


def with_unit(series: Series, value: Value, words: Catalogue) -> str:
    """A value with its unit; the unit of one that is told otherwise is its own."""
    told = value_in_words(series, value, words)
    if value.residents is None and value.observation.unit:
        return told
    return f"{told} {unit_in_words(series, words)}"


def spans_in_words(spans: Sequence[tuple[int, int]], words: Catalogue) -> str:
    """Years and spans of years as a list."""
    return words.names([words.span(str(first), str(last)) for first, last in spans])


def breaks_of(series: Series) -> Sequence[Break]:
    """The breaks between the first and the last year that are known, budgets too."""
    years = [value.year for value in (*series.values, *series.planned)]
    return breaks_between(series.definition, min(years), max(years)) if years else ()


def facts_of(series: Series, progresses: Sequence[Progress], words: Catalogue) -> list[str]:
    """What a series lacks and what it is to reach, a sentence each."""
    said = []
    gaps = missing_years(series)
    if gaps:
        count = sum(last - first + 1 for first, last in gaps)
        said.append(words.count("chart_indicator.gap", count, years=spans_in_words(gaps, words)))
    if series.left_out:
        years = words.names([str(year) for year in series.left_out])
        said.append(words("chart_indicator.no_population", years=years))
    if series.planned:
        planned = [
            f"{words.number(value.value, series.decimals)} ({value.year})"
            for value in series.planned
        ]
        said.append(words("chart_indicator.budget", values=words.names(planned)))
    said += [
        words("chart_indicator.break", year=item.year, reason=words.local(item.reason))
        for item in breaks_of(series)
    ]
    for item in progresses:
        said += targets_in_words(series.definition, item, words)
    return said


def targets_in_words(
    definition: IndicatorDefinition, item: Progress, words: Catalogue
) -> list[str]:
    """The stated baseline and every target with its state."""
    said = []
    if item.indicator.baseline and item.indicator.targets:
        begin = point_in_words(definition, item.indicator.baseline, words, unit_told(item))
        said.append(words("chart_indicator.baseline", value=begin))
    for milestone in item.milestones:
        aim = target_in_words(definition, milestone.target, words, unit_told(item))
        state = milestone_in_words(milestone, words)
        said.append(words("chart_indicator.target", aim=aim, state=state))
    return said


def range_in_words(
    definition: IndicatorDefinition, ranges: Sequence[RegionRange], words: Catalogue
) -> list[str]:
    """The middle and the ends of the region in its newest year."""
    if not ranges:
        return []
    row = ranges[-1]
    numbers = {
        name: words.number(value, definition.decimals)
        for name, value in (("median", row.median), ("low", row.low), ("high", row.high))
    }
    return [
        words.count(
            "chart_indicator.region",
            row.municipalities,
            region=region_in_words(row.region, words),
            year=row.year,
            **numbers,
        )
    ]


def region_in_words(region: str, words: Catalogue) -> str:
    """The name of a region in the language of the page, or as the table has it."""
    key = f"region.{region.lower()}"
    return words(key) if words.has(key) else region


def panel_in_words(
    series: Series,
    name: str,
    progresses: Sequence[Progress],
    ranges: Sequence[RegionRange],
    words: Catalogue,
) -> str:
    """Everything that a panel shows, in sentences."""
    return " ".join(
        [
            series_in_words(series, name, words),
            *facts_of(series, progresses, words),
            *range_in_words(series.definition, ranges, words),
        ]
    )


def unit_told(item: Progress) -> str | None:
    """The unit of baseline and targets where it is not the indicator's own."""
    unit = item.indicator.unit
    return None if unit == item.definition.unit.id else unit


def share_in_words(share: Fraction | None, words: Catalogue) -> str:
    """A share as whole per cent, rounded half up."""
    if share is None:
        return ""
    return words.number(Decimal(100 * share.numerator) / Decimal(share.denominator))


def groups_in_words(counts: Mapping[Group, int], name: str, words: Catalogue) -> str:
    """How many indicators a municipality has and how many of them stand how."""
    told = [
        f"{words.number(count)} {words(f'indicator_group.{group}')}"
        for group, count in counts.items()
    ]
    if not told:
        return words("chart_indicator.no_indicators", name=name)
    return words.count(
        "chart_indicator.groups_of", sum(counts.values()), name=name, groups=words.names(told)
    )


def targets_in_short(item: Progress, words: Catalogue) -> str:
    """The target that the state is judged against, as few words tell it."""
    target = item.target
    if target is None:
        return ""
    ends = (target.value,) if target.low is None else (target.low, target.high)
    decimals = item.definition.decimals
    value = "–".join(words.number(end, decimals) for end in ends if end is not None)
    if unit_told(item):
        value = f"{value} {unit_told(item)}"
    return words("chart_indicator.aim", value=value, date=words.moment(target.date))
