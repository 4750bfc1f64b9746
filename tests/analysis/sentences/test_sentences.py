"""Every cited sentence of the library, in one shape."""

from __future__ import annotations

from collections import Counter
from datetime import date

from components.analysis.sentences.sentence_table import TABLE_COLUMNS, sentence_table
from components.analysis.sentences.sentences import (
    citations,
    indicator_sentence,
    sentences,
    strategy_sentences,
)
from components.model import Assessment, Decision, Indicator, Plan
from tests.analysis.making import dossier, fictional, library, project, real


def test_sentences_of_kemi_2022() -> None:
    """Counted on the web page: three values, three goals, fifteen statements."""
    kemi = real().dossiers["kemi"]
    kinds = Counter(item.kind for item in strategy_sentences("kemi", kemi.strategies[0]))
    assert kinds == {"value": 3, "goal": 3, "statement": 15}


def test_sentences_of_kemijarvi_2024() -> None:
    """Counted on the web page; the four priorities have no names, so no sentences of their own."""
    one = real().dossiers["kemijarvi"]
    kinds = Counter(item.kind for item in strategy_sentences("kemijarvi", one.strategies[0]))
    assert kinds == {
        "operating_environment": 1,
        "vision": 1,
        "mission": 3,
        "value": 5,
        "statement": 12,
        "success_factor": 5,
        "duty": 4,
    }


def test_sentences_know_where_they_stand() -> None:
    """A statement of a goal names its version and goal; one of a decision names its owner."""
    found = {item.key: item for item in sentences(real().dossiers["kemi"])}
    one = found["kemi/vihrea-ja-kestava-kemi"]
    assert (one.strategy, one.goal, one.owner) == ("kemi-2022", "elinvoimainen-kaupunki", None)
    assert found["kemi/arvot-sailyvat"].owner == "kh-2023-09-25-292"
    assert found["kemi/osa-strategiaa"].owner == "ymparistopolitiikka"


def test_sentence_words_are_the_quote_where_the_text_is_corrected() -> None:
    """What is shown is right Finnish; what is looked up stands in the source letter by letter."""
    found = {item.key: item for item in sentences(real().dossiers["kemi"])}
    green = found["kemi/vihrea-kemi"]
    assert (green.shown, green.words) == ("Vihreä Kemi", "Vihrea Kemi")
    decision = found["kemi/kv-2023-12-04-110"]
    assert decision.name == "Kaupunkistrategian hyväksyminen"
    assert "hyvaksyi" in (decision.words or "")


def test_sentence_keys_are_unique_in_the_whole_library() -> None:
    """No two sentences have the same key: tables and charts rely on it."""
    for held in (real(), fictional()):
        keys = [item.key for each in held.dossiers.values() for item in sentences(each)]
        assert len(keys) == len(set(keys))


def test_sentence_table_has_a_row_for_each_with_its_source() -> None:
    """The table holds every sentence of those asked for, or of all, each with its source."""
    table = sentence_table(real())
    assert list(table.columns) == TABLE_COLUMNS
    assert len(table) == sum(len(list(sentences(one))) for one in real().dossiers.values())
    assert table["source_title"].notna().all()
    kemi = sentence_table(real(), ["kemi"])
    assert set(kemi["municipality"]) == {"kemi"}
    assert kemi.set_index("id").loc["kemi/vihrea-ja-kestava-kemi", "themes"] == "ilmasto elinvoima"


def test_sentences_hold_what_was_said_of_progress() -> None:
    """An assessment is a sentence with its source and words, and a citation like the others."""
    one = dossier(
        "a",
        assessments=(
            Assessment(
                id="arvio",
                text="Hyvin meni.",
                quote="Hyvin meni",
                body="valtuusto",
                date=date(2026, 1, 1),
                source="lahde",
            ),
        ),
    )
    (item,) = [item for item in sentences(one) if item.kind == "assessment"]
    assert (item.key, item.shown, item.words) == ("a/arvio", "Hyvin meni.", "Hyvin meni")
    assert ("lahde", "Hyvin meni") in citations(one)
    assert "assessment" in set(sentence_table(library(one))["kind"])


def test_indicator_sentence_has_the_words_that_set_it() -> None:
    """The words of the source that set an indicator are cited; one of ours has none."""
    adopted = Indicator(id="i", indicator="x", basis="adopted", source="lahde", quote="x nousee")
    item = indicator_sentence("a", adopted)
    assert (item.key, item.source, item.shown, item.words) == (
        "a/i",
        "lahde",
        "x nousee",
        "x nousee",
    )
    ours = indicator_sentence("a", Indicator(id="i", indicator="x", basis="interpretation"))
    assert (ours.source, ours.words, ours.shown) == ("", None, "")


def test_sentence_table_of_nobody_keeps_its_columns() -> None:
    """An empty library gives an empty table that can still be downloaded."""
    assert list(sentence_table(library()).columns) == TABLE_COLUMNS


def test_citations_hold_plans_and_leave_out_what_quotes_nothing() -> None:
    """A plan's quote is a citation too; a decision known by its title alone has none."""
    decision = Decision(
        id="paatos", body="valtuusto", date=date(2024, 1, 2), what="noted", title="Asia"
    )
    planned = project("hanke", source="lahde", plan=Plan(quote="vuosina 2024"))
    found = list(citations(dossier("a", decisions=(decision,), projects=(planned,))))
    assert ("lahde", "vuosina 2024") in found
    assert "Asia" not in {words for _, words in found}
