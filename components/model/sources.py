"""Sources, and the sentences that rest on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final, Literal

from components.model.base import (
    Day,
    FileName,
    Id,
    LawId,
    LocalText,
    Record,
    SourceId,
    Text,
    ThemeId,
    Url,
)

SourceKind = Literal["web_page", "minutes", "project_list", "register"]

_NONE_STATED = "lisenssiä ei ilmoiteta sivulla; lähde mainittava"
RIGHTS: Final[Mapping[SourceKind, str]] = {
    "minutes": "viranomaisen päätös, ei tekijänoikeussuojaa (tekijänoikeuslaki 9 §)",
    "web_page": _NONE_STATED,
    "project_list": _NONE_STATED,
    "register": _NONE_STATED,
}
"""By what right words of a source are repeated, as the tables of the data say it."""


class Source(Record):
    """A published document; `text` is its archived copy in data/sources/.

    A `partial` one is a summary or an extract: what it lacks may stand in the whole document.
    """

    kind_name: ClassVar[str] = "source"

    id: Id
    title: Text
    publisher: Text
    kind: SourceKind
    date: Day | None = None
    url: Url | None = None
    text: FileName | None = None
    partial: bool = False
    note: Text | None = None

    @property
    def licence(self) -> str:
        """By what right its words are repeated."""
        return RIGHTS[self.kind]


class Translation(Record):
    """An unofficial translation of official Finnish words."""

    sv: Text | None = None
    en: Text | None = None

    def get(self, language: str) -> str | None:
        """The translation into a language, where there is one."""
        return {"sv": self.sv, "en": self.en}.get(language)


class Texts(Record):
    """Our words beside official ones.

    `plain` tells what they mean, in plain words. `translation` and `name_translation` are
    unofficial, of the text (or of the name of what has no text) and of the name or title.
    """

    plain: LocalText | None = None
    translation: Translation | None = None
    name_translation: Translation | None = None


class TextsFile(Record):
    """strategies/texts/SLUG.yaml: our words by the id of what they stand beside."""

    texts: dict[Id, Texts]


class Cited(Record):
    """Something that a source says, and our words beside it.

    `source` is inherited from the nearest record around it that names one. `quote` holds the
    exact words of the source where the text shown differs from them.
    """

    joined = frozenset(Texts.model_fields)

    source: SourceId | None = None
    quote: Text | None = None
    plain: LocalText | None = None
    translation: Translation | None = None
    name_translation: Translation | None = None


class Statement(Cited):
    """One sentence as adopted.

    `law` names the topics and duties of Kuntalaki 37 § that it speaks of, where an editor has
    settled them; they then stand instead of those that its themes propose.
    """

    kind_name: ClassVar[str] = "statement"

    id: Id
    text: Text
    themes: tuple[ThemeId, ...] = ()
    law: tuple[LawId, ...] = ()


class Duty(Statement):
    """A promise to follow up: what is done, how often, and before whom."""

    kind_name: ClassVar[str] = "duty"

    what: Literal["budget", "indicators", "report", "daily_work"]
    every: Literal["year", "half_term"] | None = None
    to: Text | None = None
