"""Bars of the way to a target, and of how many indicators stand how."""

from __future__ import annotations

from typing import Any

import pytest

from components.analysis.indicators.indicator_groups import GROUPS, group_counts
from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.charts import Drawing, group_bars, has_way, target_bars
from components.charts.identity import DARK, LIGHT, SYMBOLS, Palette
from components.charts.indicator_groups import look_of
from components.i18n import LANGUAGES, catalogue
from tests.analysis.making import TODAY, fictional, real
from tests.analysis.measured import by, definition, indicator, library, observation, since
from tests.charts.test_identity import contrast

EVIL = "<b>Kunta</b> & <a href='javascript:alert(1)'>x</a>"


def items(*values: tuple[str, str, str], direction: str = "up") -> list[Progress]:
    """Indicators by baseline 2020, value 2025 and target 2030."""
    names = [f"luku{number}" for number in range(len(values))]
    return [
        item
        for name, (begin, now, goal) in zip(names, values, strict=True)
        for item in progress_of(
            library(
                [observation(2025, now, indicator=name)],
                indicator(
                    indicator=name,
                    baseline=since(2020, begin),
                    targets=(by(2030, goal),),
                ),
                **{name: definition(direction=direction)},  # type: ignore[arg-type]
            ),
            "eka",
            TODAY,
        )
    ]


def bars(progresses: list[Progress], language: str = "fi", **parts: Any) -> Drawing:  # noqa: ANN401
    """The bars of the first municipality."""
    names = parts.get("names", {"eka": "Eka"})
    looks = parts.get("looks", dict.fromkeys(names, 0))
    return target_bars(progresses, names, looks, catalogue(language), LIGHT)


def points(found: Drawing) -> list[Any]:
    """The traces of marks and texts."""
    return [trace for trace in found.figure.data if trace.type == "scatter"]


def test_bars_are_as_long_as_the_way_within_0_and_100() -> None:
    """Half of the way is half a bar; beyond the target it is whole, the wrong way it is empty."""
    found = bars(items(("50", "75", "100"), ("0", "16", "10"), ("50", "40", "100")))
    whole, done = [trace for trace in found.figure.data if trace.type == "bar"]
    assert list(whole.x) == [100, 100, 100]
    assert list(done.x) == [50, 100, 0]
    assert set(done.marker.color) == {LIGHT.municipalities[0]}


def test_share_is_told_as_it_is() -> None:
    """What the bar clips the number tells: 160 % and −20 %."""
    found = bars(items(("0", "16", "10"), ("50", "40", "100")))
    texts = [text for trace in found.figure.data for text in trace.text or ()]
    assert "160 %" in texts
    assert "−20 %" in texts
    assert "160 % matkasta" in found.alt
    assert "−20 % matkasta" in found.alt


def test_baseline_time_and_target_are_marked_and_labelled() -> None:
    """A mark at each end with its value and year, and one for the share of the time."""
    found = bars(items(("50", "60", "100")))
    ends = next(trace for trace in points(found) if list(trace.x) == [0, 100])
    assert list(ends.marker.line.width) == [1.5, 5]
    time = next(trace for trace in points(found) if trace.marker.symbol == "triangle-down")
    assert list(time.x) == [50]
    texts = [text for trace in found.figure.data for text in trace.text or ()]
    assert "lähtö 50,0 (2020)" in texts
    assert "tavoite 100,0 (2030)" in texts
    assert any("jäljessä" in text for text in texts)


def test_only_what_has_a_way_is_drawn() -> None:
    """Without a measurement, a baseline or a value to reach there is no bar."""
    measured = library([observation(2025, "5")], indicator(targets=(by(2030, "9"),)))
    unmeasured = library([], indicator(baseline=since(2020, "1"), targets=(by(2030, "9"),)))
    left = [*progress_of(measured, "eka", TODAY), *progress_of(unmeasured, "eka", TODAY)]
    assert [has_way(item) for item in left] == [False, False]
    drawn = items(("50", "75", "100"))
    found = bars([*left, *drawn])
    done = [trace for trace in found.figure.data if trace.type == "bar"][1]
    assert len(done.x) == 1
    assert len(bars(left).figure.data[0].x) == 0


