"""The choices that every page shares; each stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from components.analysis.per_library import cached_per_library
from components.analysis.strategies.versions import Version, choose, in_order
from components.i18n import DEFAULT, LANGUAGES, Catalogue, catalogue
from components.model import Library
from components.widgets.address import chosen
from components.widgets.context import MOST_MUNICIPALITIES, default_slugs
from components.widgets.html import unmarked


def pick_language() -> str:
    """The language switch. Its label is in all languages: the page's own is not known yet."""

    def draw(key: str, first: str | None) -> str | None:
        return st.segmented_control(
            "Kieli – Språk – Language",
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            required=True,
            default=first,
            key=key,
            label_visibility="collapsed",
        )

    return chosen("kieli", LANGUAGES, [DEFAULT], draw, language="")[0]


@cached_per_library(len(LANGUAGES))
def names_of(library: Library, language: str) -> Mapping[str, str]:
    """The names of all municipalities by their slugs; there may be hundreds."""
    words = catalogue(language)
    return {
        slug: words.local(dossier.municipality.name) for slug, dossier in library.dossiers.items()
    }


def pick_municipalities(library: Library, words: Catalogue) -> tuple[str, ...]:
    """The municipalities side by side, one to four; none chosen means the first two."""
    names = names_of(library, words.language)

    def draw(key: str, first: list[str] | None) -> list[str]:
        return st.multiselect(
            words("controls.municipalities"),
            list(names),
            format_func=names.__getitem__,
            default=first,
            key=key,
            max_selections=MOST_MUNICIPALITIES,
            select_all=False,  # of hundreds it would choose the first four
            placeholder=words("controls.choose"),
            label_visibility="collapsed",
        )

    return chosen(
        "kunta",
        names,
        default_slugs(library),
        draw,
        language=words.language,
        most=MOST_MUNICIPALITIES,
    )


def pick_versions(
    library: Library, slugs: Sequence[str], words: Catalogue, today: date
) -> dict[str, Version]:
    """The strategy version of each municipality, in the order of the municipalities."""
    versions = {slug: choose(library.dossiers[slug], today) for slug in slugs}
    several = [slug for slug in slugs if len(library.dossiers[slug].strategies) > 1]
    if not several:
        return versions
    with st.popover(words("controls.versions")):
        for slug in several:
            versions[slug] = _pick_version(library, slug, versions[slug], words, today)
    return versions


def _pick_version(
    library: Library, slug: str, usual: Version, words: Catalogue, today: date
) -> Version:
    dossier = library.dossiers[slug]
    titles = {item.id: item.title for item in reversed(in_order(dossier))}

    def draw(key: str, first: str | None) -> str | None:
        return st.selectbox(
            unmarked(words.local(dossier.municipality.name)),
            list(titles),
            format_func=titles.__getitem__,
            index=list(titles).index(first) if first else 0,
            key=key,
        )

    name = f"versio-{slug}"
    usually = [usual.strategy.id]
    wanted = chosen(name, titles, usually, draw, language=words.language, hidden=True)[0]
    return choose(dossier, today, wanted)


def pick_theme(library: Library, themes: Sequence[str], words: Catalogue, name: str) -> str | None:
    """One of the themes, or none for all."""
    names = {
        theme: words.local(library.themes[theme].names)
        for theme in themes
        if theme in library.themes
    }

    def draw(key: str, first: str | None) -> str | None:
        return st.selectbox(
            words("theme.one"),
            sorted(names, key=names.__getitem__),
            format_func=names.__getitem__,
            placeholder=words("theme.all"),
            index=sorted(names, key=names.__getitem__).index(first) if first else None,
            key=key,
        )

    return next(iter(chosen(name, names, [], draw, language=words.language)), None)
