"""What all records are made of: ids, references, texts in three languages, moments and periods."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

import pydantic
from pydantic import Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LAW_PATTERN = r"^[a-z]+(_[a-z]+)*$"
CODE_PATTERN = r"^[0-9]{3}$"
DAY_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
CRITERION_PATTERN = r"^[1-4]\.[1-9]\.[1-9][0-9]?$"
MAILBOX_PATTERN = r"^[^\s@?&]+@[^\s@?&]+$"
MOMENT_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

MOST = Decimal(10**12)
"""Larger than any figure of a municipality: what passes it is a slip of the exponent."""


def _hide_joined(schema: dict[str, Any], record: type[pydantic.BaseModel]) -> None:
    """Take the joined fields out of a JSON schema: they belong in another file."""
    for name in getattr(record, "joined", ()):
        schema["properties"].pop(name, None)


class Record(pydantic.BaseModel):
    """A frozen record that takes no unknown keys and converts nothing.

    `joined` names the fields that loading fills from another file.
    """

    joined: ClassVar[frozenset[str]] = frozenset()
    model_config = pydantic.ConfigDict(
        extra="forbid", strict=True, frozen=True, json_schema_extra=_hide_joined
    )


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field as the id of a record of this kind, so that one rule checks them all."""

    kind: str


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
Year = Annotated[int, Field(ge=1900, le=2100)]
Euros = Annotated[int, Field(ge=0)]

SourceId = Annotated[Id, Ref("source")]
ThemeId = Annotated[Id, Ref("theme")]
LawId = Annotated[str, StringConstraints(pattern=LAW_PATTERN), Ref("law")]
DecisionId = Annotated[Id, Ref("decision")]
StrategyId = Annotated[Id, Ref("strategy")]
GoalId = Annotated[Id, Ref("goal")]
ProjectId = Annotated[Id, Ref("project")]
IndicatorId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$"), Ref("indicator")
]


def read_day(value: object) -> object:
    """The day that an ISO text names; other values pass on to be refused by type."""
    if not isinstance(value, str):
        return value
    try:
        if re.fullmatch(DAY_PATTERN, value):  # fromisoformat takes 20240101 and 2024-W01-1 too
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("bad_date", "not a day of the calendar")


def read_moment(value: object) -> object:
    """A year, a month or a day as ISO text; a whole number is a year."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    try:
        if re.fullmatch(MOMENT_PATTERN, value):
            first_day(value)
            return value
    except ValueError:
        pass
    raise PydanticCustomError("bad_date", "not a year, a month or a day of the calendar")


def first_day(moment: str) -> date:
    """The first day that a moment covers: 2020-08 begins on 2020-08-01."""
    year, month, day = ([int(part) for part in moment.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def last_day(moment: str) -> date:
    """The last day that a moment covers: 2020 ends on 2020-12-31."""
    year, _, rest = moment.partition("-")
    month, _, day = (rest or "12").partition("-")
    final = int(day) if day else monthrange(int(year), int(month))[1]
    return date(int(year), int(month), final)


Day = Annotated[
    date,
    pydantic.BeforeValidator(read_day),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Moment = Annotated[
    str,
    pydantic.BeforeValidator(read_moment),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1900, "maximum": 2100},
                {"type": "string", "pattern": MOMENT_PATTERN},
            ]
        }
    ),
]


def check_order(start: str | None, end: str | None) -> None:
    """Refuse an end before the start; what is not known cannot be out of order."""
    if start is not None and end is not None and last_day(end) < first_day(start):
        raise PydanticCustomError(
            "period_order", "ends before it begins", {"start": start, "end": end}
        )


class LocalText(Record):
    """Our own words in Finnish and, where given, in Swedish and English."""

    fi: Text
    sv: Text | None = None
    en: Text | None = None

    def get(self, language: str) -> str:
        """The text in the language, or the Finnish one where it is missing."""
        return {"sv": self.sv, "en": self.en}.get(language) or self.fi


class Period(Record):
    """From the first moment to the last, both included; without an end it goes on."""

    start: Moment
    end: Moment | None = None

    @pydantic.model_validator(mode="after")
    def ordered(self) -> Self:
        """A period does not end before it begins."""
        check_order(self.start, self.end)
        return self

    @property
    def first(self) -> date:
        """The first day."""
        return first_day(self.start)

    @property
    def last(self) -> date | None:
        """The last day; None while no end is known."""
        return None if self.end is None else last_day(self.end)

    def ended(self, today: date) -> bool:
        """Whether the last day has passed."""
        return self.last is not None and self.last < today
