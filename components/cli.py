"""The command line: reads options, calls the part that does the work, prints what it gives."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from components.analysis.compare import comparison
from components.analysis.theme_proposals import ThemeDifference, theme_differences
from components.analysis.versions import choose
from components.exports.data.found_rows import alignment_rows, search_rows
from components.exports.data.progress_rows import progress_rows
from components.exports.handout.builder import SUBJECTS
from components.exports.kinds import KINDS
from components.exports.orders import MOST, Order, OrderError, fulfil
from components.i18n import DEFAULT, LANGUAGES, catalogue
from components.i18n.problem_lines import as_github, as_json, as_text
from components.loading import SCHEMA_FILE, Loaded, Problem, id_places, load, schema_text
from components.loading.replacing import replace_file
from components.model import Library
from components.refresh import SERVICES, refresh
from components.reports.address import PUBLIC
from components.reports.static_site import BuildError, build

PROJECT = Path(__file__).parents[1]
DESCRIPTION = "Municipal strategies side by side, every sentence cited."
FOUND, USAGE = 1, 2
FEWEST = 2
"""How many municipalities can be compared with each other."""


Serve = Callable[[Path, str, int], None]
"""Opens the dashboard of a root at a host and port."""


def main(arguments: Sequence[str] | None, serve: Serve) -> int:
    """Run one command; returns the exit status: 0 done, 1 problems found, 2 wrong call."""

    def run_server(options: argparse.Namespace) -> int:
        serve(options.root.resolve(), options.host, options.port)
        return 0

    options = parser(run_server).parse_args(arguments)
    return int(options.run(options))


def parser(run_server: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    """The options of every command."""
    whole = argparse.ArgumentParser(prog="strategiapeili", description=DESCRIPTION)
    whole.set_defaults(run=run_server, root=PROJECT, host="127.0.0.1", port=8501)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument(
        "--root",
        type=Path,
        default=PROJECT,
        help="a folder with strategies/ and data/ (default: the project)",
    )

    serve = commands.add_parser("serve", parents=[root], help="open the dashboard (the default)")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8501)
    serve.set_defaults(run=run_server)

    check = commands.add_parser("check", parents=[root], help="report every problem of the data")
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.add_argument("--kieli", choices=tuple(LANGUAGES), default="en")
    check.set_defaults(run=_check)

    schema = commands.add_parser("schema", parents=[root], help=f"write {SCHEMA_FILE}")
    schema.add_argument("--check", action="store_true", help="only tell whether it is up to date")
    schema.set_defaults(run=_schema)

    _add_answers(partial(commands.add_parser, parents=[root]))

    _add_export(partial(commands.add_parser, parents=[root]))

    build_ = commands.add_parser("build", parents=[root], help="the reports as a static site")
    build_.add_argument("folder", type=Path, metavar="DIR", help="new, or of an earlier build")
    build_.add_argument("--address", help="where it will stand, for the map that engines read")
    build_.set_defaults(run=_build)

    refresh_ = commands.add_parser("refresh", parents=[root], help="fetch fresh observations")
    refresh_.add_argument("service", choices=tuple(SERVICES))
    refresh_.add_argument("municipalities", nargs="*", metavar="A", help="slugs (default: all)")
    refresh_.add_argument("--yes", action="store_true", help="write without asking")
    refresh_.set_defaults(run=_refresh)
    return whole


def _add_answers(add: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands that print what is found in the data."""
    compare = add("compare", help="what is shared, by theme")
    compare.add_argument("municipalities", nargs="+", metavar="MUNICIPALITY")
    compare.add_argument("--json", action="store_true", required=True)
    compare.set_defaults(run=_compare)

    search = add("search", help="find sentences, best first")
    search.add_argument("query")
    search.add_argument("--json", action="store_true", required=True)
    search.add_argument("--limit", type=int, default=20)
    search.set_defaults(run=_search)

    align_ = add("align", help="pairs about the same thing")
    align_.add_argument("first", metavar="A")
    align_.add_argument("second", metavar="B")
    align_.add_argument("--json", action="store_true", required=True)
    align_.set_defaults(run=_align)

    progress = add("progress", help="how far each thing has come")
    progress.add_argument("municipalities", nargs="*", metavar="A", help="slugs (default: all)")
    progress.add_argument("--json", action="store_true", required=True)
    progress.add_argument("--kieli", choices=tuple(LANGUAGES), default=DEFAULT)
    progress.set_defaults(run=_progress)


def _add_export(add: Callable[..., argparse.ArgumentParser]) -> None:
    """The command that makes the hand-outs."""
    export = add("export", help="make a hand-out: " + ", ".join(KINDS))
    export.add_argument("kind", metavar="KIND")
    export.add_argument("municipalities", nargs="+", metavar="A", help=f"slugs, at most {MOST}")
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="or a folder")
    export.add_argument("--kieli", choices=tuple(LANGUAGES), default=DEFAULT)
    export.add_argument("--by", choices=SUBJECTS, default=SUBJECTS[0], help="what it goes through")
    export.add_argument(
        "--only", nargs="+", default=(), metavar="ID", help="themes, or A/goal, in order"
    )
    export.add_argument("--title", help="in the place of our own")
    export.set_defaults(run=_export)


