"""The calm page of an address that leads nowhere and of a fault of ours, and what answers so."""

import logging
from http import HTTPStatus
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.exports.text.jinja import environment
from components.i18n import DEFAULT, LANGUAGES, catalogue
from components.pages import HOME, PAGES, SEARCH
from components.server.requests import choose_language
from components.widgets.frame import SEARCHED

_TEMPLATES: Final = Path(__file__).with_name("templates")
_DEEPEST: Final = 10  # a longer address would make a larger page
READING: Final = ("GET", "HEAD")
ALLOWED: Final = {"allow": ", ".join(READING)}
_LOGGER: Final = logging.getLogger(__name__)


def refusal_to_write(scope: Scope) -> HTMLResponse | None:
    """Return the page for a method that does more than read; none for one that only reads."""
    if scope["method"] in READING:
        return None
    return error_page(scope, HTTPStatus.METHOD_NOT_ALLOWED, ALLOWED)


def error_page(
    scope: Scope, status: int, headers: dict[str, str] | None = None, *, told: str = ""
) -> HTMLResponse:
    """Return the page in the language of the address, which itself is not repeated in it.

    What is `told` says in one line where, what was found and what was expected, in English.

    Its links are relative, so that they also lead home below a path that a proxy took away.
    """
    language = choose_language(scope["query_string"])
    words = catalogue(language)
    kind = "missing" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "fault"
    markup = (
        environment(_TEMPLATES)
        .get_template("error.html")
        .render(
            t=words,
            told=told,
            title=words(f"server.{kind}.title"),
            text=words(f"server.{kind}.text"),
            slugs=[page.SLUG for page in PAGES],
            home=HOME,
            search=SEARCH,
            searched=SEARCHED,
            root="../" * min(scope["path"].count("/") - 1, _DEEPEST) or "./",
            query="" if language == DEFAULT else f"?kieli={language}",
        )
    )
    return HTMLResponse(
        markup,
        status,
        {"cache-control": "no-store", "content-language": language} | (headers or {}),
    )


class Calm:
    """Pure ASGI: what raises before it has answered is answered with the error page."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, and answer for it when it fails."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Exception:  # the last that can answer calmly, whatever it was; it is logged whole
            if begun:
                raise  # half an answer is out: the server drops the connection and logs
            _LOGGER.exception("a request failed: %s %s", scope["method"], scope["path"])
            await error_page(scope, HTTPStatus.INTERNAL_SERVER_ERROR)(scope, receive, send)


async def refused(request: Request, error: HTTPException) -> Response:
    """Answer for what a route refuses, such as a file that is no longer kept."""
    return error_page(request.scope, error.status_code, dict(error.headers or {}))


def script_failed(_error: Exception) -> bool:
    """Say on the page that it could not be finished; Streamlit has logged why."""
    language = st.query_params.get("kieli", DEFAULT)
    st.error(catalogue(language if language in LANGUAGES else DEFAULT)("server.fault.text"))
    return True