def test_municipality_has_its_own_look() -> None:
    """Colour and marker are those of the municipality, with the name beside them."""
    found = bars(items(("50", "75", "100")), looks={"eka": 1})
    done = [trace for trace in found.figure.data if trace.type == "bar"][1]
    assert list(done.marker.color) == [LIGHT.municipalities[1]]
    marked = next(trace for trace in points(found) if trace.mode == "markers+text")
    assert list(marked.marker.symbol) == [SYMBOLS[1]]
    assert "Eka: aikataulussa" in marked.text[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_alt_names_each_indicator_with_its_sum(language: str) -> None:
    """Every bar of Mallikunta is in the words with its state, shares and years."""
    progresses = [item for item in progress_of(fictional(), "mallikunta", TODAY) if has_way(item)]
    words = catalogue(language)
    found = bars(progresses, language, names={"mallikunta": "Mallikunta"})
    for item in progresses:
        assert words.local(item.definition.names) in found.alt
        assert words(f"indicator_state.{item.state}") in found.alt
    assert len(progresses) > 5


def groups(
    counts: dict[str, dict[Any, int]], language: str = "fi", names: dict[str, str] | None = None
) -> Drawing:
    """The stacked bars of some counts."""
    return group_bars(
        counts, names or {slug: slug.title() for slug in counts}, catalogue(language), LIGHT
    )


def test_groups_are_stacked_with_their_numbers() -> None:
    """A segment a group, as long as it has indicators, with the number inside; zero has none."""
    found = groups({"eka": {"met": 2, "short": 1, "no_data": 4}, "toka": {"met": 3}})
    segments = {trace.customdata[0]: trace for trace in found.figure.data[1:]}
    assert [list(trace.x) for trace in segments.values()] == [[2, 3], [1, 0], [4, 0]]
    assert [list(trace.text) for trace in segments.values()] == [["2", "3"], ["1", ""], ["4", ""]]
    assert list(found.figure.data[0].text) == ["Eka · 7 mittaria", "Toka · 3 mittaria"]
    assert found.figure.layout.barmode == "stack"
    assert found.alt == (
        "Pylväskuva: mittarit tilan mukaan. Eka, 7 mittaria: 2 tavoitteessa tai aikataulussa, "
        "1 jäljessä tai tavoitteen ulkopuolella ja 4 ilman mitattua tietoa. "
        "Toka, 3 mittaria: 3 tavoitteessa tai aikataulussa."
    )


def test_one_without_indicators_is_named() -> None:
    """No indicators is said; it is no bar and no zero among others."""
    assert groups({"eka": {}, "toka": {"met": 1}}).alt.count("Eka: ei mittareita.") == 1
    assert groups({}).figure.layout.height > 0


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_groups_look_different_and_can_be_read(colours: Palette) -> None:
    """No two groups have the same fill and pattern, and each number has 4.5:1 on its fill."""
    looks = [look_of(group, colours) for group in GROUPS]
    assert len({(fill, pattern) for fill, _, pattern in looks}) == len(GROUPS)
    for fill, ink, _ in looks:
        assert contrast(ink, fill) >= 4.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_of_the_libraries_are_told(language: str) -> None:
    """The words hold the counts of every municipality in each language."""
    for held in (real(), fictional()):
        counts = {
            slug: dict(group_counts(progress_of(held, slug, TODAY))) for slug in held.dossiers
        }
        alt = groups(counts, language).alt
        for slug, own in counts.items():
            assert slug.title() in alt
            assert all(str(count) in alt for count in own.values())


def test_names_make_no_markup() -> None:
    """A name that looks like markup stays text in bars and labels."""
    named = items(("50", "75", "100"))
    drawings = (bars(named, names={"eka": EVIL}), groups({"eka": {"met": 1}}, names={"eka": EVIL}))
    for drawing in drawings:
        for trace in drawing.figure.data:
            for part in (trace.text, trace.customdata):
                assert all("<" not in text for text in part or ())


def test_what_came_after_a_due_date_is_in_the_words_and_not_in_the_picture() -> None:
    """The label keeps to its line on a phone; the alternative text tells the whole."""
    rows = [observation(2022, "69"), observation(2024, "70.5")]
    own = indicator(baseline=since(2018, "68"), targets=(by(2022, "70"),))
    found = bars(progress_of(library(rows, own), "eka", TODAY))
    labels = [str(text) for trace in points(found) for text in trace.text or ()]
    assert "  Eka: jäi saavuttamatta 2022" in labels
    assert "saavutettu 2024, 2 vuotta määräajan jälkeen" in found.alt
