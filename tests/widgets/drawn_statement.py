"""The templates of the accessibility statement with a service that has filled everything in."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.model import Feedback, LocalText, Service, ServiceGap, Supervisor
from components.pages.saavutettavuus import TRIES
from components.phrases.accessibility import last_run, told_gaps
from components.widgets.context import Context

DAY = date(2026, 11, 29)


def of_statement(ctx: Context, text: str) -> dict[str, dict[str, Any]]:
    """Every template of the statement, its own words being a text from the data."""
    words = LocalText(fi=text)
    gap = ServiceGap(what=words, criterion="1.2.2", excuse="burden")
    service = Service(
        owner=words,
        address="https://strategiapeili.example/",
        conformity="partial",
        published=DAY,
        reviewed=DAY,
        feedback=Feedback(unit=words, email="kirjaamo@kunta.example"),
        supervisor=Supervisor(text=words, contact=words, checked=DAY),
        gaps=(gap,),
    )
    run = last_run()
    return {
        "paragraph": {"text": text},
        "statement_service": {"service": service, "stale": DAY},
        "statement_gaps": {"gaps": told_gaps(run, service.gaps, ctx.words)},
        "statement_tests": {"run": run, "stale": True, "where": text, "tries": TRIES},
        "statement_contacts": {"service": service},
    }
