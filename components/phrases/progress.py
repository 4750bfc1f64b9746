"""The progress of an indicator in words: the sum that its state rests on, and what to mind."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from components.analysis.indicators.due_dates import After, Milestone, Turn
from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.progress import Judgement
from components.analysis.indicators.series import Series, Value
from components.i18n import Catalogue
from components.model import IndicatorDefinition, Point, Target, last_day

SINCE: Mapping[Turn, str] = {
    "fallen": "due.fallen",
    "risen": "due.risen",
    "left": "due.left",
    "seen": "due.seen",
    "unseen": "due.unseen",
}


def state_in_words(item: Progress, words: Catalogue) -> str:
    """The state, with the trend where that is all there is, and what came after a due date."""
    return _with_after(item, words)


def milestone_in_words(item: Milestone, words: Catalogue) -> str:
    """The state of one of the targets, told as that of the whole."""
    return _with_after(item, words)


def state_in_short(item: Progress | Milestone, words: Catalogue) -> str:
    """The state with its year where newer values are known, for where there is no room for more.

    Whoever shows it tells what came after elsewhere.
    """
    state = judgement_in_words(item.judgement, words)
    if item.newest and item.measured:
        return words("due.as_of", state=state, date=words.moment(item.measured.point.date))
    return state


def _with_after(item: Progress | Milestone, words: Catalogue) -> str:
    told = [_after_in_words(after, words) for after in item.after]
    return ", ".join([state_in_short(item, words), *told])


def _after_in_words(after: After, words: Catalogue) -> str:
    date = words.moment(after.point.date)
    if after.turn == "late":
        return words.count("due.late", after.years, date=date)
    return words(SINCE[after.turn], date=date)


def judgement_in_words(judgement: Judgement, words: Catalogue) -> str:
    """A state, with the trend where that is all there is; without one even that is unknown."""
    if judgement.state == "trend_only" and judgement.trend is None:
        return words("trend.unknown")
    state = words(f"indicator_state.{judgement.state}")
    if judgement.trend is None:
        return state
    return f"{state}: {words(f'trend.{judgement.trend}')}"


def state_in_a_word(judgement: Judgement, words: Catalogue) -> str:
    """A state, or the trend where that is all there is: for a table of many."""
    if judgement.state == "trend_only":
        return words(f"trend.{judgement.trend or 'unknown'}")
    return words(f"indicator_state.{judgement.state}")


def the_sum(item: Progress, words: Catalogue) -> str:
    """Where it began, is and should be, with the shares of the way and of the time."""
    told = [words(f"sum.{_kind(item)}", **_facts(item, words))]
    if item.newest:
        seen = item.newest.observation.unit
        newest = point_in_words(item.definition, item.newest.point, words, seen)
        told.append(words("due.newest", value=newest))
    return " ".join(told)


def _kind(item: Progress) -> str:
    """Which sentence tells the sum: by what is known, not by how good it is."""
    state, target = item.state, item.target
    if state == "no_data":
        return "no_data_target" if target else "no_data"
    if state == "not_comparable":
        return "not_comparable" if item.indicator.baseline else "not_comparable_target"
    if state in {"maintained", "outside_band"}:
        return "band" if target and target.is_band else "kept"
    if state == "trend_only":
        known = "trend" if item.judgement.trend else "one_value"
        return f"{known}_target" if target else known
    if item.judgement.way is None:
        return "no_way_begun" if item.indicator.baseline else "no_way"
    return "way"


def _facts(item: Progress, words: Catalogue) -> dict[str, str]:
    definition, measured = item.definition, item.measured
    told, seen = item.indicator.unit, measured.observation.unit if measured else None
    now = measured.point if measured else None
    facts = {
        "unit": _unit(definition, seen, words)[0],
        "begin_unit": _unit(definition, told, words)[0],
        "way": _percent(item.judgement.way, words),
        "time": _percent(item.judgement.time, words),
        "trend": words(f"trend.{item.judgement.trend}") if item.judgement.trend else "",
        "reason": _reason(item, words),
        "aim": target_in_words(definition, item.target, words, told) if item.target else "",
    }
    for name, point, unit in (("begin", item.begin, told), ("now", now, seen)):
        decimals = _unit(definition, unit, words)[1]
        facts[name] = words.number(point.value, decimals) if point else ""
        facts[f"{name}_date"] = words.moment(point.date) if point else ""
    return facts


def _unit(definition: IndicatorDefinition, told: str | None, words: Catalogue) -> tuple[str, int]:
    """The name of a unit and its decimals: the indicator's own, per resident, or another."""
    scale = definition.per_resident
    if told is None or told == definition.unit.id:
        return words.local(definition.unit), definition.decimals
    if scale and told == scale.unit.id:
        return words.local(scale.unit), scale.decimals
    return told, definition.decimals


