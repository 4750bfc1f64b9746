"""The sheets of a workbook in the words of one language, in their order."""

from __future__ import annotations

from components.exports.book_cells import Sheet
from components.exports.book_figures import (
    funding_sheet,
    indicators_sheet,
    observations_sheet,
    projects_sheet,
)
from components.exports.book_words import gaps_sheet, pairs_sheet, sentences_sheet, sources_sheet
from components.exports.desk import Desk


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
