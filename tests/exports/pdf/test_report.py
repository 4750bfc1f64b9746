"""The PDFs read again: tagged, in their language, with letters of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from components.exports.handout.records import Handout, Lines
from components.exports.pdf import report
from components.exports.pdf.report import PdfError, report_bytes, summaries_bytes
from components.i18n import LANGUAGES, catalogue
from components.model import Library
from tests.analysis.making import PROJECT, dossier, library
from tests.exports.file_texts import joined, of_pdf
from tests.exports.making import made, of_cities, of_mallikunta
from tests.exports.pdf_structure import Paper, read_paper

MAKERS = {"report": report_bytes, "summaries": summaries_bytes}
HANDOUTS = {"cities": of_cities, "mallikunta": of_mallikunta}
REGIONS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
OUR_FONTS = ("SourceSans3", "SourceSerif4")
HELD = 60
"""Megabytes that twelve more reports may add: without forgetting it was over 200."""
MANY = """
from components.exports.pdf.report import report_bytes
from components.i18n import catalogue
from dataclasses import replace
from tests.exports.making import of_mallikunta

def held(reports):
    for number in reports:
        report_bytes(replace(of_mallikunta("fi"), title=f"Ilta {number}"), catalogue("fi"))
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * 4096 // 2**20

print(-held(range(1)) + held(range(1, 13)))
"""


@cache
def content(maker: str, of: str = "cities", language: str = "fi") -> bytes:
    """A PDF of a hand-out."""
    return MAKERS[maker](HANDOUTS[of](language), catalogue(language))


@cache
def paper(maker: str, of: str = "cities", language: str = "fi") -> Paper:
    """The same, read again."""
    return read_paper(content(maker, of, language))


@pytest.fixture(params=[(maker, of) for maker in MAKERS for of in HANDOUTS], ids="-".join)
def kind(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Give every kind of every hand-out."""
    maker, of = request.param
    return maker, of


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_says_what_it_is_in_its_language(kind: tuple[str, str], language: str) -> None:
    """Title, language and PDF/UA-1 are told to whoever reads it aloud; the title is shown."""
    read = paper(*kind, language)
    assert read.title == HANDOUTS[kind[1]](language).title
    assert read.language == REGIONS[language]
    assert (read.marked, read.shows_title, read.standard) == (True, True, "1")


def test_letters_come_with_the_file(kind: tuple[str, str]) -> None:
    """Our fonts and no others, all of them embedded: a missing one would not stop typst."""
    read = paper(*kind)
    assert read.unembedded == frozenset()
    assert read.fonts
    assert all(name.startswith(OUR_FONTS) for name in read.fonts)


def test_tables_have_heads_and_pictures_words(kind: tuple[str, str]) -> None:
    """Every cell of a head says which column is its own, and every picture its message."""
    read = paper(*kind)
    assert {tag.scope for tag in read.all("TH")} <= {"Column"}
    assert all(tag.alt for tag in read.all("Figure"))
    if kind[0] == "report":
        assert len(read.all("Table")) == len(read.all("THead")) > 0
        charts = [chart for part in HANDOUTS[kind[1]]().sections for chart in part.charts]
        assert [tag.alt for tag in read.all("Figure")] == [chart.alt for chart in charts]


def test_headings_leave_out_no_level(kind: tuple[str, str]) -> None:
    """Who goes from heading to heading never falls through a step."""
    headings = [tag.kind for tag in paper(*kind).tags if tag.kind in {"H1", "H2", "H3", "H4"}]
    levels = [int(name.removeprefix("H")) for name in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("of", HANDOUTS)
def test_a_page_for_each_subject(of: str) -> None:
    """A summary is a page of A4, whatever is said of its theme."""
    subjects = [part for part in HANDOUTS[of]().sections if part.kind == "theme"]
    assert paper("summaries", of).pages == len(subjects)


def stands(words: str, text: str) -> bool:
    """Whether the words are there, whole or going on upon the next page; a line ends at "-"."""
    many = words.replace("-", "").split(" ")
    return joined("".join(many)) in text or any(
        joined("".join(many[:place])) in text and joined("".join(many[place:])) in text
        for place in range(1, len(many))
    )


@pytest.mark.parametrize("of", HANDOUTS)
def test_report_holds_every_quote_and_source(of: str) -> None:
    """Not a word of a municipality is lost, and every address can be read on paper."""
    whole = HANDOUTS[of]()
    text = joined(of_pdf(content("report", of))).replace("-", "")
    quotes = [quote for part in whole.sections for voice in part.voices for quote in voice.quotes]
    assert [quote.words for quote in quotes if not stands(quote.words, text)] == []
    assert [line.title for line in whole.sources if not stands(line.title, text)] == []
    assert [line.url for line in whole.sources if line.url and not stands(line.url, text)] == []


def test_words_of_charts_are_text() -> None:
    """What stands in a chart alone can be searched and copied: the range of the region."""
    text = joined(of_pdf(content("report")))
    ranges = re.findall(r"Lapinkuntienvaihteluväli:[-−0-9,]+–[-−0-9,]+\(20[0-9]{2}\)", text)
    drawn = [chart.drawn for part in of_cities().sections for chart in part.charts]
    assert len(ranges) == sum(isinstance(one, Lines) and bool(one.band) for one in drawn) > 0


def test_same_data_give_the_same_file(kind: tuple[str, str]) -> None:
    """Neither the clock nor the machine has a part in it: a hand-out can be made again."""
    maker, of = kind
    assert MAKERS[maker](HANDOUTS[of](), catalogue("fi")) == content(maker, of)


@pytest.mark.parametrize("maker", MAKERS)
def test_nothing_to_tell_is_told(maker: str) -> None:
    """A municipality without goals, projects and indicators gives a file all the same."""
    read = read_paper(MAKERS[maker](_of(library(dossier("kunta"))), catalogue("fi")))
    assert read.pages >= 1
    assert read.standard == "1"


def test_what_cannot_be_made_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What typst refuses is told with its reason, and no file is half made."""
    (tmp_path / "report.typ").write_text("#image(bytes(()))", encoding="utf-8")
    monkeypatch.setattr(report, "LAYOUTS", tmp_path)
    with pytest.raises(PdfError, match=r"^report\.pdf: [^\n]+$"):
        report_bytes(of_cities(), catalogue("fi"))


def _of(held: Library) -> Handout:
    return made(held, *held.dossiers)


def test_memory_does_not_grow_with_the_pdfs_made() -> None:
    """Typst would remember the last ten: each title is another, and a service makes many."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", MANY], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < HELD
