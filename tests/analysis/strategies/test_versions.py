"""Which version of a strategy is shown."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.strategies.versions import (
    adoption,
    choose,
    coming,
    has_text,
    in_force,
    in_order,
    period_state,
)
from components.model import Decision, Strategy
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    real,
    statement,
    strategy,
    years,
)

TEXT = goal("g", statement("s", "x"))


def test_kemi_shows_the_version_whose_text_is_known_and_names_the_newer() -> None:
    """Kemi: 2022–2025 is shown, and the one approved on 4.12.2023 § 110 is named beside it."""
    version = choose(real().dossiers["kemi"], TODAY)
    assert version.strategy.id == "kemi-2022"
    assert version.newer_without_text is not None
    assert version.newer_without_text.id == "kemi-2023"
    decision = adoption(real().dossiers["kemi"], version.newer_without_text)
    assert decision is not None
    assert (decision.date, decision.section) == (date(2023, 12, 4), 110)
    assert adoption(real().dossiers["kemi"], version.strategy) is None


def test_wanted_version_is_shown_though_it_is_names_alone() -> None:
    """Whoever asks for the newer version gets it; an unknown name gives the usual one."""
    kemi = real().dossiers["kemi"]
    version = choose(kemi, TODAY, "kemi-2023")
    assert (version.strategy.id, version.newer_without_text) == ("kemi-2023", None)
    assert choose(kemi, TODAY, "outo").strategy.id == "kemi-2022"


def test_older_version_of_mallikunta_names_no_newer_one() -> None:
    """A newer version whose text is known needs no notice: it can be chosen."""
    version = choose(fictional().dossiers["mallikunta"], TODAY, "mallikunta-2018")
    assert (version.strategy.id, version.newer_without_text) == ("mallikunta-2018", None)


def test_versions_of_names_alone_show_the_newest() -> None:
    """When no version has a text, the newest is shown as far as it is known."""
    one = dossier("a", strategy("uusi", goal("g"), replaces="vanha"), strategy("vanha"))
    assert choose(one, TODAY).strategy.id == "uusi"
    assert not has_text(one.strategies[0])


def test_order_follows_what_replaces_what() -> None:
    """The order of the file does not matter, only which version each one replaces."""
    one = dossier(
        "a",
        strategy("c", TEXT, replaces="b"),
        strategy("a", TEXT),
        strategy("b", TEXT, replaces="a"),
    )
    assert [item.id for item in in_order(one)] == ["a", "b", "c"]
    assert choose(one, TODAY).strategy.id == "c"


def test_order_of_a_ring_ends() -> None:
    """Versions that replace each other, a mistake, are still put in some order."""
    one = dossier("a", strategy("a", replaces="b"), strategy("b", replaces="a"))
    assert {item.id for item in in_order(one)} == {"a", "b"}
    assert in_force(one, TODAY) is not None


def adopted(name: str, day: date) -> Decision:
    """The decision of a council."""
    return Decision(
        id=name, body="valtuusto", date=day, what="approved", title="x", source="lahde"
    )


OLD = strategy("z-old", TEXT, period=years(2020, 2025))
NOW = strategy("b-now", TEXT, period=years(2026, 2030))
NEXT = strategy("a-next", TEXT, period=years(2031, 2034))
LAW = adopted("kv", date(2025, 11, 17))


@pytest.mark.parametrize(
    ("strategies", "day", "found", "ahead"),
    [
        ((NOW, OLD), date(2026, 11, 29), "b-now", []),
        ((NOW, OLD), date(2025, 12, 31), "z-old", ["b-now"]),
        ((NEXT, NOW), date(2026, 11, 29), "b-now", ["a-next"]),
        ((NEXT, OLD), date(2028, 1, 1), "z-old", ["a-next"]),
        ((NEXT, NOW), date(2025, 1, 1), None, ["b-now", "a-next"]),
        # No period: it holds from its decision, and gives way to none that is over.
        ((OLD, strategy("n", TEXT, adopted_by="kv")), date(2025, 11, 16), "z-old", ["n"]),
        ((OLD, strategy("n", TEXT, adopted_by="kv")), date(2025, 11, 17), "n", []),
        # Adopted in the middle of the period: the earlier one held until then.
        ((strategy("n", TEXT, adopted_by="kv", period=years(2022)), OLD), TODAY, "n", []),
        # Nothing is known of when it held: a name of old times does not take the place.
        ((strategy("n", TEXT), OLD), TODAY, "z-old", []),
        # A shorter one took the place of a longer one: that does not come back.
        (
            (
                strategy("s", TEXT, period=years(2022, 2024), replaces="l"),
                strategy("l", TEXT, period=years(2018, 2030)),
            ),
            TODAY,
            "s",
            [],
        ),
        # At odds with the periods, a fault that the check names: the periods count.
        (
            (NOW, strategy("n", TEXT, period=years(2020, 2025), replaces="b-now")),
            TODAY,
            "b-now",
            [],
        ),
        # What replaces one that is to come is to come as well.
        ((NOW, NEXT, strategy("n", TEXT, replaces="a-next")), TODAY, "b-now", ["a-next", "n"]),
    ],
)
def test_version_in_force(
    strategies: tuple[Strategy, ...], day: date, found: str | None, ahead: list[str]
) -> None:
    """Period and decision on the day tell it, then what replaces what; the rest is coming."""
    for order in permutations(strategies):
        one = dossier("a", *order, decisions=(LAW,))
        held = in_force(one, day)
        assert (held.id if held else None) == found
        assert [item.id for item in coming(one, day)] == ahead


def test_version_that_begins_later_is_named_beside_the_one_in_force() -> None:
    """It is not shown before its time; who asks for it gets it, and none is named beside it."""
    one = dossier("a", NEXT, NOW)
    version = choose(one, TODAY)
    assert (version.strategy, version.coming) == (NOW, (NEXT,))
    asked = choose(one, TODAY, "a-next")
    assert (asked.strategy, asked.newer_without_text, asked.coming) == (NEXT, None, ())


def test_version_to_come_lends_its_text_to_none() -> None:
    """Where the one in force is known by name alone, it is shown as such."""
    names = strategy("b-now", goal("g"), period=years(2026, 2030))
    version = choose(dossier("a", NEXT, names), TODAY)
    assert (version.strategy, version.newer_without_text) == (names, None)
    assert choose(dossier("a", NEXT, names, OLD), TODAY).strategy == OLD


IDS = ("a", "b", "c", "d")
MOMENTS = st.sampled_from([None, 2018, 2022, 2026, 2027])
VERSIONS = st.tuples(
    *(
        st.builds(
            lambda begin, replaces, decision, whole, name=name: strategy(
                name,
                TEXT if whole else goal("g"),
                period=begin and years(begin, begin + 3),
                replaces=replaces,
                adopted_by=decision,
            ),
            MOMENTS,
            st.sampled_from([None, *IDS]),
            st.sampled_from([None, "kv", "ei-tiedossa"]),
            st.booleans(),
        )
        for name in IDS
    )
)


@given(VERSIONS, st.permutations(range(len(IDS))), st.dates(date(2017, 1, 1), date(2031, 1, 1)))
def test_order_in_the_file_never_matters(
    strategies: tuple[Strategy, ...], order: list[int], day: date
) -> None:
    """However odd the periods and what replaces what: the same versions tell the same."""
    one = dossier("a", *strategies, decisions=(LAW,))
    other = dossier("a", *(strategies[place] for place in order), decisions=(LAW,))
    assert choose(one, day) == choose(other, day)
    assert in_order(one) == in_order(other)
    assert in_force(one, day) not in coming(one, day)


@pytest.mark.parametrize(
    ("start", "end", "state"),
    [
        (2022, 2025, "ended"),
        (2022, 2026, "running"),
        (2026, None, "running"),
        ("2026-11-21", "2026-11-21", "running"),
        ("2026-11", "2026-11-20", "ended"),
        (2027, 2030, "coming"),
    ],
)
def test_period_state_on_the_day(start: int | str, end: int | str | None, state: str) -> None:
    """A period runs on its first and its last day too."""
    assert period_state(strategy("a", period=years(start, end)), TODAY) == state


def test_period_state_without_a_period_is_unknown() -> None:
    """What the source does not tell is not guessed."""
    assert period_state(strategy("a"), TODAY) == "unknown"
