"""Each thing that our data does not know, and why it is said to be unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from components.analysis.gaps.unknown import Unknown, Why, unknown_of
from components.analysis.strategies.versions import choose
from components.model import (
    Decision,
    Dossier,
    Duty,
    Goal,
    Indicator,
    Library,
    Outcome,
    Point,
    Source,
    Strategy,
    Target,
)
from tests.analysis.making import (
    TODAY,
    dossier,
    goal,
    library,
    outcome,
    project,
    statement,
    strategy,
    years,
)
from tests.analysis.measured import definition, indicator, observation

WHOLE = goal("g", statement("s", "Metsä.", "luonto"))
LOW, HIGH = Decimal(1), Decimal(3)


def held(one: Dossier, **parts: Any) -> Library:  # noqa: ANN401 - any field
    """A library of one municipality whose indicator `luku` has one value."""
    usual = {"indicators": {"luku": definition()}, "observations": (observation(2024, "2"),)}
    return library(one, **(usual | parts))


def found(one: Dossier, today: date = TODAY, **parts: Any) -> list[Unknown]:  # noqa: ANN401
    """What is not known of the shown version of a municipality."""
    return list(unknown_of(held(one, **parts), choose(one, TODAY), today))


def kinds(items: list[Unknown], *wanted: str) -> list[tuple[str, Why, str]]:
    """Kind, reason and next step of the rows, of the wanted kinds alone if any are named."""
    return [
        (item.kind, item.why, item.action) for item in items if not wanted or item.kind in wanted
    ]


def measure(**values: Any) -> Indicator:  # noqa: ANN401 - any field of the record
    """An adopted indicator of the goal `g`, with a baseline and a target."""
    usual: dict[str, Any] = {
        "goals": ("g",),
        "baseline": Point(date="2020", value=LOW),
        "targets": (Target(date="2030", value=HIGH),),
        "quote": "luku nousee",
    }
    return indicator(**(usual | values))


def test_nothing_is_unknown_where_all_is_at_hand() -> None:
    """A goal with its own measured indicator, a project that was told of, a whole source."""
    one = dossier("a", strategy("a-1", WHOLE), indicators=(measure(),), projects=(project("p"),))
    assert found(one, outcomes=(outcome("p", "done", date(2025, 1, 1)),)) == []


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (None, [("goal_without_indicator", "no_indicator", "decide")]),
        ("interpretation", [("goal_without_indicator", "only_ours", "decide")]),
        ("announced", []),
        ("adopted", []),
    ],
)
def test_goal_has_no_indicator_until_the_municipality_names_one(
    basis: Any,  # noqa: ANN401 - a literal of the record
    expected: list[tuple[str, Why, str]],
) -> None:
    """A link of ours is not the council's own indicator, and the row says so."""
    indicators = (measure(basis=basis),) if basis else ()
    items = found(dossier("a", strategy("a-1", WHOLE), indicators=indicators))
    assert kinds(items, "goal_without_indicator") == expected
    for item in items:
        assert (item.about, item.goals) == (WHOLE, (WHOLE,))
        assert item.cited is not None
        assert (item.cited.name, item.source) == ("g", "lahde")


def test_indicator_of_another_version_is_not_counted_here() -> None:
    """An indicator of an earlier version is passed over; one of no goal belongs to all."""
    older = strategy("a-0", goal("vanha", statement("t", "Vesi.", "luonto")))
    newer = strategy("a-1", WHOLE, replaces="a-0")
    one = dossier(
        "a",
        older,
        newer,
        indicators=(
            measure(id="yksi", goals=("vanha",), targets=()),
            measure(id="kaksi", goals=(), targets=()),
            measure(id="kolme"),
            measure(id="tuntematon", indicator="outo", targets=()),
        ),
    )
    (item,) = found(one)
    assert (item.kind, item.about.id, item.goals) == ("indicator_without_target", "kaksi", ())


