"""What a machine asks a site for: robots.txt, sitemap.xml and the icons."""

from __future__ import annotations

from http import HTTPStatus
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.i18n import DEFAULT, LANGUAGES
from components.pages import HOME, PAGES
from components.server.address import site
from components.server.prepared import Prepared

if TYPE_CHECKING:
    from starlette.requests import Request

    from components.server.settings import Settings

_ICONS: Final = {"favicon.svg": "image/svg+xml", "favicon.png": "image/png"}
_NAMESPACES: Final = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def site_files(settings: Settings) -> list[Route]:
    """Return the routes; the addresses in them are those of the host that was asked."""

    async def robots(request: Request) -> Response:
        root = site(request.scope, forwarded=settings.forwarded)
        lines = ["User-agent: *", "Disallow: /_stcore/", "Disallow: /media/"]
        return PlainTextResponse(
            "\n".join([*lines, *([f"Sitemap: {root}/sitemap.xml"] if root else []), ""])
        )

    async def sitemap(request: Request) -> Response:
        root = site(request.scope, forwarded=settings.forwarded)
        if root is None:
            return PlainTextResponse("The request names no host.\n", HTTPStatus.BAD_REQUEST)
        return Response(_sitemap(root), media_type="application/xml")

    icons = [
        Route(
            f"/{name}",
            Prepared(files(__package__).joinpath("icons", name).read_bytes(), kind),
            methods=["GET"],
        )
        for name, kind in _ICONS.items()
    ]
    return [Route("/robots.txt", robots), Route("/sitemap.xml", sitemap), *icons]


def _sitemap(root: str) -> str:
    """Return every page in every language, each naming the others."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<urlset {_NAMESPACES}>"]
    for page in PAGES:
        slug = "" if page.SLUG == HOME else page.SLUG
        addresses = {
            language: f"{root}/{slug}" + ("" if language == DEFAULT else f"?kieli={language}")
            for language in LANGUAGES
        }
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'
            for language, address in addresses.items()
        )
        lines += [f"<url><loc>{address}</loc>{others}</url>" for address in addresses.values()]
    return "\n".join([*lines, "</urlset>", ""])
