"""Rules over records: ids, references and citations."""

from __future__ import annotations

from typing import Any

import pytest

from components.loading.nodes import Location
from components.loading.rules import LONGEST_LIST, broken_rules, unknown

TEXTS = {"s.txt": "Hyvä arki. Palvelut ovat lähellä.\nKylä elää. Silta on uusi."}
SHARED = {"theme": {"arki"}, "indicator": {"population"}}
STATEMENT = {"id": "lause", "text": "Palvelut ovat lähellä."}


def data(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any plain value
    """The plain data of a municipality with one source, one strategy and what is given."""
    strategy = {"id": "s-2024", "title": "S", "source": "s", **more.pop("strategy", {})}
    return {
        "sources": [{"id": "s", "text": "s.txt"}, {"id": "ilman-tekstia"}],
        "strategies": [strategy],
        **more,
    }


def broken(plain: object) -> list[tuple[Location, str]]:
    """Location and code of each broken rule."""
    return [(where, code) for where, code, _ in broken_rules(plain, SHARED, TEXTS)]


def goal(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any plain value
    """A strategy with one goal."""
    return {"goals": [{"id": "g", "name": "Hyvä arki", **more}]}


def test_sound_data_breaks_no_rule() -> None:
    """What is cited and known is in order."""
    assert broken(data(strategy=goal(statements=[STATEMENT], themes=["arki"]))) == []


@pytest.mark.parametrize("plain", [None, "x", [], 5, {}, {"strategies": "x"}, {"sources": [None]}])
def test_data_of_any_shape_raises_nothing(plain: object) -> None:
    """Rules look at what is there, however broken it is."""
    assert broken(plain) == []


@pytest.mark.parametrize("odd", [None, 5, True, [], {}, ["x"], "x"])
@pytest.mark.parametrize("key", ["id", "source", "themes", "text", "quote", "name", "statements"])
def test_values_of_any_type_raise_nothing(key: str, odd: object) -> None:
    """A wrong type is the record's fault; the rules pass it by."""
    plain = data(strategy={"goals": [{"id": "g", "name": "Hyvä arki", key: odd}], key: odd})
    plain["sources"][0][key] = odd
    assert all(isinstance(code, str) for _, code in broken(plain))


def test_repeated_id_names_the_first() -> None:
    """Ids are unique in a file, whatever they are ids of."""
    plain = data(strategy=goal(statements=[{**STATEMENT, "id": "g"}, {**STATEMENT, "id": "g"}]))
    found = list(broken_rules(plain, SHARED, TEXTS))
    first = ("strategies", 0, "goals", 0, "id")
    here = ("strategies", 0, "goals", 0, "statements")
    assert found == [
        ((*here, 0, "id"), "duplicate-id", {"found": "g", "other": first}),
        ((*here, 1, "id"), "duplicate-id", {"found": "g", "other": first}),
    ]


REFERENCES = [
    ({"strategy": {"source": "x"}}, ("strategies", 0, "source"), "unknown-source"),
    ({"strategy": {"replaces": "x"}}, ("strategies", 0, "replaces"), "unknown-strategy"),
    ({"strategy": {"adopted_by": "x"}}, ("strategies", 0, "adopted_by"), "unknown-decision"),
    (
        {"strategy": goal(themes=["arki", "x"])},
        ("strategies", 0, "goals", 0, "themes", 1),
        "unknown-theme",
    ),
    (
        {"decisions": [{"id": "d", "source": "s", "projects": ["x"]}]},
        ("decisions", 0, "projects", 0),
        "unknown-project",
    ),
    (
        {"projects": [{"id": "p", "source": "s", "goals": ["x"]}]},
        ("projects", 0, "goals", 0),
        "unknown-goal",
    ),
    (
        {"projects": [{"id": "p", "plan": {"source": "x"}, "source": "s"}]},
        ("projects", 0, "plan", "source"),
        "unknown-source",
    ),
    (
        {"indicators": [{"id": "i", "source": "s", "indicator": "x"}]},
        ("indicators", 0, "indicator"),
        "unknown-indicator",
    ),
]


@pytest.mark.parametrize(
    ("more", "where", "code"),
    REFERENCES,
    ids=[each[2] + str(n) for n, each in enumerate(REFERENCES)],
)
def test_unknown_reference(more: dict[str, Any], where: Location, code: str) -> None:
    """Every id that names another record is held against those there are."""
    assert broken(data(**more)) == [(where, code)]


def test_id_of_an_own_indicator_is_no_definition() -> None:
    """An indicator refers to the shared definitions, not to the records of its own file."""
    plain = data(indicators=[{"id": "i", "source": "s", "indicator": "i"}])
    assert broken(plain) == [(("indicators", 0, "indicator"), "unknown-indicator")]
    assert list(broken_rules(plain, {}, TEXTS)) == []


def test_source_of_the_nearest_group_counts() -> None:
    """A statement is checked against its own source before that of the goal around it."""
    own = {**STATEMENT, "text": "Ei missään.", "source": "ilman-tekstia"}
    assert broken(data(strategy=goal(statements=[own]))) == []
    assert broken(data(strategy=goal(statements=[{**own, "source": "s"}]))) == [
        (("strategies", 0, "goals", 0, "statements", 0, "text"), "quote-not-found")
    ]


def test_what_stands_inside_the_uncited_is_not_told_again() -> None:
    """One missing source is one problem for each group, not one for each sentence in it."""
    plain = data(strategy=goal(statements=[STATEMENT, {**STATEMENT, "id": "toinen"}]))
    plain["strategies"][0] |= {"source": None, "values": [{"id": "a", "name": "x"}]}
    assert broken(plain) == [
        (("strategies", 0, "values", 0), "uncited"),
        (("strategies", 0, "goals", 0), "uncited"),
    ]


def test_cited_words_inside_the_uncited_are_still_checked() -> None:
    """A sentence with a source of its own is held to it."""
    plain = data(strategy=goal(statements=[{**STATEMENT, "text": "Ei.", "source": "s"}]))
    plain["strategies"][0]["source"] = None
    assert [code for _, code in broken(plain)] == ["uncited", "quote-not-found"]


def test_quote_stands_for_the_text() -> None:
    """Where a quote is given, it is the one that must be in the source."""
    mended = {**STATEMENT, "text": "Palvelut ovat lähellä!", "quote": "Palvelut ovat\n lähellä."}
    where = ("strategies", 0, "goals", 0, "statements", 0)
    assert broken(data(strategy=goal(statements=[mended]))) == []
    assert broken(data(strategy=goal(statements=[{**mended, "quote": "Palvelut lähellä."}]))) == [
        ((*where, "quote"), "quote-not-found")
    ]


def test_name_beside_a_quoted_text_is_held_too() -> None:
    """A quote stands for the text alone; the name of the same value has its own words."""
    value = {"id": "v", "name": "Hyvä arki", "text": "Kylä elää!", "quote": "Kylä elää."}
    where = ("strategies", 0, "values", 0, "name")
    assert broken(data(strategy={"values": [value]})) == []
    assert broken(data(strategy={"values": [{**value, "name": "Hyva arki"}]})) == [
        (where, "quote-not-found")
    ]


def test_quote_must_carry_its_text() -> None:
    """True words of the source do not back another sentence."""
    other = {**STATEMENT, "text": "Rakennamme jäähallin.", "quote": "Silta on uusi."}
    where = ("strategies", 0, "goals", 0, "statements", 0, "text")
    assert broken(data(strategy=goal(statements=[other]))) == [(where, "quote-differs")]
    assert broken(data(strategy=goal(quote="Kylä elää."))) == [
        (("strategies", 0, "goals", 0, "name"), "quote-differs")
    ]


def test_quote_without_a_text_carries_nothing() -> None:
    """A plan has a quote and no sentence of its own: the quote is held to the source alone."""
    plan = {"id": "p", "source": "s", "plan": {"quote": "Silta on uusi."}}
    assert broken(data(projects=[plan])) == []


def test_missing_text_of_a_source() -> None:
    """A source whose archived text is not there is told once, its sentences are not blamed."""
    plain = data(strategy=goal(statements=[{**STATEMENT, "text": "Mitä vain."}]))
    plain["sources"][0]["text"] = "poissa.txt"
    assert broken(plain) == [(("sources", 0, "text"), "source-text-missing")]


def test_nearest_passage_is_shown() -> None:
    """A quote that is not found comes with the passage that is most like it."""
    plain = data(strategy=goal(statements=[{**STATEMENT, "text": "Palvelut ovat lahella."}]))
    ((_, _, facts),) = broken_rules(plain, SHARED, TEXTS)
    assert facts == {
        "found": "Palvelut ovat lahella.",
        "source": "s",
        "nearest": "Palvelut ovat lähellä.",
    }


def test_long_lists_are_cut() -> None:
    """Of many known ids the first are named, and the nearest of all is guessed."""
    names = {f"id-{number:02}" for number in range(20)}
    facts = unknown("id-199", names)
    assert facts["allowed"] == ", ".join(sorted(names)[:LONGEST_LIST]) + ", …"
    assert facts["guess"] == "id-19"
    assert unknown("x", frozenset()) == {"found": "x", "allowed": "", "guess": ""}
