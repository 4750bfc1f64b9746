"""The resources of the data for programs: how the rows of each are made, and their columns."""

from collections.abc import Callable, Mapping

from components.analysis.strategies.versions import Version, choose, in_order, period_state
from components.exports.data.found_rows import alignment_rows, comparison_rows, search_rows
from components.exports.data.progress_rows import progress_rows
from components.exports.data.resource import Query, Resource, Row, cell
from components.exports.data.tables import tidy_table
from components.exports.handout.builder import Selection
from components.model import Library


def _tidy(name: str) -> Callable[[Library, Query], list[Row]]:
    """The rows of a table of the hand-outs."""

    def rows(library: Library, query: Query) -> list[Row]:
        selection = Selection(_versions(library, query), query.today)
        table = tidy_table(library, selection, query.words, name)
        return [
            {str(key): cell(str(key), value) for key, value in row.items()}
            for row in table.to_dict("records")
        ]

    return rows


def _versions(library: Library, query: Query) -> tuple[Version, ...]:
    return tuple(choose(library.dossiers[slug]) for slug in query.slugs)


def _municipalities(library: Library, query: Query) -> list[Row]:
    return [
        {
            "municipality": slug,
            "code": dossier.code,
            "name": query.words.local(dossier.municipality.name),
            "strategy": strategy.id,
            "title": strategy.title,
            "period_start": strategy.period.start if strategy.period else None,
            "period_end": strategy.period.end if strategy.period else None,
            "period_state": period_state(strategy, query.today),
            "shown": strategy.id == choose(dossier).strategy.id,
        }
        for slug in query.slugs
        for dossier in (library.dossiers[slug],)
        for strategy in in_order(dossier)
    ]


def _comparison(library: Library, query: Query) -> list[Row]:
    """What `compare` prints, a row for each sentence."""
    found = comparison_rows(library, _versions(library, query))
    groups = [("shared", found["shared"]), ("some", found["some"])]
    groups += [("only", entries) for entries in found["only"].values()]
    return [
        {
            "theme": entry["theme"],
            "said_by": said_by,
            "municipality": slug,
            "id": f"{slug}/{sentence['id']}",
            "kind": sentence["kind"],
            "text": sentence["text"],
        }
        for said_by, entries in groups
        for entry in entries
        for slug, sentences in entry["statements"].items()
        for sentence in sentences
    ]


def _decisions(library: Library, query: Query) -> list[Row]:
    found = []
    for slug in query.slugs:
        sources = {source.id: source for source in library.dossiers[slug].sources}
        for item in library.dossiers[slug].decisions:
            source = sources[item.source] if item.source else None
            found.append(
                {
                    "municipality": slug,
                    "id": item.id,
                    "body": item.body,
                    "date": item.date.isoformat() if item.date else None,
                    "section": item.section,
                    "diary": item.diary,
                    "what": item.what,
                    "title": item.title,
                    "text": item.text,
                    "strategy": item.strategy,
                    "source_title": source.title if source else None,
                    "source_url": source.url if source else None,
                }
            )
    return found


SOURCE = {"source_title": "text?", "source_url": "text?"}
ROW = {"municipality": "text", "municipality_code": "text"}
RESOURCES: Mapping[str, Resource] = {
    item.name: item
    for item in (
        Resource(
            "municipalities",
            "The municipalities and the versions of their strategies",
            _municipalities,
            {
                "municipality": "text",
                "code": "text",
                "name": "text",
                "strategy": "text",
                "title": "text",
                "period_start": "text?",
                "period_end": "text?",
                "period_state": "text",
                "shown": "boolean",
            },
        ),
        Resource(
            "statements",
            "Every sentence with its exact words and its source",
            _tidy("sentences"),
            {
                "id": "text",
                "municipality": "text",
                "kind": "text",
                "strategy": "text?",
                "goal": "text?",
                "name": "text?",
                "text": "text?",
                "quote": "text?",
                "themes": "list",
                **SOURCE,
                "licence": "text",
            },
        ),
        Resource(
            "comparison",
            "What is shared and what only one says, by theme: a row for each sentence",
            _comparison,
            {
                "theme": "text",
                "said_by": "text",
                "municipality": "text",
                "id": "text",
                "kind": "text",
                "text": "text",
            },
            fewest=2,
            most=4,
        ),
        Resource(
            "alignments",
            "Pairs of sentences about the same thing: confirmed by the makers, then suggested",
            lambda library, query: alignment_rows(library, _versions(library, query)),
            {
                "a": "text",
                "b": "text",
                "a_text": "text",
                "b_text": "text",
                "score": "number?",
                "status": "text",
                "why": "why",
            },
            fewest=2,
            most=2,
        ),
        Resource(
            "search",
            "Sentences that answer to words in Finnish, Swedish or English, best first",
            lambda library, query: search_rows(library, query.query, query.limit),
            {
                "id": "text",
                "municipality": "text",
                "kind": "text",
                "text": "text",
                "score": "number",
                "why": "list",
            },
            most=0,
            searched=True,
        ),
        Resource(
            "progress",
            "Each indicator and project with its state and the sum in words",
            lambda library, query: progress_rows(library, query.slugs, query.words, query.today),
            {
                "municipality": "text",
                "kind": "text",
                "id": "text",
                "name": "text",
                "state": "text",
                "trend": "text?",
                "way": "number?",
                "time": "number?",
                "sum": "text",
                "cautions": "list",
                "begin": "moment?",
                "latest": "moment?",
                "target": "target?",
                "basis": "text?",
                "goals": "list",
                "sources": "sources",
            },
        ),
        Resource(
            "observations",
            "Values of the indicators by year, each with its source and licence",
            _tidy("observations"),
            {
                **ROW,
                "indicator": "text",
                "year": "integer",
                "kind": "text",
                "value": "number",
                "unit": "text?",
                "variant": "text?",
                "retrieved": "text?",
                **SOURCE,
                "licence": "text?",
            },
        ),
        Resource(
            "projects",
            "The projects with their states: what was last told, or else whether they have ended",
            _tidy("projects"),
            {
                **ROW,
                "project": "text",
                "name": "text",
                "responsible": "text?",
                "start": "text?",
                "end": "text?",
                "strategy": "text?",
                "themes": "list",
                "state": "text",
                **SOURCE,
            },
        ),
        Resource(
            "gaps",
            "What the data does not know, and what a council could do next",
            _tidy("gaps"),
            {
                "municipality": "text",
                "kind": "text",
                "id": "text",
                "name": "text",
                "why": "text",
                "basis": "text?",
                "goals": "list",
                "action": "text",
                "due": "text?",
                "next": "text?",
                **SOURCE,
            },
        ),
        Resource(
            "decisions",
            "The decisions behind the strategies: body, date, section",
            _decisions,
            {
                "municipality": "text",
                "id": "text",
                "body": "text",
                "date": "text?",
                "section": "integer?",
                "diary": "text?",
                "what": "text",
                "title": "text",
                "text": "text?",
                "strategy": "text?",
                **SOURCE,
            },
        ),
        Resource(
            "sources",
            "The documents that all of it rests on",
            _tidy("sources"),
            {
                "municipality": "text",
                "id": "text",
                "title": "text",
                "publisher": "text",
                "kind": "text",
                "date": "text?",
                "url": "text?",
                "archived": "boolean",
                "partial": "boolean",
                "note": "text?",
            },
        ),
    )
}
