"""The pages in the order of the menu; each has a SLUG, its address, and render(ctx)."""

from components.pages import (
    aineisto,
    etusivu,
    haku,
    iltakoulu,
    mittarit,
    tavoitteet,
    toteutuma,
    vertailu,
)

PAGES = (etusivu, vertailu, tavoitteet, toteutuma, mittarit, iltakoulu, haku, aineisto)
HOME, SEARCH = etusivu.SLUG, haku.SLUG

__all__ = ["HOME", "PAGES", "SEARCH"]
