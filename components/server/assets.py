"""Streamlit's own scripts, styles and fonts: compressed, and kept by the browser for good."""

import hashlib
import mimetypes
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Final

import streamlit
from anyio import to_thread
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.compressed import SUFFIXES, Compressed
from components.server.first_screen import CHARTS, own_assets
from components.server.prepared import best_encoding
from components.server.requests import header

STREAMLIT: Final = Path(streamlit.__file__).parent / "static"
"""The folder of what browsers are given of Streamlit."""
PREFIX: Final = "/static/"
_HASHED: Final = re.compile(r"\.[\w-]{8}\.\w+")  # index.DormvYxC.js: another content, another name
_FOR_GOOD: Final = "public, max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"
# Said here because the tables of some systems call a script plain text.
_KINDS: Final[Mapping[str, str]] = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


def asset_files(folder: Path) -> dict[str, Path]:
    """Return the assets by their path below /static/."""
    return {
        file.relative_to(folder / "static").as_posix(): file
        for file in sorted((folder / "static").rglob("*"))
        if file.is_file()
    }


def wanted_files(folder: Path, files: Iterable[str]) -> list[str]:
    """Return the assets that our pages cannot be without, in the order in which they need them."""
    index = (folder / "index.html").read_text(encoding="utf-8")
    named = sorted((name for name in files if name in index), key=index.index)
    return [*named, *(name for name in files if CHARTS in name)]


class Assets:
    """Pure ASGI: answers for everything below /static/ and passes the rest on."""

    def __init__(self, app: ASGIApp, files: Mapping[str, Path], compressed: Compressed) -> None:
        """Wrap an application and answer with files, in their compressed form when it is ready."""
        self._app = app
        self._files = files
        self._compressed = compressed
        self._kept: dict[Path, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for an asset or pass the call on."""
        app = self._app
        if scope["type"] == "http" and scope["path"].startswith(PREFIX):
            app = await self._answer(scope)
        await app(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        name = scope["path"].removeprefix(PREFIX)
        file = self._files.get(name)
        if file is None:  # not index.html, as Streamlit would: a browser would read it as a script
            return PlainTextResponse("Not found.\n", HTTPStatus.NOT_FOUND)
        if scope["method"] not in {"GET", "HEAD"}:
            allowed = {"allow": "GET, HEAD"}
            return PlainTextResponse("", HTTPStatus.METHOD_NOT_ALLOWED, allowed)
        headers = {"cache-control": _FOR_GOOD if _HASHED.search(name) else _ASK_AGAIN}
        if file.suffix in SUFFIXES:
            headers["vary"] = "accept-encoding"
        forms = self._compressed.forms(name)
        encoding = best_encoding(scope, forms)
        body = await self._form(forms[encoding]) if encoding else None
        if body is None:
            body = await to_thread.run_sync(file.read_bytes)
        elif encoding:
            headers["content-encoding"] = encoding
        if headers["cache-control"] == _ASK_AGAIN:
            headers["etag"] = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if header(scope, b"if-none-match") == headers["etag"]:
                return Response(None, HTTPStatus.NOT_MODIFIED, headers)
        kind = _KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        return Response(body, HTTPStatus.OK, headers, kind or "application/octet-stream")

    async def _form(self, form: Path) -> bytes | None:
        """Return a compressed form; what was asked for once is kept in memory.

        None when the folder was emptied, as one may do with a cache at any time.
        """
        if form not in self._kept:
            with suppress(OSError):
                self._kept[form] = await to_thread.run_sync(form.read_bytes)
        return self._kept.get(form)


def installed_assets(cache: Path) -> tuple[dict[str, Path], Compressed]:
    """Return the assets of the installed Streamlit and the store of their compressed forms."""
    files = asset_files(STREAMLIT) | own_assets()
    wanted = wanted_files(STREAMLIT, files)
    ordered = {name: files[name] for name in (*wanted, *files)}
    release = f"streamlit-{streamlit.__version__}"
    return files, Compressed(ordered, frozenset(wanted), cache / "assets", release)
