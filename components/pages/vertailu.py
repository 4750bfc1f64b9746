"""Vertailu: visions, values, goals by theme and programmes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.analysis.sentences.compare import (
    COMPARED_KINDS,
    Comparison,
    ThemeRow,
    ValueRow,
    compare,
    everything_said,
    sentences_of,
)
from components.analysis.sentences.concepts import lexicon_of
from components.analysis.sentences.likeness import only_one_names
from components.analysis.sentences.sentence_table import sentence_table
from components.analysis.strategies.programmes import period_table
from components.analysis.strategies.versions import has_text
from components.charts import palette, timeline
from components.pages.sections import law, pairs, profile
from components.widgets.address import from_address
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download, download_figure, figure, small
from components.widgets.frame import title
from components.widgets.html import draw, unmarked

SLUG, THEME = "vertailu", "teema"
SECTIONS = {
    "visio": "compare.visions",
    "arvot": "compare.values",
    "parit": "pairs.title",
    "teemat": "compare.themes",
    "teemaprofiili": "profile.title",
    "37": "law.title",
    "agenda-2030": "sdg.title",
    "ohjelmat": "compare.programmes",
}
"""The sections of the page by their anchors."""
PROGRAMMES = "ohjelmat"
MOST_NAMED = 4


@dataclass(frozen=True)
class Group:
    """Themes that the same municipalities speak of."""

    title: str
    slugs: tuple[str, ...]
    rows: tuple[ThemeRow, ...]


def render(ctx: Context) -> None:
    """Draw the page."""
    key = "compare.title" if len(ctx.slugs) > 1 else "compare.title_one"
    title(ctx, unmarked(ctx.words(key, names=ctx.names(ctx.slugs))))
    if not all(has_text(version.strategy) for version in ctx.versions.values()):
        _names_only(ctx)
        _programmes(ctx)
        return
    from_address(THEME, ctx.library.themes, most=len(ctx.library.themes))
    _visions_and_values(ctx)
    pairs.render(ctx)
    _themes(ctx)
    profile.render(ctx)
    law.render(ctx)
    _programmes(ctx)
    _download(ctx)


@cached
def _comparison(ctx: Context) -> Comparison:
    """What all sections but those with an analysis of their own draw from."""
    return compare(ctx.library, list(ctx.versions.values()))


@cached
def _visions_and_values(ctx: Context) -> None:
    versions = list(ctx.versions.values())
    values = _comparison(ctx).by_name
    draw(ctx, "lead", text=_lead(ctx, _comparison(ctx)))
    sections = [
        (anchor, ctx.words(key))
        for anchor, key in SECTIONS.items()
        if anchor != "parit" or len(versions) > 1
    ]
    draw(ctx, "contents", entries=sections)
    st.header(ctx.words("compare.visions"), anchor="visio")
    draw(
        ctx, "visions", said={kind: sentences_of(versions, kind) for kind in ("vision", "mission")}
    )
    st.header(ctx.words("compare.values"), anchor="arvot")
    small(ctx, _count_of_values(ctx, values))
    draw(ctx, "values", rows=values)


def _download(ctx: Context) -> None:
    download(
        ctx.words("download.sentences"),
        f"lauseet-{'-'.join(ctx.slugs)}.csv",
        "lauseet",
        lambda: sentence_table(ctx.library, ctx.slugs),
    )


@cached
def _names_only(ctx: Context) -> None:
    """Which versions cannot be compared, and what is known of them."""
    unread = [slug for slug, item in ctx.versions.items() if not has_text(item.strategy)]
    lines = [ctx.words("compare.no_text", name=ctx.name(slug)) for slug in unread]
    draw(ctx, "notice", lines=lines)
    st.header(ctx.words("compare.names_only"), anchor="paamaarat")
    draw(ctx, "goal_names", said=sentences_of(list(ctx.versions.values()), "goal"))


def _lead(ctx: Context, compared: Comparison) -> str:
    """What is shared and what only one has, counted from the data."""
    themes = compared.by_theme
    everyone = [row for row in themes if len(row.speakers) == len(ctx.slugs)]
    if len(ctx.slugs) == 1:
        return ctx.words.count("lead.one", len(themes), name=ctx.name(ctx.slugs[0]))
    shared = [
        ctx.name_of(next(iter(row.held.values()))) or row.name
        for row in compared.by_name
        if len(row.held) == len(ctx.slugs)
    ]
    parts = [_shared_themes(ctx, everyone)]
    if shared:
        parts.append(
            ctx.words.count("lead.shared_values", len(shared), names=ctx.words.names(shared))
        )
    versions = list(ctx.versions.values())
    alone = only_one_names(
        lexicon_of(ctx.library),
        sentences_of(versions, *COMPARED_KINDS),
        everything_said(ctx.library, versions),
    )
    parts += [
        ctx.words(
            "lead.only",
            name=ctx.name(slug),
            concepts=ctx.concept_names([one.concept for one in found[:MOST_NAMED]]),
        )
        for slug, found in alone.items()
        if found
    ]
    return " ".join(parts)


def _shared_themes(ctx: Context, rows: list[ThemeRow]) -> str:
    if not rows:
        return ctx.words("lead.no_shared_themes")
    named = ctx.theme_names([row.theme for row in rows[:MOST_NAMED]])
    return ctx.words.count("lead.shared_themes", len(rows), names=named)


def _count_of_values(ctx: Context, rows: Sequence[ValueRow]) -> str:
    counts = [f"{ctx.name(slug)} {sum(slug in row.held for row in rows)}" for slug in ctx.slugs]
    said = ctx.words("compare.value_counts", counts=ctx.words.names(counts))
    if len(ctx.slugs) == 1:
        return said
    shared = sum(len(row.held) == len(ctx.slugs) for row in rows)
    if not shared:
        return f"{said} {ctx.words('compare.no_values_shared')}"
    return f"{said} {ctx.words.count('compare.values_shared', shared)}"


@cached
def _themes(ctx: Context) -> None:
    themes, untouched = _comparison(ctx).by_theme, _comparison(ctx).untouched
    st.header(ctx.words("compare.themes"), anchor="teemat")
    first = (ctx.words("compare.themes_first"),) if len(ctx.slugs) > 1 else ()
    small(ctx, " ".join([*first, ctx.words("compare.themes_note")]))
    draw(ctx, "theme_overview", groups=_groups(ctx, themes))
    draw(ctx, "themes", rows=themes)
    if untouched:
        small(ctx, ctx.words("compare.untouched", themes=ctx.theme_names(untouched)))


def _groups(ctx: Context, themes: Sequence[ThemeRow]) -> list[Group]:
    """Each one's own themes, those of some, and those of all."""
    groups = [
        Group(
            ctx.words("share.only", name=ctx.name(slug)),
            (slug,),
            tuple(row for row in themes if row.speakers == (slug,)),
        )
        for slug in ctx.slugs
    ]
    if len(ctx.slugs) == 1:
        return [Group(ctx.name(ctx.slugs[0]), ctx.slugs, groups[0].rows)]
    some = tuple(row for row in themes if 1 < len(row.speakers) < len(ctx.slugs))
    if some:
        groups.append(Group(ctx.words("share.some"), ctx.slugs, some))
    everyone = tuple(row for row in themes if len(row.speakers) == len(ctx.slugs))
    return [*groups, Group(ctx.words("share.all"), ctx.slugs, everyone)]


def _programmes(ctx: Context) -> None:
    download_figure(ctx, _timeline(ctx), PROGRAMMES)


@cached
def _timeline(ctx: Context) -> pd.DataFrame:
    st.header(ctx.words("compare.programmes"), anchor=PROGRAMMES)
    periods = period_table(ctx.library, ctx.slugs)
    names = {slug: ctx.name(slug) for slug in ctx.slugs}
    shown = pd.DataFrame(
        {
            ctx.words("table.name"): periods["name"],
            ctx.words("table.municipality"): periods["municipality"].map(names),
            ctx.words("table.kind"): periods["kind"].map(
                lambda kind: ctx.words(f"programme_kind.{kind}")
            ),
            ctx.words("table.period"): [
                ctx.words.span(row["start"], row["end"]) for row in periods.to_dict("records")
            ],
        }
    )
    return figure(
        ctx,
        timeline(periods, names, ctx.looks, ctx.words, palette(dark=ctx.dark)),
        shown,
        key=PROGRAMMES,
        caption=ctx.words("compare.programmes"),
        source=ctx.words("compare.programmes_source"),
    )
