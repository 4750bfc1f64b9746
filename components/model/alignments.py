"""Judgements on whether two sentences of two municipalities are about the same thing."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from components.model.base import LocalText, Record, Ref

SentenceKey = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"),
    Ref("sentence"),
]
"""A municipality's slug and the id of a sentence in its file: `kemi/luovuus`."""


class Alignment(Record):
    """One pair and what a person has judged of it, with the reason."""

    a: SentenceKey
    b: SentenceKey
    status: Literal["confirmed", "rejected"]
    reason: LocalText


class Alignments(Record):
    """data/alignments.yaml."""

    alignments: tuple[Alignment, ...]
