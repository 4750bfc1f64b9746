"""`compare`: what is shared and what only one says, by theme."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from components.analysis.sentences.compare import ThemeRow, ValueRow, compare
from components.analysis.strategies.versions import Version
from components.cli.errors import CallError
from components.cli.options import add_json, add_language, print_json, versions_of
from components.cli.text_page import TextPage
from components.exports.data.found_rows import comparison_rows
from components.i18n import catalogue
from components.loading import load

FEWEST = 2
"""How many municipalities can be compared with each other."""


def add_options(parser: ArgumentParser) -> None:
    """Who is compared, and how the answer is written."""
    parser.add_argument("municipalities", nargs="+", metavar="A", help="slugs, at least two")
    add_json(parser)
    add_language(parser)


def run(options: Namespace) -> int:
    """Print the comparison of the versions that are shown first."""
    slugs = options.municipalities
    if len(slugs) < FEWEST or len(set(slugs)) < len(slugs):
        message = "name at least two municipalities, each of them once"
        raise CallError(message)
    library = load(options.root).library
    versions = versions_of(library, slugs)
    if options.json:
        print_json(comparison_rows(library, versions))
    else:
        _print_text(TextPage(library, catalogue(options.kieli)), versions)
    return 0


def _print_text(page: TextPage, versions: Sequence[Version]) -> None:
    words, slugs = page.words, [version.slug for version in versions]
    page.title(words("compare.title", names=words.names([page.name(slug) for slug in slugs])))
    page.explain_translations()
    for version in versions:
        _version(page, version)
    compared = compare(page.library, versions)
    _values(page, compared.by_name, slugs)
    rows = compared.by_theme
    for speakers in dict.fromkeys(row.speakers for row in rows):
        page.heading(f"{words('theme.many')}: {_share(page, speakers, slugs)}")
        for row in rows:
            if row.speakers == speakers:
                _theme(page, row)
    if compared.untouched:
        page.line("")
        page.line(words("compare.untouched", themes=page.themes(compared.untouched)))
    page.print()


def _version(page: TextPage, version: Version) -> None:
    """Which version is shown, and what of a newer or a coming one there is."""
    name, newer = page.name(version.slug), version.newer_without_text
    period = page.words.period(version.strategy.period)
    page.line(f"{name}: {version.strategy.title} ({period})")
    if newer:
        page.line(page.words("version.newer", name=name, title=newer.title), 1)
    for coming in version.coming:
        period = page.words.period(coming.period)
        page.line(page.words("version.coming", name=name, title=coming.title, period=period), 1)


def _values(page: TextPage, rows: Sequence[ValueRow], slugs: Sequence[str]) -> None:
    """The names of the values, those that only one has first."""
    if not rows:
        return
    page.heading(page.words("compare.values"))
    for holders in dict.fromkeys(tuple(row.held) for row in rows):
        held = [row for row in rows if tuple(row.held) == holders]
        said = [item for row in held for item in row.held.values()]
        names = ", ".join(row.name for row in held)
        share = _share(page, holders, slugs)
        page.line(f"{share[:1].upper()}{share[1:]}: {names}{page.cite(page.sources_of(said))}")


def _share(page: TextPage, speakers: Sequence[str], slugs: Sequence[str]) -> str:
    """Whose something is: only one's, shared by those named, or by all."""
    names = page.words.names([page.name(slug) for slug in speakers])
    if len(speakers) == 1:
        return page.words("share.only", name=names)
    return page.words("share.all") if len(speakers) == len(slugs) else names


def _theme(page: TextPage, row: ThemeRow) -> None:
    page.line("")
    page.line(page.themes([row.theme]))
    alone = len(row.speakers) == 1
    for slug in row.speakers:
        if not alone:
            page.line(page.name(slug), 1)
        for item in row.said[slug]:
            page.official(item, 1 if alone else 2, "- ")
