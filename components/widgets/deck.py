"""The deck of slides inside a page: all of it at once, so that no slide waits for the server."""

from __future__ import annotations

from components.exports.deck import ASSETS, Deck
from components.widgets.own_component import own_component

PLACE = '<div class="deck" hidden></div>'


def show_deck(deck: Deck, *, alone: bool, key: str) -> None:
    """Draw the deck at this place; `alone` it fills the window."""
    draw = own_component("deck", ASSETS, html=PLACE, css="deck.css", js="deck.js")
    draw(data={"html": deck.markup, "deck": deck.id, "alone": alone}, key=key)
