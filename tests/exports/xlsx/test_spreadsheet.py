"""The workbook read again: numbers are numbers, text is text, and every sheet prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from components.analysis.indicators.indicator_progress import progress_of
from components.analysis.sentences.sentences import sentences
from components.analysis.strategies.versions import choose
from components.exports.handout.builder import Selection
from components.exports.xlsx.book import CUT, HIGHEST, LINE, LONGEST_TEXT, height_of
from components.exports.xlsx.cells import Link
from components.exports.xlsx.spreadsheet import xlsx_bytes
from components.i18n import LANGUAGES, catalogue
from components.model import Library
from tests.analysis.making import (
    MALLIKUNTA,
    PROJECT,
    TODAY,
    dossier,
    fictional,
    library,
    project,
    real,
)
from tests.exports.making import of_cities, of_mallikunta
from tests.loading.roots import rows_of
from tests.widgets.making import every_text

EVIL = '=HYPERLINK("http://x.example","+1")<&>\'\x07'
LONGEST_SHEET_NAME = 31
Held = Callable[[], Library]
EVERY = [
    pytest.param(held, language, id=f"{held.__name__}-{language}")
    for held in (real, fictional)
    for language in LANGUAGES
]


def selection(held: Library) -> Selection:
    """All municipalities of a library."""
    return Selection(tuple(choose(one, TODAY) for one in held.dossiers.values()), TODAY)


@cache
def written(held: Held, language: str = "fi") -> bytes:
    """The workbook of all municipalities of a library."""
    return xlsx_bytes(held(), selection(held()), catalogue(language))


@cache
def read(held: Held, language: str = "fi") -> Workbook:
    """The same, read again."""
    return load_workbook(BytesIO(written(held, language)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet by the heads of its columns."""
    heads, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in found]


def tables(book: Workbook) -> Iterator[Worksheet]:
    """The sheets that are tables of rows."""
    return (sheet for sheet in book.worksheets if sheet.auto_filter.ref)


@pytest.mark.parametrize(("held", "language"), EVERY)
def test_every_sheet_has_a_name_and_prints(held: Held, language: str) -> None:
    """Names are short enough; every sheet is A4, one page wide, with page numbers and heads."""
    book = read(held, language)
    assert all(len(name) <= LONGEST_SHEET_NAME for name in book.sheetnames)
    assert len(set(book.sheetnames)) == len(book.sheetnames)
    for sheet in book.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter is not None
        assert "&P" in str(sheet.oddFooter.right.text)
    for sheet in book.worksheets[1:]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.freeze_panes == "B2"


@pytest.mark.parametrize(("held", "language"), EVERY)
def test_tables_can_be_filtered_and_have_heads(held: Held, language: str) -> None:
    """The filter covers all rows; every column has a head in words."""
    found = list(tables(read(held, language)))
    assert len(found) >= 6
    for sheet in found:
        assert sheet.auto_filter.ref == sheet.dimensions
        heads = [cell.value for cell in sheet[1]]
        assert all(isinstance(head, str) and head.strip() for head in heads)


def test_first_sheet_tells_what_whom_and_when() -> None:
    """The title, the municipalities, the data and its day, and links to every other sheet."""
    book, whole = read(real), of_cities()
    sheet = book.worksheets[0]
    told = {str(row[0].value): row[1].value for row in sheet.iter_rows(min_row=3, max_row=9)}
    assert sheet["A1"].value == whole.title
    assert told["Kenestä"] == "Kemi ja Kemijärvi"
    assert told["Aineisto ja sen päivä"] == f"Aineisto {whole.data_id}, {whole.day}"
    linked = [str(cell.hyperlink.location) for row in sheet for cell in row if cell.hyperlink]
    assert linked == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_properties_tell_title_language_and_day() -> None:
    """The file says what it is, in which language, and from which day its data is."""
    book, whole = read(real, "sv"), of_cities("sv")
    assert book.properties.title == whole.title
    assert book.properties.created == datetime.fromisoformat(whole.iso_day)
    with ZipFile(BytesIO(written(real, "sv"))) as archive:
        assert 'name="Language"><vt:lpwstr>sv<' in archive.read("docProps/custom.xml").decode()


