"""`check`: report every problem of the data, and what will be seen of it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from components.analysis.sentences.coverage import coverage
from components.analysis.sentences.theme_proposals import ThemeDifference, theme_differences
from components.cli.errors import FOUND
from components.cli.options import add_language, today
from components.i18n import Catalogue, catalogue
from components.i18n.problem_lines import as_github, as_json, as_text
from components.loading import Problem, id_places, load
from components.model import Library


def add_options(parser: ArgumentParser) -> None:
    """For whom the problems are written, and in which language."""
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    add_language(parser, default="en")


def run(options: Namespace) -> int:
    """Print the problems; status 1 if there are any."""
    loaded = load(options.root)
    words = catalogue(options.kieli)
    printed = {"text": as_text, "json": as_json, "github": as_github}[options.format]
    sys.stdout.write(printed(loaded, words, _theme_warnings(options.root, loaded.library)))
    if options.format == "text":
        sys.stdout.write(_seen(loaded.library, words))
    return FOUND if loaded.problems else 0


def _seen(library: Library, words: Catalogue) -> str:
    """What the pages will show, and what is still to be written for them."""
    found = coverage(library, today())
    municipalities = words.count("check.municipalities", found.municipalities)
    sentences = words.count("check.sentences", found.compared)
    lacking = words(
        "check.lacking",
        theme=words.number(found.without_theme),
        plain=words.number(found.without_plain),
        swedish=words.number(found.without_swedish),
    )
    return f"{municipalities}, {sentences}: {lacking}\n"


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
