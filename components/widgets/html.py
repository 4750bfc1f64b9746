"""Draws the templates. Every value from the data is escaped: templates alone make markup."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from components.analysis.sentences.concepts import split_at, split_in_two
from components.analysis.sentences.sentences import indicator_sentence
from components.analysis.strategies.goal_progress import BASES, figures_used
from components.exports.text.jinja import environment
from components.phrases import gap_register, progress
from components.widgets.context import Context

HERE = Path(__file__).parent


MARKDOWN = re.compile(r"([\\`*_\[\]()$<>#~|!]|:(?=\w))")


def unmarked(text: str) -> str:
    """Text from the data for the places where Streamlit reads Markdown: nothing is marked up."""
    return MARKDOWN.sub(r"\\\1", text)


TEMPLATES = environment(HERE / "templates")
TEMPLATES.globals |= {
    "split_at": split_at,
    "split_in_two": split_in_two,
    "BASES": BASES,
    "figures_used": figures_used,
    "indicator_sentence": indicator_sentence,
    "gaps_told": gap_register,
    "progress_told": progress,
}


def rendered(ctx: Context, template: str, **values: object) -> str:
    """The markup of a template."""
    return TEMPLATES.get_template(f"{template}.html").render(
        ctx=ctx, t=ctx.words, library=ctx.library, **values
    )


def draw(ctx: Context, template: str, **values: object) -> None:
    """Draw a template at this place of the page; one that has nothing to say leaves no trace."""
    body = rendered(ctx, template, **values)
    if body.strip():
        st.html(body)
