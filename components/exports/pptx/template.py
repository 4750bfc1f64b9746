"""The template of presentations: 16:9, our fonts and colours, two layouts, in one language.

It is built when first needed (30 ms), so that no binary file stands beside the code. Its fonts are
Cambria for official words and Calibri for ours: every PowerPoint has them, LibreOffice and Google
Slides bring fonts of the same widths, while a font of ours would be replaced by one nobody chose.
"""

from __future__ import annotations

import io
from functools import cache

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.package import Package
from pptx.util import Emu

from components.charts.identity import LIGHT
from components.exports.text.measure import FINNISH, PITCH, emu

WIDTH, HEIGHT = 960, 540
"""Of a slide, in points: 13.333 by 7.5 inches."""
MARGIN, INNER = 48, WIDTH - 2 * 48
KICKER_TOP, TITLE_TOP, TITLE_HEIGHT = 28, 52, 48
FOOTER_TOP, FOOTER_HEIGHT = 497, 34
NUMBER_WIDTH = 60
SERIF, SANS = "Cambria", "Calibri"
MIST = "#f4f6f8"
COVER, INSIDE = "Kansi", "Dia"
KICKER, SOURCES, NUMBER = 10, 11, 12
"""The indices of placeholders of the layout of every slide but the cover."""
COLOURS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.paper,
    "dk2": LIGHT.soft,
    "lt2": MIST,
    **{f"accent{number}": colour for number, colour in enumerate(LIGHT.municipalities, start=1)},
    "accent5": LIGHT.states["planned"],
    "accent6": LIGHT.states["in_progress"],
    "hlink": LIGHT.soft,
    "folHlink": LIGHT.soft,
}
LANGUAGE_TAGS = tuple(qn(f"a:{name}") for name in ("rPr", "endParaRPr", "defRPr"))
UNWANTED = (RT.THUMBNAIL, RT.PRINTER_SETTINGS)
APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Strategiapeili</Application></Properties>"
)


