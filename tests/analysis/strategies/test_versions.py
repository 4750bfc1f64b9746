"""Which version of a strategy is shown."""

from __future__ import annotations

from datetime import date

import pytest

from components.analysis.strategies.versions import (
    adoption,
    choose,
    has_text,
    in_order,
    period_state,
)
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
    version = choose(real().dossiers["kemi"])
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
    version = choose(kemi, "kemi-2023")
    assert (version.strategy.id, version.newer_without_text) == ("kemi-2023", None)
    assert choose(kemi, "outo").strategy.id == "kemi-2022"


def test_older_version_of_mallikunta_names_no_newer_one() -> None:
    """A newer version whose text is known needs no notice: it can be chosen."""
    version = choose(fictional().dossiers["mallikunta"], "mallikunta-2018")
    assert (version.strategy.id, version.newer_without_text) == ("mallikunta-2018", None)


def test_versions_of_names_alone_show_the_newest() -> None:
    """When no version has a text, the newest is shown as far as it is known."""
    one = dossier("a", strategy("uusi", goal("g"), replaces="vanha"), strategy("vanha"))
    assert choose(one).strategy.id == "uusi"
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
    assert choose(one).strategy.id == "c"


def test_order_of_a_ring_ends() -> None:
    """Versions that replace each other, a mistake, are still put in some order."""
    one = dossier("a", strategy("a", replaces="b"), strategy("b", replaces="a"))
    assert {item.id for item in in_order(one)} == {"a", "b"}


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
