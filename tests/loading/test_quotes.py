"""Words and the sources they are said to stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.loading.quotes import backs, holds, nearest, normalise

WORDS = st.lists(st.text("aäö.§4", min_size=1, max_size=5), min_size=1, max_size=8)
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "\u00a0", " \n\n "])
SOURCE = """Visio

Palvelut ovat lähellä
jokaista. Kylä elää: bussi kulkee!
 • Rakennamme kumppanuuksia.
 • Viestimme selkeästi
Elinvoimaohjelma 2019-2024
Järjestöstrategia 2022-25
"""


@given(WORDS, st.data())
def test_white_space_is_put_aside(words: list[str], data: st.DataObject) -> None:
    """However the words are broken into lines, they are the same words."""
    text = "".join(data.draw(BLANKS) + word for word in words) + data.draw(BLANKS)
    assert normalise(text) == " ".join(words)
    assert normalise(normalise(text)) == normalise(text)


@given(WORDS, WORDS, WORDS, st.data())
def test_words_inside_a_source_are_found(
    before: list[str], words: list[str], after: list[str], data: st.DataObject
) -> None:
    """A passage of the source is held by it, white space aside."""
    source = "".join(data.draw(BLANKS) + word for word in [*before, *words, *after])
    assert holds(source, data.draw(BLANKS).join(words))


@pytest.mark.parametrize(
    "words", ["palvelut ovat", "Palvelut ovat lahella", "ovat lähellä jokaista .", "Visio Kylä"]
)
def test_all_else_is_exact(words: str) -> None:
    """Small letters, dots on letters and stops count."""
    assert not holds(SOURCE, words)


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("Palvelut ovat lahella jokaista.", "Palvelut ovat lähellä jokaista."),
        ("bussi kulkee", "bussi kulkee!"),
        ("Viestimme selkeästi.", "• Viestimme selkeästi"),
        ("Rakennamme kumppanuutta", "• Rakennamme kumppanuuksia."),
        ("visio", "Visio"),
        ("Järjestöstrategia 2022–2025", "Järjestöstrategia 2022-25"),
        ("qqq", ""),
    ],
)
def test_nearest_passage(words: str, passage: str) -> None:
    """A sentence that runs over lines is shown whole, an item or a line of a list alone."""
    assert nearest(SOURCE, words) == passage


def test_empty_source_has_no_passage() -> None:
    """There is nothing near in nothing."""
    assert nearest("", "Palvelut") == ""


@pytest.mark.parametrize(
    ("quote", "text", "carries"),
    [
        ("Valittava Kemi", "Välittävä Kemi", True),
        ("arvot ovat avoimuus ja vastuullisuus", "Avoimuus", True),
        ("elinvoimasta tulevaisuutta", "elinvoimaista\ntulevaisuutta", True),
        ("Kyläbussi kulkee joka päivä.", "Rakennamme jäähallin.", False),
        ("Kylä", "Kylän koulu säilyy ja laajenee", False),
    ],
)
def test_quote_carries_its_text(quote: str, text: str, carries: bool) -> None:  # noqa: FBT001
    """A quote holds the words or differs from them by a few letters; nothing else backs them."""
    assert backs(quote, text) is carries
