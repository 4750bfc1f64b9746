"""Streamlit's index.html, made ours: language, title, description, noscript, icons, scripts."""

from __future__ import annotations

import html
import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from streamlit.file_util import get_static_dir

from components.i18n import DEFAULT, LANGUAGES, catalogue
from components.pages import HOME
from components.reports.places import HOME as HOME_REPORT
from components.reports.places import REPORTS
from components.server.assets import asset_files
from components.server.first_screen import ahead_of_scripts, preloads, style
from components.server.words import WORDS, title

_NOSCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_SCRIPT: Final = re.compile(r'<script(?: type="importmap")?>(.*?)</script>', re.DOTALL)
_ICON: Final = '<link rel="shortcut icon" href="./favicon.png" />'
# Streamlit's script puts the address of the first back, whatever it is: ours has the same.
_ICONS: Final = (
    f'{_ICON}\n    <link rel="icon" href="./favicon.svg" type="image/svg+xml" />\n'
    '    <link rel="apple-touch-icon" href="./favicon.png" />'
)
# It leads to the description of an interface that is not offered here.
_AGENT: Final = '<link rel="service-desc" href="./_stcore/agent/openapi.json" />'
# What is replaced below. Each must be there exactly once, or an upgrade of Streamlit would
# quietly take the language or the key guard away.
_NEEDED: Final = (
    '<html lang="en">',
    "<title>Streamlit</title>",
    "<noscript>",
    "</noscript>",
    "</head>",
    "</body>",
    _ICON,
    _AGENT,
)
_WORDS_HERE: Final = "'streamlit_words.json'"


class ChangedIndexError(Exception):
    """Streamlit's index.html is not the one this package knows."""


class Document:
    """Makes the first answer of every page from Streamlit's own index.html."""

    def __init__(
        self, index: str, scripts: tuple[str, ...], first: str = "", last: str = ""
    ) -> None:
        """Take the texts, and refuse an index.html that cannot be made ours.

        `first` is markup that stands before all scripts, `last` markup at the end of the body.
        """
        for needed in _NEEDED:
            if (found := index.count(needed)) != 1:
                message = (
                    f"Streamlit's index.html holds {needed!r} {found} times instead of once: "
                    "this release of Streamlit needs a change in components/server/document.py"
                )
                raise ChangedIndexError(message)
        # Classic scripts in the head run before Streamlit's deferred module scripts. They are the
        # same for every request, so that the security policy can name them by their hashes.
        ours = "".join(f"<script>\n{script}</script>\n  " for script in scripts)
        self._index = (
            index.replace("<title>", f"{first}\n    <title>")
            .replace("</head>", f"{ours}</head>")
            .replace("</body>", f"  {last}\n  </body>")
            .replace(_ICON, _ICONS)
            .replace(_AGENT, "")
        )

    @classmethod
    def installed(cls) -> Document:
        """Make one from the installed Streamlit."""
        folder = Path(get_static_dir())
        index = (folder / "index.html").read_text(encoding="utf-8")
        boot, places, said = (_own(f"{name}.js") for name in ("boot", "places", "streamlit_words"))
        said = said.replace(_WORDS_HERE, _own("streamlit_words.json").strip())
        first = f"{ahead_of_scripts(asset_files(folder))}\n    {preloads(folder)}"
        return cls(index, (boot, places, said), first, style())

    @property
    def scripts(self) -> tuple[str, ...]:
        """The inline scripts of every page, which the security policy has to name."""
        return tuple(_SCRIPT.findall(self._index))

    def render(self, language: str, slug: str) -> bytes:
        """Return the document of one page in one of our languages."""
        words = WORDS[language]
        head = (
            f"<title>{html.escape(title(language, slug))}</title>\n"
            f'    <meta name="description" content="{html.escape(words.description)}" />'
        )
        for other in LANGUAGES:
            head += (
                f'\n    <link rel="alternate" hreflang="{other}" href="{_link(other, slug)}" />'
            )
        reports = f'<a href="./{REPORTS}/{HOME_REPORT.file(language)}">{_named(language)}</a>'
        noscript = f"<noscript><p>{html.escape(words.noscript)} {reports}</p></noscript>"
        page = self._index.replace('<html lang="en">', f'<html lang="{language}">')
        page = page.replace("<title>Streamlit</title>", head)
        return _NOSCRIPT.sub(lambda _: noscript, page).encode()


def _named(language: str) -> str:
    return html.escape(catalogue(language)("reports.index"))


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _link(language: str, slug: str) -> str:
    """Return the address of the page in a language, relative to itself."""
    page = "./" if slug == HOME else f"./{slug}"
    return page if language == DEFAULT else f"{page}?kieli={language}"
