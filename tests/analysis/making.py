"""Libraries to ask questions of: the real one, the fictional one, and small ones made by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from components.analysis.sentences.concepts import Lexicon
from components.analysis.sentences.sentences import Kind, Sentence
from components.analysis.strategies.versions import Version, choose
from components.loading import load
from components.model import (
    Concept,
    Dossier,
    Goal,
    Library,
    LocalText,
    Municipality,
    Outcome,
    Period,
    Project,
    ProjectFunding,
    Source,
    Statement,
    Strategy,
    Theme,
    Value,
)

PROJECT = Path(__file__).parents[2]
MALLIKUNTA = PROJECT / "tests" / "files" / "mallikunta"
TODAY = date(2026, 11, 21)


@cache
def real() -> Library:
    """The library of the project itself."""
    return load(PROJECT).library


@cache
def fictional() -> Library:
    """The library of Mallikunta, which uses every field."""
    return load(MALLIKUNTA).library


def _theme(name: str, **concepts: tuple[str, ...]) -> Theme:
    return Theme(
        names=LocalText(fi=name),
        basis=(),
        kuntalaki_37=(),
        concepts={
            concept: Concept(label=LocalText(fi=concept), fi=wordings)
            for concept, wordings in concepts.items()
        },
    )


THEMES = {
    "luonto": _theme("Luonto", metsa=("metsä*",), vesi=("vesi", "vede*", "järv*")),
    "talous": _theme("Talous", raha=("raha*", "velka+pois"), tyo=("työ*",)),
    "arki": _theme("Arki", koulu=("koulu*",), lapset=("lapsi", "lapset")),
}

LEXICON = Lexicon.of(THEMES)


def library(*dossiers: Dossier, **parts: Any) -> Library:  # noqa: ANN401 - any field
    """A library of these municipalities with three small themes."""
    return Library(
        **{"dossiers": {item.slug: item for item in dossiers}, "themes": THEMES, **parts}
    )


def dossier(slug: str, *strategies: Strategy, code: str = "001", **parts: Any) -> Dossier:  # noqa: ANN401
    """A municipality with one source, `lahde`, whose text is `<slug>.txt`."""
    source = Source(
        id="lahde", title="Lähde", publisher="Kunta", kind="web_page", text=f"{slug}.txt"
    )
    return Dossier(
        municipality=Municipality(code=code, slug=slug, name=LocalText(fi=slug.capitalize())),
        strategies=strategies or (strategy(f"{slug}-1"),),
        **{"sources": (source,), **parts},
    )


def strategy(name: str, /, *goals: Goal, **parts: Any) -> Strategy:  # noqa: ANN401 - any field
    """A version whose source is `lahde`."""
    return Strategy(**{"id": name, "title": name, "source": "lahde", "goals": goals, **parts})


def goal(name: str, /, *statements: Statement, **parts: Any) -> Goal:  # noqa: ANN401 - any field
    """A goal called by its id."""
    return Goal(**{"id": name, "name": name, "statements": statements, **parts})


def statement(name: str, text: str, *themes: str) -> Statement:
    """A statement of these themes."""
    return Statement(id=name, text=text, themes=themes)


def value(name: str, text: str | None = None, *themes: str) -> Value:
    """A value; its id is its name in small letters."""
    return Value(id=name.lower(), name=name, text=text, themes=themes)


def project(name: str, /, **parts: Any) -> Project:  # noqa: ANN401 - any field
    """A project called by its id."""
    return Project(**{"id": name, "name": name, "source": "lahde", **parts})


def outcome(project_id: str, state: Any, day: date | None = None, code: str = "001") -> Outcome:  # noqa: ANN401
    """What was reported of a project on a day."""
    return Outcome(
        municipality_code=code,
        project=project_id,
        state=state,
        date=day,
        source_title="Raportti",
        licence="CC0",
    )


def funding(project_id: str, code: str = "001", **parts: Any) -> ProjectFunding:  # noqa: ANN401
    """A row of a register; sums of money are given as whole numbers or text."""
    money = {name: Decimal(str(parts[name])) for name in parts if name.endswith("_eur")}
    given: dict[str, Any] = parts | money
    return ProjectFunding(
        municipality_code=code,
        project=project_id,
        source_title="Rekisteri",
        licence="CC0",
        **given,
    )


def said(slug: str, name: str, text: str, *themes: str, kind: Kind = "statement") -> Sentence:
    """A sentence that stands alone."""
    return Sentence(slug, name, kind, "lahde", text=text, words=text, themes=themes)


def versions(library_: Library, *slugs: str) -> list[Version]:
    """The versions shown of these municipalities, or of all."""
    return [choose(library_.dossiers[slug], TODAY) for slug in slugs or library_.dossiers]


def years(start: int | str, end: int | str | None = None) -> Period:
    """A period from years, months or days."""
    return Period(start=str(start), end=None if end is None else str(end))
