"""What is found once for a library, and goes with it when another edition takes its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary, ref

from components.model import Library

P = ParamSpec("P")
T = TypeVar("T")
Find = Callable[Concatenate[Library, P], T]


def cached_per_library(most: int) -> Callable[[Find[P, T]], Find[P, T]]:
    """Keep the latest answers about each library, at most so many of each.

    What else is asked with must be hashable. An answer must not hold its library, or neither
    would ever go.
    """

    def keeping(find: Find[P, T]) -> Find[P, T]:
        answers: WeakKeyDictionary[Library, Callable[P, T]] = WeakKeyDictionary()

        @wraps(find)
        def answer(library: Library, /, *asked: P.args, **named: P.kwargs) -> T:
            return _answers_about(library, answers, find, most)(*asked, **named)

        return answer

    return keeping


def _answers_about(
    library: Library,
    answers: WeakKeyDictionary[Library, Callable[P, T]],
    find: Find[P, T],
    most: int,
) -> Callable[P, T]:
    if (known := answers.get(library)) is not None:
        return known
    held = ref(library)

    @lru_cache(most)
    def found(*asked: P.args, **named: P.kwargs) -> T:
        return find(cast("Library", held()), *asked, **named)

    return answers.setdefault(library, cast("Callable[P, T]", found))
