"""The reports as pages: whole, each with a name of its own, all links leading somewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from components.i18n import LANGUAGES, catalogue
from components.pages import PAGES
from components.reports.page import FONTS, STYLE, Site, missing, page, style
from components.reports.places import HOME, Place, every_place
from tests.analysis.making import TODAY, fictional, real
from tests.exports.reading import Page, read_page
from tests.reports.making import ADDRESS, many, pages, target

KEMI = Place("municipality", ("kemi",))
PARAMETERS = {"kunta", "kieli", "teema"}


def one(place: Place, language: str = "fi") -> Page:
    """A report of the project's own library."""
    return pages(live=True)[place.file(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_whole_and_has_a_name_of_its_own(language: str) -> None:
    """Its language, one first heading, no id twice, a title and description that no other has."""
    found = {place.file(language): one(place, language) for place in every_place(real())}
    for file, read in found.items():
        assert read.all("html")[0].attributes["lang"] == language, file
        assert len(read.all("h1")) == 1, file
        ids = read.attributes("id")
        assert len(set(ids)) == len(ids), file
        assert read.all("script") == [], file
        assert "sisalto" in ids, file
        assert (
            read.elements[[e.tag for e in read.elements].index("body") + 1].attributes["href"]
            == "#sisalto"
        ), file
    for name in ("title", "description"):
        said = [_told(read, name) for read in found.values()]
        assert len(set(said)) == len(said), name


def _told(read: Page, name: str) -> str:
    if name == "title":
        return read.all("title")[0].text
    return next(
        e.attributes["content"] for e in read.all("meta") if e.attributes.get("name") == name
    )


def test_headings_leave_no_level_out() -> None:
    """A reader who goes by headings misses none."""
    for file, read in pages(live=True).items():
        levels = [int(e.tag[1]) for e in read.elements if re.fullmatch("h[1-6]", e.tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), file


def test_addresses_name_the_page_and_its_languages() -> None:
    """The canonical one is whole, as are the others; each page is one of its own languages."""
    for place in every_place(real()):
        for language in LANGUAGES:
            links = one(place, language).all("link")
            own = [e.attributes["href"] for e in links if e.attributes["rel"] == "canonical"]
            others = {
                e.attributes["hreflang"]: e.attributes["href"]
                for e in links
                if e.attributes["rel"] == "alternate"
            }
            assert others.keys() == LANGUAGES.keys()
            assert own == [others[language]]
    assert _canonical(HOME) == f"{ADDRESS}/"
    assert _canonical(KEMI) == f"{ADDRESS}/kunta/kemi.html"


def _canonical(place: Place) -> str:
    links = one(place).all("link")
    return next(e.attributes["href"] for e in links if e.attributes["rel"] == "canonical")


def test_every_link_leads_to_a_page_or_a_place_in_it() -> None:
    """In a folder of files: to a file that is written, and to an id that stands in it."""
    written = pages(live=False)
    for file, read in written.items():
        for href in read.attributes("href"):
            if urlsplit(href).scheme:
                continue
            path = target(file, href).relative_to("/").as_posix() if href[0] != "#" else file
            assert path in written or path == STYLE, (file, href)
            _, _, anchor = href.partition("#")
            assert not anchor or anchor in written[path].attributes("id"), (file, href)


def test_served_page_leads_to_the_dashboard_and_the_files() -> None:
    """One step above the reports are the pages, with parameters that they know."""
    known = {page.SLUG for page in PAGES} | {"", "vienti/pdf"}
    for file, read in pages(live=True).items():
        up = "../" * (file.count("/") + 1)
        out = [href for href in read.attributes("href") if href.startswith(up)]
        assert out, file
        for href in out:
            parts = urlsplit(href.removeprefix(up))
            assert parts.path in known, (file, href)
            assert parse_qs(parts.query).keys() <= PARAMETERS


def test_report_says_what_the_page_says() -> None:
    """The sentence of a goal, its number of a source, and the source with its address."""
    read = one(Place("goal", ("kemi", "elinvoimainen-kaupunki")))
    text = read.all("main")[0].text
    assert "Vihreä ja kestävä Kemi lisää vetovoimaamme sekä torjuu ilmastonmuutosta." in text
    assert "Kemin kaupunkistrategia 2022–2025. Kemin kaupunki" in text
    official = [e for e in read.all("span") if e.attributes.get("class") == "official"]
    assert official
    assert all(e.attributes["lang"] == "fi" for e in official)


def test_goal_that_is_a_name_alone_says_so() -> None:
    """The newer strategy of Kemi is known by the names of its goals."""
    read = one(Place("goal", ("kemi", "viisas-kemi")))
    assert catalogue("fi")("handout.name_only") in read.all("main")[0].text


def test_theme_sends_nobody_to_figures_that_are_not_there() -> None:
    """The sentence that points to another part of a hand-out is left out."""
    for theme in real().themes:
        assert "omassa kohdassaan" not in one(Place("theme", (theme,))).all("main")[0].text


def test_every_feature_of_the_fictional_municipality_is_shown() -> None:
    """All its reports are made, also in the languages that lack a word."""
    for place in every_place(fictional()):
        for language in LANGUAGES:
            text = page(fictional(), place, language, TODAY, Site()).decode()
            assert 'rel="canonical"' not in text
            read_page(text)


def test_many_municipalities_are_chosen_by_a_form() -> None:
    """Where the pairs are too many to list, two can be picked, without a script."""
    read = read_page(page(many(9), HOME, "sv", TODAY, Site(live=True)).decode())
    assert [e.attributes["name"] for e in read.all("select")] == ["kunta", "kunta"]
    assert len(read.all("option")) == 18
    assert "form" not in {e.tag for e in one(HOME).elements}


def test_style_names_only_files_that_are_there() -> None:
    """The fonts are our own; nothing is fetched from elsewhere."""
    addresses = re.findall(r'url\("([^"]+)"\)', style().decode())
    assert addresses == list(FONTS)
    assert all(file.is_file() for file in FONTS.values())


def test_missing_page_speaks_all_languages() -> None:
    """A host shows it at any depth, so with a known address its links are whole."""
    read = read_page(missing(Site(ADDRESS)).decode())
    assert [e.attributes["lang"] for e in read.all("p")] == list(LANGUAGES)
    assert [e.attributes["href"] for e in read.all("a")] == [
        f"{ADDRESS}/{HOME.file(language)}" for language in LANGUAGES
    ]
