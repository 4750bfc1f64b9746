"""Sites of reports to look into."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from components.i18n import LANGUAGES
from components.model import Library
from components.reports.page import Site, page
from components.reports.places import every_place
from tests.analysis.making import TODAY, fictional, real
from tests.exports.reading import Page, read_page

ADDRESS = "https://strategiapeili.fi/raportti"


@cache
def pages(*, live: bool) -> dict[str, Page]:
    """Every report of the project's own library by its file: on a server, or as a folder."""
    site = Site(ADDRESS, live=live)
    return {
        place.file(language): read_page(page(real(), place, language, TODAY, site).decode())
        for place in every_place(real())
        for language in LANGUAGES
    }


def many(count: int) -> Library:
    """A library of one municipality under many names: what counts is how many there are."""
    held = fictional()
    (dossier,) = held.dossiers.values()
    return replace(held, dossiers={f"kunta-{n}": dossier for n in range(count)})


def target(file: str, href: str) -> Path:
    """Where a relative link of a file leads to, from the root of the reports."""
    place = Path("/", file).parent / href.partition("#")[0]
    return Path(*_folded(place.parts))


def _folded(parts: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if part == "..":
            assert len(found) > 1, "a link leads out of the folder"
            found.pop()
        else:
            found.append(part)
    return found
