"""The few words that the server says itself: before Streamlit has run, and when it cannot."""

from dataclasses import dataclass
from typing import Final

from components.i18n import catalogue


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
            "Salli se selaimen asetuksista ja lataa sivu uudelleen. Samat asiat ilman skriptejä:"
        ),
    ),
    "sv": Words(
        description=(
            "Kommunstrategier sida vid sida: vad kommunerna har beslutat, var det står "
            "och vad det har blivit av det. Varje mening har en källa."
        ),
        noscript=(
            "Strategiapeili behöver JavaScript. "
            "Tillåt det i webbläsarens inställningar och ladda om sidan. Samma saker utan skript:"
        ),
    ),
    "en": Words(
        description=(
            "Municipal strategies side by side: what the municipalities have decided, where "
            "it is written and what has come of it. Every sentence has its source."
        ),
        noscript=(
            "Strategiapeili needs JavaScript. "
            "Allow it in the browser's settings and reload the page. The same without scripts:"
        ),
    ),
}


@dataclass(frozen=True)
class Error:
    """What an error page says, in one language."""

    title: str
    text: str
    home: str
    search: str


_FI: Final = {"home": "Etusivulle", "search": "Hae"}
_SV: Final = {"home": "Till startsidan", "search": "Sök"}
_EN: Final = {"home": "To the front page", "search": "Search"}
ERRORS: Final[dict[str, dict[str, Error]]] = {
    "fi": {
        "missing": Error(
            title="Sivua ei löydy",
            text=(
                "Tässä osoitteessa ei ole sivua. Se on voinut vaihtua, "
                "tai osoitteessa on kirjoitusvirhe."
            ),
            **_FI,
        ),
        "fault": Error(
            title="Jokin meni vikaan",
            text="Sivua ei saatu valmiiksi. Vika on kirjattu. Yritä hetken kuluttua uudelleen.",
            **_FI,
        ),
    },
    "sv": {
        "missing": Error(
            title="Sidan finns inte",
            text=(
                "Det finns ingen sida på den här adressen. Den kan ha ändrats, "
                "eller så är adressen felskriven."
            ),
            **_SV,
        ),
        "fault": Error(
            title="Något gick fel",
            text="Sidan blev inte färdig. Felet har antecknats. Försök igen om en stund.",
            **_SV,
        ),
    },
    "en": {
        "missing": Error(
            title="Page not found",
            text=(
                "There is no page at this address. It may have changed, "
                "or the address is misspelt."
            ),
            **_EN,
        ),
        "fault": Error(
            title="Something went wrong",
            text="The page could not be finished. The fault was logged. Try again in a moment.",
            **_EN,
        ),
    },
}


def title(language: str, slug: str) -> str:
    """Name a page as components.app will a moment later."""
    words = catalogue(language)
    return f"{words(f'page.{slug}')} – {words('app.name')}"
