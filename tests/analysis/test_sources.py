"""How each source is used."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.analysis.sources import marked_text, source_uses
from components.model import Source
from tests.analysis.making import dossier, fictional, goal, library, real, statement, strategy


def test_uses_of_the_real_sources() -> None:
    """Every archived source has passages that were found in it; one without a text has none."""
    uses = source_uses(real(), ["kemi", "kemijarvi"])
    assert len(uses) == 9
    assert {use.source.id for use in uses if not use.checked} == {
        "hankeluettelo",
        "elinvoimahankkeet",
        "vihrea-kemi-verkkosivu",
        "eura-s22169",
    }
    kemijarvi = {use.source.id: use.checked for use in uses if use.slug == "kemijarvi"}
    assert kemijarvi["strategia-2024"] == 31


def test_marked_text_is_the_whole_text() -> None:
    """Marking a source loses no letter of it, and marks something in each archived one."""
    for held in (real(), fictional()):
        for use in source_uses(held, list(held.dossiers)):
            pieces = marked_text(held, use.slug, use.source)
            assert "".join(piece for piece, _ in pieces) == held.texts.get(
                use.source.text or "", ""
            )
            assert any(marked for _, marked in pieces) == (use.source.text is not None)


@given(st.text("ab ", max_size=30), st.lists(st.text("ab ", min_size=1).filter(str.strip)))
def test_marked_text_of_overlapping_passages_is_the_whole_text(
    text: str, quotes: list[str]
) -> None:
    """Passages inside one another, or half over one another, repeat no letter."""
    said = [statement(f"s{number}", quote) for number, quote in enumerate(quotes)]
    held = library(dossier("a", strategy("a-1", goal("g", *said))), texts={"a.txt": text})
    pieces = marked_text(held, "a", held.dossiers["a"].sources[0])
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)


def test_marked_text_of_a_source_without_one_is_empty() -> None:
    """A source that is not archived has nothing to mark."""
    bare = Source(id="x", title="X", publisher="Kunta", kind="register")
    held = library(dossier("a", sources=(bare,)))
    assert marked_text(held, "a", bare) == []
