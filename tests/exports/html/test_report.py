"""The hand-out as a page: one file that says all, to all readers, and asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.charts.identity import DARK, LIGHT, Palette
from components.exports.handout.builder import SUBJECTS, Subject
from components.exports.handout.records import Handout, Quote, Section, SourceLine, Table, Voice
from components.exports.html.report import MOST_COLUMNS, TEMPLATES, html_bytes
from components.i18n import LANGUAGES, catalogue
from tests.exports.making import made, of_cities, of_mallikunta, section
from tests.exports.reading import Element, Page, read_page
from tests.server.test_theme import contrast
from tests.widgets.making import every_text

Made = Callable[[str, Subject], Handout]
EVERY = [
    pytest.param(of, language, by, id=f"{of.__name__}-{language}-{by}")
    for of in (of_cities, of_mallikunta)
    for language in LANGUAGES
    for by in SUBJECTS
]
NOTHING = Handout(
    "fi", "Otsikko", "Mitä", ("Kemi",), (0,), ("kemi",), "0" * 8, "1.1.2026", "2026-01-01", ()
)
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;{{7*7}}{% raw %}"
MARKS = {f"mark-{place}" for place in range(4)}


def written(whole: Handout) -> str:
    """The file as text."""
    return html_bytes(whole, catalogue(whole.language)).decode()


@cache
def text_of_cities() -> str:
    """The file of Kemi and Kemijärvi."""
    return written(of_cities())


@cache
def page_of_cities() -> Page:
    """The page of Kemi and Kemijärvi."""
    return read_page(text_of_cities())


def many(count: int) -> Section:
    """A section in which every other of so many municipalities says something."""
    voices = tuple(
        Voice(f"k-{n}", f"Kunta {n}", n, "2022–2029", (Quote("Sana.", 1),))
        if n % 2
        else Voice(f"k-{n}", f"Kunta {n}", n, "2022–2029", silent="Ei tässä lähteessä.")
        for n in range(count)
    )
    return Section("teema-talous", "theme", "Talous", voices=voices)


@pytest.mark.parametrize(("of", "language", "by"), EVERY)
def test_head_and_frame(of: Made, language: str, by: Subject) -> None:
    """Language, title, one h1, a skip link to the content, a contents list that leads on."""
    whole = of(language, by)
    page = read_page(written(whole))
    assert page.all("html")[0].attributes["lang"] == language
    assert [title.text for title in page.all("title") if not title.around.count("svg")] == [
        whole.title
    ]
    assert [head.text for head in page.all("h1")] == [whole.title]
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    first = next(element for element in page.elements if element.tag == "a")
    assert first.attributes["href"] == "#sisalto"
    inside = {link for link in page.attributes("href") if link.startswith("#")}
    assert inside <= {f"#{one}" for one in ids}
    listed = {a.attributes["href"] for a in page.all("a") if "nav" in a.around}
    assert {f"#{part.id}" for part in whole.sections} <= listed


@pytest.mark.parametrize(("of", "language", "by"), EVERY)
def test_all_that_the_hand_out_says_is_there(of: Made, language: str, by: Subject) -> None:
    """Every official word, line, cell and question of the hand-out stands in the page."""
    whole = of(language, by)
    page = read_page(written(whole))
    text = " ".join(page.all("body")[0].text.split())
    official = [element.text for element in page.elements if "official" in _classes(element)]
    cells = {element.text for element in (*page.all("td"), *page.all("th"))}
    for part in whole.sections:
        assert " ".join(part.title.split()) in text
        for voice in part.voices:
            for quote in voice.quotes:
                assert f"{quote.lead} {quote.words}" * bool(quote.lead) or quote.words in official
            assert [line for line in voice.lines if " ".join(line.split()) not in text] == []
        tables = (*part.tables, *(chart.table for chart in part.charts))
        assert {cell for table in tables for row in table.rows for cell in row} <= cells
    assert [one for one in whole.questions if " ".join(one.split()) not in text] == []


def _classes(element: Element) -> list[str]:
    return element.attributes.get("class", "").split()


def test_headings_skip_no_level() -> None:
    """After a heading comes one at most a level deeper."""
    levels = [
        int(element.tag[1])
        for element in page_of_cities().elements
        if re.fullmatch(r"h[1-6]", element.tag)
    ]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_nothing_is_asked_of_anyone() -> None:
    """No script, no style sheet, font or picture of another place; links alone lead out."""
    page = page_of_cities()
    tags = {element.tag for element in page.elements}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base"})
    assert [name for name in ("src", "srcset", "data") if page.attributes(name)] == []
    out = [a for a in page.elements if a.attributes.get("href", "").startswith("http")]
    assert {a.tag for a in out} == {"a"}
    style = page.all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    assert [key for one in page.elements for key in one.attributes if key.startswith("on")] == []
    policy = next(m for m in page.all("meta") if "http-equiv" in m.attributes)
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_tables_tell_their_heads() -> None:
    """Every table has a caption, heads of columns and of rows; numbers stand to the right."""
    page = page_of_cities()
    assert len(page.all("caption")) == len(page.all("table"))
    assert {head.attributes.get("scope") for head in page.all("th")} == {"col", "row"}
    rows = [row for row in page.all("tr") if "tbody" in row.around]
    heads = [head for head in page.all("th") if head.attributes["scope"] == "row"]
    assert len(heads) == len(rows)
    assert any("number" in _classes(cell) for cell in page.all("td"))


def test_charts_stand_beside_their_numbers() -> None:
    """Each chart is a picture with title and message, in a figure with the table of it."""
    page = page_of_cities()
    charts = [chart for part in of_cities().sections for chart in part.charts]
    pictures = page.all("svg")
    assert len(pictures) == len(charts)
    assert {one.attributes["role"] for one in pictures} == {"img"}
    told = [desc.text for desc in page.all("desc")]
    assert told == [chart.alt for chart in charts]
    captions = [caption.text for caption in page.all("caption")]
    assert [chart.table.caption for chart in charts if chart.table.caption not in captions] == []


def test_sources_are_numbered_and_lead_there_and_back() -> None:
    """A citation leads to its source, which has its address and leads to where it is cited."""
    whole, page = of_cities(), page_of_cities()
    cites = [a for a in page.all("a") if "cite" in _classes(a)]
    quotes = [quote for part in whole.sections for voice in part.voices for quote in voice.quotes]
    assert len(cites) == len(quotes)
    for cite, quote in zip(cites, quotes, strict=True):
        assert cite.attributes["href"] == f"#lahde-{quote.source}"
        assert cite.text == f"[{quote.source}]"
    addresses = [a.attributes["href"] for a in page.all("a") if "address" in _classes(a)]
    assert addresses == [source.url for source in whole.sources if source.url]
    back = next(one for one in page.elements if "back" in _classes(one))
    assert back.text.startswith("Tähän viitataan kohdissa: Arvot, ")


def test_official_words_are_finnish_in_every_language() -> None:
    """A page in Swedish marks the municipality's words as Finnish, and a translation as ours."""
    page = read_page(written(of_cities("sv")))
    official = [element for element in page.elements if "official" in _classes(element)]
    assert official
    assert {element.attributes["lang"] for element in official} == {"fi"}
    translations = [one.text for one in page.elements if "translation" in _classes(one)]
    assert translations
    assert all("inofficiell översättning" in text for text in translations)