def test_every_sentence_stands_with_its_words_and_source() -> None:
    """Every sentence of the library has a row: the exact words, the title and the address."""
    held = real()
    book = read(real)
    sheet = book["Lauseet"]
    found = {(row["Kunta"], row["Sanasta sanaan"], row["Lähde"]) for row in rows(sheet)}
    for slug, name in (("kemi", "Kemi"), ("kemijarvi", "Kemijärvi")):
        titles = {source.id: source.title for source in held.dossiers[slug].sources}
        for item in sentences(held.dossiers[slug]):
            assert (name, item.words, titles[item.source]) in found
    corrected = [row for row in rows(sheet) if row["Korjattuna"]]
    assert corrected
    assert all(row["Korjattuna"] != row["Sanasta sanaan"] for row in corrected)
    address = real().dossiers["kemi"].sources[0].url
    links = {cell.hyperlink.target for row in sheet for cell in row if cell.hyperlink}
    assert address in links


def test_pairs_are_the_confirmed_ones() -> None:
    """As many pairs as have been confirmed, each with both sentences and a reason."""
    confirmed = [item for item in real().alignments if item.status == "confirmed"]
    found = list(read(real)["Vastaavuudet"].iter_rows(min_row=2, values_only=True))
    assert len(found) == len(confirmed)
    assert all(row[1] and row[4] and row[6] for row in found)
    assert {(row[0], row[3]) for row in found} <= {("Kemi", "Kemijärvi"), ("Kemijärvi", "Kemi")}


@pytest.mark.parametrize(("held", "root"), [(real, PROJECT), (fictional, MALLIKUNTA)])
def test_values_are_the_numbers_of_the_data_file(held: Held, root: Path) -> None:
    """Every row of observations.csv of the municipalities is there as a number, with licence."""
    codes = {one.code for one in held().dossiers.values()}
    expected = sorted(
        (int(row["year"]), float(row["value"]), row["source_title"], row["licence"])
        for row in rows_of(root, "observations")
        if row["municipality_code"] in codes
    )
    found = rows(read(held)["Luvut"])
    assert sorted((r["Vuosi"], r["Arvo"], r["Lähde"], r["Lisenssi"]) for r in found) == expected
    assert {type(row["Arvo"]) for row in found} <= {int, float}
    assert {type(row["Vuosi"]) for row in found} == {int}


def test_numbers_are_shown_with_the_decimals_of_their_indicator() -> None:
    """Residents are whole, shares of employment have one decimal."""
    sheet = read(fictional)["Luvut"]
    heads = [cell.value for cell in sheet[1]]
    name, value = heads.index("Mittari"), heads.index("Arvo")
    shown = {row[name].value: row[value].number_format for row in sheet.iter_rows(min_row=2)}
    assert shown["Väkiluku"] == "#,##0"
    assert shown["Työllisyysaste"] == "#,##0.0"


def test_indicators_tell_their_sum_in_words_and_numbers() -> None:
    """Every indicator has its state, its sum, and the shares as shares."""
    found = rows(read(fictional)["Mittareiden tila"])
    items = progress_of(fictional(), "mallikunta", TODAY)
    assert len(found) == len(items)
    for row, item in zip(found, items, strict=True):
        assert row["Lasku sanoin"]
        way, share = item.judgement.way, row["Osuus matkasta"]
        assert share is None if way is None else share == pytest.approx(float(way))
        value = item.latest.value if item.latest else None
        assert row["Uusin arvo"] == (None if value is None else pytest.approx(float(value)))


def test_no_document_is_cited_for_an_indicator_of_ours() -> None:
    """What we have tied to a goal says so; the source of the value stands by itself."""
    found = rows(read(real)["Mittareiden tila"])
    ours = "tekijöiden valinta, ei valtuuston mittari"
    assert {row["Lähde"] for row in found if row["Kenen valinta"] == ours} == {ours}
    assert [row["Lähde"] for row in found if row["Kenen valinta"] != ours] != [ours]
    valued = [row for row in found if row["Uusin arvo"] is not None]
    assert valued
    assert all(row["Luvun lähde"] and row["Lisenssi"] for row in valued)


