"""Builds the parts of a hand-out from the library, and numbers the sources as they are cited."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from components.analysis.gaps.gap_register import register
from components.analysis.gaps.unknown import Unknown
from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.analysis.looks import looks_of
from components.analysis.projects.projects import project_table
from components.analysis.sentences.sentences import Sentence
from components.analysis.strategies.versions import Version
from components.exports.handout.records import Quote, Section, SectionKind, SourceLine, Voice
from components.i18n import Catalogue
from components.model import Library
from components.phrases.progress import state_in_words, the_sum

Subject = Literal["theme", "goal"]
SUBJECTS: tuple[Subject, ...] = ("theme", "goal")


class HandoutError(Exception):
    """A hand-out could not be made; the message says in one line what failed."""


@dataclass(frozen=True)
class Selection:
    """What a hand-out is made of: versions, themes or goals (none chosen means all), a title.

    A theme is chosen by its id, a goal by `municipality/goal`; they are told in the order chosen.
    """

    versions: tuple[Version, ...]
    today: date
    by: Subject = "theme"
    chosen: tuple[str, ...] = ()
    title: str | None = None

    @property
    def slugs(self) -> tuple[str, ...]:
        """The municipalities in the order chosen."""
        return tuple(version.slug for version in self.versions)


@dataclass
class HandoutBuilder:
    """Makes the parts of one hand-out; sources get their numbers as they are first cited."""

    library: Library
    selection: Selection
    words: Catalogue
    cited: dict[tuple[str, str], SourceLine] = field(default_factory=dict)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the chosen municipalities by slug."""
        return {
            slug: self.words.local(self.library.dossiers[slug].municipality.name)
            for slug in self.selection.slugs
        }

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of the colour and marker of each; past the last look there is none."""
        return looks_of(self.library, self.selection.slugs)

    @cached_property
    def progress(self) -> dict[str, list[Progress]]:
        """The indicators of each municipality with their states."""
        return {
            slug: progress_of(self.library, slug, self.selection.today)
            for slug in self.selection.slugs
        }

    @cached_property
    def projects(self) -> pd.DataFrame:
        """The projects of all with their states of the day."""
        return project_table(self.library, list(self.selection.slugs), self.selection.today)

    @cached_property
    def project_rows(self) -> list[dict[Hashable, Any]]:
        """The same as rows: made once, for every theme asks for them."""
        return self.projects.to_dict("records")

    @cached_property
    def gaps(self) -> list[Unknown]:
        """All that is not known of the chosen municipalities."""
        return register(self.library, self.selection.versions, self.selection.today)

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """The keys of the sentences of two chosen municipalities that are confirmed to pair."""
        slugs = set(self.selection.slugs)
        return [
            (item.a, item.b)
            for item in self.library.alignments
            if item.status == "confirmed"
            and {item.a.partition("/")[0], item.b.partition("/")[0]} <= slugs
        ]

    @cached_property
    def paired(self) -> frozenset[str]:
        """The keys of all that stand in a pair."""
        return frozenset(key for pair in self.pairs for key in pair)

    def section(
        self,
        name: str,
        kind: SectionKind,
        title: str,
        **parts: Any,  # noqa: ANN401 - the other fields of a section
    ) -> Section:
        """A section with the sources that its quotes name."""
        voices: Sequence[Voice] = parts.get("voices", ())
        numbers = {quote.source for voice in voices for quote in voice.quotes}
        sources = tuple(line for line in self.cited.values() if line.number in numbers)
        return Section(id=name, kind=kind, title=title, sources=sources, **parts)

    def voices(self, said: Mapping[str, Sequence[Sentence]], silent: str) -> tuple[Voice, ...]:
        """What each municipality says; who says nothing is told to be `silent`."""
        return tuple(self.voice(slug, found, silent) for slug, found in said.items())

    def voice(
        self, slug: str, said: Sequence[Sentence], silent: str, lines: Sequence[str] = ()
    ) -> Voice:
        """What one municipality says, with what we add."""
        version = self.selection.versions[self.selection.slugs.index(slug)]
        return Voice(
            slug=slug,
            name=self.names[slug],
            place=self.places[slug],
            period=self.words.period(version.strategy.period),
            quotes=tuple(self.quote(item) for item in said),
            lines=tuple(lines),
            silent=None if said else silent,
        )

    def quote(self, item: Sentence) -> Quote:
        """The words of a sentence with the number of its source."""
        named = item.name is not None and item.text is not None
        return Quote(
            words=item.shown,
            source=self.cite(item.slug, item.source).number,
            lead=item.name if named else None,
            translation=_translation(item, self.words.language),
            shared=item.key in self.paired,
        )

    def named(self, item: Sentence) -> str:
        """The name of a sentence, translated where there is a translation."""
        translated = (
            item.name_translation.get(self.words.language) if item.name_translation else None
        )
        return translated or item.name or ""

    def cite(self, slug: str, source_id: str) -> SourceLine:
        """The line of a source, numbered when it is first cited."""
        if (slug, source_id) not in self.cited:
            source = next(
                item for item in self.library.dossiers[slug].sources if item.id == source_id
            )
            self.cited[slug, source_id] = SourceLine(
                number=len(self.cited) + 1,
                title=source.title,
                publisher=source.publisher,
                day=self.words.day(source.date) if source.date else None,
                url=source.url,
                has_text=source.text is not None,
            )
        return self.cited[slug, source_id]

    def project_line(self, states: Sequence[str]) -> list[str]:
        """How many projects are in which state, in a sentence; nothing of none."""
        if not states:
            return []
        told = [
            f"{states.count(state)} {self.words(f'state.{state}')}"
            for state in dict.fromkeys(states)
        ]
        return [self.words.count("handout.projects", len(states), states=self.words.names(told))]

    def indicator_lines(self, items: Sequence[Progress]) -> list[str]:
        """Each indicator with its state and its sum; whose choice it is stands in the words."""
        return [
            self.words(
                f"handout.indicator_{item.indicator.basis}",
                name=self.words.local(item.definition.names),
                state=state_in_words(item, self.words),
                sum=the_sum(item, self.words),
            )
            for item in items
        ]


def _translation(item: Sentence, language: str) -> str | None:
    """The unofficial translation of what is shown; that of a value holds its name."""
    for translation in (item.translation, item.name_translation):
        if translation and (words := translation.get(language)):
            return words
    return None
