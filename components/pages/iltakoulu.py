"""Iltakoulu: the chosen strategies as slides for a council evening, and the hand-outs of it."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from components.exports.asked import BY, LONGEST_TITLE, ONLY, SUBJECTS, TITLE
from components.exports.deck import Deck, deck_of
from components.exports.desk import Subject, Wish
from components.exports.handout import Handout
from components.exports.outline import handout
from components.pages.sections import handouts
from components.telling.gap_register import goal_in_words
from components.widgets.address import chosen, typed
from components.widgets.context import Context
from components.widgets.deck import show_deck
from components.widgets.figures import small
from components.widgets.frame import PRESENTING, presenting
from components.widgets.html import draw, unmarked
from components.widgets.kept import KEEP

SLUG = "iltakoulu"


def render(ctx: Context) -> None:
    """Draw the page; on the projector the deck alone."""
    st.title(ctx.words("iltakoulu.title"), anchor=False)
    draw(ctx, "lead", text=ctx.words("iltakoulu.lead"))
    wish = _wish(ctx)
    alone = presenting()
    whole, deck = _made(ctx, wish, _way_back() if alone else "")
    if not alone:
        _notice(ctx, wish, whole)
        draw(ctx, "deck_facts", whole=whole, count=len(deck.slides))
    with st.container(key="deck"):
        show_deck(deck, alone=alone, key="deck-slides")
    if not alone:
        small(ctx, f"{ctx.words('iltakoulu.keys')} {ctx.words('iltakoulu.same')}")
        handouts.render(ctx, wish, whole)
        draw(ctx, "deck_contents", slides=deck.slides)


def _wish(ctx: Context) -> Wish:
    """What the visitor asks for, all of it in the address."""
    with st.container(key="filter-deck", horizontal=True, vertical_alignment="bottom"):
        by = _by(ctx)
        names = _themes(ctx) if by == "theme" else _goals(ctx)
        picked = chosen(
            ONLY,
            names,
            [],
            lambda key: st.multiselect(
                ctx.words(f"iltakoulu.chosen_{by}"),
                list(names),
                format_func=names.__getitem__,
                placeholder=ctx.words("filter.all"),
                key=key,
            ),
            language=f"{by}-{ctx.language}",
            most=len(names) + 2,
        )
        title = typed(
            TITLE,
            "deck-title",
            lambda key: st.text_input(
                ctx.words("iltakoulu.name"),
                key=key,
                max_chars=LONGEST_TITLE,
                placeholder=ctx.words("handout.title", names=ctx.names(ctx.slugs)),
            ),
            kept=True,
            longest=LONGEST_TITLE,
        )
    return Wish(tuple(ctx.versions.values()), ctx.today, by, picked, title or None)


def _by(ctx: Context) -> Subject:
    labels = {name: ctx.words(f"iltakoulu.by_{subject}") for name, subject in SUBJECTS.items()}

    def draw_switch(key: str) -> str | None:
        return st.segmented_control(
            ctx.words("iltakoulu.by"),
            list(SUBJECTS),
            format_func=labels.__getitem__,
            required=True,
            key=key,
        )

    return SUBJECTS[
        chosen(BY, SUBJECTS, [next(iter(SUBJECTS))], draw_switch, language=ctx.language)[0]
    ]


def _themes(ctx: Context) -> dict[str, str]:
    """The names of all themes, also of those that no one speaks of: the deck says so."""
    return {theme: ctx.theme(theme) for theme in sorted(ctx.library.themes, key=ctx.theme)}


def _goals(ctx: Context) -> dict[str, str]:
    """The names of the goals, each with whose it is."""
    return {
        f"{slug}/{goal.id}": f"{ctx.name(slug)} · {goal_in_words(goal, ctx.words)}"
        for slug, version in ctx.versions.items()
        for goal in version.strategy.goals
    }


def _way_back() -> str:
    """The address of the page itself, with all that is chosen."""
    rest = [
        (name, value)
        for name in st.query_params
        if name != PRESENTING
        for value in st.query_params.get_all(name)
    ]
    return f"{SLUG}?{urlencode(rest)}"


def _notice(ctx: Context, wish: Wish, whole: Handout) -> None:
    """Say what was chosen and has no slide."""
    if wish.by == "theme":
        shown = {section.id for section in whole.sections if section.kind == "theme"}
        missing = [ctx.theme(item) for item in wish.chosen if f"teema-{item}" not in shown]
        key = "iltakoulu.unspoken"
    else:
        missing = [
            ctx.name(slug) for slug, version in ctx.versions.items() if not version.strategy.goals
        ]
        key = "iltakoulu.no_goals"
    if missing:
        st.info(unmarked(ctx.words(key, names=", ".join(missing))))


def _made(ctx: Context, wish: Wish, back: str) -> tuple[Handout, Deck]:
    """The hand-out that is wished for, and its deck."""

    def make() -> tuple[Handout, Deck]:
        whole = handout(ctx.library, wish, ctx.words)
        return whole, deck_of(whole, ctx.words, back=back)

    key = (_made.__qualname__, ctx.view, wish.by, wish.chosen, wish.title, back)
    # A deck says what its hand-out says, with markup around it: together twice the markup.
    return KEEP.get(ctx.library, key, make, lambda made: 2 * len(made[1].markup))
