"""Iltakoulu: the chosen strategies as slides for a council evening, and the hand-outs of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from components.exports.asked import BY, LONGEST_TITLE, ONLY, SUBJECTS, TITLE
from components.exports.deck import Deck, deck_of
from components.exports.desk import Subject, Wish
from components.exports.handout import Handout
from components.exports.outline import handout, title_key
from components.pages.sections import handouts
from components.telling.gap_register import goal_in_words
from components.widgets.address import chosen, typed
from components.widgets.context import Context
from components.widgets.deck import deck_part
from components.widgets.figures import small_print
from components.widgets.frame import on_own_server, title
from components.widgets.html import drawn, unmarked
from components.widgets.kept import KEEP, kept
from components.widgets.parts import Group, Part, notice

SLUG = "iltakoulu"
PRESENTING = "esitys"


@dataclass(frozen=True)
class Evening:
    """What the page shows of one wish, made once for all who wish the same."""

    above: Part
    deck: Part
    below: Part
    contents: Part

    @property
    def size(self) -> int:
        """Bytes of all of it."""
        return sum(part.size for part in (self.above, self.deck, self.below, self.contents))


def render(ctx: Context) -> None:
    """Draw the page; with `esitys=1` the deck alone, for the projector and the presenter."""
    title(ctx, ctx.words("iltakoulu.title"))
    _lead(ctx)
    wish = _wish(ctx)
    back = _way_back() if st.query_params.get(PRESENTING) == "1" else ""
    linked = on_own_server()
    evening = _made(ctx, wish, back, linked=linked)
    if not back:
        evening.above.send()
    with st.container(key="wall" if back else "deck"):
        evening.deck.send()
    if not back:
        evening.below.send()
        if not linked:
            handouts.buttons(ctx, wish)
        evening.contents.send()


@kept
def _lead(ctx: Context) -> Iterator[Part]:
    yield drawn(ctx, "lead", text=ctx.words("iltakoulu.lead"))


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
                select_all=False,  # none chosen means all, and Enter picks what was typed
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
                placeholder=ctx.words(title_key(ctx.slugs), names=ctx.names(ctx.slugs)),
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


def _above(ctx: Context, wish: Wish, whole: Handout, deck: Deck) -> Iterator[Part]:
    """What was chosen and has no slide, and what there is."""
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
        yield notice(unmarked(ctx.words(key, names=", ".join(missing))))
    yield drawn(ctx, "deck_facts", whole=whole, count=len(deck.slides))


def _below(ctx: Context, wish: Wish, *, linked: bool) -> Iterator[Part]:
    """How the deck is used, and what can be handed out of it."""
    yield small_print(ctx, f"{ctx.words('iltakoulu.keys')} {ctx.words('iltakoulu.same')}")
    yield from handouts.opening(ctx, wish, linked=linked)


def _made(ctx: Context, wish: Wish, back: str, *, linked: bool) -> Evening:
    """The evening that is wished for; with a way `back` its deck fills the window."""

    def make() -> Evening:
        whole = handout(ctx.library, wish, ctx.words)
        deck = deck_of(whole, ctx.words, back=back)
        return Evening(
            Group(tuple(_above(ctx, wish, whole, deck))),
            deck_part(deck, alone=bool(back), key="deck-slides"),
            Group(tuple(_below(ctx, wish, linked=linked))),
            drawn(ctx, "deck_contents", slides=deck.slides),
        )

    key = (_made.__qualname__, ctx.view, wish.by, wish.chosen, wish.title, back, linked)
    return KEEP.get(ctx.library, key, make, lambda evening: evening.size)
