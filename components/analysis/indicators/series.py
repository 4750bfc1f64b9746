"""The values of an indicator in one municipality by year: gaps stay gaps, breaks stay breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.model import Break, IndicatorDefinition, Library, Observation, Point

POPULATION = "population"


@dataclass(frozen=True)
class Value:
    """One value of a year; per resident it tells the population that it was divided by."""

    year: int
    value: Decimal
    observation: Observation
    residents: Observation | None = None

    @property
    def point(self) -> Point:
        """The value as a point of the year's end."""
        return Point(date=str(self.year), value=self.value)


@dataclass(frozen=True)
class Series:
    """What is known of an indicator in a municipality, oldest first.

    `values` were measured, `planned` budgeted: the two are never one line. `left_out` are the
    years whose value has no population to be divided by.
    """

    slug: str
    indicator: str
    definition: IndicatorDefinition
    values: tuple[Value, ...]
    planned: tuple[Value, ...] = ()
    left_out: tuple[int, ...] = ()
    per_resident: bool = False

    @property
    def decimals(self) -> int:
        """How many decimals are shown."""
        scale = self.definition.per_resident
        return scale.decimals if self.per_resident and scale else self.definition.decimals

    @property
    def latest(self) -> Value | None:
        """The newest measured value."""
        return self.values[-1] if self.values else None

    @property
    def runs(self) -> tuple[tuple[Value, ...], ...]:
        """The values that a line may join: years in a row, no break, one definition."""
        runs: list[list[Value]] = []
        for value in self.values:
            if runs and joined(self.definition, runs[-1][-1], value):
                runs[-1].append(value)
            else:
                runs.append([value])
        return tuple(tuple(run) for run in runs)

    @property
    def comparable(self) -> tuple[Value, ...]:
        """The values that can be held against the newest one."""
        latest = self.latest
        if latest is None:
            return ()
        return tuple(
            value for value in self.values if not obstacles(self.definition, value, latest)
        )

    def of_year(self, year: int) -> Value | None:
        """The measured value of a year."""
        return next((value for value in self.values if value.year == year), None)


def series_of(
    library: Library, slug: str, indicator: str, *, per_resident: bool = False
) -> Series:
    """The series of an indicator; an amount may be divided by the residents of the same year."""
    definition = library.indicators[indicator]
    code = library.dossiers[slug].code
    residents = (
        {row.year: row for row in library.measured_of.get((code, POPULATION), ())}
        if per_resident and definition.per_resident
        else None
    )
    values: list[Value] = []
    planned: list[Value] = []
    left_out: list[int] = []
    every = library.observations_of.get((code, indicator), ())
    budgets = [row for row in every if row.kind == "budget"]
    measured = library.measured_of.get((code, indicator), ())
    for rows, kept in ((measured, values), (budgets, planned)):
        for row in rows:
            value = _value(definition, row, residents)
            if value is None:
                left_out.append(row.year)
            else:
                kept.append(value)
    return Series(
        slug=slug,
        indicator=indicator,
        definition=definition,
        values=tuple(values),
        planned=tuple(planned),
        left_out=tuple(sorted(left_out)),
        per_resident=residents is not None,
    )


def _value(
    definition: IndicatorDefinition,
    row: Observation,
    residents: dict[int, Observation] | None,
) -> Value | None:
    if residents is None or definition.per_resident is None:
        return Value(row.year, row.value, row)
    people = residents.get(row.year)
    if people is None or not people.value:
        return None
    scaled = row.value * definition.per_resident.times / people.value
    return Value(row.year, scaled, row, people)


def joined(definition: IndicatorDefinition, earlier: Value, later: Value) -> bool:
    """Whether a line may go from one value to the next."""
    return later.year - earlier.year == 1 and not obstacles(definition, earlier, later)


def obstacles(definition: IndicatorDefinition, one: Value, other: Value) -> list[str]:
    """Why two values cannot be held against each other: unit, definition, break."""
    found = []
    if unit_of(definition, one.observation) != unit_of(definition, other.observation):
        found.append("unit")
    if one.observation.variant != other.observation.variant:
        found.append("definition")
    if breaks_between(definition, one.year, other.year):
        found.append("break")
    return found


def unit_of(definition: IndicatorDefinition, row: Observation) -> str:
    """The unit that an observation is told in."""
    return row.unit or definition.unit.id


def breaks_between(definition: IndicatorDefinition, one: int, other: int) -> Sequence[Break]:
    """The breaks of a series on the way from one year to another."""
    first, last = sorted((one, other))
    return [item for item in definition.breaks if first < item.year <= last]
