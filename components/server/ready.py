"""Whether this process can take visitors: what a proxy asks before it sends anyone here."""

import gc
import importlib
from http import HTTPStatus
from threading import Thread
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components.analysis.sentences.search import index_of
from components.widgets.library_cache import chosen_root, edition, published

PATH: Final = "/api/ready"
# What the first visitor would wait for otherwise: Streamlit and plotly import these when used.
_LATE: Final = ("pandas", "plotly.graph_objects", "plotly.io", "pyarrow", "components.app")


class Readiness:
    """Knows whether everything is warm, and warms it."""

    def __init__(self) -> None:
        """Begin cold."""
        self._warm = False

    async def warm(self) -> None:
        """Load all that visits need, and spare the collector all of it."""
        await to_thread.run_sync(_load)
        gc.collect()
        gc.freeze()  # it would look through the library and the imports again at each collection
        self._warm = True
        Thread(target=_index, name="search-index", daemon=True).start()

    def route(self) -> Route:
        """Return the route of the answer."""

        async def answer(_request: Request) -> JSONResponse:
            found = edition(chosen_root()) if self._warm else None
            count = len(found.loaded.library.dossiers) if found else 0
            body = {
                "ready": count > 0,
                "library": found.id if found else None,
                "municipalities": count,
                # Files with errors: of them the last sound content is served, if there was any.
                "faulty": sorted({item.file for item in found.loaded.problems}) if found else [],
            }
            status = HTTPStatus.OK if count else HTTPStatus.SERVICE_UNAVAILABLE
            return JSONResponse(body, status, {"cache-control": "no-store"})

        return Route(PATH, answer)


def _index() -> None:
    """Make what the search needs; for hundreds of municipalities that takes seconds."""
    index_of(published(chosen_root()).library)


def _load() -> None:
    for name in _LATE:
        importlib.import_module(name)
    published(chosen_root())
