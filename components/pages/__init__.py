"""The pages in the order of the menu; each has a SLUG, its address, and render(ctx)."""

from components.pages import aineisto, etusivu, tavoitteet, toteutuma, vertailu

PAGES = (etusivu, vertailu, tavoitteet, toteutuma, aineisto)
HOME = etusivu.SLUG

__all__ = ["HOME", "PAGES"]