BAND = Target(date="2030", low=LOW, high=HIGH)


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({"targets": ()}, ["target"]),
        ({"baseline": None}, ["baseline"]),
        ({"baseline": None, "targets": ()}, ["target", "baseline"]),
        ({"baseline": None, "targets": (BAND,)}, []),
        ({"baseline": None, "targets": (BAND, Target(date="2031", value=HIGH))}, ["baseline"]),
        ({"baseline": None, "targets": (), "basis": "interpretation"}, ["target"]),
        ({"indicator": "toinen"}, ["value"]),
    ],
)
def test_indicator_lacks_target_baseline_or_value(
    values: dict[str, Any], lacks: list[str]
) -> None:
    """A row for each; a band needs no baseline, and one of ours never had any."""
    one = dossier("a", strategy("a-1", WHOLE), indicators=(measure(**values),))
    items = found(one, indicators={"luku": definition(), "toinen": definition()})
    mine = [item for item in items if isinstance(item.about, Indicator)]
    assert [item.why for item in mine] == lacks
    for item in mine:
        assert item.kind == f"indicator_without_{item.why}"
        assert item.action == ("ask" if item.why == "value" else "decide")
        assert item.goals == (WHOLE,)
        assert item.cited is not None
        assert item.cited.words == "luku nousee"


def noted(state: Any) -> Outcome:  # noqa: ANN401 - a literal of the record
    """What a board has noted of the project `p`."""
    return outcome("p", state, date(2025, 2, 20)).model_copy(update={"reported_by": "ltk"})


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ((), "untold"),
        ((outcome("p", "unknown"),), "untold"),
        ((outcome("p", "unknown", date(2025, 2, 20)),), "untold"),
        ((noted("unknown"),), "noted"),
        ((noted("ended"),), "ended"),
        ((noted("dropped"),), None),
        ((noted("planned"),), None),
    ],
)
def test_project_without_outcome(told: tuple[Outcome, ...], why: Why | None) -> None:
    """Unknown and ended tell no result; what a body has noted elsewhere can be asked for."""
    one = dossier(
        "a",
        strategy("a-1", WHOLE),
        projects=(project("p", goals=("g",)),),
        indicators=(measure(),),
    )
    items = found(one, outcomes=told)
    assert kinds(items) == ([("project_without_outcome", why, "ask")] if why else [])
    if why in {"noted", "ended"}:
        assert (items[0].outcome, items[0].goals) == (told[0], (WHOLE,))


def duty(what: Any, every: Any = None, to: str | None = None) -> Duty:  # noqa: ANN401 - literals
    """A promise of a strategy."""
    return Duty(id="velvoite", text="Raportoidaan.", what=what, every=every, to=to)


def promised(*duties: Duty, **parts: Any) -> Dossier:  # noqa: ANN401 - any field
    """A municipality that has promised these in a version of 2024–2027."""
    one = strategy("a-1", WHOLE, period=years(2024, 2027), duties=duties)
    return dossier("a", one, **({"indicators": (measure(),)} | parts))


@pytest.mark.parametrize(
    ("one", "today", "why", "due"),
    [
        (duty("budget", "year"), date(2025, 6, 1), "passed", date(2024, 12, 31)),
        (duty("report", "half_term"), date(2025, 6, 1), "later", date(2025, 12, 31)),
        (duty("report", "half_term"), date(2025, 12, 1), "soon", date(2025, 12, 31)),
        (duty("report", "half_term"), date(2026, 2, 1), "passed", date(2025, 12, 31)),
        (duty("report", "year", "valtuusto"), date(2026, 2, 1), "passed", date(2025, 6, 30)),
        (duty("report"), date(2026, 2, 1), "no_day", None),
        (duty("indicators"), date(2026, 2, 1), None, None),
        (duty("daily_work"), date(2026, 2, 1), None, None),
    ],
)
def test_report_that_was_promised(
    one: Duty, today: date, why: Why | None, due: date | None
) -> None:
    """A day that passed without a record stands first, then the next one; some have none."""
    items = found(promised(one), today)
    assert kinds(items) == ([("report_promised", why, "ask")] if why else [])
    for item in items:
        assert (item.about, item.due) == (one, due)
        assert item.turn == ("due" if due else "ask")
        assert item.duty is not None
        assert item.source == "lahde"


