"""What to ask of a PxWeb table: chosen by role and text."""

from __future__ import annotations

from typing import Any

import pytest

from components.refresh.failure import AnswerError
from components.refresh.pxtable import Query, queries, read_table
from tests.refresh.samples import NAMES, key_figures

CONTENTS = {"population": "Väestö 31.12.", "employment_rate": "Työllisyysaste, %"}


def metadata(**changes: object) -> dict[str, Any]:
    """The metadata of the key figures with some variables changed, None for none; by their text.

    A text that is new is one variable more.
    """
    told = key_figures().metadata()
    every = {each["text"]: each for each in told["variables"]}
    for text, change in changes.items():
        if isinstance(change, dict):
            every[text] = every.get(text, {"text": text}) | change
        else:
            del every[text]
    return told | {"variables": list(every.values())}


def chosen(
    told: dict[str, Any],
    contents: dict[str, str | None] | None = None,
    names: dict[str, str] | None = None,
) -> Query:
    """The one query for a table."""
    (query,) = queries(read_table(told), contents or dict(CONTENTS), names or NAMES)
    return query


def refused(told: dict[str, Any], **asked: Any) -> str:  # noqa: ANN401 - as above
    """What is said of a table that cannot be asked."""
    with pytest.raises(AnswerError) as refusal:
        chosen(told, **asked)
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_all_that_is_asked_for() -> None:
    """Areas, all years, both contents and the total of what cannot be left out."""
    query = chosen(metadata())
    assert query.values == {
        "alue_23_20260101": ("KU998", "KU999"),
        "timeperiod_y": ("2024", "2025"),
        "contentscode": ("vaerak-vaesto", "tyoll"),
        "sukupuoli_1": ("SSS",),
    }
    assert query.municipalities == {"KU998": "998", "KU999": "999"}
    assert query.years == {"2024": 2024, "2025": 2025}
    assert query.indicators == {
        "vaerak-vaesto": ("population",),
        "tyoll": ("employment_rate",),
    }


def test_codes_may_change() -> None:
    """Every code may be another next year: texts and roles choose."""
    query = chosen(
        metadata(
            Alue={"code": "alue_23_20270101"},
            Vuosi={"code": "tlist"},
            Tiedot={"code": "sisalto", "values": ["x1", "x2"]},
            Sukupuoli={"code": "sp", "values": ["kaikki", "m"]},
        )
    )
    assert query.values == {
        "alue_23_20270101": ("KU998", "KU999"),
        "tlist": ("2024", "2025"),
        "sisalto": ("x1", "x2"),
        "sp": ("kaikki",),
    }


def test_a_label_is_met_in_any_case() -> None:
    """Letters' case and spaces are no difference."""
    query = chosen(metadata(), {"population": " VÄESTÖ  31.12. "})
    assert query.values["contentscode"] == ("vaerak-vaesto",)


def test_a_label_that_is_gone() -> None:
    """The line tells what was looked for, what there is and the nearest."""
    assert refused(metadata(), contents={"population": "Väestö 31.12"}) == (
        "population: no content is called 'Väestö 31.12' (there are: 'Väestö 31.12.', "
        "'Työllisyysaste, %', 'Yhteensä', 'Miehet'; did you mean 'Väestö 31.12.'?)"
    )
    told = metadata() | {"role": {"metric": ["contentscode"]}}
    assert refused(told, contents={"population": "Lainakanta"}) == (
        "population: no content is called 'Lainakanta' "
        "(there are: 'Väestö 31.12.', 'Työllisyysaste, %')"
    )


def test_all_labels_that_are_gone() -> None:
    """Each is a line, so that one look at the table mends them all."""
    with pytest.raises(AnswerError) as refusal:
        chosen(metadata(), {"people": "Väki", "population": "Väestö 31.12.", "rate": "Aste"})
    lines = str(refusal.value).splitlines()
    assert [line.partition(" (")[0] for line in lines] == [
        "people: no content is called 'Väki'",
        "rate: no content is called 'Aste'",
    ]


def test_many_labels_are_not_all_listed() -> None:
    """A table of a hundred contents still gives one line that can be read."""
    labels = [f"Tunnusluku {number}" for number in range(100)]
    told = metadata(Tiedot={"values": labels, "valueTexts": labels}, Sukupuoli=None)
    said = refused(told, contents={"population": "Väkiluku"})
    assert said.endswith("'Tunnusluku 7', … (100 in all))")


def test_a_label_that_is_not_the_only_one() -> None:
    """Two contents of the same name cannot be told apart."""
    told = metadata(Tiedot={"valueTexts": ["Väestö", "väestö"]})
    assert refused(told, contents={"population": "Väestö"}) == (
        "population: 2 contents are called 'Väestö'"
    )


def test_contents_of_different_variables() -> None:
    """Contents that stand in two variables are two queries, each with the other's total."""
    found = queries(
        read_table(metadata(Tiedot={"valueTexts": ["Yhteensä", "Väestö"]})),
        {"population": "Väestö", "employment_rate": "Miehet"},
        NAMES,
    )
    assert [query.values for query in found] == [
        {
            "alue_23_20260101": ("KU998", "KU999"),
            "timeperiod_y": ("2024", "2025"),
            "contentscode": ("tyoll",),
            "sukupuoli_1": ("SSS",),
        },
        {
            "alue_23_20260101": ("KU998", "KU999"),
            "timeperiod_y": ("2024", "2025"),
            "sukupuoli_1": ("1",),
            "contentscode": ("vaerak-vaesto",),
        },
    ]


