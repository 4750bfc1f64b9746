"""Sources, and the sentences that rest on them."""

from __future__ import annotations

from typing import ClassVar, Literal

from components.model.base import Day, FileName, Id, Record, SourceId, Text, ThemeId, Url

SourceKind = Literal["web_page", "minutes", "project_list", "register"]


class Source(Record):
    """A published document; `text` is its archived copy in data/sources/."""

    kind_name: ClassVar[str] = "source"

    id: Id
    title: Text
    publisher: Text
    kind: SourceKind
    date: Day | None = None
    url: Url | None = None
    text: FileName | None = None
    note: Text | None = None


class Cited(Record):
    """Something that a source says.

    `source` is inherited from the nearest record around it that names one. `quote` holds the
    exact words of the source where the text shown differs from them.
    """

    source: SourceId | None = None
    quote: Text | None = None


class Statement(Cited):
    """One sentence as adopted."""

    kind_name: ClassVar[str] = "statement"

    id: Id
    text: Text
    themes: tuple[ThemeId, ...] = ()


class Duty(Statement):
    """A promise to follow up: what is done, how often, and before whom."""

    kind_name: ClassVar[str] = "duty"

    what: Literal["budget", "indicators", "report", "daily_work"]
    every: Literal["year", "half_term"] | None = None
    to: Text | None = None
