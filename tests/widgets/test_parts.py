"""What is sent again is what Streamlit's own commands send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from components.charts import Drawing
from components.widgets import parts

if TYPE_CHECKING:
    from streamlit.testing.v1.element_tree import Block, Node

RULES = "p {\n  margin: 0;\n}\n"
MARKUP = "<section>\n    <p>Kemi</p>\n      <p>ä ö</p>\n</section>"
DRAWING = Drawing(go.Figure(go.Bar(x=[1, 2], y=["a", "b"])), "Kaksi palkkia: 1 ja 2")


def commands() -> None:
    """What AppTest runs: Streamlit's own commands."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs the body of this function alone

    from components.widgets.parts import CONFIG  # noqa: PLC0415
    from tests.widgets.test_parts import DRAWING, MARKUP, RULES  # noqa: PLC0415

    st.html(f"<style>{RULES}</style>")
    st.header("Otsikko $x$", anchor="otsikko")
    st.subheader("Väliotsikko", anchor="vali")
    st.info("Huomaa *tämä*")
    st.html(MARKUP)
    with st.expander("Taulukkona"):
        st.html(MARKUP)
    for column in st.columns(2, gap="large"):
        with column:
            st.html(MARKUP)
    st.plotly_chart(DRAWING.figure, key="kuva", config=CONFIG, theme=None, alt=DRAWING.alt)


def sent() -> None:
    """What AppTest runs: the same as parts."""
    from components.widgets import parts  # noqa: PLC0415 - AppTest runs this body alone
    from tests.widgets.test_parts import DRAWING, MARKUP, RULES  # noqa: PLC0415

    for part in (
        parts.style_sheet(RULES),
        parts.header("Otsikko $x$", "otsikko"),
        parts.subheader("Väliotsikko", "vali"),
        parts.notice("Huomaa *tämä*"),
        parts.markup(MARKUP),
        parts.Folded([parts.markup(MARKUP)], "Taulukkona"),
        parts.Abreast([[parts.markup(MARKUP)]] * 2, 2),
        parts.markup("  \n "),
        parts.chart(DRAWING, "kuva"),
    ):
        part.send()


def test_parts_are_sent_as_the_commands_send_them() -> None:
    """Element for element, in the same places."""
    own, kept = (AppTest.from_function(run).run() for run in (commands, sent))
    # AppTest shows the main place alone; style sheets go to another.
    expected, found = (_protos(app._tree) for app in (own, kept))  # noqa: SLF001 - see above
    assert len(expected) == 9
    assert found == expected


def _protos(block: Block) -> list[str]:
    """All elements in their order, without what differs from script to script."""
    found: list[str] = []
    for child in block.children.values():
        if hasattr(child, "children"):
            found += [f"{child.type} {proto}" for proto in _protos(child)]  # type: ignore[arg-type]
        else:
            found.append(_proto(child))
    return found


def _proto(node: Node) -> str:
    message = node.proto
    identity = getattr(message, "id", "")
    return str(message).replace(identity, "") if identity else str(message)


@pytest.mark.parametrize("text", ["x" * 5000, "x"])
def test_size_is_that_of_the_message(text: str) -> None:
    """What is kept can be bounded: a part tells the bytes that it takes on the wire."""
    size = parts.markup(f"<p>{text}</p>").size - parts.markup("<p></p>").size
    assert len(text) <= size <= len(text) + 4


def test_groups_weigh_what_is_in_them() -> None:
    """A folded table or a row of panels is no lighter than what it holds."""
    one = parts.markup(MARKUP)
    assert parts.Folded([one, one], "a").size == 2 * one.size
    assert parts.Abreast([[one], [one, one]], 2).size == 3 * one.size
