"""The deck of slides inside a page: all of it at once, so that no slide waits for the server."""

from __future__ import annotations

import streamlit as st

from components.exports.deck import Deck, asset_text

PLACE = '<div class="deck" hidden></div>'


def draw_deck(deck: Deck, *, alone: bool, key: str) -> None:
    """Draw the deck; `alone` it fills the window."""
    component = st.components.v2.component(
        "deck", html=PLACE, css=asset_text("deck.css"), js=asset_text("deck.js")
    )
    component(key=key, data={"html": deck.markup, "deck": deck.id, "alone": alone})
