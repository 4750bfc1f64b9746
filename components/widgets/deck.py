"""The deck of slides inside a page: all of it at once, so that no slide waits for the server."""

from __future__ import annotations

from functools import cache

import streamlit as st

from components.exports.deck import ASSETS, Deck

PLACE = '<div class="deck" hidden></div>'


@cache
def _text(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def draw_deck(deck: Deck, *, alone: bool, key: str) -> None:
    """Draw the deck; `alone` it fills the window."""
    component = st.components.v2.component(
        "deck", html=PLACE, css=_text("deck.css"), js=_text("deck.js")
    )
    component(key=key, data={"html": deck.markup, "deck": deck.id, "alone": alone})
