"""What pages are drawn from, without a browser or Streamlit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from components.analysis.strategies.versions import choose
from components.i18n import catalogue
from components.model import (
    Assessment,
    Concept,
    Decision,
    Dossier,
    Duty,
    Goal,
    LawTopic,
    Library,
    LocalText,
    Municipality,
    Outcome,
    Partner,
    Period,
    Plan,
    Programme,
    Project,
    ProjectFunding,
    Source,
    Statement,
    Strategy,
    SuccessFactor,
    Theme,
    Value,
)
from components.widgets.context import Context
from tests.analysis.making import PROJECT, TODAY
from tests.widgets import measured


def context(library: Library, *slugs: str, language: str = "fi", **parts: Any) -> Context:  # noqa: ANN401
    """What a visitor sees of these municipalities, or of all."""
    chosen = slugs or tuple(library.dossiers)
    return Context(
        **{
            "root": PROJECT,
            "library": library,
            "edition": str(id(library)),
            "problems": (),
            "words": catalogue(language),
            "versions": {slug: choose(library.dossiers[slug], TODAY) for slug in chosen},
            "today": TODAY,
            **parts,
        }
    )


def every_text(evil: str) -> Library:
    """A library with one municipality in which every free text is this one."""
    words = LocalText(fi=evil, sv=evil, en=evil)
    one = Statement(id="lause", text=evil, themes=("teema",), source="lahde")
    dossier = Dossier(
        municipality=Municipality(code="001", slug="paha", name=words),
        sources=(
            Source(
                id="lahde",
                title=evil,
                publisher=evil,
                kind="web_page",
                date=date(2024, 1, 1),
                url="https://kunta.example/?a=1&b=2",
                text="paha.txt",
                note=evil,
            ),
            Source(
                id="kirja",
                title=evil,
                publisher=evil,
                kind="minutes",
                url="https://kunta.example/?a=1&b=2",
            ),
        ),
        decisions=(
            Decision(
                id="paatos",
                body=evil,
                date=date(2024, 1, 1),
                section=1,
                diary=evil,
                what="approved",
                title=evil,
                text=evil,
                source="lahde",
                statements=(one,),
            ),
        ),
        strategies=(
            _strategy(evil, one),
            Strategy(id="uusi", title=evil, replaces="vanha"),
            Strategy(id="tuleva", title=evil, period=Period(start="2099")),
        ),
        programmes=(
            Programme(
                id="ohjelma",
                name=evil,
                source="lahde",
                goals=("paamaara",),
                approved_by="paatos",
                statements=(one,),
                duties=(Duty(id="velvoite", text=evil, source="lahde", what="report", to=evil),),
            ),
        ),
        projects=(_project(evil, one),),
        indicators=measured.indicators(evil),
        assessments=_assessments(evil),
    )
    return Library(
        dossiers={"paha": dossier},
        files={"paha": "strategies/paha.yaml"},
        themes={
            "teema": Theme(
                names=words,
                basis=("sdg-1",),
                kuntalaki_37=("aihe",),
                concepts={"kasite": Concept(label=words, fi=("script", "img", "linkki"))},
            )
        },
        law=(
            LawTopic(
                id="aihe", number="1", kind="duty", fi=evil, sv=evil, en=evil, en_status=evil
            ),
        ),
        region=measured.region(evil),
        indicators=measured.definitions(evil),
        observations=measured.observations(evil),
        ranges=measured.ranges(evil),
        outcomes=(
            Outcome(
                municipality_code="001",
                project="hanke",
                state="done",
                date=date(2025, 1, 1),
                reported_by=evil,
                note=evil,
                source_title=evil,
                source_url="https://kunta.example/?a=1&b=2",
                licence=evil,
            ),
        ),
        funding=(_funding(evil),),
        source_texts={"paha.txt": f"Ennen. {evil} Jälkeen {evil}"},
    )


def _strategy(evil: str, one: Statement) -> Strategy:
    return Strategy(
        id="vanha",
        title=evil,
        source="lahde",
        period=Period(start="2022", end="2025"),
        operating_environment=(one,),
        vision=(one,),
        mission=(one,),
        values=(
            Value(id="arvo", name=evil, text=evil, themes=("teema",)),
            Value(id="nimi", name=f"{evil}2", themes=("teema",)),
        ),
        aims=(one,),
        goals=(
            Goal(id="paamaara", name=evil, themes=("teema",), statements=(one,)),
            Goal(id="vain-nimi", name=evil),
            Goal(id="numero", number=3, statements=(one,)),
        ),
        success_factors=(SuccessFactor(id="tekija", text=evil, themes=("teema",)),),
        duties=(Duty(id="seuranta", text=evil, what="report", to=evil),),
    )


def _assessments(evil: str) -> tuple[Assessment, ...]:
    """Words on a goal, on a project, and on neither."""
    shared: dict[str, Any] = {
        "text": evil,
        "body": evil,
        "date": date(2024, 1, 1),
        "source": "lahde",
        "plain": LocalText(fi=evil),
    }
    return (
        Assessment(id="arvio", goals=("paamaara",), projects=("hanke",), **shared),
        Assessment(id="yleisarvio", **shared),
    )


def _project(evil: str, one: Statement) -> Project:
    return Project(
        id="hanke",
        name=evil,
        responsible=evil,
        period=Period(start="2024", end="2025"),
        goals=("paamaara",),
        decided_by=("paatos",),
        source="lahde",
        themes=("teema",),
        plain=LocalText(fi=evil),
        statements=(one,),
        plan=Plan(
            start=evil,
            months=12,
            partners=tuple(
                Partner(name=f"{evil}{number}", role="lead") for number in ("", "2", "3")
            ),
            share_eur=100,
            tasks=(evil,),
            quote=evil,
            source="lahde",
        ),
    )


def _funding(evil: str) -> ProjectFunding:
    return ProjectFunding(
        municipality_code="001",
        project="hanke",
        start="2024-01",
        end="2024-12",
        total_eur=Decimal(100),
        share_eur=Decimal(10),
        funders=evil,
        lead=evil,
        partners=evil,
        register_id=evil,
        note=evil,
        source_title=evil,
        source_url="https://kunta.example/?a=1&b=2",
        licence=evil,
    )
