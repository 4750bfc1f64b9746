"""Streamlit's index.html, made ours: language, title, description, noscript, icons, scripts."""

import html
import logging
import re
from importlib.resources import files
from typing import Final, Self

from components.i18n import DEFAULT, LANGUAGES, catalogue
from components.pages import HOME
from components.reports.places import HOME as HOME_REPORT
from components.reports.places import REPORTS
from components.server.assets import STREAMLIT, asset_files
from components.server.first_screen import ahead_of_scripts, preloads, style

_LOGGER: Final = logging.getLogger(__name__)
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
# What is replaced below. A release that has it otherwise is served as it comes, and said so.
_EXPECTED: Final = (
    '<html lang="en">',
    "<title>Streamlit</title>",
    "<noscript>",
    "</noscript>",
    "</head>",
    "</body>",
    _ICON,
)
_WORDS_HERE: Final = "'streamlit_words.json'"


class Document:
    """Makes the first answer of every page from Streamlit's own index.html."""

    def __init__(
        self, index: str, scripts: tuple[str, ...], first: str = "", last: str = ""
    ) -> None:
        """Take the texts, and warn of an index.html that cannot wholly be made ours.

        `first` is markup that stands before all scripts, `last` markup at the end of the body.
        """
        for expected in _EXPECTED:
            if (found := index.count(expected)) != 1:
                _LOGGER.warning(
                    "Streamlit's index.html holds %r %d times instead of once: pages lack what "
                    "components/server/document.py puts there",
                    expected,
                    found,
                )
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
    def installed(cls) -> Self:
        """Make one from the installed Streamlit."""
        index = (STREAMLIT / "index.html").read_text(encoding="utf-8")
        boot, places, said = (_own(f"{name}.js") for name in ("boot", "places", "streamlit_words"))
        said = said.replace(_WORDS_HERE, _own("streamlit_words.json").strip())
        first = f"{ahead_of_scripts(asset_files(STREAMLIT))}\n    {preloads(STREAMLIT)}"
        return cls(index, (boot, places, said), first, style())

    @property
    def scripts(self) -> tuple[str, ...]:
        """The inline scripts of every page, which the security policy has to name."""
        return tuple(_SCRIPT.findall(self._index))

    def render(self, language: str, slug: str) -> bytes:
        """Return the document of one page in one of our languages."""
        words = catalogue(language)
        # As components.app will name it a moment later.
        title = f"{words(f'page.{slug}')} – {words('app.name')}"
        head = (
            f"<title>{html.escape(title)}</title>\n"
            f'    <meta name="description" content="{html.escape(words("server.description"))}" />'
        )
        for other in LANGUAGES:
            head += (
                f'\n    <link rel="alternate" hreflang="{other}" href="{_link(other, slug)}" />'
            )
        named = html.escape(words("reports.index"))
        reports = f'<a href="./{REPORTS}/{HOME_REPORT.file(language)}">{named}</a>'
        told = html.escape(words("server.noscript"))
        noscript = f"<noscript><p>{told} {reports}</p></noscript>"
        page = self._index.replace('<html lang="en">', f'<html lang="{language}">')
        page = page.replace("<title>Streamlit</title>", head)
        return _NOSCRIPT.sub(lambda _: noscript, page).encode()


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _link(language: str, slug: str) -> str:
    """Return the address of the page in a language, relative to itself."""
    page = "./" if slug == HOME else f"./{slug}"
    return page if language == DEFAULT else f"{page}?kieli={language}"
