"""The choices that every page shares; each stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.analysis.versions import Version, choose, in_order
from components.i18n import DEFAULT, LANGUAGES, Catalogue
from components.model import Library
from components.widgets.context import MOST_MUNICIPALITIES, default_slugs


@dataclass(frozen=True)
class Asked:
    """What the address asks for, as far as it can be had, and what it cannot."""

    language: str
    slugs: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]
    too_many: bool


def asked(library: Library) -> Asked:
    """Read the address before any widget drops what it does not know."""
    languages = st.query_params.get_all("kieli")[-1:]
    slugs = tuple(dict.fromkeys(st.query_params.get_all("kunta")))
    known = tuple(slug for slug in slugs if slug in library.dossiers)
    unknown = [("kieli", value) for value in languages if value not in LANGUAGES]
    unknown += [("kunta", slug) for slug in slugs if slug not in library.dossiers]
    language = languages[0] if languages and languages[0] in LANGUAGES else DEFAULT
    return Asked(
        language=language,
        slugs=known[:MOST_MUNICIPALITIES] or default_slugs(library),
        unknown=tuple(unknown),
        too_many=len(known) > MOST_MUNICIPALITIES,
    )


def pick_language(words: Catalogue) -> str:
    """The language switch."""
    picked = st.segmented_control(
        words("controls.language"),
        list(LANGUAGES),
        format_func=lambda code: LANGUAGES[code],
        default=DEFAULT,
        required=True,
        key="kieli",
        bind="query-params",
        label_visibility="collapsed",
    )
    return picked or DEFAULT


def pick_municipalities(library: Library, words: Catalogue) -> tuple[str, ...]:
    """The municipalities side by side, one to four; none chosen means the first two."""
    names = {
        slug: words.local(dossier.municipality.name) for slug, dossier in library.dossiers.items()
    }
    picked = st.multiselect(
        words("controls.municipalities"),
        list(names),
        format_func=names.__getitem__,
        default=list(default_slugs(library)),
        key="kunta",
        bind="query-params",
        max_selections=MOST_MUNICIPALITIES,
        placeholder=words("controls.choose"),
        label_visibility="collapsed",
    )
    return tuple(picked) or default_slugs(library)


def pick_versions(library: Library, slugs: Sequence[str], words: Catalogue) -> dict[str, Version]:
    """The strategy version of each municipality, in the order of the municipalities."""
    versions = {slug: choose(library.dossiers[slug]) for slug in slugs}
    several = [slug for slug in slugs if len(library.dossiers[slug].strategies) > 1]
    if not several:
        return versions
    with st.popover(words("controls.versions")):
        for slug in several:
            dossier = library.dossiers[slug]
            titles = {item.id: item.title for item in reversed(in_order(dossier))}
            picked = st.selectbox(
                words.local(dossier.municipality.name),
                list(titles),
                index=list(titles).index(versions[slug].strategy.id),
                format_func=titles.__getitem__,
                key=f"versio-{slug}",
                bind="query-params",
            )
            versions[slug] = choose(dossier, picked)
    return versions
