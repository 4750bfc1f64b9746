"""Lays fresh figures over the rows of data/observations.csv; all other rows stay as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.refresh.figures import Figure, Origin
from components.refresh.observations_file import Line, ObservationsFile, row_text

ACTUAL = "actual"

Key = tuple[str, int, int]
"""What rows are sorted by: municipality code, rank of the indicator, year."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs from the file; `old` is empty for a new row."""

    figure: Figure
    old: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure beside a row that tells its value in another unit or by another definition."""

    figure: Figure
    old: str
    own: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of the file with the figures laid over it, and what that changes."""

    text: str
    added: tuple[Change, ...]
    changed: tuple[Change, ...]
    kept: tuple[Kept, ...]
    unchanged: int


def merged(file: ObservationsFile, figures: Iterable[Figure], ids: Mapping[Origin, str]) -> Merged:
    """The file with the figures in their places, each with the id of its dataset.

    A row whose value is the same stays as it is, its dataset too. A row that tells its
    value in a unit or variant of its own stays as well: the figure is another measure.
    """
    rows = [line.text for line in file.lines]
    numbers = {_name(line): number for number, line in enumerate(file.lines) if _is_actual(line)}
    added, changed, kept, unchanged = [], [], [], 0
    for figure in figures:
        number = numbers.get((figure.code, figure.indicator, figure.year))
        cells = {} if number is None else file.lines[number].cells
        own = [f"{name} '{cells[name]}'" for name in ("unit", "variant") if cells.get(name)]
        if number is None:
            added.append(Change(figure))
        elif own:
            kept.append(Kept(figure, cells["value"], ", ".join(own)))
        elif Decimal(cells["value"]) == figure.value:
            unchanged += 1
        else:
            changed.append(Change(figure, cells["value"]))
            rows[number] = _written(file.columns, figure, ids, cells)
    text = [file.header.text + file.header.end]
    fresh = _placed(file.lines, [change.figure for change in added])
    for number in range(len(rows) + 1):
        text += [
            _written(file.columns, figure, ids, {}) + file.header.end for figure in fresh[number]
        ]
        text += [row + file.lines[number].end for row in rows[number : number + 1]]
    return Merged("".join(text), tuple(added), tuple(changed), tuple(kept), unchanged)


def _name(line: Line) -> tuple[str, str, int]:
    cells = line.cells
    return cells["municipality_code"], cells["indicator"], int(cells["year"])


def _is_actual(line: Line) -> bool:
    return bool(line.cells) and (line.cells.get("kind") or ACTUAL) == ACTUAL


def _written(
    columns: Sequence[str], figure: Figure, ids: Mapping[Origin, str], before: dict[str, str]
) -> str:
    """The row of a figure; columns that a service knows nothing of stay as they were."""
    cells = before | {
        "municipality_code": figure.code,
        "indicator": figure.indicator,
        "year": str(figure.year),
        "value": figure.written,
        "dataset": ids[figure.origin],
    }
    return row_text([cells.get(name, "") for name in columns])


def _placed(lines: Sequence[Line], figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """The new figures, sorted, by the number of the row before which they belong.

    The rows that are there keep their order, sorted or not: a new one comes after the last that
    should precede it in its series, else in its municipality, else in the file.
    """
    names = [_name(line) if line.cells else None for line in lines]
    ranks: dict[str, int] = {}
    for indicator in [name[1] for name in names if name] + [each.indicator for each in figures]:
        ranks.setdefault(indicator, len(ranks))
    groups: dict[tuple[object, ...], list[tuple[Key, int]]] = defaultdict(list)
    for number, name in enumerate(names):
        if name:
            key = (name[0], ranks[name[1]], name[2])
            for shared in range(3):
                groups[key[:shared]].append((key, number))
    found: dict[int, list[Figure]] = defaultdict(list)
    places: dict[tuple[object, ...], int] = {}
    keys = {id(each): (each.code, ranks[each.indicator], each.year) for each in figures}
    for figure in sorted(figures, key=lambda each: keys[id(each)]):
        key = keys[id(figure)]
        shared = next((shared for shared in (2, 1) if key[:shared] in groups), 0)
        start = key[: shared + 1]
        if start not in places:
            places[start] = _place(groups[key[:shared]], start)
        found[places[start]].append(figure)
    return found


def _place(group: Sequence[tuple[Key, int]], start: tuple[object, ...]) -> int:
    """The number of the row of a group before which a key with this start belongs."""
    before = [number for key, number in group if key[: len(start)] <= start]
    if before:
        return before[-1] + 1
    return group[0][1] if group else 0
