"""What a machine asks a site for: robots.txt, sitemap.xml and the icons."""

from collections.abc import Iterator
from http import HTTPStatus
from importlib.resources import files
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.i18n import DEFAULT, LANGUAGES
from components.model import Library
from components.pages import HOME, PAGES
from components.reports.address import sitemap
from components.reports.places import REPORTS, every_place
from components.server.prepared import Prepared
from components.server.served import served_now
from components.server.settings import ADDRESS, Settings

_ICONS: Final = {"favicon.svg": "image/svg+xml", "favicon.png": "image/png"}
_SHUT: Final = ("/_stcore/", "/media/", "/vienti/")
_NO_ADDRESS: Final = f"There is no map of the site: its keeper has not set {ADDRESS}.\n"


def site_files(settings: Settings) -> list[Route]:
    """Return the routes; whole addresses are made of the one that the keeper has set."""

    async def robots(_request: Request) -> Response:
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in _SHUT)]
        lines += [f"Sitemap: {settings.address}/sitemap.xml"] if settings.address else []
        return PlainTextResponse("\n".join([*lines, ""]))

    async def map_of_site(_request: Request) -> Response:
        if settings.address is None:
            return PlainTextResponse(_NO_ADDRESS, HTTPStatus.NOT_FOUND)
        library = (await served_now()).edition.loaded.library
        return Response(sitemap(settings.address, _pages(library)), media_type="application/xml")

    icons = [
        Route(
            f"/{name}",
            Prepared(files(__package__).joinpath("icons", name).read_bytes(), kind),
            methods=["GET"],
        )
        for name, kind in _ICONS.items()
    ]
    return [Route("/robots.txt", robots), Route("/sitemap.xml", map_of_site), *icons]


def _pages(library: Library) -> Iterator[dict[str, str]]:
    """Every page and every report: its address in each language."""
    for page in PAGES:
        slug = "" if page.SLUG == HOME else page.SLUG
        yield {
            language: slug if language == DEFAULT else f"{slug}?kieli={language}"
            for language in LANGUAGES
        }
    for place in every_place(library):
        yield {language: f"{REPORTS}/{place.address(language)}" for language in LANGUAGES}
