"""Addresses on the web: what they look like, and the map by which search engines find ours."""

import re
from collections.abc import Iterable, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

HOST: Final = r"(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?"
ORIGIN: Final = re.compile(rf"(?P<scheme>https?)://(?P<host>{HOST})")
PUBLIC: Final = re.compile(rf"https?://{HOST}(?:/[A-Za-z0-9._~-]+)*")
"""It may lie below a path of a site; a slash at its end is taken off before."""
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def sitemap(root: str, pages: Iterable[Mapping[str, str]]) -> str:
    """Every page in every language, each naming the others; addresses lie below the root."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<urlset {NAMESPACES}>"]
    for page in pages:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" '
            f"href={quoteattr(f'{root}/{address}')}/>"
            for language, address in page.items()
        )
        lines += [
            f"<url><loc>{escape(f'{root}/{address}')}</loc>{others}</url>"
            for address in page.values()
        ]
    return "\n".join([*lines, "</urlset>", ""])
