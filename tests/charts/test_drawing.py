"""What every chart shares."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import components
from components.charts.drawing import LINE, LONGEST_LABEL, plain, row_chart, shortened
from components.charts.identity import DARK, LIGHT

CODE = Path(components.__file__).parent


def test_figures_are_made_of_graph_objects_only() -> None:
    """plotly.express costs 30 times the time of graph_objects: we never import it."""
    express = re.compile(r"plotly\s*\.\s*express|from\s+plotly\s+import\s+.*express|\bpx\.\w+\(")
    found = [file.name for file in CODE.rglob("*.py") if express.search(file.read_text("utf-8"))]
    assert found == []


def test_rows_have_their_labels_above_them() -> None:
    """Each row is labelled, and the figure grows with the rows; none still has a height."""
    chart = row_chart(LIGHT, [["Yksi"], ["Kaksi"]]).figure
    assert [label.text for label in chart.layout.annotations] == ["Yksi", "Kaksi"]
    one = row_chart(LIGHT, [["Yksi"]]).figure
    assert chart.layout.height > one.layout.height
    assert row_chart(LIGHT, []).figure.layout.height == one.layout.height
    assert row_chart(DARK, [], axis=True).figure.layout.paper_bgcolor == DARK.paper


def test_long_labels_stay_whole_on_more_lines() -> None:
    """Each part begins a line, none is cut, and the bar stands below the last line of its row."""
    name = "Kemin äkillisen rakennemuutoksen toimenpiteet Meri-Lapissa"
    rows = row_chart(LIGHT, [[name, "Kemi · 2024"], ["Yksi"]])
    first, second = rows.figure.layout.annotations
    lines = first.text.split("<br>")
    assert [" ".join(lines[:-1]), lines[-1]] == [name, "Kemi · 2024"]
    assert all(len(line) <= LONGEST_LABEL for line in lines)
    above, below = rows.places
    assert (
        first.y + len(lines) * LINE < above < second.y < below < rows.figure.layout.yaxis.range[0]
    )


def test_figures_have_no_legend_no_zoom_and_large_type() -> None:
    """Labels stand in place of a legend, nothing can be zoomed away, and type is 15 px."""
    layout = row_chart(LIGHT, [["Yksi"]]).figure.layout
    assert not layout.showlegend
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
    assert layout.font.size == 15


def test_labels_are_no_markup() -> None:
    """Plotly reads <b>, <a href> and entities: none of them comes through from a name."""
    name = "<a href='javascript:x'>Pahis</a> & <b>Co</b>"
    label = row_chart(LIGHT, [[name]]).figure.layout.annotations[0].text
    assert "<" not in label
    assert plain("a & b < c > d") == "a &amp; b &lt; c &gt; d"


@given(st.text(max_size=120))
def test_shortened_fits_a_line(text: str) -> None:
    """A short name is whole; a long one is its beginning, cut at a blank, with an ellipsis."""
    short = shortened(text)
    if len(text) <= LONGEST_LABEL:
        assert short == text
    else:
        assert len(short) <= LONGEST_LABEL + 2
        assert short.endswith("…")
        assert text.startswith(short.removesuffix("…").rstrip(" "))
        assert short.removesuffix("…").strip() or not text[:LONGEST_LABEL].strip()
