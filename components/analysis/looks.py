"""Which look (a colour, a marker, a line) each municipality has, wherever it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from components.model import Library

LOOKS = 4
"""As many as can be told apart at a glance, in both themes and on paper."""


def looks_of(library: Library, slugs: Sequence[str]) -> dict[str, int]:
    """The number of the look of each of the chosen, in the order chosen.

    A municipality keeps its own, that of its place in the library, whoever is chosen beside it.
    One that finds it taken by an earlier one takes the next free; with all taken there is none
    for it, and it has the number of its place among the chosen, which is no look.
    """
    own = {slug: place % LOOKS for place, slug in enumerate(library.dossiers)}
    found: dict[str, int] = {}
    for place, slug in enumerate(slugs):
        wanted = [(own[slug] + step) % LOOKS for step in range(LOOKS)]
        found[slug] = next((look for look in wanted if look not in found.values()), place)
    return found
