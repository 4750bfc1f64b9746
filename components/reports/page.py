"""A report as a page of HTML: it needs no script, and all its links are relative."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from components.analysis.strategies.versions import choose
from components.charts.identity import DARK, LIGHT
from components.exports.deck.markup import ASSETS
from components.exports.handout.records import Section
from components.exports.html.report import TEMPLATES, Chapter, drawing
from components.exports.svg.canvas import colour_names
from components.exports.text.glyphs import fit
from components.exports.text.jinja import environment
from components.i18n import DEFAULT, LANGUAGES, Catalogue, catalogue
from components.model import Library
from components.reports.contents import report
from components.reports.navigation import Guide
from components.reports.places import HOME, MOST_PAIRED, Place, way

FOLDERS = (Path(__file__).with_name("templates"), TEMPLATES)
"""Of the templates: those of the pages, and those of the hand-out that they share."""
STYLE = "tyyli.css"
FONTS = {
    f"fontit/{name}.woff": ASSETS / f"{name}.woff"
    for name in ("sans-regular", "sans-semibold", "serif-regular", "serif-semibold")
}
PAGES = {"comparison": "vertailu", "theme": "vertailu", "index": ""}
"""Which page of the dashboard shows what a report tells; of the others it is the goals."""


@dataclass(frozen=True)
class Site:
    """Where the reports stand: their public address, if it is known, without a slash at its end.

    `live` says that the dashboard and the hand-outs are one step above the root of the reports.
    """

    address: str | None = None
    live: bool = False

    def canonical(self, place: Place, language: str) -> str | None:
        """The whole address of a report."""
        return f"{self.address}/{place.address(language)}" if self.address else None


def style() -> bytes:
    """The style sheet of every page."""
    template = environment(*FOLDERS).get_template("style.css")
    return template.render(
        light=colour_names(LIGHT), dark=colour_names(DARK), fonts=FONTS
    ).encode()


def page(library: Library, place: Place, language: str, today: date, site: Site) -> bytes:
    """The page of a place that exists."""
    words = catalogue(language)
    if place == HOME:
        return _index(library, words, today, site)
    said = report(library, place, words, today)
    return _rendered(
        "page.html",
        drawing(said.whole, words)
        | _frame(library, place, words, site)
        | {
            "title": said.title,
            "description": said.whole.description,
            "report": said,
            "today": words.day(today),
            "handout": _handout(place, words) if site.live else None,
        },
        # A report of one subject has its sections bare: the title says what they are about.
        **({"chapters": _bare(said.whole.sections)} if said.plain else {}),
    )


def missing(site: Site) -> bytes:
    """The page of an address that leads nowhere, in all languages: a host shows it anywhere."""
    every = {language: catalogue(language) for language in LANGUAGES}
    root = site.address or "."
    return _rendered("missing.html", {"every": every, "root": root, "style": STYLE})


def _bare(sections: tuple[Section, ...]) -> list[Chapter]:
    return [Chapter(section.id, section.title, (section,), is_group=False) for section in sections]


def _index(library: Library, words: Catalogue, today: date, site: Site) -> bytes:
    guide = Guide(library, HOME, words)
    towns = [
        (slug, guide.link(Place("municipality", (slug,))), choose(dossier, today).strategy)
        for slug, dossier in library.dossiers.items()
    ]
    return _rendered(
        "index.html",
        _frame(library, HOME, words, site)
        | {
            "title": words("reports.index_title"),
            "description": words("reports.index_description"),
            "towns": towns,
            "groups": guide.groups(pairs=guide.pairs, themes=guide.themes),
            "choosable": len(library.dossiers) > MOST_PAIRED and site.live,
        },
    )


def _frame(library: Library, place: Place, words: Catalogue, site: Site) -> dict[str, object]:
    """What stands around every page."""
    file = place.file(words.language)
    guide = Guide(library, place, words)
    others = {language: place.file(language) for language in LANGUAGES}
    return {
        "words": words,
        "place": place,
        "style": way(file, STYLE),
        "canonical": site.canonical(place, words.language),
        "languages": {language: way(file, other) for language, other in others.items()},
        "alternates": {
            language: site.canonical(place, language) or way(file, other)
            for language, other in others.items()
        },
        "names": LANGUAGES,
        "crumbs": guide.crumbs() if place != HOME else [],
        "around": guide.around() if place != HOME else [],
        "dashboard": _dashboard(place, words) if site.live else None,
    }


def _dashboard(place: Place, words: Catalogue) -> str:
    """The page of the dashboard that shows the same, relative to the report."""
    return _above(place, words, PAGES.get(place.kind, "tavoitteet"), _asked(place))


def _handout(place: Place, words: Catalogue) -> str | None:
    """The same as a PDF, where there is such a hand-out."""
    if place.kind not in {"municipality", "comparison"}:
        return None
    return _above(place, words, "vienti/pdf", _asked(place))


def _asked(place: Place) -> list[tuple[str, str]]:
    if place.kind == "theme":
        return [("teema", place.ids[0])]
    slugs = place.ids[:1] if place.kind == "goal" else place.ids
    return [("kunta", slug) for slug in slugs]


def _above(place: Place, words: Catalogue, name: str, asked: list[tuple[str, str]]) -> str:
    up = "../" * (place.file(words.language).count("/") + 1)
    language = [("kieli", words.language)] if words.language != DEFAULT else []
    query = urlencode([*asked, *language])
    return f"{up}{name}" + (f"?{query}" if query else "")


def _rendered(template: str, values: dict[str, object], **more: object) -> bytes:
    return fit(environment(*FOLDERS).get_template(template).render(values, **more)).encode()
