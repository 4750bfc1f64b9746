"""The sheets of a workbook that follow the words: sentences, pairs, gaps, sources."""

from components.analysis.sentences.sentences import Sentence, sentences
from components.exports.handout.builder import HandoutBuilder
from components.exports.xlsx.cells import Cell, Column, Link, Sheet, source_link, themes_named
from components.phrases.gap_register import (
    goal_in_words,
    name_in_words,
    step_in_words,
    why_in_words,
)


def sentences_sheet(builder: HandoutBuilder) -> Sheet:
    """Every sentence in the words of its source, those of the strategies first.

    What we show differs from the words only where these have an error.
    """
    words = builder.words
    rows: list[tuple[Cell, ...]] = []
    for slug in builder.selection.slugs:
        dossier = builder.library.dossiers[slug]
        strategies = {item.id: item.title for item in dossier.strategies}
        goals = {
            goal.id: goal_in_words(goal, words)
            for strategy in dossier.strategies
            for goal in strategy.goals
        }
        rows += [
            (
                builder.names[slug],
                words(f"kind.{item.kind}.one"),
                strategies.get(item.strategy or ""),
                goals.get(item.goal or ""),
                item.name,
                item.words,
                item.text if item.text != item.words else None,
                themes_named(builder, item.themes),
                source_link(builder, slug, item.source),
            )
            for item in sorted(sentences(dossier), key=lambda item: item.strategy is None)
        ]
    columns = (
        Column("municipality", 16),
        Column("kind", 15),
        Column("strategy", 20),
        Column("goal", 20),
        Column("name", 20),
        Column("quote", 50),
        Column("text", 30),
        Column("themes", 20),
        Column("source", 28),
    )
    return Sheet("sentences", columns, tuple(rows))


def pairs_sheet(builder: HandoutBuilder) -> Sheet:
    """The pairs of sentences that a person has confirmed, with the reason."""
    said = {
        item.key: item
        for slug in builder.selection.slugs
        for item in sentences(builder.library.dossiers[slug])
    }
    judged = {(item.a, item.b): item for item in builder.library.alignments}
    rows = [
        (
            *_of_pair(builder, said[first]),
            *_of_pair(builder, said[second]),
            builder.words.local(judged[first, second].reason),
        )
        for first, second in builder.pairs
    ]
    side = (Column("municipality", 16), Column("quote", 50), Column("source", 28))
    return Sheet("pairs", (*side, *side, Column("reason", 40)), tuple(rows))


def _of_pair(builder: HandoutBuilder, item: Sentence) -> tuple[Cell, ...]:
    return builder.names[item.slug], item.shown, source_link(builder, item.slug, item.source)


def gaps_sheet(builder: HandoutBuilder) -> Sheet:
    """All that the data does not know, with what could be done."""
    words = builder.words
    rows = [
        (
            words(f"gap_register.kind.{item.kind}"),
            builder.names[item.slug],
            name_in_words(item, builder.library, words),
            why_in_words(item, words),
            step_in_words(item, words),
            item.due,
            source_link(builder, item.slug, item.source),
        )
        for item in builder.gaps
    ]
    columns = (
        Column("gap", 26),
        Column("municipality", 16),
        Column("about", 50),
        Column("why", 34),
        Column("step", 34),
        Column("due", 11, "day"),
        Column("source", 28),
    )
    return Sheet("gaps", columns, tuple(rows))


def sources_sheet(builder: HandoutBuilder) -> Sheet:
    """The documents, with their addresses."""
    words = builder.words
    archived = {True: words("workbook.archived"), False: words("workbook.not_archived")}
    rows = [
        (
            builder.names[slug],
            source.title,
            source.publisher,
            words(f"source_kind.{source.kind}"),
            source.date,
            archived[source.text is not None],
            source.note,
            Link(source.url, source.url) if source.url else None,
        )
        for slug in builder.selection.slugs
        for source in builder.library.dossiers[slug].sources
    ]
    columns = (
        Column("municipality", 16),
        Column("source", 46),
        Column("publisher", 20),
        Column("kind", 16),
        Column("published", 11, "day"),
        Column("text_here", 14),
        Column("note", 32),
        Column("link", 44),
    )
    return Sheet("sources", columns, tuple(rows))
