"""Sotkanet: regions, an indicator and its values."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest

from components.model import Fetch
from components.refresh.calls import Calls
from components.refresh.failure import RefreshError
from components.refresh.figures import Fetched
from components.refresh.progress import Progress
from components.refresh.sotkanet import fetch_sotkanet
from tests.refresh.samples import asked, sotkanet_values
from tests.refresh.service import FakeService, Reply

POPULATION = {"population": Fetch(service="sotkanet", table="127")}


def fetch(calls: Calls, **changes: Any) -> Fetched:  # noqa: ANN401 - what a request takes
    """What the service gives for indicator 127."""
    request = asked(**{"indicators": POPULATION} | changes)
    return fetch_sotkanet(calls, request, Progress(io.StringIO()))


def refused(calls: Calls, **changes: Any) -> str:  # noqa: ANN401 - as above
    """The line that is said when nothing comes of a request."""
    with pytest.raises(RefreshError) as refusal:
        fetch(calls, **changes)
    return str(refusal.value)


def test_golden_figures(sotka: FakeService, sotka_calls: Calls) -> None:
    """Regions are joined on their code among municipalities; a null is no figure."""
    fetched = fetch(sotka_calls)
    assert [(each.code, each.indicator, each.year, each.written) for each in fetched.figures] == [
        ("999", "population", 2024, "6213"),
        ("999", "population", 2025, "6200.0"),
    ]
    (origin,) = {figure.origin for figure in fetched.figures}
    assert origin.title == (
        "THL Sotkanet, tunnusluku 127 Väestö 31.12. (keksitty), päivitetty 2026-05-20"
    )
    assert origin.url == "https://tilasto.example/sivut/127"
    assert fetched.notes == ()
    assert [(seen.path, seen.query) for seen in sotka.seen] == [
        ("/api/regions", []),
        ("/api/indicators/127", []),
        (
            "/api/json",
            [("indicator", "127"), ("years", "2024"), ("years", "2025"), ("genders", "total")],
        ),
    ]


@pytest.mark.parametrize(
    ("span", "years"),
    [
        ({"start": 2024, "end": 2030}, ["2024", "2025", "2026"]),
        ({"start": 1890, "end": 1901}, ["1900", "1901"]),
        ({"start": 2025}, ["2025", "2026"]),
    ],
    ids=["future", "old", "no-end"],
)
def test_years(
    sotka: FakeService, sotka_calls: Calls, span: dict[str, int], years: list[str]
) -> None:
    """The indicator's own years are asked for, as far as rows may have them."""
    sotka.indicators["127"]["range"] = span
    sotka.values["127"] = "[]"
    assert fetch(sotka_calls).figures == ()
    assert [value for name, value in sotka.seen[-1].query if name == "years"] == years


def test_years_that_are_not_told(sotka: FakeService, sotka_calls: Calls) -> None:
    """An indicator without a range is asked for from 1990 to this year."""
    del sotka.indicators["127"]["range"]
    fetch(sotka_calls)
    years = [value for name, value in sotka.seen[-1].query if name == "years"]
    assert years == [str(year) for year in range(1990, 2027)]


def test_years_to_come(sotka_calls: Calls) -> None:
    """An indicator that begins after today has nothing to give."""
    assert refused(sotka_calls, today=date(2020, 1, 1)).endswith(
        "/api/indicators/127: its years are 2024–2025"
    )


def test_a_municipality_that_is_no_region(sotka_calls: Calls) -> None:
    """It is told, and the others are fetched; when none is a region the call failed."""
    fetched = fetch(sotka_calls, municipalities={"001": "Eikunta", "999": "Mallikunta"})
    assert fetched.notes == ("Sotkanet has no area for 001 Eikunta",)
    assert len(fetched.figures) == 2
    said = refused(sotka_calls, municipalities={"001": "Eikunta"})
    assert said.endswith("/api/regions: no region is municipality 001")


def test_a_code_that_stands_twice(sotka: FakeService, sotka_calls: Calls) -> None:
    """Two regions of one code would mix two places."""
    sotka.regions.append({"id": 904, "code": "999", "category": "KUNTA"})
    said = refused(sotka_calls)
    assert said.endswith("/api/regions: municipality 999 stands twice among the regions")


def test_an_indicator_that_is_no_number(sotka: FakeService, sotka_calls: Calls) -> None:
    """A table of the other service is refused before any call."""
    wrong = {"population": Fetch(service="sotkanet", table="StatFin/11ra.px")}
    assert refused(sotka_calls, indicators=wrong) == (
        "population: a Sotkanet table is a number, not 'StatFin/11ra.px'"
    )
    assert sotka.seen == []


def test_an_indicator_that_is_gone(sotka: FakeService, sotka_calls: Calls) -> None:
    """An unknown number is told with the service's answer."""
    gone = {"population": Fetch(service="sotkanet", table="9")}
    assert refused(sotka_calls, indicators=gone) == (
        f"GET {sotka.base}/api/indicators/9 failed after 1 try: 404 Not Found: Not Found"
    )


ROW = '{"indicator": 127, "region": 901, "year": 2024, "gender": "total", "value": 1}'


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ('{"error": "x"}', "the values should be a list"),
        ("[3]", "a value should be a group, not 3"),
        (f"[{ROW.replace('127', '128')}]", "it has other values than asked for"),
        (f"[{ROW.replace('total', 'male')}]", "it has other values than asked for"),
        (f"[{ROW.replace('2024', '1999')}]", "year 1999 of region 901 was not asked for"),
        (f"[{ROW}, {ROW}]", "year 2024 of region 901 was not asked for or stands twice"),
        (f"[{ROW.replace('901', 'null')}]", "region should be a whole number, not None"),
        (f"[{ROW.replace(': 1}', ': true}')}]", "value should be a number, not True"),
    ],
    ids=["group", "number", "other", "men", "year", "twice", "region", "truth"],
)
def test_wrong_values(sotka: FakeService, sotka_calls: Calls, values: str, said: str) -> None:
    """Values of another shape, or not those asked for, are refused."""
    sotka.values["127"] = values
    line = refused(sotka_calls)
    assert line.startswith(f"GET {sotka.base}/api/json?indicator=127&years=2024&years=2025&")
    assert said in line


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ('{"id": 128, "title": {"fi": "x"}}', "it tells of indicator 128, not 127"),
        ("[]", "the indicator should be a group"),
        ('{"id": 127}', "title should be a group"),
        ('{"id": 127, "title": {"fi": "x"}, "range": {"start": "a"}}', "the first year should be"),
    ],
    ids=["other", "list", "title", "range"],
)
def test_wrong_indicators(sotka: FakeService, sotka_calls: Calls, told: str, said: str) -> None:
    """An indicator that is not told as it should be is refused."""
    sotka.replies += [None, Reply(body=told)]
    assert f"/api/indicators/127: {said}" in refused(sotka_calls)


def test_values_of_other_regions_do_not_matter(sotka: FakeService, sotka_calls: Calls) -> None:
    """All regions come in every answer; a sub-region of the same code is another place."""
    sotka.values["127"] = sotkanet_values()
    assert fetch(sotka_calls).figures == ()
