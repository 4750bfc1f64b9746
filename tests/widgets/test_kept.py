"""What is kept: one making for each view, a bound, one edition, and no one is in another's way."""

from __future__ import annotations

import inspect
from datetime import timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from components import pages
from components.analysis.versions import choose
from components.i18n import LANGUAGES
from components.model import Library
from components.pages import sections
from components.widgets import kept as module
from components.widgets.kept import Keep, kept, known
from components.widgets.parts import Part, markup
from tests.analysis.making import TODAY, dossier, library, strategy
from tests.pages.drawing import open_page
from tests.widgets.making import context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from components.widgets.context import Context

LIBRARY, OTHER = Library({}), Library({})
CHANGES = ("language", "dark", "asked", "version", "municipalities", "day")
FRAME = 2
"""What sections around every page keep: its title with the municipalities chosen, the foot."""
SLUGS = [page.SLUG for page in pages.PAGES]


def noted(made: list[int]) -> str:
    """Make a value, and note that it was made."""
    made.append(1)
    return "value"


def test_a_value_is_made_once() -> None:
    """Whoever asks for the same gets the same."""
    keep, made = Keep(), list[int]()
    for _ in range(3):
        keep.get(LIBRARY, "a", lambda: noted(made), len)
    assert made == [1]


def test_another_edition_drops_all() -> None:
    """Nothing of a library is kept once another is served: neither its values nor itself."""
    keep = Keep()
    assert keep.get(LIBRARY, "a", lambda: "old", len) == "old"
    assert keep.get(OTHER, "a", lambda: "newer", len) == "newer"
    assert (len(keep), keep.size) == (1, len("newer"))


def test_bytes_and_views_are_bounded() -> None:
    """Those asked for least lately go first; the bound of bytes and that of number both hold."""
    keep = Keep(most_views=3, most_bytes=100)
    for key in "abca":
        keep.get(LIBRARY, key, lambda: "x" * 30, len)
    keep.get(LIBRARY, "d", lambda: "x" * 30, len)
    assert (len(keep), keep.size) == (3, 90)
    made = list[int]()
    for key in "adc":
        keep.get(LIBRARY, key, lambda: noted(made), len)
    assert made == []
    keep.get(LIBRARY, "b", lambda: noted(made), len)
    assert made == [1]
    keep.get(LIBRARY, "large", lambda: "x" * 1000, len)
    assert (len(keep), keep.size) == (0, 0)


def test_a_failure_is_not_kept() -> None:
    """What could not be made is tried again by the next visitor."""
    keep = Keep()
    with pytest.raises(ZeroDivisionError):
        keep.get(LIBRARY, "a", lambda: 1 // 0, lambda value: value)
    assert keep.get(LIBRARY, "a", lambda: 7, lambda value: value) == 7
    assert keep.size == 7


def test_a_crowd_makes_it_once() -> None:
    """Twenty who come at the same moment wait for the one that makes it."""
    keep, begin = Keep(), Barrier(20)
    made, got = list[int](), list[str]()

    def visit() -> None:
        begin.wait()
        got.append(keep.get(LIBRARY, "a", lambda: noted(made), len))

    threads = [Thread(target=visit) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (made, got) == ([1], ["value"] * 20)


@pytest.mark.parametrize(
    "change", ["language", "dark", "asked", "version", "municipalities", "day"]
)
def test_another_view_is_made_anew(change: str) -> None:
    """Language, theme, day, versions, municipalities and arguments tell one view from another."""
    loaded = library(
        dossier("yksi", strategy("vanha"), strategy("uusi", replaces="vanha")),
        dossier("kaksi", strategy("ainoa"), code="002"),
    )
    first = context(loaded)
    older = choose(loaded.dossiers["yksi"], "vanha")
    other = {
        "language": context(loaded, language="sv"),
        "dark": context(loaded, dark=True),
        "version": context(loaded, versions={**first.versions, "yksi": older}),
        "municipalities": context(loaded, "kaksi"),
        "day": context(loaded, today=TODAY + timedelta(days=1)),
    }.get(change, first)
    made: list[Context] = []

    @known
    def value(ctx: Context, asked: str) -> str:
        made.append(ctx)
        return asked

    value(first, "a")
    value(first, "a")
    assert len(made) == 1
    value(other, "b" if change == "asked" else "a")
    assert len(made) == 2


def test_a_section_draws_what_its_function_gives() -> None:
    """A kept section puts its parts on the page at the first and at every later visit."""
    app = AppTest.from_function(_draw_section)
    for _ in range(2):
        assert [part.proto.body for part in app.run().get("html")] == ["<p>1</p>"]


def _draw_section() -> None:
    from tests.widgets import test_kept  # noqa: PLC0415 - AppTest runs this body alone
    from tests.widgets.making import context  # noqa: PLC0415

    test_kept.counted(context(test_kept.LIBRARY))


MADE: list[int] = []


@kept
def counted(_ctx: Context) -> Iterator[Part]:
    """A section that tells how often it was made."""
    MADE.append(1)
    yield markup(f"<p>{len(MADE)}</p>")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_kept_page_is_the_page(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second visitor sees, hears and can press all that the first could, in every language."""
    for language in LANGUAGES:
        monkeypatch.setattr(module, "KEEP", keep := Keep())
        first, second = (open_page(slug, language) for _ in range(2))
        assert len(keep) > FRAME
        assert second.markup == first.markup
        assert second.headings == first.headings
        assert second.figures == first.figures
        assert [part.type for part in second.app.main] == [part.type for part in first.app.main]


def test_kept_functions_draw_nothing_themselves() -> None:
    """A command of Streamlit inside a kept function would be seen by the first visitor alone."""
    found = 0
    for part in filter(inspect.ismodule, [*vars(pages).values(), *vars(sections).values()]):
        for function in filter(inspect.isfunction, vars(part).values()):
            inner = inspect.unwrap(function)
            if inspect.isgeneratorfunction(inner):
                found += 1
                assert "st" not in inner.__code__.co_names, inner
    assert found > 20
