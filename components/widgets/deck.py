"""The deck of slides inside a page: all of it at once, so that no slide waits for the server."""

from __future__ import annotations

from components.exports.deck import ASSETS, Deck
from components.widgets.own_component import name_of, own_component
from components.widgets.parts import Part, component

PLACE = '<div class="deck" hidden></div>'


def deck_part(deck: Deck, *, alone: bool, key: str) -> Part:
    """The deck as a part of a page; `alone` it fills the window."""
    own_component("deck", ASSETS, html=PLACE, css="deck.css", js="deck.js")
    data = {"html": deck.markup, "deck": deck.id, "alone": alone}
    return component(name_of("deck"), data, key)
