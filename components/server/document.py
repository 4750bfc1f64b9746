"""Streamlit's index.html, made ours: language, title, description, noscript, boot script."""

from __future__ import annotations

import html
import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from streamlit.file_util import get_static_dir

from components.server.words import WORDS, title

_NOSCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
# What is replaced below. Each must be there exactly once, or an upgrade of Streamlit would
# quietly take the language or the key guard away.
_NEEDED: Final = (
    '<html lang="en">',
    "<title>Streamlit</title>",
    "<noscript>",
    "</noscript>",
    "</head>",
)


class ChangedIndexError(Exception):
    """Streamlit's index.html is not the one this package knows."""


class Document:
    """Makes the first answer of every page from Streamlit's own index.html."""

    def __init__(self, index: str, boot: str) -> None:
        """Take the two texts, and refuse an index.html that cannot be made ours."""
        for needed in _NEEDED:
            if (found := index.count(needed)) != 1:
                message = (
                    f"Streamlit's index.html holds {needed!r} {found} times instead of once: "
                    "this release of Streamlit needs a change in components/server/document.py"
                )
                raise ChangedIndexError(message)
        self._index = index
        self._boot = boot

    @classmethod
    def installed(cls) -> Document:
        """Make one from the installed Streamlit."""
        index = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
        boot = files(__package__).joinpath("boot.js").read_text(encoding="utf-8")
        return cls(index, boot)

    def render(self, language: str, slug: str) -> bytes:
        """Return the document of one page in one of our languages."""
        words = WORDS[language]
        head = (
            f"<title>{html.escape(title(language, slug))}</title>\n"
            f'    <meta name="description" content="{html.escape(words.description)}" />'
        )
        noscript = f"<noscript><p>{html.escape(words.noscript)}</p></noscript>"
        page = self._index.replace('<html lang="en">', f'<html lang="{language}">')
        page = page.replace("<title>Streamlit</title>", head)
        page = _NOSCRIPT.sub(lambda _: noscript, page)
        # A classic script in the head runs before Streamlit's deferred module scripts. It is the
        # same for every request, so that a security policy can name it by its hash.
        page = page.replace("</head>", f"<script>\n{self._boot}</script>\n  </head>")
        return page.encode()
