"""Themes, the concepts that make them up, and what Kuntalaki 37 § asks a strategy to consider."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from components.model.base import LAW_PATTERN, Id, LocalText, Record, Text


class LawTopic(Record):
    """A topic to take into account, or a duty, of Kuntalaki (410/2015) 37 §."""

    id: Annotated[str, Field(pattern=LAW_PATTERN)]
    number: Text
    kind: Literal["topic", "duty"]
    fi: Text
    sv: Text
    en: Text
    en_status: Text
    note: Text | None = None


class Concept(Record):
    """A meaning that may be worded in many ways; the lists hold the words of each language.

    `fi` is looked for in texts and in what people ask; `ask`, `sv` and `en` only in what they
    ask: everyday words that lead to an official sentence without standing in it.
    """

    label: LocalText
    fi: tuple[Text, ...] = ()
    ask: tuple[Text, ...] = ()
    sv: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class Theme(Record):
    """One of the shared themes under which the sentences of municipalities are compared."""

    names: LocalText
    basis: tuple[Text, ...]
    kuntalaki_37: tuple[Text, ...]
    kuntalaki_37_note: Text | None = None
    shared_concepts: tuple[Id, ...] = ()
    concepts: dict[Id, Concept]


class Themes(Record):
    """data/themes.yaml."""

    kuntalaki_37: tuple[LawTopic, ...]
    themes: dict[Id, Theme]
