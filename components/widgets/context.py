"""What every page draws from: the library, the choices in the address, the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import urlencode

from components.analysis.looks import LOOKS, looks_of
from components.analysis.sentences.citations import Citation, cite
from components.analysis.sentences.sentences import Sentence
from components.analysis.strategies.versions import Version, choose
from components.i18n import DEFAULT, Catalogue
from components.loading import Problem
from components.model import Library, LocalText

DEFAULT_COUNT = 2
MOST_MUNICIPALITIES = LOOKS


@dataclass(frozen=True)
class Context:
    """One visitor's view of the library; all of it can be read from the address."""

    root: Path
    library: Library
    problems: tuple[Problem, ...]
    words: Catalogue
    versions: Mapping[str, Version]
    today: date
    edition: str
    dark: bool = False

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.words.language

    @cached_property
    def view(self) -> tuple[object, ...]:
        """What tells one view of the library from another."""
        versions = tuple((slug, version.strategy.id) for slug, version in self.versions.items())
        return versions, self.language, self.today, self.dark

    @cached_property
    def cache_key(self) -> str:
        """What tells what is drawn for one view from what is drawn for another."""
        return repr((self.edition, *self.view))

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The chosen municipalities in the order chosen."""
        return tuple(self.versions)

    def name(self, slug: str) -> str:
        """The name of a municipality."""
        return self.words.local(self.library.dossiers[slug].municipality.name)

    def names(self, slugs: tuple[str, ...] | list[str]) -> str:
        """The names of municipalities as a list in words."""
        return self.words.names([self.name(slug) for slug in slugs])

    @cached_property
    def looks(self) -> Mapping[str, int]:
        """The number of the colour, marker and line of each of the chosen."""
        return looks_of(self.library, self.slugs)

    def index(self, slug: str) -> int:
        """Which colour and marker a municipality has; one that is not chosen has none."""
        return self.looks.get(slug, LOOKS)

    def translated(self, sentence: Sentence) -> str | None:
        """The unofficial translation of a sentence; None on a Finnish page or without one."""
        return sentence.translation.get(self.language) if sentence.translation else None

    def name_of(self, sentence: Sentence) -> str | None:
        """The translated name of a sentence that has a name, likewise."""
        return sentence.name_translation.get(self.language) if sentence.name_translation else None

    def theme(self, theme: str) -> str:
        """The name of a theme, or its id while data/themes.yaml cannot be read."""
        known = self.library.themes.get(theme)
        return self.words.local(known.names) if known else theme

    def concept(self, concept: str) -> str:
        """The name of a concept of the lexicon."""
        return self.words.local(self._concepts[concept])

    @cached_property
    def _concepts(self) -> Mapping[str, LocalText]:
        return {
            name: concept.label
            for theme in self.library.themes.values()
            for name, concept in theme.concepts.items()
        }

    def theme_names(self, themes: Sequence[str]) -> str:
        """The names of themes in a row. Many hold an "and" of their own, so commas alone."""
        return ", ".join(self.theme(theme) for theme in themes)

    def concept_names(self, concepts: Sequence[str]) -> str:
        """The names of concepts in a row, likewise."""
        return ", ".join(self.concept(concept) for concept in concepts)

    def cite(self, sentence: Sentence) -> Citation:
        """The source of a sentence and the passage where its words stand."""
        return cite(self.library, sentence.slug, sentence.source, sentence.words)

    @cached_property
    def parameters(self) -> dict[str, list[str]]:
        """What the address names on every page: the choices that are not the usual ones."""
        named: dict[str, list[str]] = {}
        if self.language != DEFAULT:
            named["kieli"] = [self.language]
        if self.slugs != default_slugs(self.library):
            named["kunta"] = list(self.slugs)
        for slug, version in self.versions.items():
            if version.strategy.id != choose(self.library.dossiers[slug], self.today).strategy.id:
                named[f"versio-{slug}"] = [version.strategy.id]
        return named

    def address(self, page: str, **parameters: str) -> str:
        """The address of a page with the same choices."""
        query = urlencode(self.parameters | parameters, doseq=True)
        return f"{page}?{query}" if query else page

    def source_address(self, sentence: Sentence, cited: Citation) -> str:
        """The address of the text of a source, and of the passage in it where there is one."""
        passage = {"kohta": sentence.id} if cited.checked else {}
        return self.address("aineisto", lahde=f"{sentence.slug}/{cited.source.id}", **passage)


def default_slugs(library: Library) -> tuple[str, ...]:
    """The municipalities shown when the address names none: the first two."""
    return tuple(library.dossiers)[:DEFAULT_COUNT]
