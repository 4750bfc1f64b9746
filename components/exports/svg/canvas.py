"""The elements of a picture and the SVG that holds them, with the width of words in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from components.charts.identity import LIGHT, Palette
from components.exports.text import width as text_width
from components.exports.text.glyphs import fit

FAMILY = "'Source Sans 3', 'Source Sans', -apple-system, 'Segoe UI', Roboto, sans-serif"
"""Ours first; where a device lacks it, a face of about the same width."""
SIZE = 10.0
"""Points: what is read on paper is never smaller."""
LEADING = 12.5
MIDDLE = 0.34
"""Of the size: how far the baseline is below the middle of the letters."""
WIDER = 1.14
"""How much wider than ours the words may be in the face of the reader's device."""
THIN = 0.8
PADDING = 1.5
HATCH = "hatch"
HATCH_STRENGTH = 0.4
HATCH_STEP, HATCH_LINES = 7, "M-1 1l2-2M0 7l7-7M6 8l2-2"


@dataclass(frozen=True)
class Picture:
    """Elements from the back to the front, on a canvas in points.

    `fill` and `stroke` are names of colours, or `hatch`.
    """

    width: float
    height: float
    elements: Sequence[ET.Element]


def colour_names(palette: Palette) -> dict[str, str]:
    """The colours of a palette by their names in pictures and style sheets."""
    named = {name: getattr(palette, name) for name in ("paper", "ink", "soft", "line", "mist")}
    places = {f"place-{place}": colour for place, colour in enumerate(palette.municipalities)}
    states = {
        f"state-{state.replace('_', '-')}": colour
        for state, colour in palette.states.items()
        if colour != palette.paper
    }
    return named | places | states


def number(value: float) -> str:
    """A length or coordinate, to a hundredth of a point."""
    return f"{round(value, 2):g}"


def points(*pairs: tuple[float, float]) -> str:
    """The data of a path from point to point."""
    return "M" + " ".join(f"{number(x)} {number(y)}" for x, y in pairs)


def element(tag: str, **attributes: str | float | None) -> ET.Element:
    """An element; `_` stands for a hyphen, and what is None is left out."""
    return ET.Element(
        tag,
        {
            name.replace("_", "-"): value if isinstance(value, str) else number(value)
            for name, value in attributes.items()
            if value is not None
        },
    )


def box(  # noqa: PLR0913 - where, how large, and how it looks
    x: float, y: float, width: float, height: float, *, fill: str, stroke: str | None = None
) -> ET.Element:
    """A rectangle by its upper left corner."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, stroke=stroke)


def stroke(data: str, colour: str, width: float = THIN, dash: str | None = None) -> ET.Element:
    """A path that is not filled."""
    return element(
        "path", d=data, fill="none", stroke=colour, stroke_width=width, stroke_dasharray=dash
    )


def label(  # noqa: PLR0913 - where, what, and how it looks
    x: float,
    y: float,
    text: str,
    *,
    bold: bool = False,
    colour: str = "ink",
    centred: bool = False,
) -> ET.Element:
    """A line of words whose letters have their middle at `y`."""
    made = element(
        "text",
        x=x,
        y=y + MIDDLE * SIZE,
        fill=colour,
        font_weight="600" if bold else None,
        text_anchor="middle" if centred else None,
    )
    made.text = fit(text)
    return made


def backed(x: float, y: float, text: str, *, bold: bool = False) -> list[ET.Element]:
    """A label that keeps clear of what is behind it."""
    width = SIZE * text_width.width_of(text, bold=bold)
    behind = box(x - PADDING, y - LEADING / 2, width + 2 * PADDING, LEADING, fill="paper")
    return [behind, label(x, y, text, bold=bold)]


def width_of(text: str, *, bold: bool = False) -> float:
    """How many points the text is wide, with room for another face."""
    return SIZE * WIDER * text_width.width_of(text, bold=bold)


def wrap(text: str, width: float, *, bold: bool = False) -> list[str]:
    """The text in lines of so many points."""
    return text_width.wrap(text, width / (SIZE * WIDER), bold=bold)


def wrap_names(names: Sequence[str], width: float, most: float) -> list[list[str]]:
    """Names in lines of so many points, or of the longest word up to `most`: none is cut."""
    longest = max(
        (width_of(word, bold=True) for name in names for word in name.split()), default=0
    )
    return [wrap(name, max(width, min(longest, most)), bold=True) for name in names]


def svg(  # noqa: PLR0913 - what a picture says to those who do not see it
    picture: Picture, *, name: str, language: str, title: str, message: str, themed: bool
) -> str:
    """The picture as an element of no size but that of its place; its ids begin with `name`.

    A themed one takes its colours from the variables of the page.
    """
    root = element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(picture.width)} {number(picture.height)}",
        role="img",
        lang=language,
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FAMILY,
        font_size=SIZE,
        stroke_width=THIN,
        stroke_linejoin="round",
    )
    for tag, text in (("title", title), ("desc", message)):
        told = ET.SubElement(root, tag, {"id": f"{name}-{tag}"})
        told.text = fit(text)
    if any(part.get("fill") == HATCH for part in picture.elements):
        root.append(_hatch(f"{name}-{HATCH}"))
    root.extend(picture.elements)
    colours = colour_names(LIGHT)
    if themed:
        colours = {colour: f"var(--{colour})" for colour in colours}
    _resolve(root, colours | {HATCH: f"url(#{name}-{HATCH})"})
    return ET.tostring(root, encoding="unicode")


def _hatch(name: str) -> ET.Element:
    pattern = element(
        "pattern", id=name, width=HATCH_STEP, height=HATCH_STEP, patternUnits="userSpaceOnUse"
    )
    pattern.append(box(0, 0, HATCH_STEP, HATCH_STEP, fill="paper"))
    pattern.append(stroke(HATCH_LINES, "soft", HATCH_STRENGTH))
    return pattern


def _resolve(root: ET.Element, colours: dict[str, str]) -> None:
    """Give every fill and stroke its colour in the place of the name."""
    for part in root.iter():
        for key in ("fill", "stroke"):
            if key in part.attrib:
                part.set(key, colours.get(part.attrib[key], part.attrib[key]))
