"""Servers that are started to be measured: each on a free port of this machine, each stopped."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from tests.bench.machine import cpu_seconds, listens

PROJECT: Final = Path(__file__).parents[2]
APPS: Final = Path(__file__).with_name("apps")
OPTIONS: Final = Path(".streamlit", "config.toml")
PATIENCE: Final = 120
"""Seconds that a server may take to start or to come to rest."""
_GLANCE: Final = 0.2
_RESTING: Final = 0.02
_LONG_ENOUGH: Final = 5
_OPENER: Final = build_opener(ProxyHandler({}))


class ServerError(Exception):
    """A server did not start, or is not the one that was started; the message says which."""


@dataclass(frozen=True)
class Server:
    """A running server: its address and its process."""

    url: str
    pid: int

    def settle(self) -> None:
        """Wait until it has had nothing to do for a while: search index, compressed assets.

        On a crowded machine a server may get no turn for a second or two, hence the long while.
        """
        until, rested = time.monotonic() + PATIENCE, 0
        while time.monotonic() < until and rested < _LONG_ENOUGH:
            before = cpu_seconds(self.pid)
            time.sleep(1)
            rested = rested + 1 if cpu_seconds(self.pid) - before <= _RESTING else 0

    def answers(self, path: str, **headers: str) -> bool:
        """Whether it answers a path, with the encoding asked for if any is."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            wanted = named.get("accept-encoding")
            request = Request(self.url + path, headers=named)  # noqa: S310 - our own address
            with _OPENER.open(request, timeout=10) as answer:
                encoding = answer.headers.get("content-encoding")
                return bool(answer.status == HTTPStatus.OK and encoding == wanted)
        except (URLError, TimeoutError, ConnectionError):
            return False


@contextmanager
def dashboard(root: Path, folder: Path) -> Iterator[Server]:
    """Our own server on a data root; what it makes once stays in the folder."""
    port = free_port()
    command = [sys.executable, "-m", "components", "serve"]
    options = ["--root", str(root.resolve()), "--port", str(port)]
    with _running([*command, *options], port, "/api/ready", PROJECT, folder) as server:
        yield server


@contextmanager
def plain(script: Path, folder: Path, options: Path | None = None) -> Iterator[Server]:
    """A script under `streamlit run`, with the options as they come or those of a file."""
    home = folder / "plain"
    (home / OPTIONS.parent).mkdir(parents=True, exist_ok=True)
    if script.parent == APPS:  # alone in a folder, so that no options are found beside it
        script = Path(shutil.copy(script, home))
    (home / OPTIONS).unlink(missing_ok=True)
    if options:
        shutil.copy(options, home / OPTIONS)
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    settings = {"port": port, "address": "127.0.0.1", "headless": "true"}
    given = [f"--server.{name}={value}" for name, value in settings.items()]
    given.append("--browser.gatherUsageStats=false")  # no stranger is told that we measure
    with _running([*command, *given], port, "/_stcore/health", home, folder) as server:
        yield server


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def _running(
    command: Sequence[str], port: int, ready: str, home: Path, folder: Path
) -> Iterator[Server]:
    log = folder / "server.log"
    environment = {
        **{name: value for name, value in os.environ.items() if "STREAMLIT_" not in name},
        "STRATEGIAPEILI_CACHE": str(folder / "cache"),
        "PYTHONPATH": str(PROJECT),
    }
    with (
        log.open("wb") as sink,
        subprocess.Popen(  # noqa: S603 - our own interpreter
            command, cwd=home, env=environment, stdout=sink, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            server = Server(f"http://127.0.0.1:{port}", process.pid)
            _wait(server, process, port, ready, log)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(
    server: Server, process: subprocess.Popen[bytes], port: int, ready: str, log: Path
) -> None:
    """Wait until the server answers, and see that it is ours that does."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if server.answers(ready):
            if listens(process.pid, port):
                return
            message = f"port {port} is answered by another process than the one started here"
            raise ServerError(message)
        time.sleep(_GLANCE)
    said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    message = f"`{' '.join(process.args)}` did not start:\n{said}"  # type: ignore[arg-type]
    raise ServerError(message)