def test_projects_have_their_outcomes_and_money() -> None:
    """Mallikunta's six projects: done is done, dropped is dropped, the unknown is unknown."""
    book = read(fictional)
    states = {row["Hanke"]: row["Tila"] for row in rows(book["Hankkeet"])}
    assert set(states.values()) == {
        *("suunniteltu", "käynnissä", "päättynyt ilman tietoa tuloksesta"),
        *("toteutunut", "luovuttu", "ei tietoa"),
    }
    assert len(states) == 6
    days = [row["Kerrottu"] for row in rows(book["Hankkeet"]) if row["Kerrottu"]]
    assert days
    assert {type(day) for day in days} == {datetime}
    money = [row["Budjetti, euroa"] for row in rows(book["Hankkeiden rahoitus"])]
    assert any(isinstance(one, int | float) for one in money)


def test_states_are_counted_as_in_the_other_hand_outs() -> None:
    """Of Kemi's 17 projects eight have ended, as Kemijärvi's one; of nine nothing is known."""
    sheet = read(real)["Hankkeet tilan mukaan"]
    assert list(sheet.iter_rows(values_only=True)) == [
        ("Kunta", "päättynyt ilman tietoa tuloksesta", "ei tietoa"),
        ("Kemi", 8, 9),
        ("Kemijärvi", 1, 0),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_tells_its_message_and_stands_in_order(language: str) -> None:
    """The native chart has an alternative text, its bars from the top, *unknown* hatched."""
    whole = of_mallikunta(language)
    message = next(s for s in whole.sections if s.id == "hankkeet").charts[0].alt
    with ZipFile(BytesIO(written(fictional, language))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        chart = archive.read("xl/charts/chart1.xml").decode()
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 1
    assert f'descr="{message}"' in drawing
    category = re.findall(r"<c:catAx>.*?</c:catAx>", chart, re.DOTALL)[0]
    assert '<c:orientation val="maxMin"/>' in category
    assert chart.count("<c:ser>") == 6
    assert chart.count("<a:pattFill") == 1


def test_gaps_and_sources_are_all_there() -> None:
    """The register of gaps with its next steps, and every source with its address."""
    book = read(real)
    gaps = next(part for part in of_cities().sections if part.id == "aukot")
    assert len(rows(book["Aukot"])) == len(gaps.tables[1].rows)
    assert all(row["Mitä voisi tehdä"] for row in rows(book["Aukot"]))
    sources = [source for one in real().dossiers.values() for source in one.sources]
    assert [row["Lähde"] for row in rows(book["Lähteet"])] == [one.title for one in sources]
    assert [row["Linkki"] for row in rows(book["Lähteet"])] == [one.url for one in sources]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    """No cell is a formula, whatever the data says, and links lead to the web alone."""
    held = every_text(EVIL)
    book = load_workbook(BytesIO(xlsx_bytes(held, selection(held), catalogue("fi"))))
    cells = [cell for sheet in book.worksheets for row in sheet for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any(isinstance(cell.value, str) and cell.value.startswith("=HYPER") for cell in cells)
    targets = {str(cell.hyperlink.target) for cell in cells if cell.hyperlink}
    assert all(target.startswith("http") for target in targets - {"None"})


def test_a_sheet_without_rows_is_left_out() -> None:
    """A municipality without projects, indicators or pairs has no empty sheets and no chart."""
    held = library(dossier("kunta"))
    book = load_workbook(BytesIO(xlsx_bytes(held, selection(held), catalogue("fi"))))
    assert book.sheetnames == ["Tietoja", "Aukot", "Lähteet"]


def test_text_longer_than_a_cell_is_marked_as_cut() -> None:
    """What a cell cannot hold is cut where it ends, and says so."""
    held = library(dossier("kunta", projects=(project("hanke", name="a" * 40_000),)))
    book = load_workbook(BytesIO(xlsx_bytes(held, selection(held), catalogue("fi"))))
    name = rows(book["Hankkeet"])[0]["Hanke"]
    assert name == "a" * LONGEST_TEXT + CUT


def test_rows_are_as_high_as_their_fullest_cell() -> None:
    """Words break between lines, long ones inside; numbers take one line; there is a limit."""
    assert height_of(("yksi", 5, None), (10, 10, 10)) == LINE
    assert height_of(("yksi kaksi kolme", Link("a" * 25, None)), (10, 10)) == 3 * LINE
    assert height_of(("sana " * 2000,), (10,)) == HIGHEST


@pytest.mark.parametrize("held", [real, fictional])
def test_same_data_same_bytes(held: Held) -> None:
    """The dates in the file are those of the data: made again it is the same."""
    assert xlsx_bytes(held(), selection(held()), catalogue("fi")) == written(held)
