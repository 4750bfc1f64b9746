"""The hand-out as one HTML file: it needs no network, no script and no second file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from components.charts.identity import DARK, LIGHT
from components.exports.handout.records import Chart, Handout, Section, Voice
from components.exports.svg.canvas import colour_names
from components.exports.svg.chart import chart_svg
from components.exports.text.glyphs import fit
from components.exports.text.jinja import environment
from components.i18n import Catalogue

TEMPLATES = Path(__file__).with_name("templates")
GROUPS = {"theme": "pdf.themes", "goal": "pdf.goals", "indicators": "pdf.indicators"}
"""Kinds of which there are several sections: they stand under one heading."""
CHART_WIDTH = 280.0
"""Points: on a phone the words in a picture stay as large as those in the tables."""
MOST_COLUMNS = 8
"""What a sheet of paper holds; a wider table goes on below, with its first column again."""
MOST_SILENT = 2
"""More municipalities that say nothing are told in one line."""


@dataclass(frozen=True)
class Chapter:
    """Sections under one heading; one that stands alone is a chapter itself."""

    id: str
    title: str
    sections: tuple[Section, ...]
    is_group: bool


def html_bytes(whole: Handout, words: Catalogue) -> bytes:
    """The hand-out as a page for any browser, on a screen of any size and on paper."""
    page = (
        environment(TEMPLATES)
        .get_template("report.html")
        .render(drawing(whole, words), light=colour_names(LIGHT), dark=colour_names(DARK))
    )
    return fit(page).encode()


def drawing(whole: Handout, words: Catalogue) -> dict[str, object]:
    """What the templates of the chapters draw from."""
    return {
        "whole": whole,
        "words": words,
        "chapters": list(_chapters(whole, words)),
        "pictures": _pictures(whole, words),
        "cited": _cited(whole),
        "parts": lambda table: table.parts(MOST_COLUMNS),
        "speaking": _speaking,
        "silent": _silent,
    }


def _chapters(whole: Handout, words: Catalogue) -> Iterator[Chapter]:
    for kind, found in groupby(whole.sections, key=lambda section: section.kind):
        sections = tuple(found)
        if kind in GROUPS:
            yield Chapter(f"osa-{kind}", words(GROUPS[kind]), sections, is_group=True)
        else:
            for section in sections:
                yield Chapter(section.id, section.title, (section,), is_group=False)


def _pictures(whole: Handout, words: Catalogue) -> Mapping[tuple[str, int], Markup]:
    """The picture of each chart by its section and number."""
    return {
        (section.id, number): _picture(chart, f"kuva-{section.id}-{number}", words)
        for section in whole.sections
        for number, chart in enumerate(section.charts)
    }


def _picture(chart: Chart, name: str, words: Catalogue) -> Markup:
    drawn = chart_svg(chart, words, name=name, width=CHART_WIDTH, themed=True)
    return Markup(drawn)  # noqa: S704 - all text in it is escaped where it is drawn


def _cited(whole: Handout) -> Mapping[int, list[Section]]:
    """The sections that cite each source, by its number."""
    return {
        source.number: [section for section in whole.sections if source in section.sources]
        for source in whole.sources
    }


def _silent(section: Section) -> Mapping[str, list[str]]:
    """The names of those who say nothing by the words that tell it, where they are many."""
    found: dict[str, list[str]] = {}
    for voice in section.voices:
        if _is_silent(voice):
            found.setdefault(voice.silent or "", []).append(voice.name)
    return found if len(section.voices) > MOST_SILENT else {}


def _speaking(section: Section) -> list[Voice]:
    """Those who say something; of two also the one who does not."""
    if len(section.voices) <= MOST_SILENT:
        return list(section.voices)
    return [voice for voice in section.voices if not _is_silent(voice)]


def _is_silent(voice: Voice) -> bool:
    return not voice.quotes and not voice.lines
