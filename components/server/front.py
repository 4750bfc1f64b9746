"""The middleware in front of Streamlit: it answers for the pages and lets in what it knows."""

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components.i18n import LANGUAGES
from components.pages import HOME, PAGES
from components.server.document import Document
from components.server.error_page import error_page, refusal_to_write
from components.server.prepared import Prepared
from components.server.requests import choose_language

# The paths of Streamlit's that its pages need. The others stay shut: its metrics, its interface
# for programs, its log-in; tests/server holds this list to the routes that it has.
_STREAMLITS: Final = re.compile(
    r"/_stcore/(?:health|host-config)|/(?:_stcore/bidi-components|media|component|app/static)/.+",
    re.DOTALL,
)
# Paths that Streamlit refuses in two bare words, before a route sees them: out of the folder, of
# another machine or drive, or cut by a zero byte.
_UNSAFE: Final = re.compile(r"^/(?:[/\\]|[A-Za-z]:)|[/\\]\.\.(?:[/\\]|$)|\0")
_UPLOADS: Final = "/_stcore/upload_file/"


class Front:
    """Pure ASGI: pages get our document, unknown addresses a 404, and uploads are refused."""

    def __init__(self, app: ASGIApp, document: Document, own: Sequence[Route] = ()) -> None:
        """Wrap an application; `own` are its routes that are not pages."""
        self._app = app
        self._own = own
        slugs = ["", *(page.SLUG for page in PAGES if page.SLUG != HOME)]
        self._pages = {
            (language, slug): Prepared(
                document.render(language, slug or HOME),
                "text/html; charset=utf-8",
                content_language=language,
            )
            for language in LANGUAGES
            for slug in slugs
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is ours to answer and pass the rest on."""
        app = self._app if scope["type"] != "http" else self._choose(scope)
        await app(scope, receive, send)

    def _choose(self, scope: Scope) -> ASGIApp:
        """Return the application that answers a request."""
        path = scope["path"]
        if _STREAMLITS.fullmatch(path) or any(one.path_regex.match(path) for one in self._own):
            unsafe = _UNSAFE.search(path)
            return error_page(scope, HTTPStatus.BAD_REQUEST) if unsafe else self._app
        if path.startswith(_UPLOADS):
            return PlainTextResponse("No page here takes files.\n", HTTPStatus.FORBIDDEN)
        slug = _slug(path)
        page = self._pages.get((choose_language(scope["query_string"]), slug))
        if page is None:
            return error_page(scope, HTTPStatus.NOT_FOUND)
        if refusal := refusal_to_write(scope):
            return refusal
        return page if path == f"/{slug}" else _redirect(scope, slug)


def _slug(path: str) -> str:
    """Return the page that a path may mean: the front page has several names."""
    slug = path.removeprefix("/").removesuffix("/")
    return "" if slug in {HOME, "index.html"} else slug


def _redirect(scope: Scope, slug: str) -> RedirectResponse:
    """Lead from another name of a page to its own, with the query and relative as all links."""
    up = "../" if scope["path"].endswith("/") else "./"
    query = scope["query_string"].decode("latin-1")
    target = f"{up}{slug}" + (f"?{query}" if query else "")
    return RedirectResponse(target, HTTPStatus.PERMANENT_REDIRECT)
