"""Streamlit's index.html made ours."""

from __future__ import annotations

import html

import pytest

from components.i18n import LANGUAGES, catalogue
from components.pages import PAGES
from components.server.document import Document

FETCHED = 1
"""Streamlit's own script, which is not inline."""
INDEX = """<!DOCTYPE html>
<html lang="en"><head><title>Streamlit</title>
<link rel="shortcut icon" href="./favicon.png" />
<link rel="service-desc" href="./_stcore/agent/openapi.json" />
</head><body><noscript><p>English</p></noscript><div id="root"></div></body></html>
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", [page.SLUG for page in PAGES])
def test_installed_index_carries_our_words(language: str, slug: str) -> None:
    """Language, description and noscript text stand in the real document, once each."""
    page = Document.installed().render(language, slug).decode()
    words = catalogue(language)
    assert f'<html lang="{language}">' in page
    assert page.count(html.escape(words("server.description"))) == 1
    assert page.count(html.escape(words("server.noscript"))) == 1
    assert "Streamlit</title>" not in page
    assert "enable JavaScript" not in page


def test_pages_are_named_as_the_app_names_them() -> None:
    """The title does not change when Streamlit takes over."""
    document = Document.installed()
    comparison, home = document.render("fi", "vertailu"), document.render("sv", "etusivu")
    assert "<title>Vertailu – Strategiapeili</title>" in comparison.decode()
    assert "<title>Startsida – Strategiapeili</title>" in home.decode()


def test_other_languages_are_named() -> None:
    """The page says where it is in each language, relative to itself."""
    page = Document.installed().render("sv", "vertailu").decode()
    assert '<link rel="alternate" hreflang="fi" href="./vertailu" />' in page
    assert '<link rel="alternate" hreflang="sv" href="./vertailu?kieli=sv" />' in page
    home = Document.installed().render("fi", "etusivu").decode()
    assert '<link rel="alternate" hreflang="fi" href="./" />' in home
    assert '<link rel="alternate" hreflang="en" href="./?kieli=en" />' in home


def test_icon_is_ours_and_nothing_leads_to_what_is_shut() -> None:
    """The vector icon, one for phones, and no interface for programs that is not offered."""
    page = Document.installed().render("fi", "etusivu").decode()
    assert 'href="./favicon.svg" type="image/svg+xml"' in page
    assert '<link rel="apple-touch-icon" href="./favicon.png" />' in page
    assert "_stcore/agent" not in page


def test_scripts_and_styles_of_streamlit_stay() -> None:
    """Only our parts are replaced: every file Streamlit asks for is still asked for."""
    page = Document.installed().render("fi", "etusivu").decode()
    assert '<div id="root"></div>' in page
    assert 'type="module" crossorigin src="./static/js/' in page


def test_boot_script_stands_whole_before_the_app() -> None:
    """The script cannot end its own element early, and runs before Streamlit's modules."""
    document = Document.installed()
    page = document.render("fi", "etusivu").decode()
    boot = page.partition("<script>\n// Runs before Streamlit")[2].partition("</script>")[0]
    assert boot.rstrip().endswith("})();")
    assert "'streamlit_words.json'" not in page
    assert page.index("// Runs before Streamlit") < page.index("</head>")


def test_scripts_are_the_same_on_every_page() -> None:
    """The security policy can name them by their hashes."""
    document = Document.installed()
    for page in PAGES:
        for language in LANGUAGES:
            rendered = document.render(language, page.SLUG).decode()
            assert all(f">{script}</script>" in rendered for script in document.scripts)
            assert rendered.count("<script") == len(document.scripts) + FETCHED


def test_import_map_stands_before_every_script() -> None:
    """A browser may heed it only where no module was asked for before it."""
    page = Document.installed().render("fi", "etusivu").decode()
    first = page.index('<script type="importmap">')
    assert first < page.index("modulepreload")
    assert first < page.index('<script type="module"')


def test_style_sheet_stands_after_those_of_streamlit() -> None:
    """In the body its rules come after all that Streamlit adds to the head."""
    page = Document.installed().render("fi", "etusivu").decode()
    assert page.index("</head>") < page.index('href="./static/css/style.') < page.index("</body>")


@pytest.mark.parametrize(
    "lost",
    ['<html lang="en">', "<title>Streamlit</title>", "<noscript>", "</head>", "shortcut icon"],
)
def test_changed_index_is_served_with_a_warning(
    lost: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A release that moves what we replace is served as far as it goes, and the log says what."""
    document = Document(INDEX.replace(lost, ""), ())
    assert any(lost in record.getMessage() for record in caplog.records)
    assert b'<div id="root">' in document.render("fi", "etusivu")
