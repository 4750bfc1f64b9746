"""The hand-outs as tagged PDF (PDF/UA-1) by typst: report and one-page summaries."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import typst

from components.charts.identity import LIGHT
from components.exports.handout.builder import HandoutError
from components.exports.handout.records import Handout, Section
from components.exports.pdf.data import plain
from components.exports.text.glyphs import FONTS
from components.i18n import Catalogue

LAYOUTS = Path(__file__).with_name("typst")
AUTHOR = "Strategiapeili"
SUBJECTS = ("theme", "goal")
OWN_LABELS = (
    "contents",
    "themes",
    "goals",
    "indicators",
    "ours_and_theirs",
    "known",
    "question",
    "no_subjects",
)
_REMEMBERED = 10  # compilations: how long typst keeps what none of them has looked at
SHARED_LABELS = (
    "questions",
    "questions_lead",
    "shared",
    "source_without_text",
    "sources",
    "unofficial",
)


class PdfError(HandoutError):
    """A PDF could not be made; the message says in one line what failed."""


def report_bytes(whole: Handout, words: Catalogue) -> bytes:
    """The whole hand-out as a report on A4."""
    sections = [_told_apart(section, whole) for section in whole.sections]
    return _made("report", whole, words, {"sections": sections, "questions": whole.questions})


def summaries_bytes(whole: Handout, words: Catalogue) -> bytes:
    """A page of A4 for each theme or goal."""
    chosen = [section for section in whole.sections if section.kind in SUBJECTS]
    return _made("summaries", whole, words, {"sections": chosen})


def _told_apart(section: Section, whole: Handout) -> Section:
    """A goal with whose it is in its title: the contents list the goals of all."""
    if section.kind != "goal" or len(whole.names) == 1:
        return section
    return replace(section, title=f"{section.title} – {section.voices[0].name}")


def _made(layout: str, whole: Handout, words: Catalogue, content: dict[str, object]) -> bytes:
    """The PDF by a layout. The clock and the machine's fonts have no part in it."""
    day = date.fromisoformat(whole.iso_day)
    told = json.dumps(plain(_common(whole, words, day) | content, words), ensure_ascii=False)
    compiler = typst.Compiler(
        LAYOUTS / f"{layout}.typ", font_paths=_fonts(), sys_inputs={"data": told}
    )
    try:
        made = compiler.compile(
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        message = f"{layout}.pdf: {' '.join(error.message.split())}"
        raise PdfError(message) from error
    finally:
        _forget()
    if not isinstance(made, bytes):
        message = f"{layout}.pdf: typst gave no file"
        raise PdfError(message)
    return made


def _common(whole: Handout, words: Catalogue, day: date) -> dict[str, object]:
    """What every layout is told."""
    return {
        "document": {
            "title": whole.title,
            "author": AUTHOR,
            "description": whole.description,
            "language": whole.language,
            "region": words.locale.territory,
            "date": [day.year, day.month, day.day],
        },
        "made_from": words("handout.made_from", id=whole.data_id, day=whole.day),
        "sources": whole.sources,
        "labels": _labels(words),
        "look": LIGHT,
    }


def _labels(words: Catalogue) -> dict[str, str]:
    """The words that stand in every PDF; typst fills the gaps in braces."""
    return {
        **{key: words(f"pdf.{key}") for key in OWN_LABELS},
        **{f"all_{key}": words(f"handout.{key}") for key in SHARED_LABELS},
        "more_in_report": words("pdf.more_in_report", shown="{shown}", total="{total}"),
        "page_of": words("handout.page_of", page="{page}", pages="{pages}"),
    }


def _forget() -> None:
    """Have typst drop what it remembers: of ten reports that is 300 MB, of no use to the next.

    It drops what its last compilations have not looked at, and has no other way to be told.
    """
    for _ in range(_REMEMBERED):
        typst.Compiler(b"", font_paths=_fonts()).compile(format="svg")


@cache
def _fonts() -> typst.Fonts:
    """Our fonts and no others, read once; a compiler of its own serves each call and thread."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
