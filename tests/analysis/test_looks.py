"""Looks of municipalities: each its own wherever it is drawn, and never two alike side by side."""

from __future__ import annotations

from itertools import permutations

import pytest

from components.analysis.looks import LOOKS, looks_of
from tests.analysis.making import dossier, library, real

SIX = library(*(dossier(slug, code=f"00{number}") for number, slug in enumerate("abcdef")))
ORDERS = [order for count in range(1, LOOKS + 1) for order in permutations("abcdef", count)]


def test_municipality_keeps_its_look_whoever_stands_beside_it() -> None:
    """Kemi is the first of the library and Kemijärvi the second, in every order and alone."""
    assert looks_of(real(), ["kemi", "kemijarvi"]) == {"kemi": 0, "kemijarvi": 1}
    assert looks_of(real(), ["kemijarvi", "kemi"]) == {"kemijarvi": 1, "kemi": 0}
    assert looks_of(real(), ["kemijarvi"]) == {"kemijarvi": 1}
    assert looks_of(real(), ["kemi"]) == {"kemi": 0}


@pytest.mark.parametrize("order", ORDERS, ids="".join)
def test_up_to_four_differ(order: tuple[str, ...]) -> None:
    """Whoever is chosen in whatever order: looks that exist, no two the same, in that order."""
    found = looks_of(SIX, order)
    assert tuple(found) == order
    assert len(set(found.values())) == len(order)
    assert set(found.values()) <= set(range(LOOKS))


@pytest.mark.parametrize("order", list(permutations("abcd")), ids="".join)
def test_first_four_of_the_library_never_give_way(order: tuple[str, ...]) -> None:
    """Their own looks all differ, so that nobody finds theirs taken."""
    assert looks_of(SIX, order) == {slug: "abcd".index(slug) for slug in order}


def test_who_comes_later_gives_way() -> None:
    """The fifth has the look of the first; the next free one is the way out, round the end."""
    assert looks_of(SIX, "ae") == {"a": 0, "e": 1}
    assert looks_of(SIX, "ea") == {"e": 0, "a": 1}
    assert looks_of(SIX, "eab") == {"e": 0, "a": 1, "b": 2}
    assert looks_of(SIX, "adbe") == {"a": 0, "d": 3, "b": 1, "e": 2}
    assert looks_of(SIX, "dcb") == {"d": 3, "c": 2, "b": 1}


def test_past_four_there_is_none() -> None:
    """The fifth chosen has no look, and a number that nobody else has."""
    assert looks_of(SIX, "fedcba") == {"f": 1, "e": 0, "d": 3, "c": 2, "b": 4, "a": 5}
