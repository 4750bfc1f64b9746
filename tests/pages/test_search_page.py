"""The page of the search, and the box on every page."""

from __future__ import annotations

import pytest

from components.i18n import LANGUAGES, catalogue
from tests.pages.drawing import Page, open_page
from tests.pages.test_choices import address, again


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_the_address_are_searched_for(language: str) -> None:
    """A link with words shows what they find, the words marked, in every language."""
    page = open_page("haku", language, sanat="terveys")
    page.assert_sound()
    assert "<mark>terveyttä</mark>" in page.markup
    assert page.words("search.why") in page.text
    assert page.app.text_input[0].value == "terveys"


def test_typed_words_stand_in_the_address() -> None:
    """What is typed on the page can be linked; emptying the box empties the address."""
    page = open_page("haku")
    page.app.text_input[0].set_value("matkailu")
    found = again(page)
    assert address(found)["sanat"] == ["matkailu"]
    assert "matkailu" in found.text
    found.app.text_input[0].set_value("")
    assert "sanat" not in address(again(found))


def test_misspelt_words_get_a_suggestion() -> None:
    """A word that nothing knows is put right in a link that searches for it."""
    page = open_page("haku", sanat="kierotalous")
    assert page.words("search.meant") in page.text
    assert "sanat=kiertotalous" in page.markup


def test_nothing_found_says_so_and_offers_themes() -> None:
    """An empty result names the words and leads on."""
    page = open_page("haku", sanat="xqzw")
    page.assert_sound()
    assert page.words("search.nothing", words="xqzw") in page.text
    assert "hakuteema=talous" in page.markup


def test_a_theme_alone_lists_its_sentences() -> None:
    """Without words a theme shows all that is of it."""
    page = open_page("haku", hakuteema="omistaja")
    page.assert_sound()
    assert "omistajaohjauksella elinvoimainen kaupunkikonserni" in page.text


def filtered(**query: str) -> Page:
    """The page for a common word with a filter."""
    page = open_page("haku", sanat="palvelut", **query)
    page.assert_sound()
    return page


def test_filters_hold() -> None:
    """A filter by municipality or kind leaves the others out."""
    assert 'id="osumat-kemi"' not in filtered(rajaus="kemijarvi").markup
    project = f'<p class="sp-small">{catalogue("fi")("kind.project.one")}'
    assert project in filtered(rajaus="kemi").markup
    assert project not in filtered(laji="value").markup


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{7*7}}", "🐟", "a" * 5000, "\0"])
def test_any_words_are_taken_calmly(words: str) -> None:
    """Words that are no words break nothing and put no markup on the page."""
    page = open_page("haku", sanat=words)
    page.assert_sound()
    assert "<script>alert" not in page.markup
