"""The charts as SVG: what they say to all readers, and that nothing is drawn that is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.charts.identity import DARK, LIGHT, Palette
from components.exports.handout.records import Bars, Chart, Line, Lines, Table
from components.exports.svg.canvas import MIDDLE, SIZE, colour_names, width_of, wrap
from components.exports.svg.chart import A4_COLUMN, chart_svg
from components.i18n import LANGUAGES, catalogue
from tests.exports.making import of_cities, of_mallikunta
from tests.server.test_theme import contrast

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = Table("", (), ())
SMALLEST = 9.0
"""Points: what is printed smaller than this is not read."""
STATES = tuple(LIGHT.states)


def picture(drawn: Bars | Lines, **how: object) -> ET.Element:
    """The root of a chart as it is written."""
    chart = Chart("Otsikko", "Sanoma.", drawn, EMPTY)
    return ET.fromstring(chart_svg(chart, catalogue("fi"), name="kuva", **how))  # type: ignore[arg-type] # noqa: S314 - ours


def texts(root: ET.Element) -> list[str]:
    """The words in a picture."""
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def values(root: ET.Element, name: str) -> list[str]:
    """The values of an attribute wherever it stands."""
    return [element.attrib[name] for element in root.iter() if name in element.attrib]


def joined(root: ET.Element, colour: str) -> list[str]:
    """The lines of a colour that go from a point to another."""
    return [
        element.attrib["d"]
        for element in root.iter(f"{SVG}path")
        if (element.get("stroke"), element.get("fill")) == (colour, "none")
    ]


def run(first: int, *values: float) -> tuple[tuple[int, Decimal], ...]:
    """Values of years in a row."""
    return tuple((first + number, Decimal(str(value))) for number, value in enumerate(values))


def lines(*all_lines: Line, **parts: object) -> Lines:
    """Lines in per cent with one decimal."""
    return Lines(all_lines, "%", 1, **parts)  # type: ignore[arg-type]


@cache
def drawn_chart(name: str, chart: Chart) -> str:
    """A chart as it is written."""
    return chart_svg(chart, catalogue("fi"), name=name)


def charts() -> Iterator[tuple[str, Chart]]:
    """Every chart of the two cities and of Mallikunta."""
    for whole in (of_cities(), of_mallikunta()):
        for section in whole.sections:
            for number, chart in enumerate(section.charts):
                yield f"{section.id}-{number}", chart


def test_a_picture_tells_its_title_and_message_to_all() -> None:
    """A reader that does not see gets title and message; ids begin with the name given."""
    for name, chart in charts():
        root = ET.fromstring(drawn_chart(name, chart))  # noqa: S314 - ours
        title, desc = root[0], root[1]
        assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
        assert (title.text, desc.text) == (chart.title, chart.alt)
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]
        ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids))
        assert all(one.startswith(f"{name}-") for one in ids)


def test_everything_that_is_pointed_at_is_there() -> None:
    """Marks, hatches and cuts point at ids of the same picture."""
    for name, chart in charts():
        told = drawn_chart(name, chart)
        ids = set(re.findall(r' id="([^"]+)"', told))
        assert set(re.findall(r'(?:url\(#|href="#)([^)"]+)', told)) <= ids


def test_a_picture_fills_its_place() -> None:
    """No size of its own: the page sets it; the shape is kept by the view box."""
    root = picture(lines(Line("Kemi", 0, (run(2020, 1, 2),))))
    assert "width" not in root.attrib
    assert "height" not in root.attrib
    assert root.attrib["viewBox"].startswith("0 0 482 ")


def test_words_are_large_enough_on_paper() -> None:
    """In a column of A4 no word is smaller than nine points."""
    for name, chart in charts():
        told = drawn_chart(name, chart)
        sizes = [float(size) for size in re.findall(r'font-size="([0-9.]+)"', told)]
        column = float(re.findall(r'viewBox="0 0 ([0-9.]+)', told)[0])
        assert min(sizes) * A4_COLUMN / column >= SMALLEST


def test_same_chart_same_bytes() -> None:
    """No clock and no chance is in a picture."""
    for name, chart in charts():
        assert chart_svg(chart, catalogue("fi"), name=name) == drawn_chart(name, chart)


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_tell_every_amount(language: str) -> None:
    """Mallikunta has one project in each of six states; the states are named in words.

    Of Kemi's seventeen, eight have ended with nothing told, and of nine nobody knows.
    """
    chart = next(chart for name, chart in charts() if name == "hankkeet-0")
    told = texts(picture(chart.drawn))
    assert {"8", "9"} <= set(told)
    mallikunta = of_mallikunta(language).sections
    drawn = next(section for section in mallikunta if section.id == "hankkeet").charts[0].drawn
    assert isinstance(drawn, Bars)
    told = texts(picture(drawn))
    assert told.count("1") == 6
    assert set(drawn.names) <= set(told)


def test_bars_name_their_parts_where_they_fit() -> None:
    """Where every part has room for its name no key is needed."""
    told = texts(picture(Bars(("Kemi",), ("valmis", "kesken"), STATES[:2], ((5, 4),))))
    assert told == ["Kemi", "5 valmis", "4 kesken"]


def test_a_part_too_narrow_for_its_amount_tells_it_beside() -> None:
    """One of three hundred is a hair wide, and yet told."""
    names = ("valmis", "kesken")
    told = texts(picture(Bars(("Kemi",), names, STATES[:2], ((299, 1),))))
    assert sorted(told) == sorted(["Kemi", "299", "1", *names])


def test_twenty_municipalities_fit() -> None:
    """Every one of twenty has its bar, also under a long name and with no project at all."""
    names = (*(f"Kunta {number}" for number in range(19)), "Maarianhamina – Mariehamn, kaupunki")
    values = (*((number + 1, 2) for number in range(19)), (0, 0))
    root = picture(Bars(names, ("valmis", "kesken"), STATES[:2], values))
    told = texts(root)
    assert [name for name in names[:19] if name not in told] == []
    assert "ei hankkeita" in told
    assert float(root.attrib["viewBox"].split()[3]) < 600


@pytest.mark.parametrize("width", [280.0, A4_COLUMN])
def test_amounts_beside_a_bar_end_inside_the_picture(width: float) -> None:
    """The longest bar leaves room for every amount that it could not hold."""
    amounts = ((90, 1, 2, 1), (1, 1, 1, 1))
    root = picture(Bars(("Kemi", "Oulu"), ("a", "b", "c", "d"), STATES[:4], amounts), width=width)
    words = [element for element in root.iter(f"{SVG}text") if element.text in {"1", "2"}]
    assert len(words) == 7
    ends = [float(word.attrib["x"]) + width_of(word.text or "", bold=True) for word in words]
    assert max(ends) <= width


def test_no_word_of_a_name_is_cut_on_a_phone() -> None:
    """A long word takes more of the width, in bars and at the ends of lines."""
    name = "Kristiinankaupunki"
    for drawn in (
        Bars((name,), ("valmis",), ("done",), ((3,),)),
        lines(Line(name, 0, (run(2020, 1, 2),))),
    ):
        assert name in texts(picture(drawn, width=280.0))


def test_unknown_is_hatched() -> None:
    """*Unknown* is a state with a look of its own, not an empty place."""
    known = values(picture(Bars(("Kemi",), ("valmis",), ("done",), ((3,),))), "fill")
    unknown = values(picture(Bars(("Kemi",), ("ei tietoa",), ("unknown",), ((3,),))), "fill")
    assert "url(#kuva-hatch)" not in known
    assert "url(#kuva-hatch)" in unknown


def test_gaps_are_never_joined() -> None:
    """Two runs are two lines, and a year alone is a mark without a line."""
    blue = LIGHT.municipalities[0]
    gap = Line("Kemi", 0, (run(2018, 1, 2, 3), run(2022, 4, 5), run(2025, 6)))
    assert len(joined(picture(lines(gap)), blue)) == 2
    whole = Line("Kemi", 0, (run(2018, 1, 2, 3, 4, 5, 6),))
    assert len(joined(picture(lines(whole)), blue)) == 1


def test_each_has_its_colour_and_marker() -> None:
    """Past the fourth look the line is that of words with a hollow marker, and is not lost."""
    five = [Line(f"Kunta {place}", place, (run(2020, place, place + 1),)) for place in range(5)]
    drawn = [picture(lines(line)) for line in five]
    for place, colour in enumerate((*LIGHT.municipalities, LIGHT.ink)):
        assert f"Kunta {place}" in texts(drawn[place])
        assert len(joined(drawn[place], colour)) == 1
    markers = {re.sub(r"M[-0-9. ]+(?=m)", "", values(root, "d")[-1]) for root in drawn[:4]}
    assert len(markers) == 4
    hollow = [path for path in drawn[4].iter(f"{SVG}path") if path.get("fill") == LIGHT.paper]
    assert len(hollow) == 1


def test_ends_tell_name_value_and_year() -> None:
    """Each line tells its newest value with its year, in the numbers of the language."""
    drawn = lines(Line("Kemi", 0, (run(2020, 1234.5),)))
    assert {"Kemi", "1\u00a0234,5 (2020)"} <= set(texts(picture(drawn)))


def test_ends_of_like_values_do_not_cover_each_other() -> None:
    """Four lines that end at one value are told one below another."""
    four = [Line(f"Kunta {place}", place, (run(2020, 5),)) for place in range(4)]
    root = picture(lines(*four))
    heights = sorted(
        float(element.attrib["y"])
        for element in root.iter(f"{SVG}text")
        if "".join(element.itertext()).startswith(("Kunta", "5,0 ("))
    )
    assert len(heights) == 8
    assert all(b - a >= 10 for a, b in pairwise(heights))
    assert heights[-1] < float(root.attrib["viewBox"].split()[3])


def test_years_keep_apart_in_a_narrow_picture() -> None:
    """Seven years are told where there is room, and every other one where there is not."""
    drawn = lines(Line("Mallikunta", 0, (run(2019, 1, 2, 3, 4, 5, 6, 7),)))
    for width, years in ((A4_COLUMN, range(2019, 2026)), (200.0, range(2019, 2026, 2))):
        told = texts(picture(drawn, width=width))
        assert [text for text in told if re.fullmatch("20[0-9]{2}", text)] == list(map(str, years))


def test_breaks_and_the_region_are_told() -> None:
    """A break in sight is a dashed line with its year; the band has a name and its ends."""
    drawn = lines(
        Line("Kemi", 0, (run(2018, 1, 2), run(2020, 3, 4))),
        breaks=(2010, 2020),
        band=((2018, Decimal(0), Decimal(9)), (2021, Decimal("0.5"), Decimal(8))),
        band_name="Lapin kunnat",
    )
    root = picture(drawn)
    assert [text for text in texts(root) if text.startswith("katkos")] == ["katkos 2020"]
    assert "Lapin kunnat: 0,5 – 8,0 (2021)" in texts(root)
    assert len(values(root, "stroke-dasharray")) == 1


def test_a_themed_picture_has_no_colour_of_its_own() -> None:
    """Every colour is a variable of the page, which has it for light and for dark."""
    for name, chart in charts():
        told = chart_svg(chart, catalogue("fi"), name=name, themed=True)
        assert re.findall(r"#[0-9a-f]{6}\b", told) == []
        assert set(re.findall(r"var\(--([a-z0-9-]+)\)", told)) <= set(colour_names(LIGHT))
    assert set(colour_names(LIGHT)) == set(colour_names(DARK))


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_amounts_can_be_read_on_every_state(colours: Palette) -> None:
    """The amount on a bar, and the name of a line on paper, have a contrast of 4.5."""
    for state, colour in colours.states.items():
        ink = colours.ink if state == "unknown" else colours.paper
        assert contrast(ink, colour) >= 4.5
    for colour in colours.municipalities:
        assert contrast(colour, colours.paper) >= 4.5


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_hostile_names_stay_text(name: str) -> None:
    """A name, title or message of any signs makes neither markup nor a formula of TeX."""
    for drawn in (
        Bars((name,), (f"tila {name}"[:30],), ("done",), ((3,),)),
        lines(Line(name, 0, (run(2020, 1, 2),))),
    ):
        chart = Chart(name, name, drawn, EMPTY)
        root = ET.fromstring(chart_svg(chart, catalogue("fi"), name="kuva"))  # noqa: S314 - ours
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            *("svg", "title", "desc", "path", "text", "pattern", "rect"),
        }


def test_a_word_longer_than_its_room_goes_on_in_the_next_line() -> None:
    """Nothing of it is lost, and no line is wider than the room."""
    word = "Kunnallisvalitusmenettely" * 4
    lines = wrap(f"a {word} b", 95.0)
    assert "".join(lines).replace(" ", "") == f"a{word}b"
    assert max(map(width_of, lines)) <= 95.0


def test_a_number_is_not_broken_at_its_spaces() -> None:
    """The thousands stand on the line of their number."""
    assert wrap("932 – 66\u00a0191 (2025)", width_of("932 – 66")) == [
        "932 –",
        "66\u00a0191",
        "(2025)",
    ]


def test_a_name_stands_beside_the_end_of_its_line() -> None:
    """No line leads to it where nothing else is in the way."""
    root = picture(lines(Line("Kemi", 0, (run(2020, 1, 2, 3),))))
    name = next(element for element in root.iter(f"{SVG}text") if element.text == "Kemi")
    _, last = values(root, "d")[-2].rsplit(maxsplit=1)
    assert float(name.attrib["y"]) == pytest.approx(float(last) + MIDDLE * SIZE, abs=0.02)


def test_markup_and_money_signs_are_shown_as_they_are() -> None:
    """What looks like markup or TeX is set as it stands."""
    evil = "<b>$x^2$</b> & co"
    assert evil in texts(picture(lines(Line(evil, 0, (run(2020, 1, 2),))), width=900.0))
