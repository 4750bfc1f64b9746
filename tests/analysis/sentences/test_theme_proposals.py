"""Where the lexicon proposes other themes than the editor has set."""

from __future__ import annotations

from components.analysis.sentences.theme_proposals import theme_differences
from tests.analysis.making import dossier, goal, library, real, statement, strategy


def test_only_missing_themes_are_proposed() -> None:
    """A theme that the words speak for and the file has not is proposed; the others are fine."""
    held = library(
        dossier(
            "a",
            strategy(
                "a-1",
                goal(
                    "g",
                    statement("metsa", "Metsä kasvaa", "luonto"),
                    statement("tyo", "Työtä metsässä", "luonto"),
                    statement("muu", "Jotakin muuta", "talous"),
                ),
            ),
        )
    )
    found = [(item.sentence.id, item.proposed) for item in theme_differences(held)]
    assert found == [("tyo", ("talous",))]


def test_money_that_lasts_is_not_the_climate() -> None:
    """`kestävä` beside `talous` is no word of the environment."""
    proposed = {item.sentence.id: item.proposed for item in theme_differences(real())}
    assert "ilmasto" not in proposed.get("talouden-kestavyys", ())
    assert "ilmasto" not in proposed.get("uudistuva-kunta", ())
