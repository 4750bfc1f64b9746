"""Every cited sentence of the library, in one shape, with where it stands and what backs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from components.model import (
    Cited,
    Decision,
    Dossier,
    Goal,
    Indicator,
    LocalText,
    Plan,
    Programme,
    Project,
    Strategy,
    Translation,
)

Kind = Literal[
    "vision",
    "mission",
    "operating_environment",
    "value",
    "aim",
    "goal",
    "statement",
    "success_factor",
    "duty",
    "programme",
    "project",
    "decision",
    "assessment",
]


@dataclass(frozen=True)
class Sentence:
    """One cited sentence: `name` or `text` is shown, `words` stand in the source."""

    slug: str
    id: str
    kind: Kind
    source: str
    name: str | None = None
    text: str | None = None
    words: str | None = None
    themes: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    strategy: str | None = None
    goal: str | None = None
    owner: str | None = None
    plain: LocalText | None = None
    translation: Translation | None = None
    name_translation: Translation | None = None

    @property
    def key(self) -> str:
        """The id that is unique in the whole library."""
        return f"{self.slug}/{self.id}"

    @property
    def all_words(self) -> str:
        """The name and the text together: a value or a project may be known by either."""
        return ". ".join(part for part in (self.name, self.text) if part)

    @property
    def shown(self) -> str:
        """The text, or the name of what has no text."""
        return self.text or self.name or ""


def sentences(dossier: Dossier) -> Iterator[Sentence]:
    """All sentences of a municipality in the order of its file."""
    for decision in dossier.decisions:
        yield from _of_decision(dossier.slug, decision)
    for strategy in dossier.strategies:
        yield from strategy_sentences(dossier.slug, strategy)
    yield from programme_sentences(dossier)
    for project in dossier.projects:
        yield from _of_project(dossier.slug, project)
    for assessment in dossier.assessments:
        yield sentence(dossier.slug, "assessment", assessment, None)


def citations(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Everything cited, plans and indicators too: the id of the source and the exact words."""
    for item in cited_sentences(dossier):
        if item.words:
            yield item.source, item.words


def cited_sentences(dossier: Dossier) -> Iterator[Sentence]:
    """The sentences, and the words behind plans and indicators likewise."""
    yield from sentences(dossier)
    for project in dossier.projects:
        if project.plan:
            yield plan_sentence(dossier.slug, project, project.plan)
    for indicator in dossier.indicators:
        yield indicator_sentence(dossier.slug, indicator)


def strategy_sentences(slug: str, strategy: Strategy) -> Iterator[Sentence]:
    """The sentences of one version of a strategy."""
    lists: tuple[tuple[Kind, Iterable[Cited]], ...] = (
        ("operating_environment", strategy.operating_environment),
        ("vision", strategy.vision),
        ("mission", strategy.mission),
        ("value", strategy.values),
        ("aim", strategy.aims),
        ("success_factor", strategy.success_factors),
        ("duty", strategy.duties),
    )
    for kind, records in lists:
        for record in records:
            yield sentence(slug, kind, record, strategy.source, strategy=strategy.id)
    for goal in strategy.goals:
        yield from goal_sentences(slug, strategy, goal)


def goal_sentences(slug: str, strategy: Strategy, goal: Goal) -> Iterator[Sentence]:
    """The goal itself, when it has a name, and its statements."""
    source = goal.source or strategy.source
    where = {"strategy": strategy.id, "goal": goal.id}
    if goal.name is not None:
        yield sentence(slug, "goal", goal, source, **where)
    for statement in goal.statements:
        yield sentence(slug, "statement", statement, source, **where)


def programme_sentences(dossier: Dossier) -> Iterator[Sentence]:
    """The programmes and policies of a municipality with their statements and duties."""
    for programme in dossier.programmes:
        yield from _of_programme(dossier.slug, programme)


def _of_programme(slug: str, programme: Programme) -> Iterator[Sentence]:
    yield sentence(slug, "programme", programme, None)
    for statement in programme.statements:
        yield sentence(slug, "statement", statement, programme.source, owner=programme.id)
    for duty in programme.duties:
        yield sentence(slug, "duty", duty, programme.source, owner=programme.id)


def _of_project(slug: str, project: Project) -> Iterator[Sentence]:
    yield sentence(slug, "project", project, None)
    for statement in project.statements:
        yield sentence(slug, "statement", statement, project.source, owner=project.id)


def _of_decision(slug: str, decision: Decision) -> Iterator[Sentence]:
    yield sentence(slug, "decision", decision, None)
    for statement in decision.statements:
        yield sentence(slug, "statement", statement, decision.source, owner=decision.id)


def sentence(  # noqa: PLR0913 - one place names all that a sentence hangs on
    slug: str,
    kind: Kind,
    record: Cited,
    outer_source: str | None,
    *,
    strategy: str | None = None,
    goal: str | None = None,
    owner: str | None = None,
) -> Sentence:
    """The sentence that a cited record holds; the source is its own or the one around it."""
    name, text = getattr(record, "name", None), getattr(record, "text", None)
    title = record.title if isinstance(record, Decision) else None
    return Sentence(
        slug=slug,
        id=getattr(record, "id", ""),
        kind=kind,
        source=record.source or outer_source or "",
        name=name or title,
        text=text,
        words=record.quote or text or name,
        themes=getattr(record, "themes", ()),
        law=getattr(record, "law", ()),
        strategy=strategy,
        goal=goal,
        owner=owner,
        plain=record.plain,
        translation=record.translation,
        name_translation=record.name_translation,
    )


def plan_sentence(slug: str, project: Project, plan: Plan) -> Sentence:
    """The words in which a source tells what was decided of a project.

    The dot keeps its id apart from those of the data, which have none.
    """
    return Sentence(
        slug=slug,
        id=f"{project.id}.plan",
        kind="project",
        source=plan.source or project.source or "",
        words=plan.quote,
    )


def indicator_sentence(slug: str, indicator: Indicator) -> Sentence:
    """The words in which a source sets an indicator; one that we have chosen has none."""
    return Sentence(
        slug=slug,
        id=indicator.id,
        kind="statement",
        source=indicator.source or "",
        text=indicator.quote,
        words=indicator.quote,
    )
