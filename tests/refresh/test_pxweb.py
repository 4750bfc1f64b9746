"""Statistics Finland: from the metadata over the query to figures."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import httpx
import pytest

from components.model import Fetch
from components.refresh.calls import Calls
from components.refresh.failure import RefreshError
from components.refresh.figures import Fetched
from components.refresh.progress import Progress
from components.refresh.pxweb import fetch_statfin, page, split
from components.refresh.services import STATFIN
from tests.refresh.samples import EMPLOYMENT, POPULATION, TABLE, asked, key_figures
from tests.refresh.service import FakeService, Reply

GOLDEN = {
    ("998", "population", 2024, "1198"),
    ("998", "population", 2025, "1190"),
    ("999", "population", 2024, "6213"),
    ("999", "population", 2025, "6200"),
    ("998", "employment_rate", 2024, "70.1"),
    ("999", "employment_rate", 2024, "70.30"),
    ("999", "employment_rate", 2025, "71.0"),
}
"""All values of both municipalities, by hand from the fixture; one is missing there."""


def fetch(calls: Calls, **changes: Any) -> Fetched:  # noqa: ANN401 - what a request takes
    """What the service gives for a request."""
    return fetch_statfin(calls, asked(**changes), Progress(io.StringIO()))


def rows(fetched: Fetched) -> set[tuple[str, str, int, str]]:
    """The figures as they will be written, each of them once."""
    told = [(each.code, each.indicator, each.year, each.written) for each in fetched.figures]
    assert len(set(told)) == len(told)
    return set(told)


def refused(calls: Calls, **changes: Any) -> str:  # noqa: ANN401 - as above
    """The line that is said when nothing comes of a request."""
    with pytest.raises(RefreshError) as refusal:
        fetch(calls, **changes)
    return str(refusal.value)


def test_golden_figures(px: FakeService, px_calls: Calls) -> None:
    """Every value of the fixture comes with its decimals and its source; a null is no figure."""
    fetched = fetch(px_calls)
    assert rows(fetched) == GOLDEN
    assert fetched.notes == ()
    (origin,) = {figure.origin for figure in fetched.figures}
    assert origin.title == (
        "Tilastokeskus, 11ra Väestö ja työllisyys (keksitty), päivitetty 2026-04-01"
    )
    assert origin.url == "https://tilasto.example/sivut/fi/StatFin/StatFin__vaerak/11ra.px/"
    assert [(seen.method, seen.path) for seen in px.seen] == [
        ("GET", f"/api/fi/{TABLE}"),
        ("POST", f"/api/fi/{TABLE}"),
    ]


def test_the_query(px: FakeService, px_calls: Calls) -> None:
    """A query names its values one by one and asks for json-stat2."""
    fetch(px_calls, indicators={"population": POPULATION}, municipalities={"999": "Mallikunta"})
    assert px.seen[1].body == {
        "query": [
            {
                "code": "alue_23_20260101",
                "selection": {"filter": "item", "values": ["KU999"]},
            },
            {
                "code": "timeperiod_y",
                "selection": {"filter": "item", "values": ["2024", "2025"]},
            },
            {
                "code": "contentscode",
                "selection": {"filter": "item", "values": ["vaerak-vaesto"]},
            },
            {"code": "sukupuoli_1", "selection": {"filter": "item", "values": ["SSS"]}},
        ],
        "response": {"format": "json-stat2"},
    }


def test_codes_of_another_year(px: FakeService, px_calls: Calls) -> None:
    """The service refuses last year's codes, so the figures show that none was kept."""
    px.tables[TABLE] = key_figures(area="alue_23_20270101", content="tiedot_9")
    assert rows(fetch(px_calls)) == GOLDEN


def test_two_indicators_of_one_content(px_calls: Calls) -> None:
    """The same content may be two indicators; it is asked for once."""
    fetched = fetch(px_calls, indicators={"population": POPULATION, "people": POPULATION})
    assert {row[1] for row in rows(fetched)} == {"population", "people"}
    assert len(fetched.figures) == 8


def test_a_query_over_the_limit_is_split(px: FakeService, client: httpx.Client) -> None:
    """No call asks for more cells than the service gives, and nothing is lost between them."""
    calls = Calls(replace(px.service, cells=3), client)
    assert rows(fetch(calls)) == GOLDEN
    posts = [seen.body["query"] for seen in px.seen if seen.method == "POST"]
    assert len(posts) == 4  # eight cells, halved twice
    for query in posts:
        cells = 1
        for each in query:
            cells *= len(each["selection"]["values"])
        assert cells <= 3


def test_split_keeps_every_cell() -> None:
    """The parts hold every combination once, whatever the limit."""
    values = {"a": ("1", "2", "3"), "b": ("x", "y"), "c": ("SSS",)}
    for cells in range(1, 8):
        parts = list(split(values, cells))
        every = [(a, b) for part in parts for a in part["a"] for b in part["b"]]
        assert sorted(every) == [(a, b) for a in "123" for b in "xy"]
        assert all(len(part["a"]) * len(part["b"]) <= cells for part in parts)


def test_a_municipality_that_the_table_lacks(px_calls: Calls) -> None:
    """It is told, and the others are fetched."""
    fetched = fetch(px_calls, municipalities={"001": "Eikunta", "999": "Mallikunta"})
    assert {row[0] for row in rows(fetched)} == {"999"}
    assert fetched.notes == (f"{TABLE} has no area for 001 Eikunta",)


