"""Words, numbers, dates, spans and money in three languages."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.i18n import LANGUAGES, Catalogue, catalogue
from components.i18n.catalogue import flat, half_up
from components.loading import Problem
from components.model import LocalText, Period

FI, SV, EN = (catalogue(language) for language in ("fi", "sv", "en"))
ALL = (FI, SV, EN)
NB = "\u00a0"
NUMBERS = st.floats(-1e12, 1e12) | st.decimals(-(10**12), 10**12, places=3) | st.integers(-9, 9)
MOMENTS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat()[:length] for length in (4, 7, 10)])
)


def made(**entries: str) -> Catalogue:
    """A Finnish catalogue of a few words; a dot in a key is written as two underscores."""
    return Catalogue("fi", {key.replace("__", "."): text for key, text in entries.items()})


def digits(text: str) -> str:
    """The figures of a text alone."""
    return re.sub(r"\D", "", text)


def test_words_are_filled_and_unknown_keys_raise() -> None:
    """A key gives its words with the values in place; one that is not there is an error."""
    words = made(hello="Hei {name}!")
    assert words("hello", name="{Kemi}") == "Hei {Kemi}!"
    assert words.has("hello")
    assert not words.has("outo")
    with pytest.raises(KeyError, match="outo"):
        words("outo")


def test_count_takes_the_plural_form_of_the_language() -> None:
    """One is one, none and many are other; a key with the one form alone serves all counts."""
    words = made(n__one="yksi", n__other="{count} kpl", m__other="{count} {what}")
    assert [words.count("n", count) for count in (0, 1, 2, 1200)] == [
        "0 kpl",
        "yksi",
        "2 kpl",
        f"1{NB}200 kpl",
    ]
    assert words.count("m", 1, what="x") == "1 x"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (2.5, 0, ("3", "3", "3")),
        (-2.5, 0, ("−3", "−3", "−3")),
        (Decimal("-1234.56"), 1, (f"−1{NB}234,6", f"−1{NB}234,6", "−1,234.6")),
        (0.05, 1, ("0,1", "0,1", "0.1")),
        (2.675, 2, ("2,68", "2,68", "2.68")),
        (-0.4, 0, ("0", "0", "0")),
        (Decimal("-0.04"), 1, ("0,0", "0,0", "0.0")),
        (19339, 0, (f"19{NB}339", f"19{NB}339", "19,339")),
        (1234567.891, 1, (f"1{NB}234{NB}567,9", f"1{NB}234{NB}567,9", "1,234,567.9")),
    ],
)
def test_number(value: float, decimals: int, shown: tuple[str, str, str]) -> None:
    """Thousands and decimals of each language, a minus and no hyphen; halves go from zero."""
    assert tuple(words.number(value, decimals) for words in ALL) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("4978.5"), (f"4{NB}979{NB}€", f"4{NB}979{NB}€", "€4,979")),
        ("344616", (f"344{NB}616{NB}€", f"344{NB}616{NB}€", "€344,616")),
        (-0.2, (f"0{NB}€", f"0{NB}€", "€0")),
        (-1500, (f"−1{NB}500{NB}€", f"−1{NB}500{NB}€", "−€1,500")),
    ],
)
def test_euros(value: Decimal | str | float, shown: tuple[str, str, str]) -> None:
    """Money in whole euros, on one line with its sign; halves go up."""
    assert tuple(words.euros(value) for words in ALL) == shown


@given(NUMBERS, st.integers(0, 6))
def test_numbers_never_raise_and_round_half_up(value: float | Decimal, decimals: int) -> None:
    """In every language the figures are those of the value rounded half up, whatever it is."""
    exact = Decimal(str(value))
    right = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole = exact.quantize(Decimal(1), ROUND_HALF_UP)
    assert half_up(value, decimals) == right
    for words in ALL:
        assert digits(words.number(value, decimals)) == digits(f"{right:f}")
        assert digits(words.euros(value)) == digits(f"{whole:f}")


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2022", "2025", ("2022–2025", "2022–2025", "2022–2025")),
        ("2024", "2024", ("2024", "2024", "2024")),
        ("2020-08-01", "2020-08-01", ("1.8.2020", "1.8.2020", "1 August 2020")),
        ("2020-08", "2022-01", ("8.2020 – 1.2022", "2020-08 – 2022-01", "08/2020 – 01/2022")),
        ("2020-08-01", "2022", ("1.8.2020 – 2022", "1.8.2020 – 2022", "1 August 2020 – 2022")),
    ],
)
def test_span(start: str, end: str, shown: tuple[str, str, str]) -> None:
    """Years, months and days as each language writes them, an equal beginning and end once."""
    assert tuple(words.span(start, end) for words in ALL) == shown


@given(st.none() | MOMENTS, st.none() | MOMENTS)
def test_spans_never_raise_and_name_both_years(start: str | None, end: str | None) -> None:
    """Whatever is known of a period is said, and what is not known is said to be so."""
    for words in ALL:
        said = words.span(start, end)
        assert said
        assert all(moment[:4] in said for moment in (start, end) if moment)
        if start is None and end is None:
            assert said == words("period.unknown")


def test_period_without_one_is_unknown() -> None:
    """A strategy without a period says so; one with a period says it."""
    assert FI.period(None) == FI("period.unknown")
    assert FI.period(Period(start="2022", end="2025")) == "2022–2025"
    assert FI.period(Period(start="2022")) == "2022 alkaen"
    assert FI.span(None, "2025") == "2025 asti"


def test_days() -> None:
    """A day as figures in Finnish and Swedish, with the name of the month in English."""
    assert [words.day(date(2023, 12, 4)) for words in ALL] == [
        "4.12.2023",
        "4.12.2023",
        "4 December 2023",
    ]


def test_names() -> None:
    """Names in a row with the language's own "and"; none and one are well too."""
    assert [words.names(["a", "b", "c"]) for words in ALL] == [
        "a, b ja c",
        "a, b och c",
        "a, b and c",
    ]
    assert [FI.names([]), FI.names(["a"]), FI.names(("a", "b"))] == ["", "a", "a ja b"]


