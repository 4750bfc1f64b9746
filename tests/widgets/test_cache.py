"""What is cached: one drawing for each view, and pages that stay whole whoever empties it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.analysis.strategies.versions import choose
from components.i18n import LANGUAGES
from components.model import Library
from components.pages import PAGES
from components.widgets.cache import cached
from components.widgets.context import Context
from tests.analysis.making import TODAY, dossier, library, strategy
from tests.pages.drawing import open_page
from tests.sample import grid
from tests.widgets.making import context

LIBRARY = Library({})
SLUGS = [page.SLUG for page in PAGES]


@pytest.mark.parametrize(
    "change", ["language", "dark", "asked", "version", "municipalities", "day", "edition"]
)
def test_another_view_is_made_anew(change: str) -> None:
    """Language, theme, day, versions, municipalities, edition, arguments tell views apart."""
    loaded = library(
        dossier("yksi", strategy("vanha"), strategy("uusi", replaces="vanha")),
        dossier("kaksi", strategy("ainoa"), code="002"),
    )
    first = context(loaded)
    older = choose(loaded.dossiers["yksi"], TODAY, "vanha")
    other = {
        "language": context(loaded, language="sv"),
        "dark": context(loaded, dark=True),
        "version": context(loaded, versions={**first.versions, "yksi": older}),
        "municipalities": context(loaded, "kaksi"),
        "day": context(loaded, today=TODAY + timedelta(days=1)),
        "edition": context(loaded, edition="newer"),
    }.get(change, first)
    made: list[Context] = []

    @cached
    def value(ctx: Context, asked: str) -> str:
        made.append(ctx)
        return asked

    value(first, "a")
    value(first, "a")
    assert len(made) == 1
    value(other, "b" if change == "asked" else "a")
    assert len(made) == 2


def test_a_section_draws_what_it_drew() -> None:
    """A cached section is on the page at the first and at every later visit."""
    app = AppTest.from_function(_draw_section)
    for _ in range(2):
        assert [part.proto.body for part in app.run().get("html")] == ["<p>1</p>"]


def _draw_section() -> None:
    from tests.widgets import test_cache  # noqa: PLC0415 - AppTest runs this body alone
    from tests.widgets.making import context  # noqa: PLC0415

    test_cache.counted(context(test_cache.LIBRARY))


MADE: list[int] = []


@cached
def counted(_ctx: Context) -> None:
    """A section that tells how often it was drawn."""
    MADE.append(1)
    st.html(f"<p>{len(MADE)}</p>")


@pytest.mark.parametrize(("slug", "language"), grid(SLUGS, [*LANGUAGES]))
def test_a_cached_page_is_the_page(slug: str, language: str) -> None:
    """The second visitor sees, hears and can press all that the first could."""
    st.cache_resource.clear()
    first, second = (open_page(slug, language) for _ in range(2))
    assert second.markup == first.markup
    assert second.headings == first.headings
    assert second.figures == first.figures
    assert [part.type for part in second.app.main] == [part.type for part in first.app.main]
