"""Rules that no single record can hold: ids, references, citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from components.loading.nodes import Location
from components.loading.quotes import backs, holds, nearest
from components.loading.walk import Visit, references, walk
from components.loading.words import guess, shown
from components.model import Cited, Dossier, Source

Found = tuple[Location, str, Mapping[str, str | Location]]
OWN_KINDS = ("source", "decision", "strategy", "goal", "project")
LONGEST_LIST = 8
LONGEST_PASSAGE = 240


def broken_rules(
    data: object, shared: Mapping[str, AbstractSet[str]], texts: Mapping[str, str]
) -> Iterator[Found]:
    """The rules that a municipality's plain data breaks: (location, code, facts).

    A fact that is a location stands for the line where that is.
    `shared` holds the ids known to all files by kind (theme, indicator); `texts` the archived
    texts by file name.
    """
    visits = list(walk(Dossier, data))
    own = _ids_by_kind(visits)
    yield from _joined_keys(visits)
    yield from _repeated_ids(visits)
    yield from _unknown_references(visits, {**own, **shared})
    yield from _missing_texts(visits, texts)
    yield from _citations(visits, _text_of_source(visits, texts))


def _ids_by_kind(visits: list[Visit]) -> dict[str, AbstractSet[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in OWN_KINDS}
    for visit in visits:
        kind = getattr(visit.record, "kind_name", None)
        if kind in found and isinstance(name := visit.data.get("id"), str):
            found[kind].add(name)
    return dict(found)


def _joined_keys(visits: list[Visit]) -> Iterator[Found]:
    """Our words in the official file: they have a file of their own."""
    for visit in visits:
        for key in visit.data:
            if key in visit.record.joined:
                yield (*visit.location, key), "unknown-key", {"key": key, "hint": "hint.texts"}


def _repeated_ids(visits: list[Visit]) -> Iterator[Found]:
    first: dict[str, Location] = {}
    for visit in visits:
        name = visit.data.get("id")
        if not isinstance(name, str) or not hasattr(visit.record, "kind_name"):
            continue
        here = (*visit.location, "id")
        if name in first:
            yield here, "duplicate-id", {"found": shown(name), "other": first[name]}
        first.setdefault(name, here)


def _unknown_references(
    visits: list[Visit], known: Mapping[str, AbstractSet[str]]
) -> Iterator[Found]:
    for visit in visits:
        for location, kind, name in references(visit):
            if kind in known and name not in known[kind]:
                yield location, f"unknown-{kind}", unknown(name, known[kind])


def unknown(name: str, known: AbstractSet[str]) -> Mapping[str, str]:
    """The facts of a reference to something unknown: what was found, what there is, a guess."""
    names = sorted(known)
    listed = ", ".join(map(shown, names[:LONGEST_LIST]))
    more = ", …" if len(names) > LONGEST_LIST else ""
    return {
        "found": shown(name),
        "allowed": listed + more,
        "guess": guess(shown(name), map(shown, names)),
    }


def _missing_texts(visits: list[Visit], texts: Mapping[str, str]) -> Iterator[Found]:
    for visit in visits:
        name = visit.data.get("text")
        if visit.record is Source and isinstance(name, str) and name not in texts:
            yield (*visit.location, "text"), "source-text-missing", {"found": shown(name)}


def _text_of_source(visits: list[Visit], texts: Mapping[str, str]) -> dict[str, str | None]:
    return {
        visit.data["id"]: texts.get(str(visit.data.get("text")))
        for visit in visits
        if visit.record is Source and isinstance(visit.data.get("id"), str)
    }


def _citations(visits: list[Visit], archive: Mapping[str, str | None]) -> Iterator[Found]:
    uncited: Location | None = None
    for visit in visits:
        if not issubclass(visit.record, Cited):
            continue
        if visit.source is None:
            if uncited is None or visit.location[: len(uncited)] != uncited:
                uncited = visit.location  # what stands inside it has the same one fault
                yield visit.location, "uncited", {"found": _called(visit.data)}
            continue
        text = archive.get(visit.source)
        for field, words in _cited_words(visit):
            if text is not None and not holds(text, words):
                facts = {
                    "found": shown(words),
                    "source": shown(visit.source),
                    "nearest": shown(nearest(text, words), LONGEST_PASSAGE),
                }
                yield (*visit.location, field), "quote-not-found", facts
        yield from _distant_quotes(visit)


def _cited_words(visit: Visit) -> Iterator[tuple[str, str]]:
    """The words that must stand in the source; a quote stands for the text, or else the name."""
    fields = ["text", "name"]
    if isinstance(visit.data.get("quote"), str):
        fields[0 if isinstance(visit.data.get("text"), str) else 1] = "quote"
    for field in fields:
        if field in visit.record.model_fields and isinstance(words := visit.data.get(field), str):
            yield field, words


def _distant_quotes(visit: Visit) -> Iterator[Found]:
    quote = visit.data.get("quote")
    field = next(
        (name for name in ("text", "name") if isinstance(visit.data.get(name), str)), None
    )
    if isinstance(quote, str) and field and not backs(quote, visit.data[field]):
        facts = {"found": shown(visit.data[field]), "quote": shown(quote)}
        yield (*visit.location, field), "quote-differs", facts


def _called(data: Mapping[str, Any]) -> str:
    return shown(data.get("id") or data.get("text") or data.get("name") or "")