def test_a_table_that_is_gone(px: FakeService, px_calls: Calls) -> None:
    """An old table id is refused by the service, and its words are told."""
    px.replies.append(Reply(400, "Bad Request"))
    old = {"population": Fetch(service="statfin", table="StatFin/statfin_vaerak_pxt_11ra.px")}
    assert refused(px_calls, indicators=old) == (
        f"GET {px.base}/api/fi/StatFin/statfin_vaerak_pxt_11ra.px failed after 1 try: "
        "400 Bad Request: Bad Request"
    )


def test_a_label_that_is_gone(px: FakeService, px_calls: Calls) -> None:
    """Each line names the table that was looked in."""
    wrong = EMPLOYMENT.model_copy(update={"content": "Työllisyysaste"})
    said = refused(px_calls, indicators={"employment_rate": wrong, "population": wrong})
    address = f"GET {px.base}/api/fi/{TABLE}"
    for indicator, line in zip(("employment_rate", "population"), said.splitlines(), strict=True):
        assert line.startswith(f"{address}: {indicator}: no content is called 'Työllisyysaste' (")
        assert line.endswith("did you mean 'Työllisyysaste, %'?)")


def test_nothing_is_asked_before_all_tables_are_understood(
    px: FakeService, px_calls: Calls
) -> None:
    """A table that cannot be asked costs no query of another."""
    other = Fetch(service="statfin", table="StatFin/muu.px")
    px.tables["StatFin/muu.px"] = replace(key_figures(), variables=[])
    said = refused(px_calls, indicators={"population": POPULATION, "muu": other})
    assert "no variable has the area" in said
    assert {seen.method for seen in px.seen} == {"GET"}


def test_a_projection_is_no_observation(px: FakeService, px_calls: Calls) -> None:
    """A value of a year that has not come is refused, not written as measured."""
    assert refused(px_calls, today=date(2024, 12, 31)) == (
        f"POST {px.base}/api/fi/{TABLE}: it gives a value for 2025: a projection is no observation"
    )


def answer_of(px: FakeService, calls: Calls) -> dict[str, Any]:
    """The true answer to the usual query, to be spoilt."""
    fetch(calls)
    told = json.loads(px.tables[TABLE].answer(px.seen[-1].body["query"])[1])
    assert isinstance(told, dict)
    return told


def spoilt(px: FakeService, calls: Calls, **changes: object) -> str:
    """What is said when the answer to the query has these changes."""
    body = json.dumps(answer_of(px, calls) | changes)
    px.replies += [None, Reply(body=body)]
    said = refused(calls)
    assert said.startswith(f"POST {px.base}/api/fi/{TABLE}: ")
    return said.partition(".px: ")[2]


def test_too_few_values(px: FakeService, px_calls: Calls) -> None:
    """Values that do not fill the dimensions would stand beside the wrong names."""
    assert spoilt(px, px_calls, value=[1, 2, 3]) == (
        "it has 3 values, but the sizes 2 × 2 × 2 × 1 make 8"
    )


def test_the_answer_to_another_question(px: FakeService, px_calls: Calls) -> None:
    """An answer must hold what was asked, no area more and none less."""
    dimension = answer_of(px, px_calls)["dimension"]
    dimension["alue_23_20260101"]["category"]["index"] = {"KU001": 0, "KU999": 1}
    assert spoilt(px, px_calls, dimension=dimension) == (
        "other values of 'Alue' than asked for (it gives: 'KU001', 'KU999')"
    )


def test_a_variable_that_was_left_out(px: FakeService, px_calls: Calls) -> None:
    """Values of each age are not the values of all: such an answer is refused."""
    told = answer_of(px, px_calls)
    ages = {"label": "Ikä", "category": {"index": {"a": 0, "b": 1}}}
    said = spoilt(
        px,
        px_calls,
        id=[*told["id"], "ika_1"],
        size=[*told["size"], 2],
        dimension=told["dimension"] | {"ika_1": ages},
        value=[1] * 16,
    )
    assert said == "'Ikä' was left out and yet has 2 values"


def test_a_dimension_that_is_missing(px: FakeService, px_calls: Calls) -> None:
    """Without its years an answer says nothing."""
    told = answer_of(px, px_calls)
    said = spoilt(px, px_calls, id=[told["id"][0], *told["id"][2:]], size=[2, 2, 1], value=[1] * 4)
    assert said == "other values of 'Vuosi' than asked for (it gives: none)"


@pytest.mark.parametrize("updated", ["viime viikolla", "2026-13-01T05:00:00Z", ""])
def test_a_day_that_is_not_told(px: FakeService, px_calls: Calls, updated: str) -> None:
    """A title without a date is better than one with a wrong date."""
    px.tables[TABLE] = replace(key_figures(), updated=updated)
    (origin,) = {figure.origin for figure in fetch(px_calls).figures}
    assert origin.title == "Tilastokeskus, 11ra Väestö ja työllisyys (keksitty)"


def test_where_people_read_a_table() -> None:
    """The page of a table is named by database and folders; without folders by its data."""
    assert page(STATFIN, "Kuntien_avainluvut/uusin/viimeisin.px") == (
        "https://pxdata.stat.fi/PxWeb/pxweb/fi/Kuntien_avainluvut/Kuntien_avainluvut__uusin/"
        "viimeisin.px/"
    )
    assert page(STATFIN, "StatFin/11ra.px") == (
        "https://pxdata.stat.fi/PxWeb/api/v1/fi/StatFin/11ra.px"
    )
