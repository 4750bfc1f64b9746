"""The slides of a hand-out as markup; templates alone make it, and escape every value."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from components.exports.deck.sizes import size_of
from components.exports.handout.outline import MOST_NAMED
from components.exports.handout.records import Bars, Chart, Handout
from components.exports.slides.slide import Slide
from components.exports.slides.slides import slides
from components.exports.svg.chart import chart_svg
from components.exports.text.jinja import environment
from components.i18n import Catalogue, catalogue

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
ASSETS = HERE / "assets"
"""What the server gives to browsers: nothing but the style, the script and the fonts."""

LABELS = (
    *("slide", "bar", "previous", "next", "full", "leave", "back", "presenter", "keys"),
    *("elapsed", "clock", "again", "up_next", "last", "notes", "no_notes"),
    *("blank", "blanked", "open_question", "source"),
)
SHARED_LABELS = {
    "unofficial": "handout.unofficial",
    "sources": "handout.sources",
    "source_without_text": "handout.source_without_text",
}
ID_LENGTH = 12
WHOLE, BESIDE = 480.0, 294.0
"""How wide a chart is in points, alone and beside our lines: its words get as large as others."""
LOW = 118.0
"""The height of the axes: with what stands above and below them they fill the slide."""
FEW, FEW_SHARE = 4, 0.75
"""So few bars are drawn larger, on a part of the width."""


@dataclass(frozen=True)
class Face:
    """A slide as it is drawn: how large its words are, and its picture."""

    slide: Slide
    size: int
    picture: Markup | None


@dataclass(frozen=True)
class Town:
    """A municipality on the first slide, with the number of its colour and marker."""

    place: int
    name: str


@dataclass(frozen=True)
class Deck:
    """The markup of a deck, the slides it shows, and an id that changes with them."""

    markup: str
    slides: tuple[Slide, ...]
    id: str


def deck_of(whole: Handout, words: Catalogue, *, hint: bool = False, back: str = "") -> Deck:
    """The deck of a hand-out; with a `hint` it tells its keys, and `back` leads out of it."""
    shown = slides(whole, words)
    labels = {name: words(f"iltakoulu.{name}") for name in LABELS}
    labels |= {name: words(key) for name, key in SHARED_LABELS.items()}
    markup = (
        environment(TEMPLATES)
        .get_template("slides.html")
        .render(
            faces=[
                Face(slide, size_of(slide), picture(slide, f"kuva-{number}", words))
                for number, slide in enumerate(shown, start=1)
            ],
            towns=_towns(whole),
            where=_where(shown),
            label=labels,
            language=whole.language,
            hint=hint,
            back=back,
        )
    )
    return Deck(markup, tuple(shown), sha256(repr(shown).encode()).hexdigest()[:ID_LENGTH])


def _towns(whole: Handout) -> list[Town]:
    """Whose strategies these are; of many the title tells."""
    if len(whole.names) > MOST_NAMED:
        return []
    return [Town(*named) for named in zip(whole.places, whole.names, strict=True)]


def _where(shown: Sequence[Slide]) -> dict[int, int]:
    """The number of the slide that tells of each source."""
    return {
        line.number: number
        for number, slide in enumerate(shown, start=1)
        if slide.kind == "sources"
        for line in slide.sources
    }


def picture(slide: Slide, name: str, words: Catalogue) -> Markup | None:
    """The picture of a slide that has one; its ids begin with the name."""
    if slide.chart is None:
        return None
    width = BESIDE if slide.points else WHOLE
    if isinstance(slide.chart.drawn, Bars) and len(slide.chart.drawn.categories) <= FEW:
        width *= FEW_SHARE
    return Markup(_drawn(slide.chart, name, words.language, width))  # noqa: S704 - escaped there


@lru_cache(maxsize=512)
def _drawn(chart: Chart, name: str, language: str, width: float) -> str:
    """The drawing, kept: a deck is put together anew at every choice, its charts are not."""
    return chart_svg(chart, catalogue(language), name=name, width=width, height=LOW, themed=True)
