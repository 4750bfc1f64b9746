"""Hand-outs to look into."""

from __future__ import annotations

from functools import cache

from components.analysis.strategies.versions import choose
from components.exports.handout.builder import Selection, Subject
from components.exports.handout.outline import handout
from components.exports.handout.records import Handout, Section
from components.i18n import catalogue
from components.model import Library
from tests.analysis.making import TODAY, fictional, real


def made(
    held: Library,
    *slugs: str,
    language: str = "fi",
    by: Subject = "theme",
    chosen: tuple[str, ...] = (),
    title: str | None = None,
) -> Handout:
    """The hand-out of municipalities of a library."""
    versions = tuple(choose(held.dossiers[slug], TODAY) for slug in slugs)
    return handout(held, Selection(versions, TODAY, by, chosen, title), catalogue(language))


@cache
def of_cities(language: str = "fi", by: Subject = "theme") -> Handout:
    """The hand-out of Kemi and Kemijärvi."""
    return made(real(), "kemi", "kemijarvi", language=language, by=by)


@cache
def of_mallikunta(language: str = "fi", by: Subject = "theme") -> Handout:
    """The hand-out of the fictional municipality."""
    return made(fictional(), "mallikunta", language=language, by=by)


def section(whole: Handout, name: str) -> Section:
    """The section of an id."""
    return next(item for item in whole.sections if item.id == name)
