"""Pairs of sentences about the same thing."""

from __future__ import annotations

from components.analysis.sentences.align import LEAST_SCORE, MOST_A_SENTENCE, align
from components.analysis.strategies.versions import choose
from components.model import Alignment, Library, LocalText
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    library,
    real,
    statement,
    strategy,
    value,
    versions,
)


def pairs_of(library_: Library, *slugs: str) -> list[tuple[str, str, str]]:
    """The pairs by their keys, with what they rest on."""
    found = align(library_, *versions(library_, *slugs))
    return [(pair.first.key, pair.second.key, pair.status) for pair in found]


def test_real_pairs_hold_what_was_judged() -> None:
    """Every confirmed pair of the file is there first, no rejected one is."""
    found = pairs_of(real(), "kemi", "kemijarvi")
    judged = {(item.a, item.b): item.status for item in real().alignments}
    confirmed = [(a, b) for a, b, status in found if status == "confirmed"]
    assert set(confirmed) == {key for key, status in judged.items() if status == "confirmed"}
    assert not {(a, b) for a, b, _ in found} & {
        key for key, status in judged.items() if status == "rejected"
    }
    assert [status for _, _, status in found] == sorted(status for _, _, status in found)


def test_pairs_are_the_same_from_either_side() -> None:
    """Kemijärvi beside Kemi has the pairs of Kemi beside Kemijärvi, turned round."""
    there = {(a, b) for a, b, _ in pairs_of(real(), "kemi", "kemijarvi")}
    back = {(b, a) for a, b, _ in pairs_of(real(), "kemijarvi", "kemi")}
    assert there == back


def small(*judged: Alignment) -> Library:
    """Two municipalities with three sentences each."""
    first = strategy(
        "a-1",
        goal(
            "g",
            statement("metsa-a", "Hoidamme metsää ja vesiä", "luonto"),
            statement("koulu-a", "Koulu on lähellä", "arki"),
        ),
        values=(value("Luonto", "Metsä on meille tärkeä", "luonto"),),
    )
    second = strategy(
        "b-1",
        goal(
            "h",
            statement("metsa-b", "Metsä ja vesi ovat elämä", "luonto"),
            statement("tyo-b", "Työtä riittää", "talous"),
            statement("metsa-c", "Metsää kasvatetaan ja vesi virtaa", "luonto"),
            statement("metsa-d", "Vesi ja metsä", "luonto"),
        ),
    )
    return library(dossier("a", first), dossier("b", second, code="002"), alignments=judged)


def test_suggestions_share_a_matter_and_are_few() -> None:
    """Sentences of the same concepts are paired, none stands in more than two pairs."""
    found = align(small(), *versions(small(), "a", "b"))
    assert {pair.first.id for pair in found} == {"metsa-a", "luonto"}
    assert all(pair.score >= LEAST_SCORE and pair.concepts for pair in found)
    for side in ("first", "second"):
        keys = [getattr(pair, side).key for pair in found]
        assert max(keys.count(key) for key in keys) <= MOST_A_SENTENCE


def judged(a: str, b: str, status: str) -> Alignment:
    """A judgement with a reason."""
    return Alignment.model_validate(
        {"a": a, "b": b, "status": status, "reason": LocalText(fi="Syy.")}
    )


def test_judgement_overrides_the_sum() -> None:
    """A rejected pair is gone, a confirmed one is there however little it shares."""
    held = small(
        judged("a/metsa-a", "b/metsa-b", "rejected"), judged("b/tyo-b", "a/koulu-a", "confirmed")
    )
    found = align(held, *versions(held, "a", "b"))
    assert found[0].judged is not None
    assert (found[0].first.id, found[0].second.id) == ("koulu-a", "tyo-b")
    assert ("metsa-a", "metsa-b") not in {(pair.first.id, pair.second.id) for pair in found}


def test_themes_of_an_unread_file_are_those_of_its_words() -> None:
    """Without an editor's themes the lexicon's stand in."""
    plain = strategy("a-1", goal("g", statement("metsa-a", "Hoidamme metsää ja vesiä")))
    other = strategy("b-1", goal("h", statement("metsa-b", "Metsä ja vesi ovat elämä")))
    held = library(dossier("a", plain), dossier("b", other, code="002"))
    pair = align(held, *versions(held, "a", "b"))[0]
    assert pair.themes == ("luonto",)
    assert pair.status == "suggested"


def test_name_only_goals_are_never_paired() -> None:
    """A goal with a name and nothing else pairs with nothing by itself."""
    first = strategy("a-1", goal("paamaara", name="Metsä"))
    held = library(
        dossier("a", first),
        dossier("b", strategy("b-1", goal("h", statement("m", "Metsä"))), code="002"),
    )
    assert align(held, *versions(held, "a", "b")) == []


def test_a_municipality_that_nobody_has_judged_gets_suggestions_alone() -> None:
    """Mallikunta beside itself under another name shares whole sentences, all suggested."""
    mallikunta = fictional().dossiers["mallikunta"]
    twin = mallikunta.model_copy(
        update={
            "municipality": mallikunta.municipality.model_copy(
                update={"slug": "toinen", "code": "997"}
            )
        }
    )
    held = library(mallikunta, twin, themes=fictional().themes)
    found = align(held, choose(mallikunta, TODAY), choose(twin, TODAY))
    assert found
    assert {pair.status for pair in found} == {"suggested"}