@cache
def template(language: str) -> bytes:
    """The template with the language of its text, as `fi-FI`."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(emu(WIDTH)), Emu(emu(HEIGHT))
    deck.element.find(qn("p:sldSz")).attrib.pop("type")
    master = deck.slide_master
    for layout in list(master.slide_layouts)[2:]:
        master.slide_layouts.remove(layout)
    cover, inside = master.slide_layouts
    notes = deck.part.notes_master_part.notes_master
    _replace(master.element, _master())
    master.element.replace(master.element.find(qn("p:txStyles")), parse_xml(_text_styles()))
    _replace(cover.element, _cover(), COVER, "title")
    _replace(inside.element, _inside(), INSIDE, "titleOnly")
    _replace(notes.element, _notes())
    for element in (each.element for each in (deck, master, cover, inside, notes)):
        speak(element, language)
    for part in (master.part, notes.part):
        _dress(part)
    named = parse_xml(
        f"<p:notesMasterIdLst {nsdecls('p', 'r')}><p:notesMasterId "
        f'r:id="{deck.part.relate_to(notes.part, RT.NOTES_MASTER)}"/></p:notesMasterIdLst>'
    )
    deck.element.find(qn("p:sldMasterIdLst")).addnext(named)
    _tidy(deck.part.package)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def speak(root: BaseOxmlElement, language: str) -> None:
    """Set the language of all text of a part."""
    for element in root.iter(*LANGUAGE_TAGS):
        element.set("lang", language)


def _replace(root: BaseOxmlElement, shapes: str, name: str = "", kind: str = "") -> None:
    """Put our shapes in the place of those of a master or layout."""
    sheet = root.find(qn("p:cSld"))
    tree = sheet.find(qn("p:spTree"))
    for shape in list(tree)[2:]:
        tree.remove(shape)
    tree.extend(parse_xml(f"<p:spTree {nsdecls('p', 'a')}>{shapes}</p:spTree>"))
    if name:
        sheet.set("name", name)
        root.set("type", kind)


def _dress(master: XmlPart) -> None:
    """Give the theme of a master our fonts and colours."""
    name, theme = next(
        (name, rel.target_part) for name, rel in master.rels.items() if rel.reltype == RT.THEME
    )
    root = parse_xml(theme.blob)
    root.set("name", "Strategiapeili")
    for face, font in (("majorFont", SERIF), ("minorFont", SANS)):
        root.find(f".//{qn(f'a:{face}')}/{qn('a:latin')}").set("typeface", font)
    for role, colour in COLOURS.items():
        element = root.find(f".//{qn(f'a:{role}')}")
        element[:] = [element.makeelement(qn("a:srgbClr"), val=colour[1:].upper())]
    if isinstance(theme, XmlPart):
        master.drop_rel(name)
        theme = Part(theme.partname, theme.content_type, theme.package)
        master.relate_to(theme, RT.THEME)
    theme.blob = serialize_part_xml(root)


def _tidy(package: Package) -> None:
    """Leave out what the template of python-pptx says of its own making."""
    package.part_related_by(RT.EXTENDED_PROPERTIES).blob = APPLICATION.encode()
    for owner in (package, package.presentation_part):
        for rel in list(owner._rels.values()):  # noqa: SLF001 - a package has no public list
            if rel.reltype in UNWANTED:
                owner.drop_rel(rel.rId)


def _master() -> str:
    return "".join(
        [
            _placeholder(2, "Otsikko", 'type="title"', TITLE_TOP, TITLE_HEIGHT, anchor="t"),
            _placeholder(3, "Teksti", 'type="body" idx="1"', 118, 368),
            _placeholder(4, "Alatunniste", 'type="ftr" idx="3"', FOOTER_TOP, FOOTER_HEIGHT),
            _placeholder(5, "Dian numero", 'type="sldNum" idx="4"', FOOTER_TOP, FOOTER_HEIGHT),
        ]
    )


def _cover() -> str:
    return "".join(
        [
            _placeholder(
                2, "Otsikko", 'type="ctrTitle"', 96, 150, anchor="b", style=_level(4400, "mj", 1)
            ),
            _placeholder(3, "Alaotsikko", 'type="subTitle" idx="1"', 276, 110),
        ]
    )


def _inside() -> str:
    soft = _level(1800, "mn", 0, "tx2")
    number = _level(1400, "mn", 0, "tx2", "r")
    return "".join(
        [
            _placeholder(2, "Otsikko", 'type="title"', TITLE_TOP, TITLE_HEIGHT, anchor="t"),
            _placeholder(
                3, "Aihe", f'type="body" sz="quarter" idx="{KICKER}"', KICKER_TOP, 24, style=soft
            ),
            _placeholder(
                4,
                "Lähteet",
                f'type="ftr" sz="quarter" idx="{SOURCES}"',
                FOOTER_TOP,
                FOOTER_HEIGHT,
                style=_level(1400, "mn", 0, "tx2"),
                width=INNER - NUMBER_WIDTH,
            ),
            _placeholder(
                5,
                "Dian numero",
                f'type="sldNum" sz="quarter" idx="{NUMBER}"',
                FOOTER_TOP,
                FOOTER_HEIGHT,
                style=number,
                left=MARGIN + INNER - NUMBER_WIDTH,
                width=NUMBER_WIDTH,
            ),
        ]
    )


def _notes() -> str:
    """A page of notes: the slide above, the words below."""
    return "".join(
        [
            _placeholder(2, "Dian kuva", 'type="sldImg" idx="2"', 54, 243, left=54, width=432),
            _placeholder(
                3,
                "Muistiinpanot",
                'type="body" sz="quarter" idx="3"',
                324,
                350,
                left=54,
                width=432,
            ),
            _placeholder(
                4,
                "Sivun numero",
                'type="sldNum" sz="quarter" idx="5"',
                684,
                24,
                left=54,
                width=432,
            ),
        ]
    )


def _placeholder(  # noqa: PLR0913 - the parts of a placeholder, most of them named
    number: int,
    name: str,
    kind: str,
    top: float,
    height: float,
    *,
    left: float = MARGIN,
    width: float = INNER,
    anchor: str = "t",
    style: str = "",
) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
        f'<a:off x="{emu(left)}" y="{emu(top)}"/><a:ext cx="{emu(width)}" cy="{emu(height)}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>"
        f"{page_number() if 'sldNum' in kind else '<a:p><a:endParaRPr/></a:p>'}</p:txBody></p:sp>"
    )


def _level(size: int, face: str, bold: int, colour: str = "tx1", align: str = "l") -> str:
    """How the text of a placeholder looks; sizes are in hundredths of a point."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:spcBef><a:spcPts val="0"/>'
        f'</a:spcBef><a:buNone/><a:defRPr sz="{size}" b="{bold}" kern="1200"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="+{face}-lt"/>'
        f'<a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl1pPr>'
    )


def page_number(language: str = FINNISH) -> str:
    """A paragraph that tells the number of its slide, wherever the slide is moved."""
    return (
        f'<a:p><a:pPr><a:lnSpc><a:spcPts val="{round(1400 * PITCH)}"/></a:lnSpc></a:pPr>'
        '<a:fld id="{0B6D3A4C-1C57-4C3D-9B0E-5A6E2F7C8D90}" type="slidenum">'
        f'<a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="{language}"/></a:p>'
    )


def _text_styles() -> str:
    body = _level(2000, "mn", 0)
    return (
        f"<p:txStyles {nsdecls('p', 'a')}><p:titleStyle>{_level(3600, 'mj', 1)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{_level(1800, 'mn', 0)}</p:otherStyle>"
        f"</p:txStyles>"
    )
