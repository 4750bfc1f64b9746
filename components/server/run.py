"""Starting the dashboard: one port, one line, and a plain sentence when it cannot start."""

import asyncio
import contextlib
import errno
import os
import socket
import sys
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Final

import streamlit as st
import uvicorn
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from components.i18n import DEFAULT, catalogue
from components.server.api import Api
from components.server.assets import Assets, installed_assets
from components.server.document import Document
from components.server.error_page import Calm, refused, script_failed
from components.server.exports import Exports
from components.server.front import Front
from components.server.origins import Origins
from components.server.policy import SecurityHeaders, security_headers
from components.server.ready import Readiness
from components.server.reports import Reports
from components.server.settings import SettingError, Settings
from components.server.site_files import site_files
from components.widgets.frame import OWN_SERVER
from components.widgets.library_cache import ROOT_VARIABLE

SCRIPT: Final = Path(__file__).resolve().parents[2] / "app.py"
_MEGABYTE: Final = 1_000_000
_PING_SECONDS: Final = 30  # as `streamlit run` does: keeps proxies from closing a quiet socket
_LAST_WORDS_SECONDS: Final = 5
_LAST_PORT: Final = 65535


class StartError(Exception):
    """The server cannot start; the message says why and what to do."""


def serve(root: Path | None, host: str = "127.0.0.1", port: int = 8501) -> None:
    """Serve the dashboard of a data root (None: the project's own) until it is stopped."""
    if root is not None:
        os.environ[ROOT_VARIABLE] = str(root.resolve())
    try:
        settings = Settings.read(os.environ)
        document = _document()
        listener = _listen(host, port)
    except (SettingError, StartError) as error:
        sys.exit(f"strategiapeili serve: {error}")
    os.environ[OWN_SERVER] = "1"
    with listener:
        address, port = listener.getsockname()[:2]
        greeting = f"{catalogue(DEFAULT)('app.name')}: http://{_shown(address)}:{port}"
        app = _app(settings, document, greeting)
        server = uvicorn.Server(_uvicorn_config(app))
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how one stops it, not a fault
            server.run(sockets=[listener])
    if not server.started:
        sys.exit("strategiapeili serve: the server stopped before it was ready, see above")


def _document() -> Document:
    """Read Streamlit's document, and see that there is a script to serve with it."""
    if not SCRIPT.is_file():
        message = (
            f"{SCRIPT} is missing: the dashboard runs from the project folder; "
            "clone it and install with `uv sync`"
        )
        raise StartError(message)
    return Document.installed()


def _listen(host: str, port: int) -> socket.socket:
    """Open the port ourselves, so that a taken one is told in a sentence and none is guessed."""
    if not 0 <= port <= _LAST_PORT:
        message = f"port {port} does not exist: choose one from 1 to {_LAST_PORT} with --port"
        raise StartError(message)
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror as error:
        message = f"the host {host!r} is not known: choose another with --host"
        raise StartError(message) from error
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would let two servers share one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        raise StartError(_why_not(error, host, port)) from error
    return listener


def _why_not(error: OSError, host: str, port: int) -> str:
    """Say in one line why a port could not be opened and what to do instead."""
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program: choose another, e.g. --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"port {port} needs special rights: choose one above 1023, e.g. --port 8501"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is not an address of this machine: choose another with --host"
    return f"cannot listen on {host} port {port}: {error.strerror or error}"


def _shown(address: str) -> str:
    """Write an address as a browser takes it; one that means "all" is shown as this machine."""
    if address in {"0.0.0.0", "::"}:  # noqa: S104 - compared with, not bound to
        return "localhost"
    return f"[{address}]" if ":" in address else address


def _app(settings: Settings, document: Document, greeting: str) -> st.App:
    """Make the application; it greets once, when it can take visitors."""
    readiness = Readiness()
    files, compressed = installed_assets(settings.cache)
    routes = [
        readiness.route(),
        *site_files(settings),
        *Reports(settings).routes(),
        *Exports().routes(),
        *Api().routes(),
    ]

    async def become_ready() -> None:
        await readiness.warm()
        sys.stdout.write(f"{greeting}\n")
        sys.stdout.flush()
        compressed.start()

    @contextlib.asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncGenerator[None]:
        warming = asyncio.create_task(become_ready())
        yield
        warming.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await warming

    headers = security_headers(document.scripts, settings.embedders)
    return st.App(
        SCRIPT,
        lifespan=lifespan,
        routes=routes,
        middleware=[
            Middleware(SecurityHeaders, headers=headers),
            Middleware(Calm),
            Middleware(Origins, settings=settings),
            Middleware(Assets, files=files, compressed=compressed),
            Middleware(
                Front,
                document=document,
                own=routes,
            ),
        ],
        exception_handlers={HTTPException: refused},
        on_script_error=script_failed,
    )


def _uvicorn_config(app: st.App) -> uvicorn.Config:
    """Set up uvicorn the way `streamlit run` does, only quieter."""
    return uvicorn.Config(
        app,
        ws="websockets-sansio",
        # What a visitor sends: Streamlit would take 200 MB in before it looks at its own limit.
        ws_max_size=int(st.get_option("server.maxWidgetStateSize")) * _MEGABYTE,
        ws_ping_interval=_PING_SECONDS,
        ws_ping_timeout=_PING_SECONDS,
        ws_per_message_deflate=bool(st.get_option("server.enableWebsocketCompression")),
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=_LAST_WORDS_SECONDS,
    )
