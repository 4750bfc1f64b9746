"""Streamlit's index.html made ours."""

from __future__ import annotations

import html

import pytest

from components.i18n import LANGUAGES
from components.server.document import ChangedIndexError, Document
from components.server.words import WORDS, title

INDEX = """<!DOCTYPE html>
<html lang="en"><head><title>Streamlit</title></head>
<body><noscript><p>English</p></noscript><div id="root"></div></body></html>
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", ["", "vertailu", "unheard-of"])
def test_installed_index_carries_our_words(language: str, slug: str) -> None:
    """Language, title, description and noscript text stand in the real document, once each."""
    page = Document.installed().render(language, slug).decode()
    words = WORDS[language]
    assert f'<html lang="{language}">' in page
    assert f"<title>{html.escape(title(language, slug))}</title>" in page
    assert page.count(html.escape(words.description)) == 1
    assert page.count(html.escape(words.noscript)) == 1
    assert "Streamlit</title>" not in page
    assert "enable JavaScript" not in page


def test_every_language_has_the_words_of_the_document() -> None:
    """A language added to the catalogues is not forgotten here."""
    assert WORDS.keys() == LANGUAGES.keys()


def test_pages_are_named_as_the_app_names_them() -> None:
    """The title does not change when Streamlit takes over; the root is the front page."""
    assert title("fi", "vertailu") == "Vertailu – Strategiapeili"
    assert title("fi", "") == title("fi", "etusivu") == "Etusivu – Strategiapeili"
    assert title("sv", "ei-ole") == "Strategiapeili"


def test_scripts_and_styles_of_streamlit_stay() -> None:
    """Only our parts are replaced: every file Streamlit asks for is still asked for."""
    page = Document.installed().render("fi", "").decode()
    assert '<div id="root"></div>' in page
    assert 'type="module" crossorigin src="./static/js/' in page


def test_boot_script_stands_whole_before_the_app() -> None:
    """The script cannot end its own element early, and runs before Streamlit's modules."""
    document = Document.installed()
    page = document.render("fi", "").decode()
    boot = page.partition("<script>\n// Runs before Streamlit")[2].partition("</script>")[0]
    assert boot.rstrip().endswith("})();")
    assert page.index("// Runs before Streamlit") < page.index("</head>")


@pytest.mark.parametrize("slug", ['"><script>alert(1)</script>', "\\1", "\\g<0>"])
def test_nothing_of_the_address_reaches_the_document(slug: str) -> None:
    """An address is not ours: an unknown one gets the bare name of the site."""
    document = Document(INDEX, "boot();\n")
    assert document.render("sv", slug) == document.render("sv", "ei-ole")


@pytest.mark.parametrize(
    "lost", ['<html lang="en">', "<title>Streamlit</title>", "<noscript>", "</head>"]
)
def test_changed_index_is_refused_by_name(lost: str) -> None:
    """An upgrade that moves what we replace fails at start and says what is gone."""
    with pytest.raises(ChangedIndexError, match="0 times instead of once") as caught:
        Document(INDEX.replace(lost, ""), "")
    assert lost in str(caught.value)
    assert "\n" not in str(caught.value)
