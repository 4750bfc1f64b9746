"""`align`: pairs of sentences about the same thing, confirmed by the makers, then suggested."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from components.analysis.sentences.align import Pair, Status, align
from components.analysis.strategies.versions import Version
from components.cli.options import add_json, add_language, print_json, versions_of
from components.cli.text_page import TextPage
from components.exports.data.found_rows import alignment_rows
from components.i18n import catalogue
from components.loading import load

STATUSES: tuple[Status, ...] = ("confirmed", "suggested")


def add_options(parser: ArgumentParser) -> None:
    """Whose sentences are paired, and how the answer is written."""
    parser.add_argument("first", metavar="A", help="slug of a municipality")
    parser.add_argument("second", metavar="B", help="slug of another")
    add_json(parser)
    add_language(parser)


def run(options: Namespace) -> int:
    """Print the pairs of the versions that are shown first."""
    library = load(options.root).library
    versions = versions_of(library, (options.first, options.second))
    if options.json:
        print_json(alignment_rows(library, versions))
    else:
        _print_text(TextPage(library, catalogue(options.kieli)), versions)
    return 0


def _print_text(page: TextPage, versions: Sequence[Version]) -> None:
    words = page.words
    names = words.names([page.name(version.slug) for version in versions])
    page.title(f"{words('pairs.title')}: {names}")
    page.line(words("pairs.note", names=names))
    page.explain_translations()
    pairs = align(page.library, *versions)
    if not pairs:
        page.line(words("pairs.none"))
    for status in STATUSES:
        found = [pair for pair in pairs if pair.status == status]
        if found:
            page.heading(words.count(f"command.{status}", len(found)))
        for number, pair in enumerate(found, 1):
            _pair(page, number, pair)
    page.print()


def _pair(page: TextPage, number: int, pair: Pair) -> None:
    """Both sentences and why they are a pair."""
    mark = f"{number}. "
    page.line("")
    for item in (pair.first, pair.second):
        page.line(page.name(item.slug), mark=mark)
        mark = " " * len(mark)
        page.official(item, 1, mark)
    page.line(_why(page, pair), mark=mark)


def _why(page: TextPage, pair: Pair) -> str:
    if pair.judged:
        return page.words.local(pair.judged.reason)
    if pair.concepts:
        return page.words("pairs.both", concepts=page.concepts(pair.concepts))
    return page.words("pairs.same_theme", themes=page.themes(pair.themes))
