"""The deck as markup and as a file: whole, escaped, readable, the same every time."""

from __future__ import annotations

import re
import runpy
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from fontTools.ttLib import TTFont

from components.charts.identity import DARK, LIGHT
from components.exports.deck import ASSETS, deck_bytes, deck_of
from components.exports.handout.builder import SUBJECTS, Subject
from components.exports.slides.slides import slides
from components.exports.svg.canvas import colour_names
from components.i18n import LANGUAGES, catalogue
from components.loading import load
from tests.analysis.making import PROJECT
from tests.bench.synthetic import write_root
from tests.exports.making import made, of_cities, of_mallikunta
from tests.server.test_theme import contrast
from tests.widgets.making import every_text

STYLE = (ASSETS / "deck.css").read_text(encoding="utf-8")
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;{{7*7}}"
TEXT, GRAPHIC = 4.5, 3.0
VARIABLE = re.compile(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
PLAIN = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")
ON_PAPER = ("ink", "soft", "link", *(f"place-{place}" for place in range(4)))
TEXT_PAIRS = (
    *((name, "paper") for name in ON_PAPER),
    *((name, "shade") for name in ("ink", "soft", "link")),
    ("ink", "mist"),
    ("on-button", "button"),
)
GRAPHIC_PAIRS = tuple(
    (f"state-{state.replace('_', '-')}", "paper") for state in LIGHT.states if state != "unknown"
)


class Element(NamedTuple):
    """An element of a page as it was opened."""

    tag: str
    attributes: dict[str, str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(markup: str) -> tuple[list[Element], str]:
    """The elements of markup, and its text."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.found, " ".join(" ".join(reader.text).split())


def of_class(elements: list[Element], name: str) -> list[Element]:
    """The elements of a class."""
    return [one for one in elements if name in one.attributes.get("class", "").split()]


@pytest.fixture(scope="module")
def file() -> str:
    """The deck file of Kemi and Kemijärvi."""
    return deck_bytes(of_cities(), catalogue("fi")).decode()


@pytest.mark.parametrize("theme", [1, 2], ids=["light", "dark"])
def test_every_pair_of_colours_can_be_read(theme: int) -> None:
    """Words reach 4.5:1 on what they stand on, the parts of charts 3:1, light and dark."""
    colours = {found[1]: found[1 + theme] for found in VARIABLE.finditer(STYLE)}
    for name, ground in TEXT_PAIRS:
        assert contrast(colours[name], colours[ground]) >= TEXT, (name, ground)
    for name, ground in GRAPHIC_PAIRS:
        assert contrast(colours[name], colours[ground]) >= GRAPHIC, (name, ground)
    used = set(re.findall(r"var\(--([a-z0-9-]+)", STYLE)) - {
        "u",
        "w",
        "size",
        "columns",
        "sans",
        "serif",
    }
    assert used <= set(colours)


def test_colours_are_those_of_all_charts() -> None:
    """A municipality and a state look in the deck as they do anywhere else, in any browser."""
    told = {found[1]: (found[2], found[3]) for found in VARIABLE.finditer(STYLE)}
    light, dark = colour_names(LIGHT), colour_names(DARK)
    assert {name: told[name] for name in light} == {
        name: (light[name], dark[name]) for name in light
    }
    # A browser that does not know light-dark() has the light ones.
    assert dict(PLAIN.findall(STYLE)) == {name: pair[0] for name, pair in told.items()}


@pytest.mark.parametrize("by", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_are_sections_with_a_heading_each(language: str, by: Subject) -> None:
    """Every slide of the hand-out is there once, in order, with one heading that names it."""
    for whole in (of_cities(language, by), of_mallikunta(language, by)):
        shown = slides(whole, catalogue(language))
        deck = deck_of(whole, catalogue(language))
        elements, text = read(deck.markup)
        sections = of_class(elements, "slide")
        assert [one.attributes["id"] for one in sections] == [
            f"dia-{number}" for number in range(1, len(shown) + 1)
        ]
        assert sum(one.tag == "h1" for one in elements) == len(shown)
        for slide in shown:
            assert " ".join(slide.title.split()) in text
        named = {one.attributes["aria-labelledby"] for one in sections}
        assert named <= {one.attributes.get("id") for one in elements}


@pytest.mark.parametrize("language", LANGUAGES)
def test_official_words_are_finnish_and_in_the_serif(language: str) -> None:
    """Each quote stands whole and is marked as Finnish, a translation beside it as ours."""
    whole = of_cities(language)
    quotes = [
        quote
        for slide in slides(whole, catalogue(language))
        for voice in slide.voices
        for quote in voice.quotes
    ]
    elements, text = read(deck_of(whole, catalogue(language)).markup)
    official = of_class(elements, "official")
    assert len(official) == len(quotes) > 30
    assert {one.attributes["lang"] for one in official} == {"fi"}
    assert all(" ".join(quote.words.split()) in text for quote in quotes)
    translated = [quote for quote in quotes if quote.translation]
    assert len(of_class(elements, "translation")) == len(translated)
    assert text.count(f"({catalogue(language)('handout.unofficial')})") == len(translated)


def test_every_citation_leads_to_its_source() -> None:
    """The number beside a quote opens the slide that tells of that source."""
    shown = slides(of_cities(), catalogue("fi"))
    markup = deck_of(of_cities(), catalogue("fi")).markup
    cited = set(re.findall(r'href="#dia-(\d+)" aria-label="Lähde (\d+)"', markup))
    assert {number for _, number in cited} >= {"1", "2"}
    for place, number in cited:
        slide = shown[int(place) - 1]
        assert slide.kind == "sources"
        assert int(number) in {line.number for line in slide.sources}


def test_ids_are_their_own() -> None:
    """No id stands twice, also not in the charts, or links would lead astray."""
    elements, _ = read(deck_of(of_cities(), catalogue("fi")).markup)
    ids = [one.attributes["id"] for one in elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))


def test_charts_have_their_table_beside_them() -> None:
    """Each picture is followed by the table of the same numbers, for those who do not see it."""
    whole = of_cities()
    charts = [slide for slide in slides(whole, catalogue("fi")) if slide.chart]
    elements, _ = read(deck_of(whole, catalogue("fi")).markup)
    order = [one.tag for one in elements if one.tag in {"figure", "table"}]
    assert order.count("figure") == len(charts) > 0
    assert all(order[place + 1] == "table" for place, tag in enumerate(order) if tag == "figure")


def test_slides_of_figures_name_their_tables() -> None:
    """Below each chart of a series stands whose figures it shows, as in the notes."""
    shown = [slide for slide in slides(of_cities(), catalogue("fi")) if slide.figures_from]
    assert [slide.id for slide in shown] == ["mittari-population", "mittarit"]
    markup = " ".join(deck_of(of_cities(), catalogue("fi")).markup.split())
    for slide in shown:
        assert slide.figures_from.startswith(("Luvut: ", "Lukujen lähteet: "))
        assert markup.count(f"<footer> <p>{slide.figures_from}</p>") >= 1


def test_hostile_texts_stay_text() -> None:
    """A script in every text of the data makes no element, in the deck or in the file."""
    whole = made(every_text(EVIL), "paha", title=EVIL)
    for markup in (
        deck_of(whole, catalogue("sv"), back=EVIL).markup,
        deck_bytes(whole, catalogue("sv")).decode(),
    ):
        elements, text = read(markup)
        assert EVIL in text
        assert sum(one.tag == "script" for one in elements) == markup.count("<!doctype html>")
        assert not [one for one in elements if one.tag == "img"]
        assert not [one for one in elements if any(name[:2] == "on" for name in one.attributes)]


def test_file_brings_all_it_needs(file: str) -> None:
    """No address is fetched: style, script and fonts stand in the file; links are for people."""
    elements, _ = read(file)
    fetched = [
        one
        for one in elements
        if one.tag in {"link", "iframe", "img", "object", "embed"}
        or (one.tag == "script" and "src" in one.attributes)
    ]
    assert fetched == []
    outside = re.findall(r"url\((?!data:|#|&quot;#)[^)]*\)|@import[^;]*", file)
    assert outside == []
    assert file.count("@font-face") == 4


def test_policy_of_the_file_names_its_script(file: str) -> None:
    """The policy forbids everything but the one script, which it knows by its hash."""
    policy = next(
        one.attributes["content"]
        for one in read(file)[0]
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    script = file.partition('<script type="module">')[2].partition("</script>")[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize("language", LANGUAGES)
def test_file_is_the_same_every_time(language: str) -> None:
    """The same data gives the same bytes, in its language, with its title."""
    first, second = (deck_bytes(of_mallikunta(language), catalogue(language)) for _ in range(2))
    assert first == second
    page = first.decode()
    assert page.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert f"<title>{of_mallikunta(language).title}</title>" in page


def test_id_of_a_deck_changes_with_what_it_says() -> None:
    """Two windows follow each other if they show the same slides; the way out of it is no part."""
    words = catalogue("fi")
    deck = deck_of(of_cities(), words)
    assert deck_of(of_cities(), words, back="iltakoulu").id == deck.id
    assert deck_of(replace(of_cities(), title="Toinen"), words).id != deck.id
    assert deck_of(of_cities("sv"), catalogue("sv")).id != deck.id


def test_twenty_municipalities_have_a_deck(tmp_path: Path) -> None:
    """Four speak on a slide, the others are counted; the fifth has a marker without a colour."""
    write_root(tmp_path, 20)
    held = load(tmp_path).library
    slugs = tuple(held.dossiers)
    assert len(slugs) == 20
    whole = made(held, *slugs, chosen=("talous",))
    _, text = read(deck_of(whole, catalogue("fi")).markup)
    assert all(name in text for name in whole.names[:4])
    assert "Raportissa myös: 16 muuta." in text
    six = made(held, *slugs[:6], chosen=("talous",))
    elements, _ = read(deck_of(six, catalogue("fi")).markup)
    marks = of_class(elements, "mark")
    assert any(one.attributes["class"] == "mark" for one in marks)


def test_letters_of_the_file_are_cut_from_ours() -> None:
    """The fonts in the file are what .ci/deck_fonts.py cuts, without the name that is reserved."""
    deck_fonts = SimpleNamespace(**runpy.run_path(str(PROJECT / ".ci" / "deck_fonts.py")))
    for source, target in deck_fonts.CUT.items():
        with (
            TTFont(ASSETS / target) as here,
            deck_fonts.cut(deck_fonts.FONTS / source) as again,
        ):
            assert here.getBestCmap() == again.getBestCmap()
            assert {"ä", "Å", "č", "–", "→", "€"} <= set(map(chr, here.getBestCmap()))
            assert {record.nameID for record in here["name"].names} == {0, 13, 14}
            assert here["CFF "].cff.fontNames == ["Deck"]
