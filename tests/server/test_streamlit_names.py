"""The names in Streamlit's pages that our styles and scripts lean on: few, listed, still there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import components
from components.server.assets import STREAMLIT

OURS: Final = Path(components.__file__).parent
TEST_IDS: Final = {
    "InputInstructions",
    "stApp",
    "stAppViewContainer",
    "stColumn",
    "stDialog",
    "stDownloadButtonError",
    "stElementContainer",
    "stElementToolbarButton",
    "stHeader",
    "stHeaderActionElements",
    "stHeading",
    "stHorizontalBlock",
    "stMain",
    "stMultiSelect",
    "stMultiSelectDropdown",
    "stPopoverBody",
    "stSelectbox",
    "stSelectboxVirtualDropdown",
    "stSkeleton",
    "stSkipToContent",
    "stStatusWidget",
    "stTextInputRootElement",
    "stVerticalBlock",
}
CLASSES: Final = {
    "stApp",
    "stDownloadButton",
    "stElementContainer",
    "stHtml",
    "stMain",
    "stMainBlockContainer",
    "stPlotlyChart",
    "stVerticalBlock",
}
"""Classes are documented for styles of one's own; test ids are not."""


def used(pattern: str) -> set[str]:
    """What our styles and scripts name."""
    files = [*OURS.rglob("*.css"), *OURS.rglob("*.js")]
    return {name for file in files for name in re.findall(pattern, file.read_text("utf-8"))}


@cache
def scripts() -> str:
    """All of Streamlit's scripts."""
    return "\n".join(file.read_text("utf-8") for file in sorted(STREAMLIT.rglob("*.js")))


def test_names_are_those_listed() -> None:
    """A style or script that leans on one more says so here."""
    assert used(r'data-testid="(\w+)"') == TEST_IDS
    assert used(r"\.(st[A-Z]\w+)") == CLASSES


@pytest.mark.parametrize("name", sorted(TEST_IDS | CLASSES))
def test_name_is_still_streamlits(name: str) -> None:
    """A release that calls a part otherwise is found here, not by a page without its style."""
    assert re.search(rf"[\"'`.-]{name}[\"'`. ]", scripts())
