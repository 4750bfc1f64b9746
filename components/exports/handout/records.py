"""What a hand-out says, in one language, before any file format: every export draws from it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

SectionKind = Literal["opening", "values", "theme", "goal", "indicators", "projects", "gaps"]


@dataclass(frozen=True)
class SourceLine:
    """A source that is cited: its number in the hand-out, title, publisher, day and address."""

    number: int
    title: str
    publisher: str
    day: str | None
    url: str | None
    has_text: bool


@dataclass(frozen=True)
class Quote:
    """Official Finnish words with the number of their source; the translation is unofficial.

    `lead` is the name that a value goes by; `shared` says that another's sentence pairs with it.
    """

    words: str
    source: int
    lead: str | None = None
    translation: str | None = None
    shared: bool = False


@dataclass(frozen=True)
class Voice:
    """What one municipality says in a section, and what we add to it in our own words.

    `place` is the number of its colour and marker, none past the last look. `silent` says in
    words that the source says nothing.
    """

    slug: str
    name: str
    place: int
    period: str
    quotes: tuple[Quote, ...] = ()
    lines: tuple[str, ...] = ()
    silent: str | None = None


@dataclass(frozen=True)
class Table:
    """Rows of text under their heads; `numeric` columns are set to the right."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()

    def parts(self, most: int) -> "tuple[Table, ...]":
        """The table in parts of at most so many columns, each with the first."""
        if len(self.columns) <= most:
            return (self,)
        others = range(1, len(self.columns))
        step = most - 1
        groups = [(0, *others[first : first + step]) for first in range(0, len(others), step)]
        return tuple(
            Table(
                caption=f"{self.caption} ({number}/{len(groups)})",
                columns=tuple(self.columns[place] for place in group),
                rows=tuple(tuple(row[place] for place in group) for row in self.rows),
                numeric=tuple(new for new, place in enumerate(group) if place in self.numeric),
            )
            for number, group in enumerate(groups, start=1)
        )


@dataclass(frozen=True)
class Bars:
    """Amounts of several kinds, stacked in a bar for each category; `keys` name the kinds."""

    categories: tuple[str, ...]
    names: tuple[str, ...]
    keys: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Line:
    """The values of one municipality by year, in runs that a line may join."""

    name: str
    place: int
    runs: tuple[tuple[tuple[int, Decimal], ...], ...]


@dataclass(frozen=True)
class Lines:
    """Values by year; `band` holds year, low and high of the region, `breaks` the years."""

    lines: tuple[Line, ...]
    unit: str
    decimals: int
    band: tuple[tuple[int, Decimal, Decimal], ...] = ()
    band_name: str = ""
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A picture, the message in words, and the table of the same numbers."""

    title: str
    alt: str
    drawn: Bars | Lines
    table: Table


@dataclass(frozen=True)
class Section:
    """One subject: what the municipalities say of it, what is known, what is asked.

    `row` is that of an indicator in a table of all: its name, then each municipality's latest
    value and state.
    """

    id: str
    kind: SectionKind
    title: str
    kicker: str = ""
    lead: str | None = None
    voices: tuple[Voice, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    lines: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    notes: tuple[str, ...] = ()
    row: tuple[str, ...] = ()


@dataclass(frozen=True)
class Handout:
    """A whole hand-out; `data_id` and `day` tell from which data it was made.

    `names` and `places` are those of the municipalities, as in a voice. `chosen` says that the
    themes or goals were picked by hand: the slides then show all of them, in their order.
    """

    language: str
    title: str
    description: str
    names: tuple[str, ...]
    places: tuple[int, ...]
    slugs: tuple[str, ...]
    data_id: str
    day: str
    iso_day: str
    sections: tuple[Section, ...]
    questions: tuple[str, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    chosen: bool = False
