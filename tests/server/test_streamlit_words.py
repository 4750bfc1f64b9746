"""Streamlit's own words in our languages; tests/browser sees them on the pages."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from components.i18n import LANGUAGES
from components.server.assets import STREAMLIT

WORDS: dict[str, dict[str, dict[str, str]]] = json.loads(
    files("components.server").joinpath("streamlit_words.json").read_text(encoding="utf-8")
)
ENGLISH = [(group, english) for group in WORDS for english in WORDS[group]]
# These are put together from parts, so that they stand nowhere as they are said.
MADE = {
    "1 option available.": "} available.`",
    "{} options available.": "} available.`",
    "You can only select up to 1 option. Remove an option first.": "Remove an option first.",
    "You can only select up to {} options. Remove an option first.": "Remove an option first.",
    "Fullscreen: {}": "label:`Fullscreen`",
    "Close fullscreen: {}": "label:`Close fullscreen`",
    "Press Enter to apply": "`submit form`:`apply`",
    "Press Enter to submit form": "`submit form`:`apply`",
}


@cache
def frontend() -> str:
    """All scripts of the installed Streamlit, one after the other."""
    scripts = sorted(Path(STREAMLIT, "static", "js").glob("*.js"))
    return "\n".join(script.read_text(encoding="utf-8") for script in scripts)


@pytest.mark.parametrize(("group", "english"), ENGLISH)
def test_every_word_is_said_in_every_other_language(group: str, english: str) -> None:
    """English stays; the hole of a pattern is kept."""
    said = WORDS[group][english]
    assert said.keys() == LANGUAGES.keys() - {"en"}
    for words in said.values():
        assert words.count("{}") == english.count("{}") <= 1
        assert words.strip() == words != english
        assert "<" not in words


@pytest.mark.parametrize(("group", "english"), ENGLISH)
def test_streamlit_still_says_so(group: str, english: str) -> None:
    """A release that words it otherwise fails here, before it is English on a Finnish page."""
    longest = max(MADE.get(english, english).split("{}"), key=len)
    still = longest in frontend()
    assert still, f"{group}: {english}"


def test_places_have_words_and_words_have_places() -> None:
    """The script names each group, and no group that is not there."""
    script = files("components.server").joinpath("streamlit_words.js").read_text(encoding="utf-8")
    places = script.partition("const PLACES = [")[2].partition("\n  ];")[0]
    assert set(re.findall(r"\['(\w+)', ", places)) == WORDS.keys()
