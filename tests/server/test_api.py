"""The data for programs: described, equal to what the pages and the command line say, calm."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.applications import Starlette

from components.analysis.strategies.versions import choose
from components.exports.data.csv_text import FORMULA_STARTS, csv_bytes
from components.exports.data.found_rows import comparison_rows
from components.exports.data.progress_rows import progress_rows
from components.exports.data.resource import Resource, table_of
from components.exports.data.resources import RESOURCES, ROWS
from components.i18n import catalogue
from components.server.api import ROOT, Api
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA, PROJECT, TODAY, real
from tests.server.asgi import Answer, ask

QUERIES = {
    "comparison": "kunta=kemi&kunta=kemijarvi",
    "alignments": "kunta=kemi&kunta=kemijarvi",
    "search": "sanat=ilmasto",
}


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """The project's own library is served."""
    monkeypatch.setenv(ROOT_VARIABLE, str(PROJECT))


@cache
def routes() -> Starlette:
    """The routes alone."""
    return Starlette(routes=Api().routes())


def at(name: str, query: str | None = None, **headers: str) -> Answer:
    """What is answered of a resource."""
    asked = QUERIES.get(name.removesuffix(".csv"), "") if query is None else query
    return ask(routes(), f"{ROOT}/{name}", query=asked, headers=headers)


def data(name: str, query: str | None = None) -> list[dict[str, Any]]:
    """The rows of a resource."""
    found: list[dict[str, Any]] = json.loads(at(name, query).text)["data"]
    return found


@cache
def described() -> dict[str, Any]:
    """The description."""
    found: dict[str, Any] = json.loads(ask(routes(), f"{ROOT}/openapi.json").text)
    return found


def validator(name: str) -> Draft202012Validator:
    """What holds an answer to its description."""
    responses = described()["paths"][f"/{name}"]["get"]["responses"]
    schema = responses["200"]["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": described()["components"]})


def test_every_resource_is_described() -> None:
    """What makes rows has its columns in the YAML file, and the other way round."""
    assert RESOURCES.keys() == ROWS.keys()


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", RESOURCES)
def test_every_answer_is_as_described(name: str, language: str) -> None:
    """With rows in it, each with every column and no other; the meta says what it is."""
    answer = at(name, f"{QUERIES.get(name, '')}&kieli={language}".removeprefix("&"))
    assert answer.status == 200
    body = json.loads(answer.text)
    assert list(validator(name).iter_errors(body)) == []
    assert len(body["data"]) == body["meta"]["count"] > 0
    assert body["meta"]["language"] == language
    assert "tekijänoikeuslaki" in body["meta"]["licence"]


