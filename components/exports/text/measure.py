"""Text of a presentation: what XML allows, runs with their language, how high it will stand."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from xml.sax.saxutils import escape, quoteattr

from components.exports.text.glyphs import fit
from components.exports.text.width import Face, width_of

WIDTHS: dict[tuple[Face, bool], float] = {
    ("serif", False): 0.95,
    ("serif", True): 1.02,
    ("sans", False): 1.0,
    ("sans", True): 1.0,
}
"""Text is measured by our fonts; in those of the theme a sentence is at most so wide."""
STAND_IN = 1.37
"""How much wider a word may be where the theme's fonts are not installed: in DejaVu Sans Bold."""
THEME_FACES: dict[Face, str] = {"serif": "+mj-lt", "sans": "+mn-lt"}
LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
FINNISH = LOCALES["fi"]
PITCH = 1.22
"""From line to line, in heights of the type; set exactly, so that no font changes it."""
WORD = re.compile(r"[^ -]+-? ?|- ?| ")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]+")


@dataclass(frozen=True)
class Run:
    """Words in one face; `link` is the attributes of a link, `language` that of the words."""

    text: str
    language: str
    face: Face = "sans"
    bold: bool = False
    colour: str = "tx1"
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Runs one after another, all of one size, with room below; `hang` indents a bullet."""

    runs: tuple[Run, ...]
    size: float
    after: float = 0
    indent: float = 0
    bullet: bool = False
    right: bool = False


def clean(text: str) -> str:
    """The text without the signs that XML forbids, on one line."""
    return re.sub(r"\s*[\t\n\r]+\s*", " ", fit(text))


def is_address(text: str | None) -> bool:
    """Whether the text can be followed as an address on the web."""
    return bool(text and ADDRESS.fullmatch(text))


def paragraphs_xml(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs as DrawingML."""
    return "".join(map(_paragraph_xml, paragraphs))


def _paragraph_xml(paragraph: Paragraph) -> str:
    pitch = round(100 * paragraph.size * PITCH)
    side = "r" if paragraph.right else "l"
    level = f'marL="{emu(paragraph.indent)}" indent="{-emu(paragraph.indent)}" algn="{side}"'
    bullet = (
        '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if paragraph.bullet else "<a:buNone/>"
    )
    runs = "".join(_run_xml(run, paragraph.size) for run in paragraph.runs if run.text)
    language = paragraph.runs[-1].language if paragraph.runs else FINNISH
    return (
        f'<a:p><a:pPr {level}><a:lnSpc><a:spcPts val="{pitch}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(100 * paragraph.after)}"/></a:spcAft>{bullet}</a:pPr>'
        f'{runs}<a:endParaRPr lang="{language}" sz="{round(100 * paragraph.size)}"/></a:p>'
    )


def _run_xml(run: Run, size: float) -> str:
    link = f"<a:hlinkClick {run.link}/>" if run.link else ""
    return (
        f'<a:r><a:rPr lang="{run.language}" sz="{round(100 * size)}" b="{run.bold:d}">'
        f'<a:solidFill><a:schemeClr val="{run.colour}"/></a:solidFill>'
        f'<a:latin typeface="{THEME_FACES[run.face]}"/>{link}</a:rPr>'
        f"<a:t>{escape(clean(run.text))}</a:t></a:r>"
    )


def attribute(text: str) -> str:
    """The text as the value of an attribute, with its quotation marks."""
    return quoteattr(clean(text))


def emu(points: float) -> int:
    """Points in English metric units, in which Office counts."""
    return round(points * 12700)


def height(paragraphs: Sequence[Paragraph], width: float) -> float:
    """The points that paragraphs take one below another in a column of so many points."""
    return sum(
        paragraph.after + lines_of(paragraph, width) * paragraph.size * PITCH
        for paragraph in paragraphs
    )


def lines_of(paragraph: Paragraph, width: float) -> int:
    """How many lines a paragraph takes; a word longer than a line is broken."""
    room = (width - paragraph.indent) / paragraph.size
    lines, left = 1, room
    for word, space in _joined(paragraph.runs):
        if word > left and left < room:
            lines, left = lines + 1, room
        broken = ceil(max(0, word - left) / room)
        lines += broken
        left += broken * room - word - space
    return lines


def _joined(runs: Sequence[Run]) -> Iterator[tuple[float, float]]:
    """The widths of the words with the space after each; one may go on in the next run."""
    held = 0.0
    for run in runs:
        for word, space in _words(run.text, run.face, run.bold):
            if space is None:
                held += word
            else:
                yield held + word, space
                held = 0.0
    yield held, 0.0


@lru_cache(maxsize=8192)
def _words(text: str, face: Face, bold: bool) -> tuple[tuple[float, float | None], ...]:  # noqa: FBT001 - a key of the cache
    """The widths of the words and of the space after each; none where the text ends in a word."""
    space = _width(" ", face, bold)
    return tuple(
        (
            _width(word.rstrip(" "), face, bold),
            space if word.endswith(" ") else 0.0 if word.endswith("-") else None,
        )
        for word in WORD.findall(clean(text))
    )


def _width(word: str, face: Face, bold: bool) -> float:  # noqa: FBT001 - as its caller
    return WIDTHS[face, bold] * width_of(word, face, bold=bold)


def fitted(
    make: Callable[[float], Sequence[Paragraph]],
    sizes: Sequence[float],
    width: float,
    room: float,
) -> Sequence[Paragraph]:
    """The paragraphs in the largest of the sizes in which they fit, or in the last."""
    for size in sizes:
        made = make(size)
        if height(made, width) <= room:
            return made
    return made
