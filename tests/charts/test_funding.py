"""Chart of the money of projects: hatched as its key says, every amount where it is seen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from components.analysis.looks import looks_of
from components.analysis.projects.projects import funding_table, project_table
from components.charts import Drawing, funding_bars
from components.charts.identity import DARK, LIGHT, Palette
from components.i18n import LANGUAGES, catalogue
from components.model import Library
from tests.analysis.making import TODAY, dossier, fictional, funding, library, project, real
from tests.charts.test_identity import contrast

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
STYLE = Path(__file__).parents[2] / "components" / "widgets" / "style.css"
SEEN = 3
"""The contrast of what must be seen to be understood (WCAG 2.2, 1.4.11)."""
PHONE = 320
"""Pixels of the longest bar on a phone of 390 px."""
NARROWEST = 6
"""Pixels of the narrowest digits that a phone may have at 15 px."""
BLANK = "\u00a0"


def money(held: Library, language: str = "fi", colours: Palette = LIGHT) -> Drawing:
    """The chart of money of all municipalities."""
    table = funding_table(project_table(held, list(held.dossiers), TODAY))
    names = {slug: one.municipality.name.fi for slug, one in held.dossiers.items()}
    looks = looks_of(held, list(held.dossiers))
    return funding_bars(table, names, looks, catalogue(language), colours)


def amounts_of(held: Library, language: str = "fi") -> list[list[str]]:
    """Every amount of each row, as it is told."""
    table = funding_table(project_table(held, list(held.dossiers), TODAY))
    columns = ["own_eur", "others_eur", "open_eur", "total_eur"]
    return [
        [catalogue(language).euros(row[column]) for column in columns if row[column] is not None]
        for row in table.to_dict("records")
    ]


def seen_of(drawing: Drawing) -> list[list[str]]:
    """What stands in the label and in the bar of each row, without what a pointer brings up."""
    figure = drawing.figure
    labels = [one.text for one in figure.layout.annotations if one.xref == "paper"]
    own, others, rest = figure.data
    inside: dict[float, list[str]] = {place: [] for place in own.y}
    for trace in (own, others, rest):
        for place, text in zip(trace.y, trace.text, strict=True):
            inside[place] += [text] if text else []
    for one in figure.layout.annotations:
        if one.xref != "paper":
            inside[one.y].append(one.text)
    return [[label, *inside[place]] for label, place in zip(labels, own.y, strict=True)]


@THEMES
def test_what_is_open_is_hatched_and_nothing_else(colours: Palette) -> None:
    """Lines that can be seen, on bars of one colour: with one for each the lines would take it."""
    own, others, rest = money(real(), colours=colours).figure.data
    assert isinstance(rest.marker.color, str)
    pattern = rest.marker.pattern
    assert pattern.shape == "/"
    assert contrast(pattern.fgcolor, pattern.bgcolor) >= SEEN
    assert contrast(pattern.fgcolor, rest.marker.color) >= SEEN
    assert [own.marker.pattern.shape, others.marker.pattern.shape] == [None, None]


@THEMES
def test_key_looks_as_the_bars_do(colours: Palette) -> None:
    """The colours of the key are those of the bars, and the hatch has the same lines."""
    own, others, rest = money(real(), colours=colours).figure.data
    style = STYLE.read_text(encoding="utf-8")
    number = (LIGHT, DARK).index(colours)

    def coloured(rule: str) -> str:
        """The colour of a variable or of a class of the style sheet in this theme."""
        found = re.search(rf"{rule}[^;]*light-dark\((#\w+), (#\w+)\)", style)
        assert found, rule
        return found[1 + number]

    for place, colour in enumerate(colours.municipalities):
        assert f".sp-key-{place} {{ background: var(--sp-{place}); }}" in style
        assert coloured(f"--sp-{place}:") == colour
    assert set(own.marker.color) <= set(colours.municipalities)
    assert coloured(r"\.sp-key-others {") == others.marker.color
    hatch = re.search(r"\.sp-key-open {([^}]*)}", style)
    assert hatch
    assert "repeating-linear-gradient(-45deg, var(--sp-soft)" in hatch[1]
    assert coloured("--sp-soft:") == rest.marker.pattern.fgcolor
    assert f" {rest.marker.pattern.size}px" in hatch[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("held", [real, fictional], ids=["real", "mallikunta"])
def test_every_amount_is_seen_once(held: Any, language: str) -> None:  # noqa: ANN401
    """Own share, others, what is open and the whole: in the bar or in the label of the row."""
    every = amounts_of(held(), language)
    for amounts, seen in zip(every, seen_of(money(held(), language)), strict=True):
        text = " ".join(seen)
        for amount in set(amounts):
            assert len(re.findall(rf"(?<!\d){re.escape(amount)}(?!\d)", text)) == amounts.count(
                amount
            )


def test_amount_in_the_label_says_what_it_is() -> None:
    """Kemi's share of a project with a small one, and both parts of one with a small budget."""
    labels = {seen[0].split("<br>")[0]: seen[0] for seen in seen_of(money(real()))}
    assert f"Omarahoitus 16{BLANK}851{BLANK}€" in labels["Koronasta kasvuun"]
    assert (
        f"Muut rahoittajat 56{BLANK}792{BLANK}€" in labels["Silver Economy Kemi -valmisteluhanke"]
    )


def test_amount_in_a_bar_has_room_on_a_phone() -> None:
    """A part that bears its amount is wider than the amount can be; zero is told in the label."""
    held = library(
        dossier("a", projects=tuple(project(name) for name in "pqr")),
        funding=(
            funding("p", total_eur=1_000_000, share_eur=200_000),
            funding("q", total_eur=1_000_000, share_eur=300_000),
            funding("r", total_eur=1_000_000, share_eur=0),
        ),
    )
    (own, _, _) = money(held).figure.data
    assert list(own.text) == ["", f"300{BLANK}000{BLANK}€", ""]
    for length, text in zip(own.x, own.text, strict=True):
        assert length / 1_000_000 * PHONE >= NARROWEST * len(text)
    nought = seen_of(money(held))[2][0]
    assert f"Omarahoitus 0{BLANK}€" in nought


def test_amount_stands_clear_of_the_hatch() -> None:
    """The number of a hatched part has the paper behind it, where the part begins."""
    held = library(
        dossier("a", projects=(project("p"),)),
        funding=(funding("p", total_eur=10, share_eur=4, share_year=2020),),
    )
    drawing = money(held)
    (number,) = (one for one in drawing.figure.layout.annotations if one.xref != "paper")
    assert (number.text, number.x, number.bgcolor) == (f"6{BLANK}€", 4, LIGHT.paper)
    assert list(drawing.figure.data[2].text) == [""]
