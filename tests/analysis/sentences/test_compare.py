"""What municipalities share and what only one of them says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.sentences.compare import (
    COMPARED_KINDS,
    compare_themes,
    compare_values,
    everything_said,
    sentences_of,
    untouched_themes,
)
from components.analysis.strategies.versions import Version
from components.model import Library
from tests.analysis.making import (
    THEMES,
    dossier,
    fictional,
    goal,
    library,
    real,
    statement,
    strategy,
    value,
    versions,
)


def saying(**themes_of: str) -> tuple[Library, list[Version]]:
    """Municipalities that each say one statement for each of the themes given as words."""
    dossiers = [
        dossier(
            slug,
            strategy(
                f"{slug}-1",
                goal("g", *(statement(f"{slug}-{name}", name, name) for name in names.split())),
            ),
        )
        for slug, names in themes_of.items()
    ]
    held = library(*dossiers)
    return held, versions(held)


def test_values_of_kemi_and_kemijarvi() -> None:
    """The two strategies name seven values; only Vastuullisuus stands in both, and it is last."""
    rows = compare_values(versions(real(), "kemi", "kemijarvi"))
    assert [(row.name, list(row.held)) for row in rows] == [
        ("Ihmisläheisyys", ["kemi"]),
        ("Luovuus", ["kemi"]),
        ("Avoimuus", ["kemijarvi"]),
        ("Turvallisuus", ["kemijarvi"]),
        ("Yhteisöllisyys", ["kemijarvi"]),
        ("Taloudellisuus", ["kemijarvi"]),
        ("Vastuullisuus", ["kemi", "kemijarvi"]),
    ]
    assert [row.name for row in rows if row.shared] == ["Vastuullisuus"]


def test_value_mentioned_by_another_as_a_word() -> None:
    """Kemi's Ihmisläheisyys begins "on avoimuus, välittäminen": said, though not as a value."""
    rows = {row.name: row for row in compare_values(versions(real(), "kemi", "kemijarvi"))}
    assert [item.name for item in rows["Avoimuus"].mentions] == ["Ihmisläheisyys"]
    assert rows["Taloudellisuus"].mentions == ()  # "taloudellinen" is another word


def test_value_inside_a_longer_word_is_not_mentioned() -> None:
    """A name counts as said when it stands as a word, in any case, not inside another word."""
    held = library(
        dossier("a", strategy("a-1", values=(value("Luovuus"), value("Raha")))),
        dossier("b", strategy("b-1", values=(value("Arki", "Luovuuskasvatus on RAHA."),))),
    )
    mentions = {row.name: row.mentions for row in compare_values(versions(held))}
    assert mentions["Luovuus"] == ()
    assert [item.name for item in mentions["Raha"]] == ["Arki"]


def test_values_are_the_same_whatever_their_capitals() -> None:
    """A name in small letters is the same value; an empty list of versions has none."""
    held = library(
        dossier("a", strategy("a-1", values=(value("Rohkeus"),))),
        dossier("b", strategy("b-1", values=(value("rohkeus"),))),
    )
    (row,) = compare_values(versions(held))
    assert (row.name, row.shared) == ("Rohkeus", True)
    assert compare_values([]) == []


@pytest.mark.parametrize("held", [real, fictional])
def test_every_sentence_stands_under_each_of_its_themes_and_nowhere_else(held: object) -> None:
    """The rows by theme hold each compared sentence as often as it has themes."""
    which = real() if held is real else fictional()
    _holds_each_theme(which, versions(which))


@given(
    st.lists(
        st.lists(st.sets(st.sampled_from(sorted(THEMES))), max_size=4), min_size=1, max_size=4
    )
)
def test_any_municipalities_are_compared_whole(drawn: list[list[set[str]]]) -> None:
    """One to four municipalities, silent ones included, lose no sentence and gain none."""
    held = library(
        *(
            dossier(
                f"k{number}",
                strategy(
                    f"k{number}-1",
                    goal("g", *(statement(f"s{i}", "x", *sorted(t)) for i, t in enumerate(said))),
                ),
            )
            for number, said in enumerate(drawn)
        )
    )
    chosen = versions(held)
    _holds_each_theme(held, chosen)
    rows = compare_themes(held, chosen)
    speakers = [len(row.speakers) for row in rows]
    assert speakers == sorted(speakers)
    assert {row.theme for row in rows} | set(untouched_themes(held, rows)) == set(THEMES)


def _holds_each_theme(held: Library, chosen: Sequence[Version]) -> None:
    rows = {row.theme: row.said for row in compare_themes(held, chosen)}
    for slug, found in sentences_of(chosen, *COMPARED_KINDS).items():
        for item in found:
            under = [theme for theme, said in rows.items() if item in said[slug]]
            assert sorted(under) == sorted(item.themes), item.key


def test_themes_unmatched_first_then_by_number_of_sentences() -> None:
    """What one alone says comes first, in the order chosen; then what more say, most first."""
    held, chosen = saying(a="luonto arki", b="talous arki", c="arki")
    rows = compare_themes(held, chosen)
    assert [(row.theme, row.speakers, row.count) for row in rows] == [
        ("luonto", ("a",), 1),
        ("talous", ("b",), 1),
        ("arki", ("a", "b", "c"), 3),
    ]


def test_themes_of_kemi_and_kemijarvi() -> None:
    """Read by hand: only Kemijärvi speaks of personnel and ownership; nothing is only Kemi's."""
    rows = compare_themes(real(), versions(real(), "kemi", "kemijarvi"))
    assert {row.theme: row.speakers for row in rows if len(row.speakers) == 1} == {
        "henkilosto": ("kemijarvi",),
        "omistaja": ("kemijarvi",),
    }
    assert len(rows) == 16
    assert untouched_themes(real(), rows) == ()


def test_names_of_goals_are_never_compared_by_theme() -> None:
    """Kemi's version of 2023 has three goals by name: it says nothing under any theme."""
    kemi = real().dossiers["kemi"]
    newest = next(item for item in kemi.strategies if item.id == "kemi-2023")
    assert compare_themes(real(), [Version("kemi", newest, None)]) == []


def test_everything_said_includes_goals_and_programmes() -> None:
    """Names of goals and of programmes count when asking whether anyone names a thing."""
    found = everything_said(real(), versions(real(), "kemi"))["kemi"]
    assert {"Elinvoimainen kaupunki", "Ympäristöpolitiikka"} <= {item.shown for item in found}
