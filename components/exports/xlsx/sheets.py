"""The sheets of a workbook in the words of one language, in their order."""

from components.exports.handout.builder import HandoutBuilder
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


def sheets(builder: HandoutBuilder) -> list[Sheet]:
    """Every sheet that has rows, in the order of the workbook."""
    every = (
        sentences_sheet(builder),
        pairs_sheet(builder),
        projects_sheet(builder),
        funding_sheet(builder),
        indicators_sheet(builder),
        observations_sheet(builder),
        gaps_sheet(builder),
        sources_sheet(builder),
    )
    return [sheet for sheet in every if sheet.rows]
