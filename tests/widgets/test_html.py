"""The templates: every one can be drawn, and none lets markup out of the data."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from components.analysis.sentences.compare import compare_themes
from components.i18n import LANGUAGES
from components.widgets.html import TEMPLATES, rendered
from tests.analysis.making import (
    dossier,
    fictional,
    goal,
    library,
    real,
    statement,
    strategy,
    value,
)
from tests.widgets.drawn import every_template
from tests.widgets.making import context, every_text

PAYLOADS = {
    "script": "<script>alert('linkki')</script>",
    "attribute": "\"><img src=x onerror='alert(1)'>",
    "single": "' onmouseover='alert(1)' linkki='",
    "template": "{{7*7777777}}{% raw %}linkki",
    "markdown": "[linkki](javascript:alert(1)) **x** `y`",
    "entity": "&lt;script&gt; &amp; linkki",
}
VOID = {"br", "img", "hr", "input", "meta", "link"}


class Markup(HTMLParser):
    """What a browser makes of markup: elements, their attributes, the text, what is left open."""

    def __init__(self, markup: str) -> None:
        """Read the whole markup."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, which must be the innermost one."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_drawn_for_mallikunta(language: str) -> None:
    """A municipality that uses every field is drawn by every template, tag by tag closed."""
    for name, markup in every_template(context(fictional(), language=language)).items():
        found = Markup(markup)
        assert (found.wrong, found.open) == ([], []), name
        assert "None" not in found.text, name
        assert found.text.strip(), name


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=list(PAYLOADS))
def test_no_text_of_the_data_becomes_markup(payload: str) -> None:
    """Whatever stands in the files is shown letter by letter and makes no element or attribute."""
    plain = every_template(context(every_text("linkki")))
    for name, markup in every_template(context(every_text(payload))).items():
        found, usual = Markup(markup), Markup(plain[name])
        assert {tag for tag, _ in found.elements} <= {tag for tag, _ in usual.elements}, name
        assert (found.wrong, found.open) == ([], []), name
        for _, attributes in found.elements:
            assert not any(key.startswith("on") or key in {"src", "style"} for key in attributes)
            link = attributes.get("href") or ""
            assert not link.strip().lower().startswith(("javascript", "data")), name
            assert "linkki" not in attributes, name
        if "linkki" in usual.text:
            assert payload in found.text, name
        assert "54444439" not in found.text, name


def test_values_are_escaped_however_they_come() -> None:
    """Escaping is on for every template, and a name that is not there is an error."""
    ctx = context(real(), "kemi")
    assert rendered(ctx, "small", text="<b>&\"'", announced="") == (
        '<p class="sp-small">&lt;b&gt;&amp;&#34;&#39;</p>'
    )
    with pytest.raises(UndefinedError):
        rendered(ctx, "small", announced="")


def test_no_template_marks_a_value_as_safe() -> None:
    """Nothing switches escaping off: no `safe` filter, no autoescape block."""
    for name in TEMPLATES.list_templates():
        loader = TEMPLATES.loader
        assert loader is not None
        source, _, _ = loader.get_source(TEMPLATES, name)
        assert "safe" not in source.replace("sp-safe", ""), name
        assert "autoescape" not in source, name


def test_official_words_are_marked_as_finnish_in_every_language() -> None:
    """A screen reader reads the council's own words in Finnish, also on a Swedish page."""
    markup = every_template(context(real(), "kemijarvi", language="sv"))["visions"]
    vision = "Visiomme vuodelle 2028 on edelleen olla onnellisten ihmisten"
    assert f'lang="fi">{vision}' in markup


def test_every_official_sentence_is_followed_by_its_citation() -> None:
    """Each sentence of the comparison has a source that opens, and no sentence goes without."""
    for name in ("themes", "values", "goals", "visions"):
        elements = Markup(every_template(context(fictional()))[name]).elements
        kinds = [attributes.get("class") for _, attributes in elements]
        assert kinds.count("sp-official") <= kinds.count("sp-cite"), name
        assert kinds.count("sp-cite") > 0, name


def test_themes_unmatched_say_whose_they_are() -> None:
    """Under a theme of one alone the other has a calm "not in this source", never a zero."""
    held = library(
        dossier("a", strategy("a-1", goal("g", statement("s", "Metsä.", "luonto")))),
        dossier("b", strategy("b-1", values=(value("Arvo"),)), code="002"),
    )
    ctx = context(held)
    markup = rendered(ctx, "themes", rows=compare_themes(held, list(ctx.versions.values())))
    found = Markup(markup)
    assert ctx.words("share.only", name="A") in found.text
    assert ctx.words("none.sentence") in found.text
