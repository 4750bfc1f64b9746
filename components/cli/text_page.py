"""An answer as text for a terminal: wrapped to its width, with the sources at its end."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from textwrap import TextWrapper
from typing import Final

from components.analysis.sentences.citations import source_of
from components.analysis.sentences.sentences import Sentence
from components.i18n import DEFAULT, Catalogue
from components.model import Library, Source

NARROWEST, WIDEST = 40, 100
INDENT: Final = 2
TRANSLATED: Final = "→ "
Cited = tuple[str, str | None]
"""A source as it is listed: what it is called, and its address if it has one."""


class TextPage:
    """Lines in the making; a source gets its number when it is first cited."""

    def __init__(self, library: Library, words: Catalogue) -> None:
        """Begin a page as wide as the terminal, within what can be read."""
        self.library = library
        self.words = words
        self.width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
        self._lines: list[str] = []
        self._cited: list[Cited] = []

    def title(self, text: str) -> None:
        """What the whole page is about."""
        self._lines += [text, "=" * min(len(text), self.width)]

    def explain_translations(self) -> None:
        """Whose the translations are, said once for the whole page."""
        if self.words.language != DEFAULT:
            self.line(self.words("command.translated", mark=TRANSLATED.strip()))

    def heading(self, text: str) -> None:
        """What a part of it is about."""
        text = text[:1].upper() + text[1:]
        self._lines += ["", text, "-" * min(len(text), self.width)]

    def line(self, text: str, depth: int = 0, mark: str = "") -> None:
        """A paragraph; the lines after the first stand below its words, not below its mark."""
        indent = " " * INDENT * depth
        wrapper = TextWrapper(
            width=self.width,
            initial_indent=indent + mark,
            subsequent_indent=indent + " " * len(mark),
            break_long_words=False,
            break_on_hyphens=False,
        )
        self._lines += wrapper.wrap(text) or [""]

    def official(self, item: Sentence, depth: int = 0, mark: str = "") -> None:
        """A sentence in the words of its source, with its number, and our translation below."""
        self.line(item.all_words + self.cite(self.sources_of([item])), depth, mark)
        translation = translated(item, self.words.language)
        if translation:
            self.line(translation, depth, " " * len(mark) + TRANSLATED)

    def sources_of(self, items: Iterable[Sentence]) -> list[Cited]:
        """The sources of some sentences."""
        found = [source_of(self.library, item.slug, item.source) for item in items]
        return [(self._entry(source), source.url) for source in found]

    def cite(self, sources: Iterable[Cited]) -> str:
        """The numbers of some sources, to stand after what they say."""
        numbers = []
        for source in sources:
            if source not in self._cited:
                self._cited.append(source)
            numbers.append(self._cited.index(source) + 1)
        told = ",\u00a0".join(str(number) for number in sorted(set(numbers)))
        return f"\u00a0[{told}]" if told else ""

    def name(self, slug: str) -> str:
        """The name of a municipality."""
        return self.words.local(self.library.dossiers[slug].municipality.name)

    def themes(self, themes: Sequence[str]) -> str:
        """The names of themes in a row. Many hold an "and" of their own, so commas alone."""
        return ", ".join(self.words.local(self.library.themes[theme].names) for theme in themes)

    def concepts(self, concepts: Sequence[str]) -> str:
        """The names of concepts of the lexicon in a row, likewise."""
        labels = {
            name: concept.label
            for theme in self.library.themes.values()
            for name, concept in theme.concepts.items()
        }
        return ", ".join(self.words.local(labels[concept]) for concept in concepts)

    def print(self) -> None:
        """Write the page, its sources last."""
        if self._cited:
            self.heading(self.words("handout.sources"))
        for number, (entry, url) in enumerate(self._cited, 1):
            mark = f"[{number}] "
            self.line(entry, mark=mark)
            if url:
                self.line(url, mark=" " * len(mark))
        sys.stdout.write("\n".join(self._lines) + "\n")

    def _entry(self, source: Source) -> str:
        """The title of a source, who published it and when."""
        day = self.words.day(source.date) if source.date else None
        return ", ".join(part for part in (source.title, source.publisher, day) if part)


def translated(item: Sentence, language: str) -> str | None:
    """The unofficial translation of what is shown; that of a value holds its name."""
    for translation in (item.translation, item.name_translation):
        if translation and (words := translation.get(language)):
            return words
    return None
