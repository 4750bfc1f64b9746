"""Names of files: what, of whom, from when, in signs that every system takes."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.exports.file_names import file_name, slug_of
from components.exports.kinds import KINDS
from components.i18n import LANGUAGES, catalogue

DAY = date(2025, 2, 20)


def test_a_name_says_what_whom_and_when() -> None:
    """Municipalities by name, and the day of the data last, so that files sort by it."""
    name = file_name(("kemi", "kemijarvi"), DAY, catalogue("fi"), ".pdf")
    assert name == "strategiapeili-kemi-kemijarvi-2025-02-20.pdf"


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fi", "strategiapeili-4-kuntaa-2025-02-20.xlsx"),
        ("sv", "strategiapeili-4-kommuner-2025-02-20.xlsx"),
        ("en", "strategiapeili-4-municipalities-2025-02-20.xlsx"),
    ],
)
def test_many_are_counted(language: str, name: str) -> None:
    """More than three names would be a line too long."""
    assert file_name(("a", "b", "c", "d"), DAY, catalogue(language), ".xlsx") == name
    assert "-a-b-c-" in file_name(("a", "b", "c"), DAY, catalogue(language), ".xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_have_one_name(language: str) -> None:
    """All hand-outs of the same municipalities fit in one folder."""
    names = {
        file_name(("kemi",), DAY, catalogue(language), kind.suffix, kind.part)
        for kind in KINDS.values()
    }
    assert len(names) == len(KINDS)
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name) for name in names)


@given(st.text())
def test_any_text_gives_plain_signs(text: str) -> None:
    """Only a–z, 0–9 and single hyphens are left, whatever the text."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug_of(text))


def test_letters_with_marks_lose_their_marks() -> None:
    """ä is a and å is a: the names stay readable."""
    assert slug_of("Äänekoski – Åland Ö") == "aanekoski-aland-o"
    assert slug_of("ℝ") == "r"
