"""Chart of the theme profile: what is drawn and what the words beside it say."""

from __future__ import annotations

import pytest

from components.analysis.looks import looks_of
from components.analysis.sentences.theme_profile import theme_profile
from components.charts import Drawing, theme_lines
from components.charts.identity import DARK, DASHES, LIGHT, SYMBOLS
from components.i18n import LANGUAGES, catalogue
from components.model import Library
from tests.analysis.making import dossier, goal, library, real, statement, strategy, versions

NB = "\u00a0"


def drawing(
    held: Library, language: str = "fi", *, names: dict[str, str] | None = None, dark: bool = False
) -> Drawing:
    """The chart of all municipalities of a library."""
    words = catalogue(language)
    return theme_lines(
        theme_profile(held, versions(held)),
        {theme: words.local(one.names) for theme, one in held.themes.items()},
        names or {slug: one.municipality.name.fi for slug, one in held.dossiers.items()},
        words,
        DARK if dark else LIGHT,
        looks=looks_of(held, list(held.dossiers)),
    )


def test_alt_names_the_largest_themes_of_each() -> None:
    """How many sentences each has and the three themes that hold most of them."""
    assert drawing(real()).alt == (
        "Viivakuva: teemojen osuus kunnan lauseista. "
        "Kemi, 18 lausetta, eniten: Elinvoima 6 (33 %), Kumppanuudet ja yhteistyö 4 (22 %), "
        "Ympäristö 3 (17 %). "
        "Kemijärvi, 26 lausetta, eniten: Elinvoima 7 (27 %), Ympäristö 5 (19 %), "
        "Kumppanuudet ja yhteistyö 4 (15 %)."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_its_colour_marker_and_line(language: str) -> None:
    """Two traces a municipality: a line in its dash and a marker with its own words beside it."""
    found = drawing(real(), language, dark=True)
    lines, markers = found.figure.data[1::2], found.figure.data[2::2]
    assert [line.line.dash for line in lines] == list(DASHES[:2])
    assert [marker.marker.symbol for marker in markers] == list(SYMBOLS[:2])
    assert [marker.marker.color for marker in markers] == list(DARK.municipalities[:2])
    assert all("Kemi " in text for text in markers[0].text)
    assert all("Kemijärvi " in text for text in markers[1].text)
    assert found.figure.layout.showlegend is False


def test_lines_are_as_long_as_the_shares() -> None:
    """Each line runs from zero to its share, in the row of its theme, one below the other."""
    held = real()
    profile = theme_profile(held, versions(held))
    figure = drawing(held).figure
    labels = list(figure.data[0].y)
    assert len(labels) == len(profile.rows)
    assert labels == sorted(labels)
    line, marker = figure.data[1], figure.data[2]
    assert list(marker.x) == [row.shares["kemi"] for row in profile.rows]
    assert list(line.x)[:3] == [0, profile.rows[0].shares["kemi"], None]
    assert list(line.y)[:2] == [marker.y[0]] * 2
    assert figure.layout.xaxis.range[1] > max(figure.data[4].x)
    for number, label in enumerate(labels[:-1]):
        heights = [figure.data[2].y[number], figure.data[4].y[number]]
        assert [label, *heights, labels[number + 1]] == sorted(
            [label, *heights, labels[number + 1]]
        )


def test_one_without_themes_says_so() -> None:
    """A municipality without themes is told of; with nobody there is an empty figure."""
    held = library(
        dossier("a", strategy("a-1", goal("g", statement("s", "S", "arki")))), dossier("b")
    )
    assert drawing(held).alt.endswith("A, 1 lause: Arki 1 (100 %). B: lauseilla ei ole teemoja.")
    empty = drawing(library(dossier("b")))
    assert len(empty.figure.data[0].text) == 0
    assert empty.figure.layout.height > 0


def test_four_fit_and_names_make_no_markup() -> None:
    """Four municipalities have four looks; a name is text even if it looks like markup."""
    held = library(
        *(
            dossier(slug, strategy("x", goal("g", statement("s", "S", "arki"))), code=f"00{slug}")
            for slug in "1234"
        )
    )
    names = {slug: f"<b>{slug}</b> & <a href='x'>y</a>" for slug in "1234"}
    figure = drawing(held, names=names).figure
    assert len(figure.data) == 9
    for trace in figure.data[2::2]:
        assert "<" not in trace.text[0]
        assert "<" not in trace.customdata[0]
