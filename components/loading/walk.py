"""Goes through plain data by the records it should become, however broken it still is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from components.loading.faults import record_in
from components.loading.nodes import Location
from components.model.base import Record, Ref


@dataclass(frozen=True, slots=True)
class Visit:
    """One group of keys that should be a record; `outer` are the groups around it."""

    location: Location
    record: type[Record]
    data: dict[str, Any]
    outer: tuple[dict[str, Any], ...]

    @property
    def source(self) -> str | None:
        """The source it names, or else the one that the nearest group around it names."""
        for group in (self.data, *reversed(self.outer)):
            if (name := group.get("source")) is not None:
                return str(name)
        return None


@dataclass(frozen=True, slots=True)
class Shape:
    """What the fields of a record hold: records inside, and ids of other records."""

    inner: dict[str, type[Record]]
    refs: dict[str, str]


@cache
def shape(record: type[Record]) -> Shape:
    """The shape of a record class."""
    inner, refs = {}, {}
    for name, info in record.model_fields.items():
        if found := record_in(info.annotation):
            inner[name] = found
        marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
        if kind := marks[0].kind if marks else _ref_kind(info.annotation):
            refs[name] = kind
    return Shape(inner, refs)


def _ref_kind(annotation: Any) -> str | None:  # noqa: ANN401 - any annotation
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Ref):
            return mark.kind
    for inner in get_args(annotation):
        if kind := _ref_kind(inner):
            return kind
    return None


def walk(
    record: type[Record],
    data: object,
    location: Location = (),
    outer: tuple[dict[str, Any], ...] = (),
) -> Iterator[Visit]:
    """Every group of keys from the root down, each once, before those inside it."""
    if not isinstance(data, dict):
        return
    yield Visit(location, record, data, outer)
    for name, inside in shape(record).inner.items():
        value = data.get(name)
        within = (*outer, data)
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield from walk(inside, item, (*location, name, number), within)
        else:
            yield from walk(inside, value, (*location, name), within)


def references(visit: Visit) -> Iterator[tuple[Location, str, str]]:
    """The ids of other records that a group names: (location, kind, id)."""
    for name, kind in shape(visit.record).refs.items():
        value = visit.data.get(name)
        if isinstance(value, str):
            yield (*visit.location, name), kind, value
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, str):
                    yield (*visit.location, name, number), kind, item
