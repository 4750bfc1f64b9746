"""The wording of the questions."""

from __future__ import annotations

import pytest

from components.analysis.gaps.questions import questions
from components.analysis.strategies.versions import choose
from components.i18n import LANGUAGES, catalogue
from components.phrases.questions import question_in_words
from tests.analysis.making import TODAY, fictional, real


def asked(language: str, *slugs: str) -> list[str]:
    """The questions to real municipalities in words."""
    held = real()
    versions = [choose(held.dossiers[slug], TODAY) for slug in slugs]
    return [
        question_in_words(item, held, catalogue(language))
        for item in questions(held, versions, TODAY)
    ]


def test_many_names_are_cut_and_counted() -> None:
    """Of Kemi's 17 projects four are named and 13 counted."""
    outcomes = next(text for text in asked("fi", "kemi") if "17 hankkeesta" in text)
    assert outcomes.startswith("Kemi: mitä näistä 17 hankkeesta seurasi? Palveluverkkoprojekti; ")
    assert outcomes.endswith("; ja 13 muuta.")


def test_themes_are_named_in_the_language() -> None:
    """The themes that Kemijärvi alone speaks of."""
    assert asked("fi", "kemi", "kemijarvi")[-1] == (
        "Näistä 2 teemasta puhuu näissä lähteissä vain Kemijärvi: Omistajapolitiikka ja konserni; "
        "Henkilöstö ja johtaminen. Missä muut käsittelevät niitä?"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_ends_whole(language: str) -> None:
    """No fact is missing from a question, and none ends in two stops."""
    held = fictional()
    texts = [
        *asked(language, "kemi", "kemijarvi"),
        *(
            question_in_words(item, held, catalogue(language))
            for item in questions(held, [choose(held.dossiers["mallikunta"], TODAY)], TODAY)
        ),
    ]
    for text in texts:
        assert "{" not in text
        assert ".." not in text
        assert text.endswith((".", "?"))
        assert "  " not in text
