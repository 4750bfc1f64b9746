"""The middleware in front of Streamlit: it answers for the pages and lets all else pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from components.server.language import choose_language

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from components.server.document import Document

# A page is the root or one segment without a dot: /vertailu, but not /favicon.png, not /a/b, and
# not /vertailu/, which Streamlit sends on to the address without the slash.
_PAGE: Final = re.compile(r"/(?P<slug>[^/.]*)|/index\.html")
# First segments that belong to Streamlit's own routes; tests/server holds this list to them.
_STREAMLITS: Final = frozenset(
    {"_stcore", "app", "auth", "component", "media", "oauth2callback", "static"}
)


class Front:
    """Pure ASGI: page requests get our document, everything else goes through untouched."""

    def __init__(self, app: ASGIApp, document: Document) -> None:
        """Wrap an application and answer its pages with a document."""
        self._app = app
        self._document = document

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a page request or pass the call on."""
        slug = _page(scope)
        if slug is None:
            await self._app(scope, receive, send)
            return
        language = choose_language(scope["query_string"])
        body = self._document.render(language, slug)
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [
                    (b"content-type", b"text/html; charset=utf-8"),
                    (b"content-length", str(len(body)).encode()),
                    (b"content-language", language.encode()),
                    (b"cache-control", b"no-cache"),
                ],
            }
        )
        sent = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": sent})


def _page(scope: Scope) -> str | None:
    """Return the slug of the page asked for, or None when it is not a page that is asked for."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return None
    match = _PAGE.fullmatch(scope["path"])
    if match is None or match["slug"] in _STREAMLITS:
        return None
    return match["slug"] or ""
