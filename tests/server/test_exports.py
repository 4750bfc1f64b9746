"""The routes of the hand-outs: the file of an address, equal everywhere, calm to what is none."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest
from starlette.applications import Starlette

from components.analysis.strategies.versions import choose
from components.exports.handout.builder import Selection
from components.exports.kinds import KINDS
from components.exports.links import address
from components.i18n import catalogue
from components.server.exports import Exports
from components.widgets import library_cache
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA, PROJECT, TODAY, real
from tests.server.asgi import Answer, ask

if TYPE_CHECKING:
    from starlette.types import ASGIApp

MAIN = {slug: choose(dossier, TODAY).strategy.id for slug, dossier in real().dossiers.items()}
VERSIONS = tuple(choose(dossier, TODAY) for dossier in real().dossiers.values())
BEGIN = {".pdf": b"%PDF-", ".pptx": b"PK", ".xlsx": b"PK", ".zip": b"PK", ".html": b"<!doctype"}


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """The project's own library is served."""
    monkeypatch.setenv(ROOT_VARIABLE, str(PROJECT))


def routes() -> ASGIApp:
    """The routes, as one of several replicas has them."""
    return Starlette(routes=Exports().routes())


def at(app: ASGIApp, named: str, **changes: str) -> Answer:
    """What is answered at an address."""
    path, _, query = named.partition("?")
    return ask(app, f"/{path}", query=query, headers=changes)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_address(kind: str) -> None:
    """The file that the same selection makes elsewhere, under a name that says what it is."""
    selection = Selection(VERSIONS, TODAY, "theme", ("ilmasto",), "Ilta & ääni")
    answer = at(routes(), address(kind, selection, "sv", MAIN))
    assert answer.status == 200
    assert answer.body == KINDS[kind].make(real(), selection, catalogue("sv"))
    assert answer.body.startswith(BEGIN[KINDS[kind].suffix])
    assert answer.headers["content-type"].partition(";")[0] == KINDS[kind].mime
    named = answer.headers["content-disposition"]
    assert named.startswith('attachment; filename="strategiapeili-kemi-kemijarvi-ilmasto-')
    assert named.endswith(f'{TODAY.isoformat()}{KINDS[kind].suffix}"')


def test_any_replica_gives_the_same_bytes_and_tag() -> None:
    """Whoever holds the file is told so without its being made; another day is another file."""
    named = address("xlsx", Selection(VERSIONS, TODAY), "fi", MAIN)
    one, other = at(routes(), named), at(routes(), named)
    assert one.body == other.body
    assert one.headers["etag"] == other.headers["etag"]
    tag = {"if-none-match": one.headers["etag"]}
    assert at(routes(), named, **tag).status == 304
    later = address("xlsx", Selection(VERSIONS, date(2027, 1, 1)), "fi", MAIN)
    assert at(routes(), later, **tag).status == 200


def test_version_goals_and_title_are_followed() -> None:
    """What the page has in its address, the file has too."""
    newer = choose(real().dossiers["kemi"], TODAY, "kemi-2023")
    selection = Selection((newer,), TODAY, "goal", ("kemi/viisas-kemi",), "Viisas ilta")
    named = address("html", selection, "fi", MAIN)
    assert "versio-kemi=kemi-2023" in named
    text = at(routes(), named).text
    assert "<title>Viisas ilta</title>" in text
    assert 'id="paamaara-kemi-viisas-kemi"' in text
    assert 'id="paamaara-kemi-vihrea-kemi"' not in text


def test_tables_of_mallikunta_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any library that is served has its files."""
    monkeypatch.setenv(ROOT_VARIABLE, str(MALLIKUNTA))
    library_cache.forget()
    answer = at(routes(), "vienti/csv?kunta=mallikunta")
    assert "sentences.csv" in ZipFile(BytesIO(answer.body)).namelist()


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("vienti/pdff?kunta=kemi", "did you mean &#39;pdf&#39;?"),
        ("vienti/pdf", "0 municipalities: a hand-out has room for 1–20"),
        ("vienti/pdf?kunta=kemi&kunta=kemi", "is named twice"),
        ("vienti/pdf?kunta=kemii", "did you mean &#39;kemi&#39;?"),
        ("vienti/pdf?kunta=kemi&kieli=de", "kieli is &#39;de&#39;: it is one of fi, sv, en"),
        ("vienti/pdf?kunta=kemi&aihe=x", "aihe is &#39;x&#39;: it is one of teemat, paamaarat"),
        ("vienti/pdf?kunta=kemi&valitut=x", "no theme &#39;x&#39;"),
        ("vienti/pdf?kunta=kemi&paiva=eilen", "paiva is &#39;eilen&#39;: write a day like"),
        ("vienti/pdf?kunta=kemi&paiva=9999-12-31", "paiva is &#39;9999-12-31&#39;"),
        ("vienti/pdf?kunta=kemi&versio-kemi=x", "no version of &#39;kemi&#39;"),
        ("vienti/pdf?kunta=kemi&versio-x=y", "no version of &#39;x&#39;"),
        ("vienti/pdf?kunta=kemi&muu=x", "no parameter &#39;muu&#39;"),
        (f"vienti/pdf?kunta=kemi&otsikko={'a' * 121}", "otsikko has 121 characters"),
        ("vienti/pdf?kunta=kemi&otsikko=%20", "the title is empty"),
    ],
)
def test_what_cannot_be_had_is_told(named: str, told: str) -> None:
    """In one line: where, what was found and what was expected."""
    answer = at(routes(), named)
    assert answer.status == 404
    assert told in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "kunta=" + "a" * 500_000,
        "kunta=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "kunta=../../etc/passwd",
        "kunta=kemi%00",
        "%FF=%FE&=&&&",
        "&".join(f"kunta=k{n}" for n in range(300)),
    ],
    ids=range(6),
)
def test_hostile_query_is_calm(query: str) -> None:
    """Nothing runs, nothing grows."""
    answer = ask(routes(), "/vienti/pdf", query=query)
    assert answer.status in {400, 404}
    assert len(answer.body) < 5000
    assert "<script>" not in answer.text


def test_files_are_only_read() -> None:
    """Nothing is sent to them, and nothing lies below them."""
    assert ask(routes(), "/vienti/pdf", method="POST").status == 405
    for path in ("/vienti", "/vienti/", "/vienti/pdf/x"):
        assert "no hand-out of the kind" in ask(routes(), path).text


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_any_day_makes_a_file(day: str) -> None:
    """States are told as of the day, however far it is."""
    query = urlencode({"kunta": "kemi", "paiva": day})
    assert ask(routes(), "/vienti/html", query=query).status == 200
