"""The pages in the order of the menu; each has a SLUG, its address, and render(ctx)."""

from components.pages import (
    aineisto,
    etusivu,
    haku,
    iltakoulu,
    mittarit,
    saavutettavuus,
    tavoitteet,
    toteutuma,
    vertailu,
)

PAGES = (
    etusivu,
    vertailu,
    tavoitteet,
    toteutuma,
    mittarit,
    iltakoulu,
    haku,
    aineisto,
    saavutettavuus,
)
IN_FOOT = frozenset({saavutettavuus.SLUG})
"""Pages that are reached from the foot of every page and do not stand in the menu."""
HOME, SEARCH = etusivu.SLUG, haku.SLUG

__all__ = ["HOME", "IN_FOOT", "PAGES", "SEARCH"]
