"""Which cases of a wide test run every time, and which only in `.ci/run`."""
# ruff: noqa: INP001 - tests/ is no package, its folders are

from __future__ import annotations

from itertools import cycle, islice, product
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


def sampled(every: Iterable[Any], sample: Collection[Any]) -> list[Any]:
    """Every case of one argument; those outside the sample are marked `whole`."""
    return [
        case if case in sample else pytest.param(case, marks=pytest.mark.whole) for case in every
    ]


def diagonal(*axes: Sequence[Any]) -> list[tuple[Any, ...]]:
    """So few combinations that each value of each axis is in one."""
    longest = max(map(len, axes))
    return list(islice(zip(*map(cycle, axes), strict=False), longest))


def grid(*axes: Sequence[Any]) -> list[Any]:
    """Every combination of several arguments; those off the diagonal are marked `whole`."""
    sample = diagonal(*axes)
    return [
        case if case in sample else pytest.param(*case, marks=pytest.mark.whole)
        for case in product(*axes)
    ]
