"""What every page draws from."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from components.analysis.looks import LOOKS
from components.analysis.sentences.sentences import sentences
from components.analysis.strategies.versions import choose
from components.widgets.context import default_slugs
from tests.analysis.making import TODAY, dossier, fictional, library, real
from tests.widgets.making import context

MANY = library(*(dossier(slug, code=f"00{number}") for number, slug in enumerate("abcd")))


@pytest.mark.parametrize(
    ("slugs", "language", "address"),
    [
        ("ab", "fi", "vertailu"),
        ("ab", "sv", "vertailu?kieli=sv"),
        ("ba", "fi", "vertailu?kunta=b&kunta=a"),
        ("a", "en", "vertailu?kieli=en&kunta=a"),
        ("dcba", "fi", "vertailu?kunta=d&kunta=c&kunta=b&kunta=a"),
    ],
)
def test_address_keeps_language_and_municipalities(
    slugs: str, language: str, address: str
) -> None:
    """A link names language and municipalities in order, unless they are the usual ones."""
    assert context(MANY, *slugs, language=language).address("vertailu") == address


def test_address_keeps_the_version_that_is_shown() -> None:
    """A version chosen by hand is in every link; the usual one is not."""
    kemi = real().dossiers["kemi"]
    ctx = context(real(), "kemi", "kemijarvi")
    assert ctx.address("tavoitteet") == "tavoitteet"
    versions = {**ctx.versions, "kemi": choose(kemi, TODAY, "kemi-2023")}
    ctx = context(real(), "kemi", "kemijarvi", versions=versions)
    assert ctx.address("tavoitteet") == "tavoitteet?versio-kemi=kemi-2023"


def test_address_quotes_what_is_added() -> None:
    """Other parameters come along, quoted so that they come back the same."""
    address = context(MANY, "c", language="sv").address("aineisto", lahde="kunta/ä &=?")
    assert parse_qs(urlsplit(address).query) == {
        "lahde": ["kunta/ä &=?"],
        "kieli": ["sv"],
        "kunta": ["c"],
    }


def test_look_follows_the_municipality() -> None:
    """Alone, or in another order, each has the look that it has beside the others."""
    assert context(MANY, "b").index("b") == context(MANY, "a", "b").index("b") == 1
    assert [context(MANY, *"dbca").index(slug) for slug in "abcd"] == [0, 1, 2, 3]
    assert context(MANY, "a").index("b") == LOOKS  # not chosen: a ring


def test_usual_municipalities_are_the_first_two() -> None:
    """Without a choice the first two are shown, or as many as there are."""
    assert default_slugs(MANY) == ("a", "b")
    assert default_slugs(library(dossier("a"))) == ("a",)
    assert default_slugs(library()) == ()


def test_names_follow_the_language() -> None:
    """Municipalities, themes and concepts are named in the language of the page."""
    ctx = context(fictional(), language="sv")
    assert ctx.name("mallikunta") == "Modellkommun"
    assert ctx.names(["mallikunta", "mallikunta"]) == "Modellkommun och Modellkommun"
    assert ctx.theme("talous") == "Ekonomi"
    assert ctx.theme_names(("talous", "vapaaaika")) == "Ekonomi, Kultur"
    assert ctx.concept("osaaminen") == "kunnande"


def test_cite_finds_the_passage_of_a_sentence() -> None:
    """A sentence of Kemijärvi's strategy is found in its source."""
    ctx = context(real(), "kemijarvi")
    vision = next(
        item for item in sentences(real().dossiers["kemijarvi"]) if item.kind == "vision"
    )
    cited = ctx.cite(vision)
    assert cited.checked
    assert cited.source.title == "Kemijärven kaupunkistrategia 2024–2028"
