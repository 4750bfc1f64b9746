"""What a machine asks a site for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from starlette.applications import Starlette

from components.i18n import LANGUAGES
from components.pages import PAGES
from components.server.settings import Settings
from components.server.site_files import site_files
from tests.server.asgi import ask

if TYPE_CHECKING:
    from starlette.types import ASGIApp

HOST = {"host": "strategiapeili.fi"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
PNG = b"\x89PNG\r\n\x1a\n"


def site(*, forwarded: bool = False) -> ASGIApp:
    """The routes alone."""
    return Starlette(routes=site_files(Settings(cache=Path("unused"), forwarded=forwarded)))


def test_robots_may_read_the_pages_and_find_them_all() -> None:
    """Not what is Streamlit's own; the map is named with its whole address."""
    text = ask(site(), "/robots.txt", headers=HOST).text
    assert text.splitlines() == [
        "User-agent: *",
        "Disallow: /_stcore/",
        "Disallow: /media/",
        "Sitemap: http://strategiapeili.fi/sitemap.xml",
    ]
    assert "Sitemap" not in ask(site(), "/robots.txt").text


def test_map_has_every_page_in_every_language() -> None:
    """Each names itself and the others, as a search engine asks for it."""
    answer = ask(site(), "/sitemap.xml", headers=HOST)
    assert answer.headers["content-type"].startswith("application/xml")
    urls = ET.fromstring(answer.text).findall("s:url", SITEMAP)  # noqa: S314 - our own
    places = [url.findtext("s:loc", namespaces=SITEMAP) for url in urls]
    assert len(set(places)) == len(PAGES) * len(LANGUAGES)
    assert "http://strategiapeili.fi/" in places
    assert "http://strategiapeili.fi/?kieli=sv" in places
    assert "http://strategiapeili.fi/vertailu?kieli=en" in places
    for url in urls:
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SITEMAP)}
        assert links.keys() == LANGUAGES.keys()
        assert url.findtext("s:loc", namespaces=SITEMAP) in links.values()


@pytest.mark.parametrize("host", [None, "", "a/b", 'a"b', "<x>"])
def test_map_needs_a_host(host: str | None) -> None:
    """An address is not made of what is none."""
    headers = {} if host is None else {"host": host}
    assert ask(site(), "/sitemap.xml", headers=headers).status == 400


def test_addresses_are_those_that_the_proxy_was_asked_for() -> None:
    """With https where the server has been told so, and only if a proxy is believed."""
    headers = {"host": "inner:8501", "x-forwarded-host": "strategiapeili.fi"}
    text = ask(site(forwarded=True), "/sitemap.xml", headers=headers, scheme="https").text
    assert "<loc>https://strategiapeili.fi/</loc>" in text
    assert "inner" not in text
    assert "strategiapeili.fi" not in ask(site(), "/sitemap.xml", headers=headers).text


def test_icons_are_ours() -> None:
    """A drawing, and a picture for what cannot draw; both are asked about again."""
    svg = ask(site(), "/favicon.svg")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert svg.text.startswith("<svg ")
    png = ask(site(), "/favicon.png")
    assert png.body.startswith(PNG)
    assert png.headers["etag"] != svg.headers["etag"]
    assert ask(site(), "/favicon.svg", method="POST").status == 405
