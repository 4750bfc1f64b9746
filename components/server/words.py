"""The few words a page carries before Streamlit has run: title, description and noscript text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components.i18n import catalogue
from components.pages import HOME


@dataclass(frozen=True)
class Words:
    """What only the bare document says, in one language."""

    description: str
    noscript: str


WORDS: Final[dict[str, Words]] = {
    "fi": Words(
        description=(
            "Kuntastrategiat vierekkäin: mitä kunnat ovat päättäneet, mistä se näkyy "
            "ja mitä siitä on tullut. Jokaisella lauseella on lähde."
        ),
        noscript=(
            "Strategiapeili tarvitsee JavaScriptin. "
            "Salli se selaimen asetuksista ja lataa sivu uudelleen."
        ),
    ),
    "sv": Words(
        description=(
            "Kommunstrategier sida vid sida: vad kommunerna har beslutat, var det står "
            "och vad det har blivit av det. Varje mening har en källa."
        ),
        noscript=(
            "Strategiapeili behöver JavaScript. "
            "Tillåt det i webbläsarens inställningar och ladda om sidan."
        ),
    ),
    "en": Words(
        description=(
            "Municipal strategies side by side: what the municipalities have decided, where "
            "it is written and what has come of it. Every sentence has its source."
        ),
        noscript=(
            "Strategiapeili needs JavaScript. "
            "Allow it in the browser's settings and reload the page."
        ),
    ),
}


def title(language: str, slug: str) -> str:
    """Name a page as components.app will a moment later; an unknown one is just the site's."""
    words = catalogue(language)
    key = f"page.{slug or HOME}"
    return f"{words(key)} – {words('app.name')}" if words.has(key) else words("app.name")
