"""The hand-out as a deck of slides: one markup for a page of the dashboard and for a file."""

from components.exports.deck.file import asset_text, deck_bytes
from components.exports.deck.markup import ASSETS, Deck, deck_of

__all__ = ["ASSETS", "Deck", "asset_text", "deck_bytes", "deck_of"]
