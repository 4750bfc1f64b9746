"""A slide in the making: text, rules, markers and frames as DrawingML, in their reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide

from components.charts.identity import LIGHT, SYMBOLS
from components.exports.text.measure import (
    Paragraph,
    attribute,
    clean,
    emu,
    is_address,
    paragraphs_xml,
)

SHAPES = {"circle": "ellipse", "diamond": "diamond", "square": "rect", "triangle-up": "triangle"}
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Tells a screen reader to pass the shape over."""
WIDTH, HEIGHT = 960, 540
"""Of a slide of template.pptx, in points: 13.333 by 7.5 inches."""
MARGIN, INNER = 48, WIDTH - 2 * 48
TITLE_TOP, FOOTER_TOP = 52, 497
KICKER, SOURCES, NUMBER = 10, 11, 12
"""The indices of placeholders of the layout of every slide but the cover."""
NUMBER_WIDTH = 60
BODY = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0">'
NAMESPACES = nsdecls("p", "a", "r")


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where the box ends."""
        return self.top + self.height

    def xml(self, prefix: str = "a") -> str:
        """The place as DrawingML."""
        return (
            f'<{prefix}:xfrm><a:off x="{emu(self.left)}" y="{emu(self.top)}"/>'
            f'<a:ext cx="{emu(self.width)}" cy="{emu(self.height)}"/></{prefix}:xfrm>'
        )


@dataclass
class Shapes:
    """The shapes of a slide, read in the order in which they are put on it."""

    slide: Slide
    parts: list[str] = field(default_factory=list)

    def finish(self) -> None:
        """Put the shapes on the slide, in the place of the empty ones of its layout."""
        tree = self.slide.shapes.element
        for shape in list(tree)[2:]:
            tree.remove(shape)
        tree.extend(parse_xml(f"<p:spTree {NAMESPACES}>{''.join(self.parts)}</p:spTree>"))

    def placeholder(self, name: str, kind: str, body: str, box: Box | None = None) -> None:
        """Fill a placeholder of the layout, at its own place or another."""
        place = box.xml() if box else ""
        self.parts.append(
            f"<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{place}</p:spPr><p:txBody>{BODY}<a:normAutofit/></a:bodyPr>"
            f"<a:lstStyle/>{body}</p:txBody></p:sp>"
        )

    def write(
        self,
        name: str,
        box: Box,
        paragraphs: Sequence[Paragraph],
        *,
        fill: str = "",
        padding: tuple[float, float] = (0, 0),
    ) -> None:
        """Set text in a box of its own; `fill` is a colour of the theme."""
        across, down = map(emu, padding)
        paint = (
            f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
        )
        self.parts.append(
            f'<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{box.xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}</p:spPr>'
            f'<p:txBody><a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" '
            f'bIns="{down}"><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs_xml(paragraphs)}'
            f"</p:txBody></p:sp>"
        )

    def rule(self, box: Box, colour: str = LIGHT.ink) -> None:
        """Draw a rule, which says nothing by itself."""
        self._draw("rect", box, colour)

    def marker(self, place: int, left: float, top: float, size: float) -> None:
        """Draw the marker of a municipality, whose name stands beside it.

        There are four markers; those that come after them have a plain one, the same for all.
        """
        own = place < len(SYMBOLS)
        shape = SHAPES[SYMBOLS[place]] if own else "ellipse"
        grown = size * (0.2 if shape == "diamond" else 0)
        box = Box(left - grown / 2, top - grown / 2, size + grown, size + grown)
        self._draw(shape, box, LIGHT.municipalities[place] if own else LIGHT.soft)

    def frame(self, name: str, alt: str, box: Box, kind: str, content: str) -> None:
        """Put a chart or a table in a frame; `kind` is the namespace of what it holds."""
        self.parts.append(
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._named(name, alt)}"
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
            f'</p:nvGraphicFramePr>{box.xml("p")}<a:graphic><a:graphicData uri="{kind}">{content}'
            f"</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _draw(self, shape: str, box: Box, colour: str) -> None:
        self.parts.append(
            f"<p:sp><p:nvSpPr>{self._named('', inside=DECORATIVE)}<p:cNvSpPr/><p:nvPr/>"
            f'</p:nvSpPr><p:spPr>{box.xml()}<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
            f"</p:spPr></p:sp>"
        )

    def _named(self, name: str, alt: str = "", inside: str = "") -> str:
        number = len(self.parts) + 2
        described = f" descr={attribute(alt)}" if alt else ""
        called = attribute(name or f"– {number}")
        return f'<p:cNvPr id="{number}" name={called}{described}>{inside}</p:cNvPr>'


def link_to(part: XmlPart, target: str | Slide, tip: str = "") -> str:
    """The attributes of a link to an address or to a slide; none where it cannot be followed."""
    told = f" tooltip={attribute(tip)}" if tip else ""
    if isinstance(target, Slide):
        name = part.relate_to(target.part, RT.SLIDE)
        return f'r:id="{name}" action="ppaction://hlinksldjump"{told}'
    if not is_address(clean(target)):
        return ""
    return f'r:id="{part.relate_to(clean(target), RT.HYPERLINK, is_external=True)}"{told}'
