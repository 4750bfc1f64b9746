"""The map of a site, by which search engines find its pages in every language."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

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
