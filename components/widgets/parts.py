"""Parts of a page as values: made once, sent to everyone who opens the same view.

Streamlit makes the message of an element whenever its command is called: it indents markup anew,
checks figures and turns them into JSON, and names the whole by its hash. Here a command's message
is caught as it makes it, named once, and sent again as it is. That leans on inner parts of the
pinned Streamlit, in this module alone; the tests hold that what is sent so is what the commands
themselves send.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal, Protocol, cast

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import get_dg_singleton_instance
from streamlit.elements.lib.layout_utils import (
    get_height_config,
    get_text_alignment_config,
    get_width_config,
)
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed
from streamlit.runtime.scriptrunner_utils.script_run_context import enqueue_message

from components.charts import Drawing
from components.exports.csv_text import csv_bytes

if TYPE_CHECKING:
    from google.protobuf.message import Message
    from streamlit.elements.lib.layout_utils import LayoutConfig
    from streamlit.navigation.page import StreamlitPage
    from streamlit.proto.Element_pb2 import Element as ElementMessage

CONFIG = {"displayModeBar": False, "responsive": True}
Place = Literal["main_dg", "event_dg"]
"""Where a message goes: what is being drawn, or what no one sees."""
JOINED = "sp-joined"
"""What stands as far apart in it as Streamlit sets elements of its own."""
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
    """The message of one Streamlit command, with its hash; nobody changes it once it is made."""

    message: ForwardMsg
    place: Place = "main_dg"

    @property
    def size(self) -> int:
        """Bytes on the wire."""
        return HANDLE + int(self.message.ByteSize())

    def send(self) -> None:
        """Send the message as it is; a browser that has it already is sent its hash alone."""
        page: DeltaGenerator = getattr(get_dg_singleton_instance(), self.place)
        cursor = page._active_dg._cursor  # noqa: SLF001 - see the module
        if cursor is None:  # outside a run of the script there is no page
            return
        message = ForwardMsg()
        message.CopyFrom(self.message)
        message.metadata.delta_path[:] = cursor.delta_path
        enqueue_message(message)
        cursor.lock_element()


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
        message = ForwardMsg()
        element = message.delta.new_element
        getattr(element, delta_type).CopyFrom(element_proto)
        if layout_config:
            _lay_out(element, layout_config)
        populate_hash_if_needed(message)
        self.caught = Element(message)
        return self


def _lay_out(element: ElementMessage, layout: LayoutConfig) -> None:
    if layout.width is not None:
        element.width_config.CopyFrom(get_width_config(layout.width))
    if layout.height is not None:
        element.height_config.CopyFrom(get_height_config(layout.height))
    if layout.text_alignment is not None:
        alignment = get_text_alignment_config(layout.text_alignment)
        element.text_alignment_config.CopyFrom(alignment)


def caught(draw: Callable[[DeltaGenerator], object]) -> Element:
    """The message of one command."""
    page = _Catcher()
    draw(page)
    return page.caught


def page_title(text: str) -> Part:
    """The title of a page."""
    return caught(lambda page: page.title(text, anchor=False))


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


def scripted_markup(body: str) -> Part:
    """Markup of ours with a script of ours, which a browser runs."""
    return caught(lambda page: page.html(body, unsafe_allow_javascript=True))


def page_link(page: StreamlitPage, label: str | None, parameters: Mapping[str, list[str]]) -> Part:
    """A link to a page of ours with choices; without a label it is named as the page."""
    return caught(lambda at: at.page_link(page, label=label, query_params=parameters))


def joined(parts: Iterable[Part]) -> Iterator[Part]:
    """The same with markup that follows markup in one message: each costs the server as much."""
    for is_markup, run in groupby(parts, _is_markup):
        found = list(run)
        if is_markup and len(found) > 1:
            bodies = [cast("Element", part).message.delta.new_element.html.body for part in found]
            yield markup(
                f'<div class="{JOINED}">{"".join(map("<div>{}</div>".format, bodies))}</div>'
            )
        else:
            yield from found


def _is_markup(part: Part) -> bool:
    return (
        isinstance(part, Element)
        and part.place == "main_dg"
        and part.message.delta.new_element.WhichOneof("type") == "html"
    )


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


def component(name: str, data: object, key: str) -> Part:
    """A component that tells the server nothing, so that no run need listen to it."""
    return caught(
        lambda page: page._bidi_component(name, key=key, data=data)  # noqa: SLF001 - see the module
    )
