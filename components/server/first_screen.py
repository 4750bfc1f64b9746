"""What a browser is told to fetch at once, so that the first screen stands still as it comes.

Streamlit asks for the scripts of its elements only once it draws them, and what was drawn below
them jumps when they arrive. These follow its file names, which no promise covers: a release that
names them otherwise has pages that come up less calmly, and are otherwise the same.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from components.widgets.frame import STYLE

CHARTS: Final = "PlotlyChart."
"""How the name of Streamlit's script of the charts begins, by far the largest of all."""
# The menu, the search box, the pickers, and the markup of our own.
_FIRST: Final = ("PageLink.", "TextInput.", "Multiselect.", "ButtonGroup.", "Html.")
_IMPORTED: Final = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")
_LATE_CHARTS: Final = Path(__file__).with_name("late_charts.js")


@cache
def own_assets() -> dict[str, Path]:
    """Return our files that stand among Streamlit's assets, by their names there.

    A name tells the content, as those of Streamlit do, so that a browser keeps it for good.
    """
    return {_name(file): file for file in (_LATE_CHARTS, STYLE)}


def _name(file: Path) -> str:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    return f"{file.suffix[1:]}/{file.stem}.{digest}{file.suffix}"


def first_scripts(folder: Path) -> tuple[str, ...]:
    """Return the scripts of the first screen that Streamlit's index.html does not name."""
    scripts = folder / "static" / "js"
    index = (folder / "index.html").read_text(encoding="utf-8")
    found: dict[str, None] = {}
    wanted = [file.name for file in sorted(scripts.glob("*.js")) if file.name.startswith(_FIRST)]
    while wanted:
        name = wanted.pop()
        if name not in found and name not in index and (scripts / name).is_file():
            found[name] = None
            wanted += _IMPORTED.findall((scripts / name).read_text(encoding="utf-8"))
    return tuple(found)


def import_map(files: Iterable[str]) -> str:
    """Return the map that puts the charts off until the header is drawn; see late_charts.js."""
    charts = next((f"./static/{name}" for name in files if CHARTS in name), None)
    if charts is None:
        return "{}"
    late = f"./static/{_name(_LATE_CHARTS)}"
    return json.dumps({"imports": {charts: late}, "scopes": {late: {"charts": charts}}})


def ahead_of_scripts(files: Iterable[str]) -> str:
    """Return the markup that must stand before Streamlit's own scripts."""
    return f'<script type="importmap">{import_map(files)}</script>'


def preloads(folder: Path) -> str:
    """Return the links to the scripts of the first screen."""
    return "\n    ".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}" />'
        for name in first_scripts(folder)
    )


def style() -> str:
    """Return the link to our style sheet.

    It stands in the body: there its rules come after those that Streamlit adds to the head.
    """
    return f'<link rel="stylesheet" href="./static/{_name(STYLE)}" />'