@pytest.mark.parametrize("name", sorted(RESOURCES.keys() - QUERIES.keys()))
def test_every_answer_of_mallikunta_is_as_described(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It uses every field that there is."""
    monkeypatch.setenv(ROOT_VARIABLE, str(MALLIKUNTA))
    body = json.loads(at(name).text)
    assert list(validator(name).iter_errors(body)) == []
    assert body["data"]


def test_description_is_whole() -> None:
    """Every resource as JSON and CSV, each reference leads somewhere, names are unique."""
    paths = described()["paths"]
    assert set(paths) == {
        "/openapi.json",
        *(f"/{name}{suffix}" for name in RESOURCES for suffix in ("", ".csv")),
    }
    assert described()["openapi"].startswith("3.1")
    ids = [path["get"]["operationId"] for path in paths.values()]
    assert len(set(ids)) == len(ids)
    for schema in described()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for path in paths:
        name = path.removeprefix("/")
        assert at(name).status == 200, path


@pytest.mark.parametrize("name", RESOURCES)
def test_csv_has_the_same_rows(name: str) -> None:
    """For a spreadsheet: heads first, as many rows, under a name of ours."""
    answer = at(f"{name}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert f"strategiapeili-{name}.csv" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert len(rows) == len(data(name))
    first = next(iter(RESOURCES[name].columns))
    assert [row[first] for row in rows] == [str(row[first]) for row in data(name)]


def test_csv_runs_nothing() -> None:
    """A cell that a spreadsheet would take for a formula is text, also inside a list."""
    resource = Resource("x", "", lambda *_: [], {"a": "text", "b": "list"})
    table = table_of([{"a": f"{sign}1", "b": [f"{sign}1"]} for sign in FORMULA_STARTS], resource)
    written = csv_bytes(table).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row][2:]
    assert all(cell.startswith("'") for cell in cells)
    assert list(table_of([], resource).columns) == ["a", "b"]


def test_numbers_are_those_of_the_command_line() -> None:
    """One source of truth: what compare and progress print."""
    versions = [choose(real().dossiers[slug], TODAY) for slug in ("kemi", "kemijarvi")]
    printed = comparison_rows(real(), versions)
    shared = {row["theme"] for row in data("comparison") if row["said_by"] == "shared"}
    assert shared == {entry["theme"] for entry in printed["shared"]}
    day = json.loads(at("progress").text)["meta"]["day"]
    told = progress_rows(real(), ["kemi"], catalogue("fi"), date.fromisoformat(day))
    assert data("progress", "kunta=kemi") == json.loads(json.dumps(told))


def test_known_answer_is_not_sent_again() -> None:
    """A proxy may keep it and asks by its tag."""
    answer = at("sources")
    assert answer.headers["cache-control"].startswith("public")
    again = at("sources", **{"if-none-match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("name", "query", "where", "expected"),
    [
        ("sources", "kunta=kemii", "kunta", "did you mean kemi? one of kemi, kemijarvi"),
        ("sources", "kunta=kemi&kunta=kemi", "kunta", "0–2 municipalities, each once"),
        ("sources", "kieli=de", "kieli", "one of fi, sv, en"),
        ("sources", "kunta=", "kunta", "one of kemi, kemijarvi"),
        ("sources", "sanat=x", "parameter", "one of kieli, kunta"),
        ("comparison", "kunta=kemi", "kunta", "2–4 municipalities, each once"),
        ("alignments", "", "kunta", "2 municipalities, each once"),
        ("search", "", "sanat", "words, at most 200 characters"),
        ("search", "sanat=" + "a" * 201, "sanat", "words, at most 200 characters"),
        ("search", "sanat=x&raja=0", "raja", "a number from 1 to 100"),
        ("search", "sanat=x&raja=%D9%A1", "raja", "a number from 1 to 100"),
        ("search", "sanat=x&raja=" + "9" * 3000, "raja", "a number from 1 to 100"),
        ("sources", "kunta=" + "a" * 5000, "query", "at most 4000"),
    ],
)
def test_wrong_query_is_a_problem_that_tells(
    name: str, query: str, where: str, expected: str
) -> None:
    """Where, what was found, what was expected; as RFC 9457 has it and as described."""
    answer = at(name, query)
    assert answer.status == 400
    assert answer.headers["content-type"] == "application/problem+json"
    body = json.loads(answer.text)
    schema = described()["components"]["schemas"]["problem"]
    assert list(Draft202012Validator(schema).iter_errors(body)) == []
    assert body["where"] == where
    assert body["expected"].endswith(expected)
    assert len(answer.body) < 2000


@pytest.mark.parametrize(
    "name", ["statement", "sources/", "../ready", "sources.json", "SOURCES", "a" * 10_000, "\0"]
)
def test_unknown_resource_is_a_problem(name: str) -> None:
    """The nearest name is guessed; nothing else is found out."""
    answer = at(name, "")
    assert answer.status == 404
    assert json.loads(answer.text)["where"] == "resource"
    assert len(answer.body) < 3000


@pytest.mark.parametrize("path", ["/api/", "/api/v2/sources", "/api/v10", "/api/../x"])
def test_nothing_lies_beside(path: str) -> None:
    """Streamlit would answer 200 with its page."""
    answer = ask(routes(), path)
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")


def test_data_is_only_read() -> None:
    """Whatever else is tried is a problem too."""
    answer = ask(routes(), f"{ROOT}/sources", method="DELETE")
    assert answer.status == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert ask(routes(), f"{ROOT}/sources", method="HEAD").body == b""
    assert ask(routes(), ROOT).body == ask(routes(), f"{ROOT}/openapi.json").body
