"""A municipality looks alike on the page, in its charts and in every file of the same link."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from pypdfium2 import PdfDocument

from components.analysis.strategies.versions import choose
from components.charts.identity import LIGHT
from components.exports.handout.builder import Selection
from components.exports.handout.records import Handout, Lines
from components.exports.kinds import KINDS
from components.i18n import catalogue
from tests.analysis.making import TODAY, real
from tests.exports.handout.test_outline import five_alike
from tests.exports.making import made
from tests.exports.presentations import parts_of
from tests.pages.drawing import open_page
from tests.widgets.making import context

FIRST, SECOND = LIGHT.municipalities[:2]
HELD, FIVE = five_alike()
FOUR = [order for count in (1, 2, 3, 4) for order in permutations(FIVE, count)]
CITIES = (("kemi", "kemijarvi"), ("kemijarvi", "kemi"), ("kemijarvi",), ("kemi",))


def drawn(whole: Handout) -> dict[str, set[int]]:
    """The numbers of the looks with which each name stands in a hand-out."""
    found: dict[str, set[int]] = {}
    for name, place in zip(whole.names, whole.places, strict=True):
        found.setdefault(name, set()).add(place)
    for section in whole.sections:
        for voice in section.voices:
            found[voice.name].add(voice.place)
        for chart in section.charts:
            if isinstance(chart.drawn, Lines):
                for line in chart.drawn.lines:
                    found[line.name].add(line.place)
    return found


def file_of(kind: str, *slugs: str) -> bytes:
    """The file of real municipalities."""
    selection = Selection(tuple(choose(real().dossiers[slug], TODAY) for slug in slugs), TODAY)
    return KINDS[kind].make(real(), selection, catalogue("fi"))


@pytest.mark.parametrize("slugs", CITIES, ids="-".join)
def test_kemi_is_the_first_and_kemijarvi_the_second_look(slugs: tuple[str, ...]) -> None:
    """In the words, in the lines and in the list of names, in every order and alone."""
    looks = {"Kemi": {0}, "Kemijärvi": {1}}
    names = [real().dossiers[slug].municipality.name.fi for slug in slugs]
    whole = made(real(), *slugs)
    assert drawn(whole) == {name: looks[name] for name in names}
    periods = {voice.name: voice.period for part in whole.sections for voice in part.voices}
    assert periods == {
        name: {"Kemi": "2022–2025", "Kemijärvi": "2024–2028"}[name] for name in names
    }


@pytest.mark.parametrize("order", FOUR[::7], ids="-".join)
def test_hand_out_and_page_of_a_link_look_the_same(order: tuple[str, ...]) -> None:
    """What the page gives each is what the hand-out says, and no two are alike."""
    ctx = context(HELD, *order)
    assert made(HELD, *order).places == tuple(ctx.index(slug) for slug in order)
    assert len({ctx.index(slug) for slug in order}) == len(order)


@pytest.mark.parametrize("page", ["vertailu", "mittarit"])
def test_page_of_kemijarvi_alone_is_in_its_colour(page: str) -> None:
    """Marks and figures have the second look, which it has beside Kemi."""
    found = open_page(page, kunta="kemijarvi")
    figures = " ".join(figure.proto.spec for figure in found.app.get("plotly_chart"))
    assert "sp-m1" in found.markup
    assert "sp-m0" not in found.markup
    assert SECOND in figures
    assert FIRST not in figures
    assert '"diamond"' in figures
    assert '"circle"' not in figures


@pytest.mark.parametrize("kind", ["html", "deck"])
def test_file_of_kemijarvi_alone_has_its_marks(kind: str) -> None:
    """The marks of a file that is read in a browser."""
    body = file_of(kind, "kemijarvi").decode().partition("<body")[2]
    assert set(re.findall(r"\bmark-(\d)\b", body)) == {"1"}


def test_presentation_of_kemijarvi_alone_is_in_its_colour() -> None:
    """The marks on slides and the lines of native charts."""
    parts = parts_of(file_of("pptx", "kemijarvi")).items()
    drawn = "".join(
        content.decode()
        for name, content in parts
        if re.fullmatch(r"ppt/(slides/slide|charts/chart)\w*\.xml", name)
    ).lower()
    assert SECOND[1:] in drawn
    assert FIRST[1:] not in drawn


def test_pdf_of_kemijarvi_alone_is_in_its_colour() -> None:
    """Of the two colours the pages have the second alone."""
    with PdfDocument(file_of("pdf", "kemijarvi")) as opened:
        colours = {
            colour
            for page in opened
            for _, colour in page.render(scale=1).to_pil().convert("RGB").getcolors(1 << 24)
        }
    assert tuple(bytes.fromhex(SECOND[1:])) in colours
    assert tuple(bytes.fromhex(FIRST[1:])) not in colours
