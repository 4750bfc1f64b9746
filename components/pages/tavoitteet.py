"""Tavoitteet: one municipality's goals as a tree, and the decisions behind them."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.analysis.indicators.indicator_progress import progress_of
from components.analysis.sentences.sentences import (
    Kind,
    Sentence,
    sentence,
    sentences,
    strategy_sentences,
)
from components.analysis.strategies.goals import goal_tree
from components.model import Decision, Dossier, Programme, Strategy
from components.pages.sections import cycle, trail, versions
from components.widgets.address import chosen
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.controls import pick_theme
from components.widgets.figures import result
from components.widgets.frame import title
from components.widgets.html import draw, unmarked

SLUG = "tavoitteet"
OTHER_KINDS: tuple[Kind, ...] = (
    "vision",
    "mission",
    "value",
    "aim",
    "operating_environment",
    "success_factor",
    "duty",
)


@dataclass(frozen=True)
class ProgrammeView:
    """A programme with its sentences and the decision that approved it."""

    record: Programme
    sentence: Sentence
    statements: tuple[Sentence, ...]
    duties: tuple[Sentence, ...]
    decision: Decision | None


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("goals.title"))
    slug, theme = _filters(ctx)
    _goals(ctx, slug, theme)
    versions.render(ctx, slug)
    trail.render(ctx, slug)
    cycle.render(ctx, slug)


@cached
def _goals(ctx: Context, slug: str, theme: str | None) -> None:
    """The goals as a tree, what else the strategy says, and the programmes."""
    strategy = ctx.versions[slug].strategy
    dossier = ctx.library.dossiers[slug]
    draw(ctx, "lead", text=ctx.words("goals.lead", name=ctx.name(slug), title=strategy.title))
    draw(ctx, "contents", entries=_contents(ctx, dossier, theme))
    branches = goal_tree(ctx.library, slug, strategy, theme)
    st.header(ctx.words("goals.tree"), anchor="paamaarat")
    if branches:
        result(ctx, _shown(ctx, slug, theme, len(branches)))
        measured = {item.key: item for item in progress_of(ctx.library, slug, ctx.today)}
        draw(ctx, "goals", branches=branches, measured=measured)
    else:
        st.info(unmarked(_nothing(ctx, slug, theme)))
    if theme is None:
        _rest(ctx, slug, strategy)
    _programmes(ctx, dossier, theme)


def _contents(ctx: Context, dossier: Dossier, theme: str | None) -> list[tuple[str, str]]:
    """The sections that the page has, by their anchors."""
    named = {
        "paamaarat": "goals.tree",
        "muut": "goals.rest" if theme is None else "",
        "ohjelmat": "goals.programmes" if dossier.programmes and theme is None else "",
        "versiot": "versions.title" if len(dossier.strategies) > 1 else "",
        "paatokset": "trail.title",
        "vuosikello": "cycle.title",
    }
    return [(anchor, ctx.words(key)) for anchor, key in named.items() if key]


def _filters(ctx: Context) -> tuple[str, str | None]:
    with st.container(key="filter-goals", horizontal=True, vertical_alignment="bottom"):
        slug = _whose(ctx) if len(ctx.slugs) > 1 else ctx.slugs[0]
        theme = pick_theme(ctx.library, list(ctx.library.themes), ctx.words, "teema")
    return slug, theme


def _whose(ctx: Context) -> str:
    def draw_switch(key: str, first: str | None) -> str | None:
        return st.segmented_control(
            ctx.words("goals.whose"),
            list(ctx.slugs),
            format_func=lambda slug: unmarked(ctx.name(slug)),
            required=True,
            default=first,
            key=key,
        )

    return chosen("kenen", ctx.slugs, ctx.slugs[:1], draw_switch, language=ctx.language)[0]


def _shown(ctx: Context, slug: str, theme: str | None, count: int) -> str:
    """How many goals there are; one that hears the page is told when that has changed."""
    if theme is None:
        return ctx.words.count("goals.shown", count, name=ctx.name(slug))
    return ctx.words.count(
        "goals.shown_of_theme", count, name=ctx.name(slug), theme=ctx.theme(theme)
    )


def _nothing(ctx: Context, slug: str, theme: str | None) -> str:
    if theme is None:
        return ctx.words("goals.none", name=ctx.name(slug))
    return ctx.words("goals.none_of_theme", name=ctx.name(slug), theme=ctx.theme(theme))


def _rest(ctx: Context, slug: str, strategy: Strategy) -> None:
    """What else the strategy says: vision, mission, values, aims, duties."""
    said = {
        kind: [item for item in strategy_sentences(slug, strategy) if item.kind == kind]
        for kind in OTHER_KINDS
    }
    if any(said.values()):
        st.header(ctx.words("goals.rest"), anchor="muut")
        draw(ctx, "strategy_parts", said=said)


def _programmes(ctx: Context, dossier: Dossier, theme: str | None) -> None:
    every = list(sentences(dossier))
    decisions = {item.id: item for item in dossier.decisions}
    views = [
        ProgrammeView(
            record=record,
            sentence=sentence(dossier.slug, "programme", record, None),
            statements=_owned(every, record.id, "statement"),
            duties=_owned(every, record.id, "duty"),
            decision=decisions.get(record.approved_by or ""),
        )
        for record in dossier.programmes
        if theme is None or theme in record.themes
    ]
    if views:
        st.header(ctx.words("goals.programmes"), anchor="ohjelmat")
        draw(ctx, "programmes", programmes=views)


def _owned(every: list[Sentence], owner: str, kind: Kind) -> tuple[Sentence, ...]:
    return tuple(item for item in every if item.owner == owner and item.kind == kind)
