"""Iltakoulu: the chosen strategies as slides for a council evening, and the hand-outs of it."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from components.exports.deck import Deck, deck_of
from components.exports.handout.builder import Selection, Subject
from components.exports.handout.outline import handout, title_key
from components.exports.handout.records import Handout
from components.exports.links import BY, LONGEST_TITLE, ONLY, SUBJECTS, TITLE
from components.pages.sections import handouts
from components.phrases.gap_register import goal_in_words
from components.widgets.address import chosen, typed
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.deck import draw_deck
from components.widgets.figures import small
from components.widgets.frame import on_own_server, title
from components.widgets.html import draw, unmarked

SLUG = "iltakoulu"
PRESENTING = "esitys"


def render(ctx: Context) -> None:
    """Draw the page; with `esitys=1` the deck alone, for the projector and the presenter."""
    title(ctx, ctx.words("iltakoulu.title"))
    _lead(ctx)
    selection = _selection(ctx)
    back = _way_back() if st.query_params.get(PRESENTING) == "1" else ""
    if not back:
        _above(ctx, selection)
    with st.container(key="wall" if back else "deck"):
        draw_deck(_deck(ctx, selection, back), alone=bool(back), key="deck-slides")
    if not back:
        linked = on_own_server()
        _below(ctx, selection, linked=linked)
        if not linked:
            handouts.buttons(ctx, selection)
        _contents(ctx, selection)


@cached
def _lead(ctx: Context) -> None:
    draw(ctx, "lead", text=ctx.words("iltakoulu.lead"))


def _selection(ctx: Context) -> Selection:
    """What the visitor asks for, all of it in the address."""
    with st.container(key="filter-deck", horizontal=True, vertical_alignment="bottom"):
        by = _by(ctx)
        names = _themes(ctx) if by == "theme" else _goals(ctx)
        picked = chosen(
            ONLY,
            names,
            [],
            lambda key, first: st.multiselect(
                ctx.words(f"iltakoulu.chosen_{by}"),
                list(names),
                format_func=names.__getitem__,
                placeholder=ctx.words("filter.all"),
                select_all=False,  # none chosen means all, and Enter picks what was typed
                default=first,
                key=key,
            ),
            language=f"{by}-{ctx.language}",
            most=len(names) + 2,
        )
        title = typed(
            TITLE,
            "deck-title",
            lambda key, first: st.text_input(
                ctx.words("iltakoulu.name"),
                first,
                key=key,
                max_chars=LONGEST_TITLE,
                placeholder=ctx.words(title_key(ctx.slugs), names=ctx.names(ctx.slugs)),
            ),
            kept=True,
            longest=LONGEST_TITLE,
        )
    return Selection(tuple(ctx.versions.values()), ctx.today, by, picked, title or None)


def _by(ctx: Context) -> Subject:
    labels = {name: ctx.words(f"iltakoulu.by_{subject}") for name, subject in SUBJECTS.items()}

    def draw_switch(key: str, first: str | None) -> str | None:
        return st.segmented_control(
            ctx.words("iltakoulu.by"),
            list(SUBJECTS),
            format_func=labels.__getitem__,
            required=True,
            default=first,
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


@cached
def _handout(ctx: Context, selection: Selection) -> Handout:
    return handout(ctx.library, selection, ctx.words)


@cached
def _deck(ctx: Context, selection: Selection, back: str) -> Deck:
    """The deck; with a way `back` it fills the window."""
    return deck_of(_handout(ctx, selection), ctx.words, back=back)


@cached
def _above(ctx: Context, selection: Selection) -> None:
    """What was chosen and has no slide, and what there is."""
    whole = _handout(ctx, selection)
    if selection.by == "theme":
        shown = {section.id for section in whole.sections if section.kind == "theme"}
        missing = [ctx.theme(item) for item in selection.chosen if f"teema-{item}" not in shown]
        key = "iltakoulu.unspoken"
    else:
        missing = [
            ctx.name(slug) for slug, version in ctx.versions.items() if not version.strategy.goals
        ]
        key = "iltakoulu.no_goals"
    if missing:
        st.info(unmarked(ctx.words(key, names=", ".join(missing))))
    count = len(_deck(ctx, selection, "").slides)
    draw(ctx, "deck_facts", whole=whole, count=count)


@cached
def _below(ctx: Context, selection: Selection, *, linked: bool) -> None:
    """How the deck is used, and what can be handed out of it."""
    small(ctx, f"{ctx.words('iltakoulu.keys')} {ctx.words('iltakoulu.same')}")
    handouts.opening(ctx, selection, linked=linked)


@cached
def _contents(ctx: Context, selection: Selection) -> None:
    """The list of the slides."""
    draw(ctx, "deck_contents", slides=_deck(ctx, selection, "").slides)
