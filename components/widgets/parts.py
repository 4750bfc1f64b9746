"""Parts of a page as values: made once, sent to everyone who opens the same view.

Streamlit makes the message of an element whenever its command is called: it indents markup anew,
checks figures and turns them into JSON. Here a command's message is caught as it makes it, and
sent again as it is. That leans on one inner method of the pinned Streamlit, in this module alone;
the tests hold that what is sent so is what the commands themselves send.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import get_dg_singleton_instance

from components.charts import Drawing
from components.exports.csv_text import csv_bytes

if TYPE_CHECKING:
    from google.protobuf.message import Message
    from streamlit.elements.lib.layout_utils import LayoutConfig

CONFIG = {"displayModeBar": False, "responsive": True}
Place = Literal["main_dg", "event_dg"]
"""Where a message goes: what is being drawn, or what no one sees."""
HANDLE = 1000
"""Bytes that a part which holds no message is reckoned to take."""


class Part(Protocol):
    """Something that can be sent to a page, and how many bytes keeping it takes."""

    @property
    def size(self) -> int:
        """Bytes that it takes."""

    def send(self) -> None:
        """Put it on the page, at the place that is being drawn."""


@dataclass(frozen=True)
class Element:
    """The message of one Streamlit command; nobody changes it once it is made."""

    kind: str
    message: Message
    layout: LayoutConfig | None
    place: Place = "main_dg"

    @property
    def size(self) -> int:
        """Bytes on the wire."""
        return HANDLE + int(self.message.ByteSize())

    def send(self) -> None:
        """Send the message as it is."""
        page: DeltaGenerator = getattr(get_dg_singleton_instance(), self.place)
        page._enqueue(self.kind, self.message, self.layout)  # noqa: SLF001 - see the module


@dataclass(frozen=True)
class Group:
    """Parts one after another; of none, nothing is seen."""

    parts: Sequence[Part] = ()

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(part.size for part in self.parts)

    def send(self) -> None:
        """Send them in their order."""
        for part in self.parts:
            part.send()


@dataclass(frozen=True)
class Folded(Group):
    """Parts that are closed until the visitor opens them."""

    label: str = ""

    def send(self) -> None:
        """Send them inside an expander."""
        with st.expander(self.label):
            super().send()


@dataclass(frozen=True)
class Abreast:
    """Groups of parts side by side; on a phone one below another."""

    groups: Sequence[Sequence[Part]]
    places: int

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(part.size for group in self.groups for part in group)

    def send(self) -> None:
        """Send each group into a column of its own; places may stay empty."""
        for column, group in zip(st.columns(self.places, gap="large"), self.groups, strict=False):
            with column:
                for part in group:
                    part.send()


@dataclass(frozen=True)
class Download:
    """A button that gives a table as CSV; the table is made when it is asked for."""

    label: str
    file: str
    key: str
    make: Callable[[], pd.DataFrame]
    size: int = HANDLE

    def send(self) -> None:
        """Draw the button: which file it gives is told to each session anew."""
        st.download_button(
            self.label,
            data=lambda: csv_bytes(self.make()),
            file_name=self.file,
            mime="text/csv",
            key=self.key,
            on_click="ignore",
        )


class _Catcher(DeltaGenerator):
    """A page that keeps the message of a command instead of sending it."""

    caught: Element

    @property
    def _event_dg(self) -> DeltaGenerator:
        """Where style sheets go, which are not seen themselves."""
        return self

    def _enqueue(
        self,
        delta_type: str,
        element_proto: Message,
        layout_config: LayoutConfig | None = None,
        has_one_shot_effect: bool = False,  # noqa: ARG002, FBT001, FBT002 - as it is called
        agent_props: str | None = None,  # noqa: ARG002 - for its own sessions of agents
    ) -> DeltaGenerator:
        self.caught = Element(delta_type, element_proto, layout_config)
        return self


def caught(draw: Callable[[DeltaGenerator], object]) -> Element:
    """The message of one command."""
    page = _Catcher()
    draw(page)
    return page.caught


def header(text: str, anchor: str | Literal[False]) -> Part:
    """The heading of a section."""
    return caught(lambda page: page.header(text, anchor=anchor))


def subheader(text: str, anchor: str | Literal[False]) -> Part:
    """The heading of a part of a section."""
    return caught(lambda page: page.subheader(text, anchor=anchor))


def notice(text: str) -> Part:
    """A calm notice in a box."""
    return caught(lambda page: page.info(text))


def markup(body: str) -> Part:
    """Markup of our templates; without any there is no part."""
    return caught(lambda page: page.html(body)) if body.strip() else Group()


def style_sheet(rules: str) -> Part:
    """Rules of style for the whole page."""
    made = caught(lambda page: page.html(f"<style>{rules}</style>"))
    return replace(made, place="event_dg")


def chart(drawing: Drawing, key: str) -> Part:
    """A figure with the words that say the same."""
    return caught(
        lambda page: page.plotly_chart(
            drawing.figure, key=key, config=CONFIG, theme=None, alt=drawing.alt
        )
    )
