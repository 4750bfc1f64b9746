"""What stands in the table below the panels of an indicator, and what is to be minded of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.series import Series
from components.i18n import Catalogue
from components.model import Observation, RegionRange
from components.phrases.indicators import (
    breaks_of,
    facts_of,
    range_in_words,
    region_in_words,
    value_in_words,
)

Origin = tuple[str, str | None, str]
"""A source: its title, its address and its licence."""


@dataclass(frozen=True)
class IndicatorValues:
    """The values of municipalities by year, the region beside them, and where they come from.

    `told`, `middle` and `ends` are by year; `facts` are by municipality, `told` by both.
    """

    years: Sequence[int]
    told: Mapping[str, Mapping[int, str]]
    region: str | None
    middle: Mapping[int, str]
    ends: Mapping[int, str]
    facts: Mapping[str, Sequence[str]]
    breaks: Sequence[str]
    range: Sequence[str]
    population: Observation | None
    sources: Sequence[Origin]


def indicator_values(
    every: Mapping[str, Series],
    progresses: Mapping[str, Sequence[Progress]],
    ranges: Sequence[RegionRange],
    words: Catalogue,
) -> IndicatorValues:
    """The series of an indicator, one a municipality, as a table with what it rests on."""
    found = [value for series in every.values() for value in (*series.values, *series.planned)]
    known = {value.year for value in found}
    near = [row for row in ranges if known and min(known) <= row.year <= max(known)]
    rows = [*(value.observation for value in found), *near]
    return IndicatorValues(
        years=sorted(known | {row.year for row in near}),
        told={slug: _by_year(series, words) for slug, series in every.items()},
        region=region_in_words(near[0].region, words) if near else None,
        middle={row.year: _number(every, row.median, words) for row in near},
        ends={
            row.year: f"{_number(every, row.low, words)} – {_number(every, row.high, words)}"
            for row in near
        },
        facts={slug: facts_of(every[slug], progresses[slug], words) for slug in every},
        breaks=_breaks(every, words),
        range=range_in_words(next(iter(every.values())).definition, near, words) if near else (),
        population=next((value.residents for value in found if value.residents), None),
        sources=list(
            dict.fromkeys((row.source_title, row.source_url, row.licence) for row in rows)
        ),
    )


def _number(every: Mapping[str, Series], value: Decimal, words: Catalogue) -> str:
    return words.number(value, next(iter(every.values())).definition.decimals)


def _breaks(every: Mapping[str, Series], words: Catalogue) -> list[str]:
    """Each break once, whoever it is seen with."""
    found = {item.year: item for series in every.values() for item in breaks_of(series)}
    return [
        words("chart_indicator.break", year=year, reason=words.local(item.reason))
        for year, item in sorted(found.items())
    ]


def _by_year(series: Series, words: Catalogue) -> dict[int, str]:
    """The values by year; a measured one and a budget of the same year stand together."""
    told: dict[int, str] = {}
    for value in (*series.values, *series.planned):
        shown = value_in_words(series, value, words)
        told[value.year] = f"{told[value.year]}; {shown}" if value.year in told else shown
    return told
