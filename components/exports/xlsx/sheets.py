"""The sheets of a workbook in the words of one language, in their order."""

from __future__ import annotations

from components.exports.handout.builder import Desk
from components.exports.xlsx.cells import Sheet
from components.exports.xlsx.figure_sheets import (
    funding_sheet,
    indicators_sheet,
    observations_sheet,
    projects_sheet,
)
from components.exports.xlsx.text_sheets import (
    gaps_sheet,
    pairs_sheet,
    sentences_sheet,
    sources_sheet,
)


def sheets(desk: Desk) -> list[Sheet]:
    """Every sheet that has rows, in the order of the workbook."""
    every = (
        sentences_sheet(desk),
        pairs_sheet(desk),
        projects_sheet(desk),
        funding_sheet(desk),
        indicators_sheet(desk),
        observations_sheet(desk),
        gaps_sheet(desk),
        sources_sheet(desk),
    )
    return [sheet for sheet in every if sheet.rows]
