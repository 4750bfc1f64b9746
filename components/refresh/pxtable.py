"""What a PxWeb table holds, and which of it to ask for: chosen by role and text, never by code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.utils import default_process

from components.refresh.failure import AnswerError, listing
from components.refresh.shapes import FIRST_YEAR, group, items, text, texts

TOTAL_CODE = "SSS"
TOTAL_TEXTS = ("yhteensä", "totalt", "total")
YEAR = re.compile(r"([0-9]{4})\*?")  # a star marks preliminary figures
NEAR = 60
"""From this likeness on (of 100) a label is worth guessing."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of a table: the texts of its values by their codes, and how it is marked."""

    code: str
    name: str
    values: Mapping[str, str]
    may_be_left_out: bool
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its metadata tells it."""

    title: str
    variables: tuple[Variable, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask of a table: the values by variable, and what the codes mean.

    `indicators` are by the code of their content; the key is empty where the table has one.
    """

    values: Mapping[str, tuple[str, ...]]
    area: str
    municipalities: Mapping[str, str]
    time: str
    years: Mapping[str, int]
    content: str
    indicators: Mapping[str, tuple[str, ...]]


def read_table(answer: object) -> Table:
    """The table that metadata tells of.

    Raises:
        AnswerError: when it is no metadata of a table.
    """
    data = group(answer, "the metadata")
    roles = {
        role: texts(codes, f"role {role}")
        for role, codes in group(data.get("role", {}), "role").items()
    }
    variables = tuple(
        _variable(group(each, "a variable"), roles)
        for each in items(data.get("variables"), "variables")
    )
    return Table(text(data.get("title", ""), "title"), variables)


def _variable(data: Mapping[str, object], roles: Mapping[str, list[str]]) -> Variable:
    code = text(data.get("code"), "the code of a variable")
    values = texts(data.get("values"), f"values of {code}")
    names = texts(data.get("valueTexts", values), f"valueTexts of {code}")
    if len(values) != len(names):
        message = f"variable {code} has {len(values)} values and {len(names)} texts"
        raise AnswerError(message)
    found = {role for role, codes in roles.items() if code in codes}
    if data.get("time") is True:
        found.add("time")
    return Variable(
        code=code,
        name=text(data.get("text", code), f"text of {code}"),
        values=dict(zip(values, names, strict=True)),
        may_be_left_out=data.get("elimination") is True,
        roles=frozenset(found),
    )


def queries(
    table: Table, contents: Mapping[str, str | None], names: Mapping[str, str]
) -> list[Query]:
    """What to ask of a table for indicators, by their labels, and municipalities, by their codes.

    Contents that are values of the same variable are asked for together.

    Raises:
        AnswerError: when an area, a content or the total of another variable is not found.
    """
    area, municipalities = _areas(table, names)
    time, years = _years(table)
    kinds = [variable for variable in table.variables if variable not in (area, time)]
    by_content: dict[str, dict[str, tuple[str, ...]]] = {}
    faults = []
    for indicator, label in contents.items():
        try:
            variable, value = _content(kinds, label) if label else ("", "")
        except AnswerError as error:
            faults.append(f"{indicator}: {error}")
            continue
        same = by_content.setdefault(variable, {})
        same[value] = (*same.get(value, ()), indicator)
    if faults:
        raise AnswerError("\n".join(faults))
    found = []
    for content, indicators in by_content.items():
        values = {area.code: tuple(municipalities), time.code: tuple(years)}
        if content:
            values[content] = tuple(indicators)
        values |= {
            variable.code: (_total(variable),)
            for variable in kinds
            if variable.code != content and not variable.may_be_left_out
        }
        found.append(
            Query(values, area.code, municipalities, time.code, years, content, indicators)
        )
    return found


def _areas(table: Table, names: Mapping[str, str]) -> tuple[Variable, dict[str, str]]:
    """The variable of areas, and the municipalities by the codes of its values.

    A plain code counts only beside the municipality's name: three digits may be anything.
    """
    found = []
    for variable in table.variables:
        areas = {}
        for code, name in names.items():
            if f"KU{code}" in variable.values:
                areas[f"KU{code}"] = code
            elif _same(variable.values.get(code, ""), name):
                areas[code] = code
        if areas:
            found.append((variable, areas))
    marked = [each for each in found if "geo" in each[0].roles]
    chosen = marked or found
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        asked = listing([f"{code} {name}" for code, name in names.items()])
        message = f"no variable has the area {asked}"
    else:
        several = listing([variable.name for variable, _ in chosen])
        message = f"several variables have the area: {several}"
    raise AnswerError(message)


def _years(table: Table) -> tuple[Variable, dict[str, int]]:
    """The variable of time, and the years by the codes of its values."""
    found = [variable for variable in table.variables if "time" in variable.roles]
    if len(found) != 1:
        names = listing([variable.name for variable in found]) or "none"
        message = f"one variable should be marked as time (found: {names})"
        raise AnswerError(message)
    (time,) = found
    years = {}
    for code, name in time.values.items():
        year = YEAR.fullmatch(code) or YEAR.fullmatch(name.strip())
        if year is None:
            message = f"variable '{time.name}' should hold years, not '{name}'"
            raise AnswerError(message)
        if int(year[1]) >= FIRST_YEAR:
            years[code] = int(year[1])
    if not years or len(set(years.values())) < len(years):
        message = f"variable '{time.name}' should hold every year once"
        raise AnswerError(message)
    return time, years


def _content(kinds: list[Variable], label: str) -> tuple[str, str]:
    """The variable and value that bear a label."""
    found = [
        (variable.code, code)
        for variable in kinds
        for code, name in variable.values.items()
        if _same(name, label)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{len(found)} contents are called '{label}'"
        raise AnswerError(message)
    labels = [name for variable in _contents(kinds) for name in variable.values.values()]
    near = process.extractOne(label, labels, processor=default_process, score_cutoff=NEAR)
    guess = f"; did you mean '{near[0]}'?" if near else ""
    message = f"no content is called '{label}' (there are: {listing(labels) or 'none'}{guess})"
    raise AnswerError(message)


def _contents(kinds: list[Variable]) -> list[Variable]:
    """Where contents may stand: the marked variables, else all that cannot be left out."""
    marked = [variable for variable in kinds if "metric" in variable.roles]
    return marked or [variable for variable in kinds if not variable.may_be_left_out]


def _total(variable: Variable) -> str:
    """The value of a variable that stands for all its values."""
    if TOTAL_CODE in variable.values:
        return TOTAL_CODE
    if len(variable.values) == 1:
        return next(iter(variable.values))
    for code, name in variable.values.items():
        if " ".join(name.split()).casefold() in TOTAL_TEXTS:
            return code
    values = listing(list(variable.values.values()))
    message = f"variable '{variable.name}' has no total to choose (its values: {values})"
    raise AnswerError(message)


def _same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but case and spaces."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
