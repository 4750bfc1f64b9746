"""The yearly cycle: when each duty is due, and that silence of our sources is not neglect."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from components.analysis.strategies.cycle import DutyView, duties, duty_table, middle, rule_of
from components.model import Decision, Dossier, Duty, Programme
from tests.analysis.making import TODAY, dossier, fictional, real, strategy, years


def duty(name: str, what: Any, every: Any = None, **parts: Any) -> Duty:  # noqa: ANN401
    """A duty whose text is its id."""
    return Duty(**{"id": name, "text": name, "what": what, "every": every, **parts})


def of(slug: str, today: date = TODAY) -> dict[str, DutyView]:
    """The duties of a municipality of ours by their ids."""
    held = (fictional() if slug == "mallikunta" else real()).dossiers[slug]
    return {view.duty.id: view for view in duties(held, held.strategies[-1], today)}


def one(made: Dossier, today: date = TODAY) -> DutyView:
    """The only duty of a municipality."""
    (view,) = duties(made, made.strategies[0], today)
    return view


def test_half_term_of_kemijarvi_is_about_the_middle_of_2026() -> None:
    """2024–2028 has 1,827 days; the 914th of them is 2 July 2026."""
    view = of("kemijarvi")["raportti-puolivalissa"]
    assert (view.passed, view.about) == (date(2026, 7, 2), True)
    assert (view.next, view.state, view.passed_state) == (None, "over", "no_record")
    before = of("kemijarvi", date(2026, 5, 3))["raportti-puolivalissa"]
    assert (before.next, before.state) == (date(2026, 7, 2), "soon")
    assert (before.passed, before.passed_state) == (None, None)


def test_environment_policy_of_kemi_reports_with_the_accounts() -> None:
    """To the council with the accounts: 30 June; of last June our sources hold no report."""
    view = of("kemi")["raportointi-tilinpaatoksessa"]
    assert (view.rule, view.phases) == ("accounts", ("accounts", "council"))
    assert (view.next, view.state) == (date(2027, 6, 30), "later")
    assert (view.passed, view.passed_state) == (date(2026, 6, 30), "no_record")


def test_budget_duties_are_due_at_the_end_of_the_year() -> None:
    """On 21 November the budget of the next year is due within sixty days."""
    for view in (of("kemi")["politiikka-talousarvioon"], of("kemijarvi")["ohjaa-talousarviota"]):
        assert (view.next, view.state) == (date(2026, 12, 31), "soon")
        assert (view.phases, view.passed) == (("budget",), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 10, 31), "later"),
        (date(2026, 11, 1), "soon"),
        (date(2026, 12, 31), "soon"),
        (date(2027, 1, 1), "later"),
    ],
)
def test_state_on_the_day(today: date, state: str) -> None:
    """Sixty days before 31 December is 1 November."""
    view = one(dossier("x", strategy("a", duties=(duty("d", "budget", "year"),))), today)
    assert view.state == state


def test_duties_without_a_rhythm_have_no_day() -> None:
    """What the source does not time is not timed by us; they stand last."""
    found = list(of("kemijarvi").values())
    assert [view.duty.id for view in found[-2:]] == [
        "seuranta-mittareilla",
        "osana-paivittaista-tyota",
    ]
    for view in found[-2:]:
        assert (view.next, view.passed, view.state) == (None, None, "no_day")
        assert view.phases == ("follow_up",)


def test_half_term_report_of_mallikunta_was_noted() -> None:
    """The council noted it on 23.3.2026 § 18, after the middle of 2022–2029."""
    view = of("mallikunta")["puolivalin-raportti"]
    assert view.record is not None
    assert (view.record.section, view.passed_state) == (18, "noted")
    assert view.phases == ("council",)


def test_period_bounds_what_is_due() -> None:
    """2022–2025: the last budget was due 31.12.2024, the last accounts 30.6.2026; no more."""
    duties_ = (duty("b", "budget", "year"), duty("r", "report", "year", to="valtuusto"))
    made = dossier("x", strategy("a", period=years(2022, 2025), duties=duties_))
    budget, report = duties(made, made.strategies[0], TODAY)
    assert (budget.passed, budget.next, budget.state) == (date(2024, 12, 31), None, "over")
    assert (report.passed, report.next, report.state) == (date(2026, 6, 30), None, "over")


def test_period_that_has_just_begun_has_nothing_behind_it() -> None:
    """2026–: the accounts of 2026 are the first to be due, in June 2027."""
    made = dossier(
        "x",
        strategy("a", period=years(2026), duties=(duty("r", "report", "year", to="valtuusto"),)),
    )
    view = one(made)
    assert (view.passed, view.passed_state, view.next) == (None, None, date(2027, 6, 30))


def test_programme_without_a_period_runs_from_its_approval() -> None:
    """Approved in 2026: no accounts before those of 2026; without an approval, of any year."""
    approved = Decision(
        id="d", body="b", date=date(2026, 2, 1), what="approved", title="t", source="lahde"
    )
    report = duty("r", "report", "year", text="Tilinpäätöksen yhteydessä.")
    for approved_by, passed in (("d", None), (None, date(2026, 6, 30))):
        programme = Programme(
            id="p", name="Ohjelma", source="lahde", approved_by=approved_by, duties=(report,)
        )
        view = one(dossier("x", decisions=(approved,), programmes=(programme,)))
        assert view.passed == passed
        assert view.sentence.owner == "p"


@pytest.mark.parametrize(
    ("made", "rule"),
    [
        (duty("d", "report", "year"), "undated"),
        (duty("d", "report", "year", to="kunnanvaltuusto"), "accounts"),
        (duty("d", "report", "year", text="Tilinpäätöksessä."), "accounts"),
        (duty("d", "indicators", "year", to="valtuusto"), "undated"),
        (duty("d", "report", "half_term"), "half_term"),
        (duty("d", "budget"), "undated"),
    ],
)
def test_rule_of_a_duty(made: Duty, rule: str) -> None:
    """Only a rhythm and what the source ties it to give a day."""
    assert rule_of(made) == rule


def test_middle_of_a_period() -> None:
    """2024–2025 has 731 days, the 366th is the last of 2024; without an end there is none."""
    assert middle(years(2024, 2025)) == date(2024, 12, 31)
    assert middle(years(2024)) is None
    assert middle(None) is None
    made = dossier("x", strategy("a", duties=(duty("h", "report", "half_term"),)))
    assert one(made).state == "no_day"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({}, True),
        ({"what": "decided"}, False),
        ({"date": date(2025, 6, 30)}, False),
        ({"date": date(2026, 11, 22)}, False),
        ({"title": "Katujen nimet"}, False),
        ({"title": "Asia", "text": "Raportti merkittiin tiedoksi."}, True),
        ({"body": "lautakunta"}, False),
        ({"strategy": None}, False),
    ],
)
def test_what_counts_as_a_record_of_a_strategy(parts: dict[str, Any], found: bool) -> None:  # noqa: FBT001
    """Noted by whom the duty names, in time, on this strategy, in words of a report."""
    given: dict[str, Any] = {
        "id": "d",
        "body": "valtuusto",
        "date": date(2026, 6, 15),
        "what": "noted",
        "title": "Strategian toteutuma",
        "strategy": "a",
        "source": "lahde",
    }
    made = dossier(
        "x",
        strategy("a", duties=(duty("r", "report", "year", to="valtuusto"),)),
        decisions=(Decision(**(given | parts)),),
    )
    assert (one(made).passed_state == "noted") is found


@pytest.mark.parametrize(
    ("title", "found"), [("Puiston raportti", False), ("Metsäohjelman raportti", True)]
)
def test_record_of_a_programme_calls_it_by_name(title: str, found: bool) -> None:  # noqa: FBT001
    """A report on something else is not taken for that of the programme."""
    noted = Decision(
        id="d",
        body="valtuusto",
        date=date(2026, 6, 15),
        what="noted",
        title=title,
        source="lahde",
    )
    programme = Programme(
        id="p",
        name="Metsäohjelma",
        source="lahde",
        duties=(duty("r", "report", "year", to="valtuusto"),),
    )
    view = one(dossier("x", decisions=(noted,), programmes=(programme,)))
    assert (view.record is not None) is found


def test_budget_that_was_approved_is_a_record() -> None:
    """A decision of last December on the budget answers the duty of then."""
    approved = Decision(
        id="d",
        body="valtuusto",
        date=date(2025, 12, 1),
        what="approved",
        title="Talousarvio 2026",
        strategy="a",
        source="lahde",
    )
    made = dossier(
        "x", strategy("a", duties=(duty("b", "budget", "year"),)), decisions=(approved,)
    )
    assert one(made).record is approved


def test_duties_of_the_other_version_are_not_shown() -> None:
    """Each version answers for its own duties; those of the programmes stand with either."""
    made = fictional().dossiers["mallikunta"]
    old, new = made.strategies
    assert "arviointi-2018" in {view.duty.id for view in duties(made, old, TODAY)}
    assert "arviointi-2018" not in {view.duty.id for view in duties(made, new, TODAY)}
    (report,) = [view for view in duties(made, old, TODAY) if view.duty.id == "arviointi-2018"]
    assert (report.passed, report.state) == (date(2022, 6, 30), "over")


def test_table_of_duties() -> None:
    """One row a duty with its days, states and source; what there is not is None."""
    kemi = real().dossiers["kemi"]
    views = duties(kemi, kemi.strategies[0], TODAY)
    table = duty_table(kemi, views)
    assert list(table["next"]) == ["2026-12-31", "2027-06-30"]
    assert list(table["of"]) == ["Ympäristöpolitiikka"] * 2
    assert set(table["source_title"]) == {"Kemin kaupunkistrategia 2022–2025"}
    kemijarvi = real().dossiers["kemijarvi"]
    other = duty_table(kemijarvi, duties(kemijarvi, kemijarvi.strategies[0], TODAY))
    assert set(other["of"]) == {"Kemijärven kaupunkistrategia 2024–2028"}
    assert other["next"].iloc[0] is None
    held = fictional().dossiers["mallikunta"]
    shown = duty_table(held, duties(held, held.strategies[-1], TODAY))
    assert "kv-2026-03-23-18" in set(shown["record"])