def test_report_that_was_given_is_no_gap() -> None:
    """With its record in the decisions and no day ahead a promise is kept."""
    given = Decision(
        id="kv-1",
        body="valtuusto",
        date=date(2026, 1, 20),
        what="noted",
        title="Puolivälin raportti",
        source="lahde",
        strategy="a-1",
    )
    one = promised(duty("report", "half_term", "valtuusto"), decisions=(given,))
    assert found(one, date(2026, 2, 1)) == []


def test_promise_to_measure_is_open_while_only_we_have_chosen_indicators() -> None:
    """Where no adopted indicator is at hand, one can ask which are used."""
    ours = measure(basis="interpretation")
    items = found(promised(duty("indicators"), indicators=(ours,)))
    assert kinds(items, "report_promised") == [("report_promised", "no_indicators", "ask")]


def source(name: str, **parts: Any) -> Source:  # noqa: ANN401 - any field
    """A source that is called by its id."""
    return Source(**{"id": name, "title": name, "publisher": "Kunta", "kind": "minutes", **parts})


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"text": "a.txt"}, None),
        ({"text": "a.txt", "partial": True}, "partial"),
        ({"url": "https://a.example/"}, "online"),
        ({}, "no_text"),
    ],
)
def test_source_that_is_not_at_hand(parts: dict[str, Any], why: Why | None) -> None:
    """A source without its text, or with a part of it, can be published; a whole one is no gap."""
    sources = (source("lahde", **parts),)
    one = dossier("a", strategy("a-1", WHOLE), indicators=(measure(),), sources=sources)
    items = found(one)
    assert kinds(items) == ([("source_not_at_hand", why, "publish")] if why else [])
    assert [item.source for item in items] == ["lahde"] * len(items)


def adopted(name: str) -> Decision:
    """The decision by which a version was adopted."""
    return Decision(
        id=name,
        body="valtuusto",
        date=date(2025, 1, 1),
        what="approved",
        title="Strategia",
        source="lahde",
    )


@pytest.mark.parametrize(
    ("newer", "why", "rests_on"),
    [
        (strategy("a-2", goal("n"), replaces="a-1", adopted_by="kv"), "names_only", "lahde"),
        (strategy("a-2", replaces="a-1"), "no_names", "lahde"),
        (Strategy(id="a-2", title="a-2", replaces="a-1"), "no_names", None),
        (
            Strategy(id="a-2", title="a-2", replaces="a-1", goals=(goal("n", source="lahde"),)),
            "names_only",
            "lahde",
        ),
    ],
)
def test_version_known_by_names_at_most(newer: Strategy, why: Why, rests_on: str | None) -> None:
    """A newer version without its text is a row, and so is each of its goals."""
    one = dossier(
        "a",
        strategy("a-1", WHOLE),
        newer,
        indicators=(measure(),),
        decisions=(adopted("kv"),),
    )
    version, *goals = found(one)
    assert (version.kind, version.why, version.about) == ("source_not_at_hand", why, newer)
    assert version.source == rests_on
    assert kinds(goals) == [("goal_by_name_only", "name_only", "publish")] * len(newer.goals)


def test_goal_without_a_name_rests_on_its_source_alone() -> None:
    """A goal known by its number has no words of its own to cite."""
    numbered = Goal(id="g", number=1, source="lahde")
    one = dossier("a", Strategy(id="a-1", title="a-1", goals=(numbered,)), indicators=(measure(),))
    version, item = found(one)
    assert version.source == "lahde"
    assert (item.kind, item.about) == ("goal_by_name_only", numbered)
    assert item.cited is not None
    assert (item.cited.words, item.source) == (None, "lahde")