def _check(options: argparse.Namespace) -> int:
    loaded = load(options.root)
    words = catalogue(options.kieli)
    printed = {"text": as_text, "json": as_json, "github": as_github}[options.format]
    sys.stdout.write(printed(loaded, words, _theme_warnings(options.root, loaded.library)))
    return FOUND if loaded.problems else 0


def _theme_warnings(root: Path, library: Library) -> list[Problem]:
    """Where the lexicon would set other themes: for the editor to look at, never an error."""
    differences = list(theme_differences(library))
    slugs = {item.sentence.slug for item in differences}
    places = {slug: id_places(root / library.files[slug]) for slug in slugs}
    found = [
        Problem(library.files[slug], *place, "theme-differs", _proposed(item))
        for item in differences
        for slug in (item.sentence.slug,)
        if (place := places[slug].get(item.sentence.id))  # none: changed since it was loaded
    ]
    return sorted(found, key=lambda problem: problem.place)


def _proposed(item: ThemeDifference) -> dict[str, str]:
    return {
        "found": item.sentence.id,
        "themes": ", ".join(item.sentence.themes) or "–",
        "proposed": ", ".join(item.proposed),
    }


def _schema(options: argparse.Namespace) -> int:
    path, text = options.root / SCHEMA_FILE, schema_text()
    if options.check:
        current = path.is_file() and path.read_text(encoding="utf-8") == text
        if not current:
            sys.stderr.write(f"{SCHEMA_FILE} is out of date: run 'strategiapeili schema'\n")
        return 0 if current else FOUND
    try:
        replace_file(path, text.encode())
    except OSError as error:
        sys.stderr.write(f"{path} cannot be written: {error.strerror}\n")
        return USAGE
    sys.stdout.write(f"{SCHEMA_FILE}\n")
    return 0


def _compare(options: argparse.Namespace) -> int:
    loaded = load(options.root)
    slugs = options.municipalities
    if len(slugs) < FEWEST or len(set(slugs)) < len(slugs):
        sys.stderr.write("name at least two municipalities, each of them once\n")
        return USAGE
    if not _all_known(loaded, slugs):
        return USAGE
    versions = [choose(loaded.library.dossiers[slug]) for slug in slugs]
    result = comparison(loaded.library, versions)
    _print_json(result)
    return 0


def _search(options: argparse.Namespace) -> int:
    library = load(options.root).library
    _print_json(search_rows(library, options.query, options.limit))
    return 0


def _align(options: argparse.Namespace) -> int:
    loaded = load(options.root)
    slugs = (options.first, options.second)
    if not _all_known(loaded, slugs):
        return USAGE
    versions = [choose(loaded.library.dossiers[slug]) for slug in slugs]
    _print_json(alignment_rows(loaded.library, versions))
    return 0


def _progress(options: argparse.Namespace) -> int:
    loaded = load(options.root)
    slugs = list(dict.fromkeys(options.municipalities)) or list(loaded.library.dossiers)
    if not _all_known(loaded, slugs):
        return USAGE
    today = date.today()  # noqa: DTZ011 - the calendar day of whoever runs it, not an instant
    _print_json(progress_rows(loaded.library, slugs, catalogue(options.kieli), today))
    return 0


def _print_json(rows: object) -> None:
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def _refresh(options: argparse.Namespace) -> int:
    today = date.today()  # noqa: DTZ011 - the calendar day of whoever runs it, not an instant
    slugs = options.municipalities
    return refresh(options.root, options.service, slugs, yes=options.yes, today=today)


def _export(options: argparse.Namespace) -> int:
    today = date.today()  # noqa: DTZ011 - the calendar day of whoever runs it, not an instant
    order = Order(options.kind, options.municipalities, options.by, options.only, options.title)
    try:
        file = fulfil(load(options.root), order, options.out, catalogue(options.kieli), today)
    except OrderError as error:
        sys.stderr.write(f"{error}\n")
        return USAGE
    sys.stdout.write(f"{file} ({file.stat().st_size} bytes)\n")
    return 0


def _build(options: argparse.Namespace) -> int:
    today = date.today()  # noqa: DTZ011 - the calendar day of whoever runs it, not an instant
    address = (options.address or "").rstrip("/")
    if address and not PUBLIC.fullmatch(address):
        sys.stderr.write(f"--address is {address!r}: write it like https://strategiapeili.fi\n")
        return USAGE
    loaded = load(options.root)
    if loaded.problems:
        sys.stderr.write("the data has problems: 'strategiapeili check' tells which\n")
        return FOUND
    try:
        built = build(loaded.library, options.folder, today, address or None)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return USAGE
    sys.stdout.write(f"{options.folder} ({built.files} files, {built.bytes} bytes)\n")
    if not address:
        sys.stdout.write("no sitemap.xml: it needs --address\n")
    return 0


def _all_known(loaded: Loaded, slugs: Sequence[str]) -> bool:
    """Whether all are in the library; the first that is not is named on stderr."""
    for slug in slugs:
        if slug not in loaded.library.dossiers:
            known = ", ".join(loaded.library.dossiers)
            sys.stderr.write(f"no municipality '{slug}' in the library (there are: {known})\n")
            return False
    return True
