"""The resources of the data for programs: how the rows of each are made."""

from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

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
    return tuple(choose(library.dossiers[slug], query.today) for slug in query.slugs)


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
            "shown": strategy.id == choose(dossier, query.today).strategy.id,
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


ROWS: Mapping[str, Callable[[Library, Query], list[Row]]] = {
    "municipalities": _municipalities,
    "statements": _tidy("sentences"),
    "comparison": _comparison,
    "alignments": lambda library, query: alignment_rows(library, _versions(library, query)),
    "search": lambda library, query: search_rows(library, query.query, query.limit),
    "progress": lambda library, query: progress_rows(
        library, query.slugs, query.words, query.today
    ),
    "observations": _tidy("observations"),
    "projects": _tidy("projects"),
    "gaps": _tidy("gaps"),
    "decisions": _decisions,
    "sources": _tidy("sources"),
}
DESCRIBED = yaml.load(
    Path(__file__).with_name("resources.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
RESOURCES: Mapping[str, Resource] = {
    name: Resource(name, rows=ROWS[name], **described) for name, described in DESCRIBED.items()
}
