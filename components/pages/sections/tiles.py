"""The region as equal tiles: the values that the library has, and where it has none."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.analysis.indicators.tile_map import Tile, TileMap, mapped_indicators, tile_map
from components.model import RegionMunicipality
from components.widgets.address import chosen
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import result
from components.widgets.html import draw


def render(ctx: Context, usual: Sequence[str]) -> None:
    """Draw the choice of an indicator, the tiles and their table."""
    options = _options(ctx)
    if not options:
        return
    st.header(ctx.words("tiles.title"), anchor="kartta")
    with st.container(key="filter-tiles"):
        indicator = _pick(ctx, options, usual)
    _tiles(ctx, indicator)


@cached
def _tiles(ctx: Context, indicator: str) -> None:
    found = tile_map(ctx.library, indicator)
    result(ctx, summary(ctx, found))
    draw(ctx, "tiles", **values(ctx, found))


@cached
def _options(ctx: Context) -> tuple[str, ...]:
    return tuple(mapped_indicators(ctx.library))


def _pick(ctx: Context, options: Sequence[str], usual: Sequence[str]) -> str:
    names = {
        indicator: ctx.words.local(ctx.library.indicators[indicator].names)
        for indicator in options
    }
    default = [indicator for indicator in usual if indicator in names] or list(options)

    def draw_select(key: str, first: str | None) -> str | None:
        return st.selectbox(
            ctx.words("indicators.column_indicator"),
            list(names),
            format_func=names.__getitem__,
            index=list(names).index(first) if first else 0,
            key=key,
        )

    return chosen("kartta", names, default[:1], draw_select, language=ctx.language)[0]


def name_of(ctx: Context, place: RegionMunicipality) -> str:
    """The name of a municipality of the region in the language of the page."""
    return place.name_sv if ctx.language == "sv" else place.name_fi


def summary(ctx: Context, found: TileMap) -> str:
    """Of how many there is a value, of which year, and the highest and the lowest."""
    definition = ctx.library.indicators[found.indicator]
    known, total = found.known, len(found.tiles)
    facts = {
        "title": ctx.words.local(definition.names),
        "unit": ctx.words.local(definition.unit),
        "year": found.year,
        "total": ctx.words.number(total),
    }
    said = [ctx.words.count("tiles.known", len(known), **facts)]
    if len(known) > 1:
        said.append(
            ctx.words(
                "tiles.ends", high=_told(ctx, found, known[0]), low=_told(ctx, found, known[-1])
            )
        )
    if len(known) < total:
        said.append(ctx.words("tiles.missing"))
    return " ".join(said)


def _told(ctx: Context, found: TileMap, tile: Tile) -> str:
    return f"{name_of(ctx, tile.municipality)} {number_of(ctx, found, tile)}"


def number_of(ctx: Context, found: TileMap, tile: Tile) -> str:
    """The value of a tile, or that there is none."""
    if tile.observation is None:
        return ctx.words("indicators.no_value")
    decimals = ctx.library.indicators[found.indicator].decimals
    return ctx.words.number(tile.observation.value, decimals)


def values(ctx: Context, found: TileMap) -> dict[str, object]:
    """What the template is drawn with."""
    slugs = ctx.library.slug_of_code
    return {
        "rows": found.rows,
        "names": {tile.municipality.code: name_of(ctx, tile.municipality) for tile in found.tiles},
        "numbers": {tile.municipality.code: number_of(ctx, found, tile) for tile in found.tiles},
        "chosen": {code: slug for code, slug in slugs.items() if slug in ctx.slugs},
        "known": found.known,
        "missing": len(found.tiles) - len(found.known),
        "caption": summary(ctx, found),
        "sources": sorted(
            {
                (row.source_title, row.source_url, row.licence)
                for tile in found.known
                if (row := tile.observation)
            },
            key=str,
        ),
    }
