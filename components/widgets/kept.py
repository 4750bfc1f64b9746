"""What has been drawn for one visitor is kept for the next who opens the same view.

What a section draws follows from the library, the choices in the address, the language, the theme
of the browser, the day, and what the section is asked for: so its parts are made once for each
such view. They are kept outside Streamlit's caches, which any client can empty, within a bound of
bytes; a new edition of the library drops all of them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, Final, Generic, ParamSpec, TypeVar, cast

from components.model import Library
from components.widgets.context import Context
from components.widgets.parts import Part, joined

P = ParamSpec("P")
T = TypeVar("T")

MOST_VIEWS: Final = 4_000
MOST_BYTES: Final = 64_000_000


@dataclass
class _Slot(Generic[T]):
    """The place of one value; whoever comes while it is being made waits for it."""

    making: Lock = field(default_factory=Lock)
    made: bool = False
    value: T | None = None
    size: int = 0


class Keep:
    """Values made from one edition of the library; those asked for least lately go first."""

    def __init__(self, most_views: int = MOST_VIEWS, most_bytes: int = MOST_BYTES) -> None:
        """Begin empty."""
        self._most_views, self._most_bytes = most_views, most_bytes
        self._slots: OrderedDict[Hashable, _Slot[Any]] = OrderedDict()
        self._library: Library | None = None
        self._lock = Lock()
        self.size = 0

    def __len__(self) -> int:
        """How many values there are."""
        return len(self._slots)

    def get(
        self, library: Library, key: Hashable, make: Callable[[], T], weigh: Callable[[T], int]
    ) -> T:
        """The value of a key, made by the first who asks."""
        slot: _Slot[T] = self._slot(library, key)
        with slot.making:
            if not slot.made:
                try:
                    slot.value = make()
                except BaseException:
                    self._forget(key, slot)
                    raise
                slot.made = True
                self._weigh(key, slot, weigh(slot.value))
            return cast("T", slot.value)

    def _slot(self, library: Library, key: Hashable) -> _Slot[Any]:
        with self._lock:
            if library is not self._library:
                self._slots.clear()
                self._library, self.size = library, 0
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            return slot

    def _forget(self, key: Hashable, slot: _Slot[Any]) -> None:
        """Leave what could not be made to whoever asks next."""
        with self._lock:
            if self._slots.get(key) is slot:
                del self._slots[key]

    def _weigh(self, key: Hashable, slot: _Slot[Any], size: int) -> None:
        """Count a value that was made, and let go of as many old ones as it takes."""
        with self._lock:
            if self._slots.get(key) is not slot:  # let go of, or of another edition by now
                return
            slot.size = size
            self.size += size
            while self.size > self._most_bytes or len(self._slots) > self._most_views:
                _, oldest = self._slots.popitem(last=False)
                self.size -= oldest.size


KEEP: Final = Keep()
"""What this process keeps."""


def kept(
    make: Callable[Concatenate[Context, P], Iterable[Part]],
) -> Callable[Concatenate[Context, P], None]:
    """Make a section draw what its function gives: the parts are made once for each view.

    The function may look at nothing but the view and its other arguments, which must be hashable;
    it draws nothing itself. Widgets, and all that hangs on the session, stay outside.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def draw(ctx: Context, /, *asked: P.args, **named: P.kwargs) -> None:
        parts = KEEP.get(
            ctx.library,
            (name, ctx.view, asked, tuple(named.items())),
            lambda: tuple(joined(make(ctx, *asked, **named))),
            lambda parts: sum(part.size for part in parts),
        )
        for part in parts:
            part.send()

    return draw


def known(find: Callable[Concatenate[Context, P], T]) -> Callable[Concatenate[Context, P], T]:
    """Let a small value that widgets need be found once for each view, likewise."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def value(ctx: Context, /, *asked: P.args, **named: P.kwargs) -> T:
        return KEEP.get(
            ctx.library,
            (name, ctx.view, asked, tuple(named.items())),
            lambda: find(ctx, *asked, **named),
            lambda value: len(repr(value)),
        )

    return value