def _reason(item: Progress, words: Catalogue) -> str:
    if item.breaks:
        return " ".join(words.local(each.reason) for each in item.breaks)
    return words("sum.other_measure")


def _percent(share: Fraction | None, words: Catalogue) -> str:
    """A share as whole per cent, rounded half up."""
    if share is None:
        return ""
    return words.number(Decimal(100 * share.numerator) / Decimal(share.denominator))


def target_in_words(
    definition: IndicatorDefinition, target: Target, words: Catalogue, unit: str | None = None
) -> str:
    """A target with its unit and moment: a value, or the band to stay within."""
    name, decimals = _unit(definition, unit, words)
    facts = {"unit": name, "date": words.moment(target.date)}
    if target.low is not None and target.high is not None:
        low, high = (words.number(end, decimals) for end in (target.low, target.high))
        return words("sum.band_of", low=low, high=high, **facts)
    value = words.number(target.value or Decimal(0), decimals)
    return words("sum.value_of", value=value, **facts)


def point_in_words(
    definition: IndicatorDefinition, point: Point, words: Catalogue, unit: str | None = None
) -> str:
    """A value with its unit and moment."""
    name, decimals = _unit(definition, unit, words)
    return words(
        "sum.value_of",
        value=words.number(point.value, decimals),
        unit=name,
        date=words.moment(point.date),
    )


def cautions(item: Progress, words: Catalogue) -> list[str]:
    """What to mind when the state is read."""
    said = []
    target, latest, measured = item.target, item.latest, item.measured
    for flag in item.flags:
        if flag == "target_year_passed" and target and measured:
            said.append(_off_the_date(item, target, measured, words))
        elif flag == "before_period" and latest:
            said.append(words("flag.before_period", latest=words.moment(latest.date)))
        elif flag == "no_baseline":
            said.append(words("flag.no_baseline"))
    if item.begin_is_ours and item.judgement.trend:
        said.append(words("flag.begin_is_ours"))
    return said


def _off_the_date(item: Progress, target: Target, measured: Value, words: Catalogue) -> str:
    """That the due date itself has no value, and of when the one is that counts."""
    facts = {
        "target": words.moment(target.date),
        "latest": words.moment(measured.point.date),
    }
    if measured.year > last_day(target.date).year:
        return words("flag.target_year_later", **facts)
    return words("flag.target_year_before" if item.newest else "flag.target_year_passed", **facts)


def series_in_words(series: Series, name: str, words: Catalogue) -> str:
    """A series in one sentence: its first and last value, and what it lacks between."""
    if not series.values:
        return words("series.none", name=name)
    unit = unit_in_words(series, words)
    first, last = series.values[0], series.values[-1]
    facts = {
        "name": name,
        "unit": unit,
        "first": words.number(first.value, series.decimals),
        "first_year": str(first.year),
        "last": words.number(last.value, series.decimals),
        "last_year": str(last.year),
    }
    return words("series.one" if first is last else "series.from_to", **facts)


def unit_in_words(series: Series, words: Catalogue) -> str:
    """The unit that a series is shown in."""
    scale = series.definition.per_resident
    return words.local(scale.unit if series.per_resident and scale else series.definition.unit)
