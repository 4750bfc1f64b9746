"""What is sent again is what Streamlit's own commands send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go
import pytest
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.testing.v1 import AppTest

from components.charts import Drawing
from components.widgets import parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

RULES = "p {\n  margin: 0;\n}\n"
MARKUP = "<section>\n    <p>Kemi</p>\n      <p>ä ö</p>\n</section>"
LONG = f"<p>{'Kemijärvi ' * 2000}</p>"
DRAWING = Drawing(go.Figure(go.Bar(x=[1, 2], y=["a", "b"])), "Kaksi palkkia: 1 ja 2")


def commands() -> None:
    """What AppTest runs: Streamlit's own commands."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs the body of this function alone

    from components.widgets.parts import CONFIG  # noqa: PLC0415
    from tests.widgets.test_parts import DRAWING, LONG, MARKUP, RULES  # noqa: PLC0415

    st.html(f"<style>{RULES}</style>")
    st.header("Otsikko $x$", anchor="otsikko")
    st.subheader("Väliotsikko", anchor="vali")
    st.info("Huomaa *tämä*")
    st.html(LONG)
    with st.expander("Taulukkona"):
        st.html(MARKUP)
    for column in st.columns(2, gap="large"):
        with column:
            st.html(MARKUP)
    st.plotly_chart(DRAWING.figure, key="kuva", config=CONFIG, theme=None, alt=DRAWING.alt)


def sent() -> None:
    """What AppTest runs: the same as parts."""
    from components.widgets import parts  # noqa: PLC0415 - AppTest runs this body alone
    from tests.widgets.test_parts import DRAWING, LONG, MARKUP, RULES  # noqa: PLC0415

    for part in (
        parts.style_sheet(RULES),
        parts.header("Otsikko $x$", "otsikko"),
        parts.subheader("Väliotsikko", "vali"),
        parts.notice("Huomaa *tämä*"),
        parts.markup(LONG),
        parts.Folded([parts.markup(MARKUP)], "Taulukkona"),
        parts.Abreast([[parts.markup(MARKUP)]] * 2, 2),
        parts.markup("  \n "),
        parts.chart(DRAWING, "kuva"),
    ):
        part.send()


def test_parts_are_sent_as_the_commands_send_them() -> None:
    """Message for message, in the same places, under the same hashes."""
    expected, found = (_messages(run) for run in (commands, sent))
    assert len(expected) == 13  # nine elements, an expander, a row of columns and its two
    assert {message.metadata.cacheable for message in expected} == {True, False}
    assert found == expected


def _messages(run: Callable[[], None]) -> list[ForwardMsg]:
    """What a script sends, without what differs from script to script."""
    passed: list[ForwardMsg] = []
    ForwardMsgQueue.on_before_enqueue_msg(passed.append)
    try:
        AppTest.from_function(run).run()
    finally:
        ForwardMsgQueue.on_before_enqueue_msg(None)
    found = [message for message in passed if message.WhichOneof("type") == "delta"]
    for message in found:
        message.metadata.active_script_hash = ""
        if message.delta.new_element.WhichOneof("type") == "plotly_chart":
            message.delta.new_element.plotly_chart.id = message.hash = ""
    return found


def test_markup_that_follows_markup_goes_in_one_message() -> None:
    """In its order; a heading, a style sheet or a chart between stays where it is."""
    a, b, c = (parts.markup(f"<p>{name}</p>") for name in "abc")
    heading, rules = parts.header("Otsikko", "otsikko"), parts.style_sheet(RULES)
    first, *rest = parts.joined([a, b, heading, c, rules])
    assert isinstance(first, parts.Element)
    body = '<div class="sp-joined"><div><p>a</p></div><div><p>b</p></div></div>'
    assert first.message.delta.new_element.html.body == body
    assert rest == [heading, c, rules]


@pytest.mark.parametrize("text", ["x" * 5000, "x"])
def test_size_is_that_of_the_message(text: str) -> None:
    """What is kept can be bounded: a part tells the bytes that it takes on the wire."""
    size = parts.markup(f"<p>{text}</p>").size - parts.markup("<p></p>").size
    assert len(text) <= size <= len(text) + 8


def test_groups_weigh_what_is_in_them() -> None:
    """A folded table or a row of panels is no lighter than what it holds."""
    one = parts.markup(MARKUP)
    assert parts.Folded([one, one], "a").size == 2 * one.size
    assert parts.Abreast([[one], [one, one]], 2).size == 3 * one.size
