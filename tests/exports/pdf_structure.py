"""Reads the structure of a PDF that a screen reader goes by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Tag:
    """An element of the structure: its kind, what it is said to be, and for whom it heads."""

    kind: str
    alt: str | None
    scope: str | None


@dataclass(frozen=True)
class Paper:
    """What a PDF says of itself, its tags in reading order, its fonts."""

    title: str
    language: str
    marked: bool
    shows_title: bool
    standard: str | None
    pages: int
    tags: tuple[Tag, ...]
    fonts: frozenset[str]
    unembedded: frozenset[str]

    def all(self, kind: str) -> list[Tag]:
        """The tags of a kind."""
        return [tag for tag in self.tags if tag.kind == kind]


def read_paper(content: bytes) -> Paper:
    """Open a PDF and read it."""
    with pikepdf.open(BytesIO(content)) as opened:
        root = opened.Root
        with opened.open_metadata() as said:
            standard = said.get("pdfuaid:part")
        fonts = dict(_fonts(opened))
        return Paper(
            title=str(opened.docinfo["/Title"]),
            language=str(root.Lang),
            marked=bool(root.MarkInfo.Marked),
            shows_title=bool(root.ViewerPreferences.DisplayDocTitle),
            standard=standard,
            pages=len(opened.pages),
            tags=tuple(_tags(root.StructTreeRoot.K)),
            fonts=frozenset(name.partition("+")[2] for name in fonts),
            unembedded=frozenset(name for name, embedded in fonts.items() if not embedded),
        )


def _tags(node: Any) -> Iterator[Tag]:  # noqa: ANN401 - an object of the PDF
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _tags(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield Tag(str(node.S).removeprefix("/"), _said(node, "/Alt"), _scope(node))
        if "/K" in node:
            yield from _tags(node.K)


def _said(node: Any, name: str) -> str | None:  # noqa: ANN401
    return str(node[name]) if name in node else None


def _scope(node: Any) -> str | None:  # noqa: ANN401
    found = node.get("/A")
    for one in found if isinstance(found, pikepdf.Array) else [found]:
        if one is not None and "/Scope" in one:
            return str(one["/Scope"]).removeprefix("/")
    return None


def _fonts(opened: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    """The fonts that pages name, and whether their letters come with the file."""
    for page in opened.pages:
        for font in dict(page.Resources.get("/Font", {})).values():
            letters = font.DescendantFonts[0].FontDescriptor
            yield (
                str(font.BaseFont).removeprefix("/"),
                any(name in letters for name in ("/FontFile2", "/FontFile3")),
            )
