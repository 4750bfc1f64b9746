"""Makes of a picture as matplotlib writes it an element that a page can hold beside others."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from components.charts.identity import LIGHT, Palette
from components.exports.text.xml import fit

SVG = "http://www.w3.org/2000/svg"
LINK = "http://www.w3.org/1999/xlink"
HREF = f"{{{LINK}}}href"
REFERENCE = re.compile(r"url\(#([^)]+)\)")
FAMILY = re.compile(r"font-family: [^;]+;? ?")
FACES = "'Source Sans 3', 'Source Sans', -apple-system, 'Segoe UI', Roboto, sans-serif"
"""Ours first; where a device lacks it, a face of about the same width."""
LOOK = f"font-family: {FACES}; stroke-linejoin: round; stroke-linecap: butt"
COLOUR = re.compile(r"#[0-9a-f]{6}")
UNTURNED = re.compile(r"rotate\(-?0 [^)]*\)")
UNNEEDED = {f"{{{SVG}}}{tag}" for tag in ("metadata", "style")}

ET.register_namespace("", SVG)
ET.register_namespace("xlink", LINK)


def variables(colours: Palette) -> dict[str, str]:
    """The colours of a palette by the names that a themed picture knows them by."""
    named = {name: getattr(colours, name) for name in ("paper", "ink", "soft", "line", "mist")}
    places = {f"place-{place}": colour for place, colour in enumerate(colours.municipalities)}
    states = {
        f"state-{state.replace('_', '-')}": colour
        for state, colour in colours.states.items()
        if colour != colours.paper
    }
    return named | places | states


NAMES = {colour: name for name, colour in variables(LIGHT).items()}


def svg_element(  # noqa: PLR0913 - what a picture says to those who do not see it
    written: str, *, name: str, language: str, title: str, message: str, themed: bool
) -> str:
    """The picture with title and message, ids of its own, and no size but that of its place."""
    root = ET.fromstring(written)  # noqa: S314 - matplotlib wrote it and escaped every name
    used = _pointed_at(root)
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag in UNNEEDED]:
            parent.remove(child)
        parent.attrib = _attributes(parent, name, used, themed=themed)
        parent.text = parent.tail = (parent.text or "").strip() or None
    root.attrib = {
        "viewBox": root.attrib["viewBox"],
        "role": "img",
        "lang": language,
        "aria-labelledby": f"{name}-title {name}-desc",
        "style": LOOK,
    }
    for place, (tag, text) in enumerate((("title", title), ("desc", message))):
        told = ET.Element(f"{{{SVG}}}{tag}", {"id": f"{name}-{tag}"})
        told.text = fit(text)
        root.insert(place, told)
    return ET.tostring(root, encoding="unicode")


def _pointed_at(root: ET.Element) -> set[str]:
    """The ids that something in the picture points at."""
    values = [(key, value) for element in root.iter() for key, value in element.attrib.items()]
    return {found for _, value in values for found in REFERENCE.findall(value)} | {
        value.removeprefix("#") for key, value in values if key == HREF
    }


def _attributes(element: ET.Element, name: str, used: set[str], *, themed: bool) -> dict[str, str]:
    """The attributes of an element, with ids and colours that fit the page."""
    kept = {}
    for key, value in element.attrib.items():
        told = value
        if key == "id":
            if value not in used:
                continue
            told = f"{name}-{value}"
        elif key == HREF:
            told = f"#{name}-{value.removeprefix('#')}"
        elif key == "transform" and UNTURNED.fullmatch(value):
            continue
        elif key == "d":
            told = " ".join(value.split())
        else:
            told = FAMILY.sub("", REFERENCE.sub(rf"url(#{name}-\1)", value))
        if themed and key in {"style", "fill"}:
            told = COLOUR.sub(_variable, told)
        kept[key] = told
    return kept


def _variable(found: re.Match[str]) -> str:
    """A colour of ours as a variable of the page."""
    colour = found[0]
    return f"var(--{NAMES[colour]})" if colour in NAMES else colour
