"""Faults of ours: the log has the traceback, the visitor a calm sentence."""

import logging
from http import HTTPStatus
from typing import Final

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.i18n import DEFAULT, LANGUAGES, catalogue
from components.server.error_page import error_page

_LOGGER: Final = logging.getLogger(__name__)


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