def test_a_table_of_one_content() -> None:
    """Without a label the only content is taken; of several none is guessed."""
    told = metadata(Tiedot={"values": ["v"], "valueTexts": ["Väestö"]})
    query = chosen(told, {"population": None})
    assert (query.content, query.values["contentscode"]) == ("", ("v",))
    assert refused(metadata(), contents={"population": None}) == (
        "variable 'Tiedot' has no total to choose (its values: 'Väestö 31.12.', "
        "'Työllisyysaste, %')"
    )


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ({"values": ["1", "SSS", "2"], "valueTexts": ["Miehet", "Kaikki", "Naiset"]}, "SSS"),
        ({"values": ["1", "9"], "valueTexts": ["Miehet", "YHTEENSÄ"]}, "9"),
        ({"values": ["1"], "valueTexts": ["Miehet"]}, "1"),
    ],
    ids=["code", "text", "only"],
)
def test_totals(change: dict[str, object], value: str) -> None:
    """A variable of no interest is asked for its total, by code, text or for want of others."""
    assert chosen(metadata(Sukupuoli=change)).values["sukupuoli_1"] == (value,)


def test_no_total() -> None:
    """Men are not all: a variable without a total is named with its values."""
    told = metadata(Sukupuoli={"values": ["1", "2"], "valueTexts": ["Miehet", "Naiset"]})
    assert refused(told) == (
        "variable 'Sukupuoli' has no total to choose (its values: 'Miehet', 'Naiset')"
    )


def test_what_may_be_left_out_is() -> None:
    """Elimination is the service's own total: such a variable is not asked for."""
    assert "sukupuoli_1" not in chosen(metadata(Sukupuoli={"elimination": True})).values
    assert "ika_1" not in chosen(metadata()).values


def test_plain_area_codes_stand_beside_the_name() -> None:
    """Three digits are an area only where the municipality's name is their text."""
    old = {"values": ["998", "999"], "valueTexts": ["Pikkukunta", "MALLIKUNTA"]}
    told = metadata(Alue=old, Ammatti={"code": "a", "values": ["999"], "valueTexts": ["Muu työ"]})
    query = chosen(told)
    assert query.values["alue_23_20260101"] == ("998", "999")
    assert query.municipalities == {"998": "998", "999": "999"}
    assert query.values["a"] == ("999",)


def test_two_variables_of_areas() -> None:
    """Where one moved from and to are both areas: the marked one is meant, else neither."""
    told = metadata(
        Lähtöalue={"code": "lahto", "values": ["SSS", "KU999"], "valueTexts": ["Yht.", "M"]}
    )
    assert refused(told) == "several variables have the area: 'Alue', 'Lähtöalue'"
    marked = told | {"role": {"geo": ["alue_23_20260101"]}}
    assert chosen(marked).area == "alue_23_20260101"
    assert chosen(marked).values["lahto"] == ("SSS",)


def test_areas_that_are_not_there() -> None:
    """A municipality that the table lacks is left out, but not all of them."""
    names = {"001": "Eikunta", "999": "Mallikunta"}
    assert chosen(metadata(), names=names).municipalities == {"KU999": "999"}
    said = refused(metadata(), names={"001": "Eikunta"})
    assert said == "no variable has the area '001 Eikunta'"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"time": False}, "one variable should be marked as time (found: none)"),
        (
            {"values": ["2025M01"], "valueTexts": ["2025 tammikuu"]},
            "variable 'Vuosi' should hold years, not '2025 tammikuu'",
        ),
        (
            {"values": ["2025", "b"], "valueTexts": ["2025", "2025*"]},
            "variable 'Vuosi' should hold every year once",
        ),
        ({"values": [], "valueTexts": []}, "variable 'Vuosi' should hold every year once"),
        ({"valueTexts": ["2024"]}, "variable timeperiod_y has 2 values and 1 texts"),
    ],
    ids=["unmarked", "months", "twice", "none", "texts"],
)
def test_what_is_no_year(change: dict[str, object], said: str) -> None:
    """Months and twofold years are refused by name."""
    assert refused(metadata(Vuosi=change)) == said


def test_years_by_their_text_and_from_1900() -> None:
    """A code that is no year is read by its text; years that no row may have are left out."""
    change = {"values": ["0", "1", "2"], "valueTexts": ["1749", "1900", "2025*"]}
    query = chosen(metadata(Vuosi=change))
    assert query.years == {"1": 1900, "2": 2025}
    assert query.values["timeperiod_y"] == ("1", "2")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([{"id": "11ra.px", "type": "t"}], "the metadata should be a group"),
        ({"title": "x"}, "variables should be a list, not None"),
        ({"title": 3, "variables": []}, "title should be text"),
        ({"variables": ["Alue"]}, "a variable should be a group"),
        ({"variables": [{"values": []}]}, "the code of a variable should be text"),
        ({"variables": [{"code": "a", "values": [1]}]}, "values of a should be text, not 1"),
        ({"variables": [], "role": []}, "role should be a group"),
    ],
    ids=["folder", "none", "title", "text", "code", "values", "role"],
)
def test_what_is_no_metadata(told: object, said: str) -> None:
    """A folder, or metadata without its parts, is refused with what is missing."""
    with pytest.raises(AnswerError) as refusal:
        read_table(told)
    assert str(refusal.value).startswith(said)
