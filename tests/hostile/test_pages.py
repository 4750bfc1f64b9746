"""Hostile texts on every page: nothing breaks, and nothing becomes markup, a link or a heading."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from components.i18n import LANGUAGES
from components.pages import PAGES
from components.widgets.html import unmarked
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA
from tests.hostile.root import hostile_root
from tests.pages.drawing import Page, open_page

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.testing.v1.element_tree import Block

SLUGS = [page.SLUG for page in PAGES]
MARKED = ("label", "body", "help")
"""Where Streamlit reads Markdown: labels of widgets and boxes, headings, notices."""


@pytest.fixture(scope="module", params=LANGUAGES)
def spoilt(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, list[str]]:
    """A language, a root in which other texts hold other payloads than in the next, and those."""
    turn = list(LANGUAGES).index(request.param) * 5
    return request.param, *hostile_root(tmp_path_factory.mktemp("hostile"), turn)


def marked(block: Block) -> Iterator[str]:
    """Every text below a part of a page that Streamlit reads as Markdown."""
    for part in block.children.values():
        proto = getattr(part, "proto", None)
        box = getattr(part, "children", None) is not None
        inner: Any = getattr(proto, part.type, None) if box else proto
        if part.type != "html":
            yield from (text for name in MARKED if (text := getattr(inner, name, "")))
        if box:
            yield from marked(part)  # type: ignore[arg-type] # a box is a block


def chart_texts(page: Page) -> Iterator[str]:
    """Every text that a chart of a page would draw."""
    for chart in page.app.get("plotly_chart"):
        todo = [json.loads(chart.proto.spec)]
        while todo:
            value = todo.pop()
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict | list):
                todo += value.values() if isinstance(value, dict) else value


@pytest.mark.parametrize("slug", SLUGS)
def test_text_of_a_file_is_text_on_every_page(
    slug: str, spoilt: tuple[str, Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown stands there letter by letter, marks and all, and charts make no link."""
    language, root, given = spoilt
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    page = open_page(slug, language)
    assert [str(fault.value) for fault in page.app.exception] == []
    assert any(text in unescape(page.markup) for text in given)
    active = [text for text in given if unmarked(text) != text]
    for said in marked(page.app.main):
        assert not [text for text in active if text in said], said
    for said in chart_texts(page):
        assert re.search(r"<(?!br>|/?b>|/?i>|/?extra>)", said) is None, said


def test_a_table_of_faults_is_not_sent_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a hundred thousand faulty rows the page shows a hundred and says where the rest is."""
    root = shutil.copytree(MALLIKUNTA, tmp_path / "root")
    with (root / "data/outcomes.csv").open("a", encoding="utf-8") as table:
        table.write("x\n" * 100_000)
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    page = open_page("aineisto")
    assert page.words("data.first_problems", count=100) in page.text
    assert len(page.markup) < 200_000
