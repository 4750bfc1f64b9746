"""Opens a page of the whole app as a visitor would, and reads what is on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from streamlit.testing.v1 import AppTest

from components.i18n import Catalogue, catalogue

DOTTED = {key for key in catalogue("fi").entries if "." in key}
KEY = re.compile(r"(?<![\w./-])[a-z_]+(?:\.[a-z_-]+)+(?![\w/-])")
TAG = re.compile(r"<[^>]*>")
STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
WORDY = ("title", "header", "info", "markdown", "caption")


@dataclass(frozen=True)
class Page:
    """A page as it was drawn."""

    app: AppTest
    language: str

    @property
    def words(self) -> Catalogue:
        """The words of its language."""
        return catalogue(self.language)

    @property
    def headings(self) -> list[str]:
        """The headings of the first level."""
        return [title.value for title in self.app.title]

    @property
    def markup(self) -> str:
        """All that our templates have drawn, without the style sheet."""
        return STYLE.sub("", "\n".join(part.proto.body for part in self.app.get("html")))

    @property
    def text(self) -> str:
        """All text of the page, in templates and in Streamlit's own headings and notices."""
        parts = [part.value for kind in WORDY for part in self.app.get(kind)]  # type: ignore[union-attr]
        return "\n".join([*parts, unescape(TAG.sub(" ", self.markup))])

    @property
    def figures(self) -> list[str]:
        """The words beside the figures."""
        return [figure.proto.alt for figure in self.app.get("plotly_chart")]

    @property
    def raw_keys(self) -> set[str]:
        """Keys of the catalogue that stand on the page as such, labels and figures included."""
        protos = "\n".join(str(part.proto) for part in self.app.main if part.type != "html")
        return set(KEY.findall(f"{self.text}\n{protos}")) & DOTTED

    def assert_sound(self) -> None:
        """No exception, one heading of the first level, no raw key, no word of Python."""
        assert [str(fault.value) for fault in self.app.exception] == []
        assert len(self.headings) == 1
        assert self.raw_keys == set()
        assert f'data-kieli="{self.language}"' in self.markup
        none = () if self.language == "en" else ("None",)
        for word in (*none, "nan", "NaN", "NaT", "Traceback", "undefined"):
            assert re.search(rf"(?<!\w){word}(?!\w)", self.text) is None, word


def run_page(start: str) -> None:
    """What AppTest runs: the whole app with one page open."""
    from datetime import date  # noqa: PLC0415 - AppTest runs the body of this function alone

    from components.app import run  # noqa: PLC0415

    run(start=start, today=date(2026, 11, 21))


def open_page(slug: str, /, language: str = "fi", **query: str | Sequence[str]) -> Page:
    """Open a page with what the address asks for; _ stands for - in a name."""
    app = AppTest.from_function(run_page, kwargs={"start": slug}, default_timeout=30)
    if language != "fi":
        app.query_params["kieli"] = language
    for name, value in query.items():
        app.query_params[name.replace("_", "-")] = value if isinstance(value, str) else list(value)
    return Page(app.run(), language)
