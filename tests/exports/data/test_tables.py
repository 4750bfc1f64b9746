"""The tidy tables read again: all rows, their sources, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Collection
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from components.analysis.sentences.sentences import sentences
from components.analysis.strategies.versions import choose
from components.exports.data.csv_text import FORMULA_STARTS
from components.exports.data.tables import zip_bytes
from components.exports.handout.builder import Selection
from components.i18n import LANGUAGES, catalogue
from components.model import Library
from tests.analysis.making import (
    MALLIKUNTA,
    PROJECT,
    TODAY,
    dossier,
    fictional,
    library,
    real,
)
from tests.exports.making import of_cities
from tests.loading.roots import rows_of
from tests.widgets.making import every_text

TABLES = (
    *("sentences", "pairs", "projects", "outcomes", "funding"),
    *("observations", "indicator_states", "gaps", "sources"),
)
Rows = list[dict[str, str]]


def selection(held: Library, *slugs: str) -> Selection:
    """These municipalities, or all of a library."""
    return Selection(
        tuple(choose(held.dossiers[slug], TODAY) for slug in slugs or held.dossiers), TODAY
    )


def written(held: Library, *slugs: str, language: str = "fi") -> bytes:
    """The zip file of municipalities of a library."""
    return zip_bytes(held, selection(held, *slugs), catalogue(language))


def read(content: bytes) -> dict[str, Rows]:
    """The rows of each table."""
    with ZipFile(BytesIO(content)) as archive:
        texts = {
            name.removesuffix(".csv"): archive.read(name).decode("utf-8-sig")
            for name in archive.namelist()
            if name.endswith(".csv")
        }
    return {name: list(csv.DictReader(StringIO(text, ""))) for name, text in texts.items()}


def in_data(root: Path, table: str, codes: Collection[str]) -> Rows:
    """The rows of a table of the data that are about some municipalities."""
    return [row for row in rows_of(root, table) if row["municipality_code"] in codes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_file_holds_all_tables_and_a_readme(language: str) -> None:
    """Every table is there, and the README says in the language what each is and from when."""
    content = written(real(), language=language)
    whole = of_cities(language)
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        readme = archive.read("README.txt").decode("utf-8-sig").splitlines()
    assert names == ["README.txt", *(f"{name}.csv" for name in TABLES)]
    assert readme[0] == whole.title
    assert whole.data_id in readme[1]
    assert [line.partition(":")[0] for line in readme[4:]] == names[1:]
    assert all(line.partition(": ")[2] for line in readme[4:])


@pytest.mark.parametrize(
    ("table", "file", "cells"),
    [
        ("observations", "observations", ("indicator", "year", "source_title", "licence")),
        ("outcomes", "outcomes", ("project", "state", "date", "note", "source_title", "licence")),
        ("funding", "project_funding", ("project", "partners", "source_url", "licence")),
    ],
)
def test_rows_of_the_data_are_whole(table: str, file: str, cells: tuple[str]) -> None:
    """Each row of the data about the municipalities is there once, as it was written."""
    for held, root in ((real(), PROJECT), (fictional(), MALLIKUNTA)):
        codes = {one.code for one in held.dossiers.values()}
        found = [[row[cell] for cell in cells] for row in read(written(held))[table]]
        expected = [[row[cell] for cell in cells] for row in in_data(root, file, codes)]
        assert expected
        assert sorted(found) == sorted(expected)


def test_values_are_the_numbers_of_the_data_file() -> None:
    """Kemi had 23689 residents in 2000, told as a plain number with its source."""
    row = next(
        row
        for row in read(written(real()))["observations"]
        if (row["municipality"], row["indicator"], row["year"]) == ("kemi", "population", "2000")
    )
    assert (row["value"], row["kind"], row["licence"]) == ("23689", "actual", "CC BY 4.0")
    assert row["source_url"].startswith("https://sotkanet.fi/")


def test_every_sentence_has_its_words_and_source() -> None:
    """All sentences of the municipalities, with the exact words and the title of the source."""
    found = {row["id"]: row for row in read(written(real()))["sentences"]}
    expected = {item.key: item for one in real().dossiers.values() for item in sentences(one)}
    assert set(found) == set(expected)
    assert all(found[key]["quote"] == (item.words or "") for key, item in expected.items())
    assert all(row["source_title"] for row in found.values())


def test_every_sentence_has_the_right_by_which_it_is_repeated() -> None:
    """Minutes are outside copyright; of pages that state no licence just that is said."""
    found = {row["id"]: row for row in read(written(real()))["sentences"]}
    licences = {row["licence"] for row in found.values()}
    assert licences == {
        "viranomaisen päätös, ei tekijänoikeussuojaa (tekijänoikeuslaki 9 §)",
        "lisenssiä ei ilmoiteta sivulla; lähde mainittava",
    }


@pytest.mark.parametrize(
    ("language", "ours"),
    [
        ("fi", "tekijöiden valinta, ei valtuuston mittari"),
        ("sv", "utvecklarnas val, inte fullmäktiges mätare"),
        ("en", "the makers’ choice, not the council’s indicator"),
    ],
)
def test_no_document_is_cited_for_an_indicator_of_ours(language: str, ours: str) -> None:
    """What we have tied to a goal says so; the source of the value stands by itself."""
    found = read(written(real(), language=language))["indicator_states"]
    chosen = [row for row in found if row["basis"] == "interpretation"]
    assert chosen
    assert {(row["source_title"], row["source_url"]) for row in chosen} == {(ours, "")}
    assert all(row["value_source_url"].startswith("https://") for row in chosen)
    assert {row["value_licence"] for row in chosen} == {"CC BY 4.0"}
    (hinku,) = [row for row in found if row["basis"] == "announced"]
    assert hinku["source_url"].startswith("https://www.kemi.fi/")
    assert (hinku["value_source_title"], hinku["value_licence"]) == ("", "")


def test_states_tell_the_figures_that_they_rest_on() -> None:
    """Net migration of Mallikunta: from -40 in 2021 to 3 in 2025, the target 0, achieved."""
    row = next(
        row
        for row in read(written(fictional()))["indicator_states"]
        if row["indicator"] == "intermunicipal_net_migration"
    )
    assert (row["state"], row["basis"]) == ("achieved", "adopted")
    assert (row["begin_date"], row["begin_value"]) == ("2021", "-40")
    assert (row["latest_date"], row["latest_value"]) == ("2025", "3")
    assert (row["target_date"], row["target_value"]) == ("2029", "0")
    assert (row["share_of_way"], row["share_of_time"]) == ("1.0750", "0.5000")


def test_projects_have_their_state_and_source() -> None:
    """Of Kemi's projects none has a known outcome; some have ended, as Kemijärvi's has."""
    found = read(written(real()))["projects"]
    states = {(row["municipality"], row["state"]) for row in found}
    assert states == {("kemi", "ended"), ("kemi", "unknown"), ("kemijarvi", "ended")}
    assert all(row["source_title"] for row in found)


def test_only_the_chosen_are_told() -> None:
    """Tables of Kemijärvi hold no row of Kemi, and no pair, for it would take two."""
    tables = read(written(real(), "kemijarvi"))
    towns = {row["municipality"] for rows in tables.values() for row in rows if "a" not in row}
    assert towns == {"kemijarvi"}
    assert tables["pairs"] == []


def test_a_table_without_rows_keeps_its_heads() -> None:
    """A program that reads the tables finds the same columns always."""
    content = written(library(dossier("kunta")))
    with ZipFile(BytesIO(content)) as archive, ZipFile(BytesIO(written(real()))) as full:
        for name in archive.namelist()[1:]:
            heads = archive.read(name).splitlines()[0]
            assert heads == full.read(name).splitlines()[0]


def test_no_cell_is_a_formula() -> None:
    """Text that a spreadsheet would run has an apostrophe before it."""
    evil = "=cmd|' /C calc'!A0"
    tables = read(written(every_text(evil)))
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert f"'{evil}" in cells
    texts = [cell for cell in cells if not cell.lstrip("-").replace(".", "").isdigit()]
    assert [text for text in texts if text.startswith(FORMULA_STARTS)] == []


def test_same_data_same_bytes() -> None:
    """The times in the file are the day of the data: made again it is the same."""
    content = written(real())
    assert written(real()) == content
    with ZipFile(BytesIO(content)) as archive:
        days = {"{:04}-{:02}-{:02}".format(*info.date_time[:3]) for info in archive.infolist()}
    assert days == {of_cities().iso_day}
