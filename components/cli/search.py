"""`search`: sentences that answer to words in Finnish, Swedish or English, best first."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from components.analysis.sentences.search import WEAKEST, Hit, index_of
from components.cli.errors import CallError
from components.cli.options import add_json, add_language, print_json
from components.cli.text_page import TextPage
from components.exports.data.found_rows import search_rows
from components.i18n import catalogue
from components.loading import load


def add_options(parser: ArgumentParser) -> None:
    """What is looked for, and how the answer is written."""
    parser.add_argument("query", metavar="QUERY", help="words in Finnish, Swedish or English")
    parser.add_argument("--limit", type=int, default=20, help="(default: %(default)s)")
    add_json(parser)
    add_language(parser)


def run(options: Namespace) -> int:
    """Print the sentences."""
    if options.limit < 1:
        message = f"--limit is {options.limit}: at least 1 sentence must be let through"
        raise CallError(message)
    library = load(options.root).library
    if options.json:
        print_json(search_rows(library, options.query, options.limit))
    else:
        page = TextPage(library, catalogue(options.kieli))
        _print_text(page, options.query, options.limit)
    return 0


def _print_text(page: TextPage, query: str, limit: int) -> None:
    words, index = page.words, index_of(page.library)
    hits = index.search(query, len(index.sentences), weakest=WEAKEST)
    if hits:
        page.title(f"{query}: {words.count('search.count', len(hits))}")
        page.explain_translations()
    else:
        page.line(words("command.nothing_found", words=query))
    if suggestion := index.suggestion(query):
        page.line(f"{words('search.meant')}: {suggestion}?")
    if len(hits) > limit:
        page.line(words.count("command.best", limit))
    for number, hit in enumerate(hits[:limit], 1):
        _hit(page, number, hit)
    page.print()


def _hit(page: TextPage, number: int, hit: Hit) -> None:
    """Whose sentence it is and of what kind, its words, and why it was found."""
    item = hit.sentence
    kind = "search.context" if item.owner else f"kind.{item.kind}.one"
    mark = f"{number}. "
    blank = " " * len(mark)
    page.line("")
    page.line(f"{page.name(item.slug)} · {page.words(kind)}", mark=mark)
    page.official(item, mark=blank)
    if hit.concepts:
        why = f"{page.words('search.why')}: {page.concepts(hit.concepts)}"
        page.line(why, mark=blank)
