"""`progress`: how far each indicator and project has come."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from components.cli.options import add_json, add_language, check_known, print_json, today
from components.cli.text_page import TextPage
from components.exports.data.progress_rows import Cells, progress_rows
from components.i18n import catalogue
from components.loading import load

BASES = ("adopted", "announced", "interpretation")


def add_options(parser: ArgumentParser) -> None:
    """Of whom, and how the answer is written."""
    parser.add_argument("municipalities", nargs="*", metavar="A", help="slugs (default: all)")
    add_json(parser)
    add_language(parser)


def run(options: Namespace) -> int:
    """Print the states of the day."""
    library = load(options.root).library
    slugs = list(dict.fromkeys(options.municipalities)) or list(library.dossiers)
    check_known(library, slugs)
    words, day = catalogue(options.kieli), today()
    rows = progress_rows(library, slugs, words, day)
    if options.json:
        print_json(rows)
        return 0
    page = TextPage(library, words)
    page.title(words("command.progress", day=words.day(day)))
    for slug in slugs:
        _municipality(page, slug, [row for row in rows if row["municipality"] == slug])
    page.print()
    return 0


def _municipality(page: TextPage, slug: str, rows: Sequence[Cells]) -> None:
    page.heading(page.name(slug))
    for basis in BASES:
        if found := [row for row in rows if row["basis"] == basis]:
            page.line("")
            page.line(page.words(f"indicators.of_{basis}"))
            _indicators(page, found)
    projects = [row for row in rows if row["kind"] == "project"]
    for state in dict.fromkeys(row["state"] for row in projects):
        _projects(page, state, [row for row in projects if row["state"] == state])


def _indicators(page: TextPage, rows: Sequence[Cells]) -> None:
    """Each with its state and sum; a caution that holds for several is said once, below them."""
    cautions = list(dict.fromkeys(caution for row in rows for caution in row["cautions"]))
    for row in rows:
        state = page.words(f"indicator_state.{row['state']}")
        marks = sorted(cautions.index(caution) + 1 for caution in row["cautions"])
        told = [f"{row['name']}: {state}. {row['sum']}{_cited(page, row)}"]
        page.line("\u00a0".join([*told, *(f"*{mark}" for mark in marks)]), 1, "- ")
    for mark, caution in enumerate(cautions, 1):
        page.line(caution, 1, f"*{mark} ")


def _projects(page: TextPage, state: str, rows: Sequence[Cells]) -> None:
    """The projects of one state, each with the day when it was told."""
    page.line("")
    page.line(f"{page.words.count('progress.rows', len(rows))}: {page.words(f'state.{state}')}")
    for row in rows:
        told = row["latest"]
        day = f" ({page.words.moment(told['date'])})" if told else ""
        page.line(f"{row['name']}{day}{_cited(page, row)}", 1, "- ")


def _cited(page: TextPage, row: Cells) -> str:
    return page.cite([(source["title"], source["url"]) for source in row["sources"]])
