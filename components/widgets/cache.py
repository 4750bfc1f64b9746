"""What a page draws is made once for each view, and replayed for whoever opens the same view.

What a section draws follows from the edition of the library, the choices in the address, the
language, the theme of the browser, the day, and its own arguments, which must be hashable. Widgets
and all else that hangs on the session stay outside.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Final, ParamSpec, TypeVar

import streamlit as st

from components.exports.handout.builder import Selection
from components.widgets.context import Context

P = ParamSpec("P")
T = TypeVar("T")

MOST_VIEWS: Final = 150
"""Views of one section that are kept. The largest page is some 300 kB in all."""


def cached(section: Callable[P, T]) -> Callable[P, T]:
    """Let Streamlit replay a section, and give what it returns, for each view."""
    return st.cache_resource(
        show_spinner=False,
        max_entries=MOST_VIEWS,
        # A selection names the versions and the day of its view, which the context tells already.
        hash_funcs={
            Context: attrgetter("cache_key"),
            Selection: attrgetter("by", "chosen", "title"),
        },
    )(section)
