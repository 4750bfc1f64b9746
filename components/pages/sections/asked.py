"""Who asks for which municipalities: what the views of indicators are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from components.analysis.indicators.indicator_rows import IndicatorRow, indicator_rows
from components.i18n import Catalogue, catalogue
from components.model import Library
from components.widgets.context import Context


@dataclass(frozen=True)
class Asked:
    """Of whom a visitor asks, on which day and in which language; the same for many visitors."""

    library: Library
    slugs: tuple[str, ...]
    today: date
    language: str

    @classmethod
    def of(cls, ctx: Context) -> Self:
        """What a visitor of the page asks."""
        return cls(ctx.library, ctx.slugs, ctx.today, ctx.language)

    @property
    def words(self) -> Catalogue:
        """The words of the language."""
        return catalogue(self.language)

    @property
    def names(self) -> dict[str, str]:
        """The names of the municipalities in the order chosen."""
        dossiers = self.library.dossiers
        return {slug: self.words.local(dossiers[slug].municipality.name) for slug in self.slugs}

    @property
    def rows(self) -> tuple[IndicatorRow, ...]:
        """The indicators of the municipalities."""
        return indicator_rows(self.library, self.slugs, self.today)