def test_data_and_day_are_told() -> None:
    """The page tells from which data of which day it was made, above and below."""
    whole = of_cities()
    told = f"Aineisto {whole.data_id}, {whole.day}"
    assert text_of_cities().count(told) == 2


def test_same_data_same_bytes() -> None:
    """No clock is in the page."""
    assert html_bytes(of_cities(), catalogue("fi")).decode() == text_of_cities()


def test_two_stand_side_by_side_and_the_silent_of_many_in_a_line() -> None:
    """Of two also the silent one has a column; of ten the silent are named together."""
    two = read_page(written(replace(NOTHING, sections=(many(2),))))
    assert [h.text.split()[1] for h in two.all("h4")] == ["0", "1"]
    ten = read_page(written(replace(NOTHING, sections=(many(10),))))
    assert len(ten.all("h4")) == 5
    silent = [one.text for one in ten.elements if "silent" in _classes(one)]
    assert silent == ["Ei tässä lähteessä. Kunta 0, Kunta 2, Kunta 4, Kunta 6, Kunta 8"]


def test_only_four_have_a_mark() -> None:
    """Colour and shape are those of the first four; the others go by their names alone."""
    page = read_page(written(replace(NOTHING, sections=(many(10),))))
    marks = [set(_classes(one)) & MARKS for one in page.elements if "mark" in _classes(one)]
    assert set.union(*marks) <= MARKS
    assert all(
        one.attributes["aria-hidden"] == "true" for one in page.elements if "mark" in _classes(one)
    )


