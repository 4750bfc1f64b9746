"""Every kind of hand-out: how its file ends, what it is, and what makes it."""

from dataclasses import dataclass
from importlib import import_module

from components.exports.handout.builder import Selection
from components.exports.handout.outline import handout
from components.i18n import Catalogue
from components.model import Library

OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Kind:
    """A kind of hand-out.

    `part` tells in the name of the file which of two kinds that end alike it is. The maker is
    named, not imported: what draws, sets type or writes slides is heavy, and only its own kind
    needs it.
    """

    name: str
    suffix: str
    mime: str
    maker: str
    part: str = ""
    from_data: bool = False

    def make(self, library: Library, selection: Selection, words: Catalogue) -> bytes:
        """The file that is wished for, in the language of the words."""
        module, _, function = self.maker.partition(":")
        maker = getattr(import_module(f"components.exports.{module}"), function)
        made: bytes = (
            maker(library, selection, words)
            if self.from_data
            else maker(handout(library, selection, words), words)
        )
        return made


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("pdf", ".pdf", "application/pdf", "pdf.report:report_bytes"),
        Kind("pdf-goals", ".pdf", "application/pdf", "pdf.report:summaries_bytes", part="goals"),
        Kind(
            "pptx",
            ".pptx",
            f"{OFFICE}.presentationml.presentation",
            "pptx.presentation:pptx_bytes",
        ),
        Kind(
            "xlsx",
            ".xlsx",
            f"{OFFICE}.spreadsheetml.sheet",
            "xlsx.spreadsheet:xlsx_bytes",
            from_data=True,
        ),
        Kind("html", ".html", "text/html", "html.report:html_bytes"),
        Kind("deck", ".html", "text/html", "deck:deck_bytes", part="deck"),
        Kind("csv", ".zip", "application/zip", "data.tables:zip_bytes", "tables", from_data=True),
    )
}
