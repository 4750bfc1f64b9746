"""Presentations opened again, and what can be asked of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from openpyxl.utils.datetime import from_excel
from pptx import Presentation
from pptx.oxml.ns import nsuri, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as NativeSlide

from components.exports.handout.builder import Subject
from components.exports.handout.records import Handout
from components.exports.pptx.presentation import pptx_bytes
from components.i18n import catalogue
from tests.exports.making import of_cities, of_mallikunta

OF = {"cities": of_cities, "mallikunta": of_mallikunta}


def handout_of(name: str, language: str, by: Subject = "theme") -> Handout:
    """A hand-out by the name of whom it tells."""
    return OF[name](language, by)


@cache
def made_of(name: str, language: str, by: Subject = "theme") -> bytes:
    """The presentation of a hand-out, made once."""
    return pptx_bytes(handout_of(name, language, by), catalogue(language))


def opened(blob: bytes) -> Deck:
    """A presentation, opened again."""
    return Presentation(io.BytesIO(blob))


def parts_of(blob: bytes) -> dict[str, bytes]:
    """The files inside a package by their names."""
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return {name: package.read(name) for name in package.namelist()}


def trees_of(blob: bytes) -> dict[str, ET.Element]:
    """The XML inside a package by the names of its files; every one must be well formed."""
    return {
        name: ET.fromstring(content)  # noqa: S314 - our own file
        for name, content in parts_of(blob).items()
        if name.endswith((".xml", ".rels"))
    }


def tag(name: str) -> str:
    """A tag as ElementTree writes it, from one such as `a:rPr`."""
    return str(qn(name))


def shapes_of(slide: NativeSlide) -> Iterator[Any]:
    """The shapes of a slide in their reading order."""
    yield from slide.shapes


def categories_of(native: Any) -> list[str]:  # noqa: ANN401 - a chart of python-pptx
    """What the places along a chart are called; a day is called by its year."""
    axis = native.element.find(f".//{tag('c:dateAx')}")
    names = [str(category) for category in native.plots[0].categories]
    return names if axis is None else [str(from_excel(float(name)).year) for name in names]


def text_of(slide: NativeSlide) -> str:
    """All that is written on a slide, a paragraph a line."""
    tree = slide.shapes.element
    return "\n".join(
        "".join(run.text or "" for run in paragraph.iter(tag("a:t")))
        for paragraph in tree.iter(tag("a:p"))
    )


def is_decorative(shape: Any) -> bool:  # noqa: ANN401 - python-pptx has a dozen kinds
    """Whether a screen reader passes a shape over."""
    name = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    return any(mark.get("val") == "1" for mark in shape.element.iter(name))


def alt_of(shape: Any) -> str | None:  # noqa: ANN401 - the same
    """The alternative text of a shape."""
    said: str | None = next(shape.element.iter(f"{{{nsuri('p')}}}cNvPr")).get("descr")
    return said