def test_a_wide_table_goes_on_below() -> None:
    """No table is wider than a sheet of paper holds; each part has the first column."""
    columns = ("Vuosi", *(f"Kunta {number}" for number in range(20)))
    row = ("2025", *(str(number) for number in range(20)))
    table = Table("Väkiluku", columns, (row,), tuple(range(1, 21)))
    page = read_page(
        written(replace(NOTHING, sections=(Section("x", "gaps", "Luvut", tables=(table,)),)))
    )
    heads = [one.text for one in page.all("th") if one.attributes["scope"] == "col"]
    assert heads.count("Vuosi") == len(page.all("table")) == 3
    assert [head for head in heads if head != "Vuosi"] == list(columns[1:])
    assert next(one.text for one in page.all("caption")) == "Väkiluku (1/3)"
    assert len(heads) <= 3 * MOST_COLUMNS


def test_a_hand_out_without_sections_is_a_page() -> None:
    """Nothing to say is said without a fault."""
    page = read_page(written(NOTHING))
    assert [head.text for head in page.all("h1")] == ["Otsikko"]


def test_only_web_addresses_are_links() -> None:
    """An address of another kind is not followed."""
    sources = tuple(
        SourceLine(number, "Lähde", "Kunta", None, url, has_text=True)
        for number, url in enumerate(("https://a.example", "javascript:alert(1)"), start=1)
    )
    page = read_page(written(replace(NOTHING, sources=sources)))
    out = [a.attributes["href"] for a in page.all("a") if "address" in _classes(a)]
    assert out == ["https://a.example"]


@pytest.mark.parametrize("by", SUBJECTS)
def test_hostile_data_stays_text(by: Subject) -> None:
    """Markup in any text of the data is shown as it stands and makes no element."""
    whole = made(every_text(EVIL), "paha", by=by, title=EVIL)
    page = read_page(written(whole))
    assert {element.tag for element in page.elements}.isdisjoint({"script", "img"})
    assert [head.text for head in page.all("h1")] == [EVIL]
    assert page.attributes("onerror") == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=40))
def test_any_text_stays_text(text: str) -> None:
    """Whatever the signs, the page keeps its elements."""
    voice = Voice("a", text, 0, text, (Quote(text, 1, text, text, shared=True),), (text,))
    part = Section(
        "teema-a", "theme", text, text, text, (voice,), lines=(text,), questions=(text,)
    )
    plain = replace(voice, name="n", period="p", quotes=(Quote("w", 1, "l", "t", shared=True),))
    like = replace(part, title="t", kicker="k", lead="l", voices=(plain,))
    source = SourceLine(1, text, text, None, None, has_text=False)
    whole = replace(NOTHING, sections=(part,), sources=(source,), title=text)
    model = replace(whole, sections=(like,), title="t")
    tags = [element.tag for element in read_page(written(whole)).elements]
    expected = [element.tag for element in read_page(written(model)).elements]
    assert tags == expected


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_has_contrast(colours: Palette) -> None:
    """The inks of the style have 4.5 on the papers that they stand on."""
    for ink in (colours.ink, colours.soft):
        assert contrast(ink, colours.paper) >= 4.5
    assert contrast(colours.ink, colours.mist) >= 4.5


def test_style_uses_colours_by_name_and_prints() -> None:
    """The style has no colour of its own, and says how it prints."""
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", style) == []
    assert "@page { size: A4" in style
    assert "thead { display: table-header-group; }" in style


def test_indicators_are_the_ones_of_the_hand_out() -> None:
    """Kemi had 23 689 residents in 2000: the first row of its table of observations."""
    chart = section(of_cities(), "mittari-population").charts[0]
    assert chart.table.rows[-1][:2] == ("2000", "23\u00a0689")
    assert "23\u00a0689" in {cell.text for cell in page_of_cities().all("td")}
