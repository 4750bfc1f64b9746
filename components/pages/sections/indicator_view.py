"""The panels of an indicator with their table, as one visitor wants to see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.analysis.indicators.indicator_rows import Cell
from components.analysis.indicators.series import series_of
from components.analysis.looks import looks_of
from components.charts import Drawing, Panel, palette, panel_chart, window_of
from components.model import Library, RegionRange
from components.pages.sections.asked import Asked
from components.phrases.indicator_values import IndicatorValues, indicator_values
from components.phrases.indicators import breaks_of, facts_of
from components.phrases.progress import unit_in_words


@dataclass(frozen=True)
class Wanted:
    """Which indicator a visitor wants to see, and how."""

    asked: Asked
    indicator: str
    own_scale: bool
    per_resident: bool
    dark: bool


@dataclass(frozen=True)
class PanelView:
    """A panel, or what is known in place of one where there is no value to draw."""

    slug: str
    drawing: Drawing | None
    told: Sequence[str]


@dataclass(frozen=True)
class IndicatorView:
    """What is drawn of an indicator, and of what there is a key to give."""

    title: str
    unit: str
    cells: Mapping[str, Cell]
    panels: Sequence[PanelView]
    values: IndicatorValues
    ranges: Sequence[RegionRange]

    @property
    def shows(self) -> dict[str, bool]:
        """Which kinds of marks there are."""
        cells = self.cells.values()
        return {
            "region": bool(self.ranges),
            "gap": True,
            "break": any(breaks_of(cell.series) for cell in cells),
            "budget": any(cell.series.planned for cell in cells),
            "target": any(item.target for cell in cells for item in cell.progresses),
        }


def indicator_view(wanted: Wanted) -> IndicatorView:
    """The view that is wanted."""
    asked, words = wanted.asked, wanted.asked.words
    row = next(row for row in asked.rows if row.indicator == wanted.indicator)
    divided = wanted.per_resident and row.definition.per_resident is not None
    cells = {slug: _cell(wanted, slug, cell, divided=divided) for slug, cell in row.cells.items()}
    # Amounts of a region cannot be divided by anyone's residents.
    ranges = () if divided else _ranges(asked.library, row.indicator)
    inside = {place.code for place in asked.library.region}
    looks = looks_of(asked.library, asked.slugs)
    panels = [
        Panel(
            series=cell.series,
            title=words.local(row.definition.names),
            municipality=asked.names[slug],
            place=looks[slug],
            progresses=cell.progresses,
            ranges=ranges if asked.library.dossiers[slug].code in inside else (),
        )
        for slug, cell in cells.items()
    ]
    shown = next((panel.ranges for panel in panels if panel.ranges), ())
    return IndicatorView(
        title=words.local(row.definition.names),
        unit=unit_in_words(panels[0].series, words),
        cells=cells,
        panels=[_panel(wanted, panel, panels) for panel in panels],
        values=indicator_values(
            {slug: cell.series for slug, cell in cells.items()},
            {slug: cell.progresses for slug, cell in cells.items()},
            shown,
            words,
        ),
        ranges=shown,
    )


def _ranges(library: Library, indicator: str) -> tuple[RegionRange, ...]:
    """The years of the region: of the first one, where the table should hold several."""
    rows = library.ranges_of.get(indicator, ())
    return tuple(row for row in rows if row.region == rows[0].region)


def _cell(wanted: Wanted, slug: str, cell: Cell, *, divided: bool) -> Cell:
    if not divided:
        return cell
    series = series_of(wanted.asked.library, slug, wanted.indicator, per_resident=True)
    return Cell(series, cell.progresses)


def _panel(wanted: Wanted, panel: Panel, panels: Sequence[Panel]) -> PanelView:
    words, slug = wanted.asked.words, panel.series.slug
    if not (panel.series.values or panel.series.planned):
        facts = facts_of(panel.series, panel.progresses, words)
        none = "indicator_state.no_data" if panel.progresses else "indicators.no_value"
        return PanelView(slug, None, [words(none), *facts])
    window = window_of(panels, [panel] if wanted.own_scale else None)
    return PanelView(slug, panel_chart(panel, window, words, palette(dark=wanted.dark)), ())
