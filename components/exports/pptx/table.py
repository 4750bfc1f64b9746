"""A native table of a presentation: a header row, rules instead of boxes, numbers to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.identity import LIGHT
from components.exports.handout.records import Table
from components.exports.pptx.shapes import Box, Shapes
from components.exports.slides.capacity import TABLE_SIGNS, column_shares, parts
from components.exports.text.measure import (
    PITCH,
    STAND_IN,
    Paragraph,
    Run,
    emu,
    lines_of,
    paragraphs_xml,
)
from components.exports.text.width import width_of

KIND = "http://schemas.openxmlformats.org/drawingml/2006/table"
SIZES = (22, 20, 18)
ACROSS, DOWN = 8, 4.5
"""Points between the text of a cell and its edges."""
HEAVY, LIGHT_RULE = 2.25, 0.75


@dataclass(frozen=True)
class Laid:
    """A table at one size of type: the paragraphs of its cells, the heights of its rows."""

    rows: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]

    @property
    def breaks_a_word(self) -> bool:
        """Whether a word is wider than its cell, in whatever face it comes to stand."""
        return any(
            STAND_IN * width_of(word, bold=run.bold) * cell.size > width - 2 * ACROSS
            for row in self.rows
            for cell, width in zip(row, self.widths, strict=True)
            for run in cell.runs
            for word in parts(run.text)
        )


def draw_table(shapes: Shapes, table: Table, box: Box, language: str) -> None:
    """Put a table on a slide in the largest type in which it fits."""
    for size in SIZES:
        laid = _laid(table, box.width, size, language)
        if sum(laid.heights) <= box.height and not laid.breaks_a_word:
            break
    frame = Box(box.left, box.top, box.width, sum(laid.heights))
    shapes.frame(table.caption, table.caption, frame, KIND, _xml(laid))


def _laid(table: Table, width: float, size: float, language: str) -> Laid:
    sign = width / TABLE_SIGNS

    def wide(text: str) -> float:
        return width_of(text, bold=True) * size / sign

    widths = tuple(share * width for share in column_shares(table, wide, STAND_IN))
    rows = tuple(
        tuple(
            Paragraph(
                (Run(text, language, bold=number == 0),), size, right=column in table.numeric
            )
            for column, text in enumerate(row)
        )
        for number, row in enumerate((table.columns, *table.rows))
    )
    heights = tuple(_row_height(row, widths, size) for row in rows)
    return Laid(rows, widths, heights)


def _row_height(row: Sequence[Paragraph], widths: Sequence[float], size: float) -> float:
    lines = max(
        lines_of(cell, width - 2 * ACROSS) for cell, width in zip(row, widths, strict=True)
    )
    return lines * size * PITCH + 2 * DOWN


def _xml(laid: Laid) -> str:
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in laid.widths)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{"".join(_cell(cell, head=not number) for cell in row)}</a:tr>'
        for number, (row, height) in enumerate(zip(laid.rows, laid.heights, strict=True))
    )
    return (
        f'<a:tbl><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>'
    )


def _cell(text: Paragraph, *, head: bool) -> str:
    weight, colour = (HEAVY, LIGHT.ink) if head else (LIGHT_RULE, LIGHT.line)
    none = "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs_xml([text])}</a:txBody>"
        f'<a:tcPr marL="{emu(ACROSS)}" marR="{emu(ACROSS)}" marT="{emu(DOWN)}" '
        f'marB="{emu(DOWN)}">{none}<a:lnB w="{emu(weight)}"><a:solidFill>'
        f'<a:srgbClr val="{colour[1:]}"/></a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>'
    )
