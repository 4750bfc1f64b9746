"""The templates of indicators with the values that their page gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.analysis.indicators.progress import STATES
from components.analysis.indicators.tile_map import tile_map
from components.pages.sections import tiles
from components.pages.sections.asked import Asked
from components.pages.sections.indicator_table import row_views
from components.pages.sections.indicator_targets import aimed, target_table
from components.pages.sections.indicator_view import Wanted, indicator_view
from components.widgets.context import Context


def of_indicators(ctx: Context) -> dict[str, dict[str, Any]]:
    """The newest values, a panel, its table, the tiles and the rule."""
    asked = Asked.of(ctx)
    rows = asked.rows
    wanted = Wanted(
        asked=asked,
        indicator=rows[0].indicator,
        own_scale=False,
        per_resident=True,
        dark=False,
    )
    divided, view = indicator_view(wanted), indicator_view(replace(wanted, per_resident=False))
    values = replace(view.values, population=divided.values.population)
    title = ctx.words.local(rows[0].definition.names)
    table = target_table(ctx, aimed(rows, ctx.slugs))
    return {
        "indicators": {
            "basis": "none",
            "rows": row_views(asked),
            "folded": True,
        },
        "indicator_head": {"basis": "announced", "title": title, "unit": view.unit},
        "panel_head": {"slug": ctx.slugs[0], "told": [title]},
        "indicator_values": {"title": title, "values": values},
        "cards": {
            "caption": title,
            "columns": list(table),
            "rows": list(zip(*table.values(), strict=True)),
            "folded": True,
        },
        "tiles": tiles.values(ctx, tile_map(ctx.library, rows[0].indicator)),
        "method": {"states": STATES, "on_track": "0,95", "slightly_behind": "0,60"},
    }