def test_local_words_fall_back_to_finnish() -> None:
    """Our own words in the language of the page, or in Finnish where they are missing."""
    text = LocalText(fi="metsä", sv="skog")
    assert [words.local(text) for words in ALL] == ["metsä", "skog", "metsä"]


def test_problem_says_what_was_found_what_was_expected_and_a_guess() -> None:
    """A fault is one sentence; a nearest guess or a hint follows it."""
    wrong = Problem("f", 1, 1, "wrong-type", {"expected": "expected.text", "found": "@found.list"})
    assert FI.problem(wrong) == "odotettiin tekstiä, löytyi luettelo"
    unknown = Problem(
        "f", 1, 1, "unknown-source", {"found": "stategia", "guess": "strategia", "allowed": "a, b"}
    )
    assert FI.problem(unknown) == "lähdettä ”stategia” ei ole (tarkoititko ”strategia”?)"
    unquoted = Problem(
        "f",
        1,
        1,
        "wrong-type",
        {"expected": "expected.text", "found": "240", "hint": "hint.quotes"},
    )
    assert FI.problem(unquoted).endswith("(kirjoita lainausmerkkeihin)")


@pytest.mark.parametrize("found", ["@kunta", "@", "expected.", "expected.outo", "{found}", "%s"])
def test_problem_shows_any_text_of_a_file_as_it_is(found: str) -> None:
    """What stands in a file is shown as it stands there, even when it looks like a key of ours."""
    for words in ALL:
        assert found in words.problem(Problem("f", 1, 1, "wrong-value", {"found": found}))


def test_problem_leaves_out_a_fact_that_a_case_does_not_have() -> None:
    """A sentence with a fact missing is shorter, never an error."""
    assert "None" not in FI.problem(Problem("f", 1, 1, "unknown-key", {}))


def test_catalogue_is_one_of_the_three() -> None:
    """There are three languages, Finnish first; any other is an error, also as a path."""
    assert list(LANGUAGES) == ["fi", "sv", "en"]
    for language in ("de", "", "../i18n/fi"):
        with pytest.raises(KeyError):
            catalogue(language)


def test_flat_joins_keys_with_dots() -> None:
    """A tree of words becomes keys with dots; numbers become text."""
    assert dict(flat({"a": {"b": 1, "c": {"d": "x"}}})) == {"a.b": "1", "a.c.d": "x"}
