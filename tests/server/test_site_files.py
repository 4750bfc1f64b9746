"""What a machine asks a site for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from starlette.applications import Starlette

from components.i18n import LANGUAGES
from components.pages import PAGES
from components.reports.places import every_place
from components.server.settings import Settings
from components.server.site_files import site_files
from tests.analysis.making import real
from tests.server.asgi import ask

if TYPE_CHECKING:
    from starlette.types import ASGIApp

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
PNG = b"\x89PNG\r\n\x1a\n"
ROOT = "https://strategiapeili.fi"


def site(address: str | None = ROOT) -> ASGIApp:
    """The routes alone."""
    return Starlette(routes=site_files(Settings(cache=Path("unused"), address=address)))


def test_robots_may_read_the_pages_and_find_them_all() -> None:
    """Not what is Streamlit's own, nor the files; the map is named with its whole address."""
    assert ask(site(), "/robots.txt").text.splitlines() == [
        "User-agent: *",
        "Disallow: /_stcore/",
        "Disallow: /media/",
        "Disallow: /vienti/",
        "Sitemap: https://strategiapeili.fi/sitemap.xml",
    ]


def test_map_has_every_page_and_report_in_every_language() -> None:
    """Each names itself and the others, as a search engine asks for it."""
    answer = ask(site(), "/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    urls = ET.fromstring(answer.text).findall("s:url", SITEMAP)  # noqa: S314 - our own
    places = [url.findtext("s:loc", namespaces=SITEMAP) for url in urls]
    reports = len(every_place(real()))
    assert len(set(places)) == len(places) == (len(PAGES) + reports) * len(LANGUAGES)
    for wanted in (
        "",
        "?kieli=sv",
        "vertailu?kieli=en",
        "raportti/",
        "raportti/sv/kunta/kemi.html",
    ):
        assert f"{ROOT}/{wanted}" in places
    for url in urls:
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SITEMAP)}
        assert links.keys() == LANGUAGES.keys()
        assert url.findtext("s:loc", namespaces=SITEMAP) in links.values()


def test_without_an_address_there_is_no_map_and_it_says_why() -> None:
    """The host of a request is anybody's word: no address of ours is made of it."""
    answer = ask(site(None), "/sitemap.xml", headers={"host": "kemi.fi"})
    assert answer.status == 404
    assert "STRATEGIAPEILI_ADDRESS" in answer.text
    assert "Sitemap" not in ask(site(None), "/robots.txt", headers={"host": "kemi.fi"}).text


def test_icons_are_ours() -> None:
    """A drawing, and a picture for what cannot draw; both are asked about again."""
    svg = ask(site(), "/favicon.svg")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert svg.text.startswith("<svg ")
    png = ask(site(), "/favicon.png")
    assert png.body.startswith(PNG)
    assert png.headers["etag"] != svg.headers["etag"]
    assert ask(site(), "/favicon.svg", method="POST").status == 405
