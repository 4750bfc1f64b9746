"""Three processes behind the nginx of deploy/, as one would set them up, on free ports."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.servers import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPLOY: Final = Path(__file__).parents[2] / "deploy"
HOW: Final = "the tests of deploy/ need nginx and openssl: install the packages of these names"
REPLICA_PORTS: Final = (8501, 8502, 8503)
_INSTALL: Final = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light", "openssl"),
)
_CERTIFICATE: Final = (
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
    *("-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"),
)
_PATIENCE: Final = 90  # seconds; a replica takes about 5 on a quiet machine
_GLANCE: Final = 0.05
_MAIN: Final = """
{user}
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/conf.d/*.conf;
}}
"""


class NoNginxError(Exception):
    """There is no nginx here and none could be had; the message says what to do."""


def find_nginx() -> str:
    """Return the program of an nginx, installing Debian's where that is allowed."""
    for install in (False, True):
        if install and os.geteuid() == 0 and shutil.which("apt-get"):
            for command in _INSTALL:
                subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - fixed
        found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
        if found and shutil.which("openssl"):
            return found
    raise NoNginxError(HOW)


def configured(folder: Path, secure: int, plain: int, replicas: tuple[int, ...]) -> Path:
    """Write the configuration of deploy/nginx with the ports and folders of a test."""
    (folder / "conf.d").mkdir(parents=True)
    (folder / "kept").mkdir()
    changes = {
        "/var/cache/nginx/strategiapeili": f"{folder}/kept",
        "/etc/ssl/strategiapeili": str(folder),
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{secure} ssl http2;",
    } | {
        f"127.0.0.1:{usual}": f"127.0.0.1:{port}"
        for usual, port in zip(REPLICA_PORTS, replicas, strict=True)
    }
    told = set()
    for file in sorted((DEPLOY / "nginx").glob("*.conf")):
        text = file.read_text(encoding="utf-8")
        for usual, ours in changes.items():
            told |= {usual} if usual in text else set()
            text = text.replace(usual, ours)
        (folder / "conf.d" / file.name).write_text(text, encoding="utf-8")
    assert told == set(changes), f"deploy/nginx no longer says {set(changes) - told}"
    main = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of tests are its own alone
    main.write_text(_MAIN.format(user=user, folder=folder), encoding="utf-8")
    return main


def certified(folder: Path) -> None:
    """Make a certificate that nobody vouches for."""
    files = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    subprocess.run([*_CERTIFICATE, *files], check=True, capture_output=True)  # noqa: S603 - fixed


@dataclass
class Replica:
    """One process of the service at its port."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it; `wait` tells when it is ready."""
        with (self.folder / f"{self.port}.log").open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
                [sys.executable, "-m", "components", "serve", "--port", str(self.port)],
                cwd=DEPLOY.parent,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "STRATEGIAPEILI_CACHE": str(self.folder / "cache")},
            )

    def wait(self) -> None:
        """Wait until it can take visitors."""
        wait_for(f"http://127.0.0.1:{self.port}/api/ready")

    def kill(self) -> None:
        """End it as a lost machine would: without a word."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it as systemd would."""
        assert self.process is not None
        self.process.terminate()
        self.process.wait(timeout=_PATIENCE)


@dataclass(frozen=True)
class Site:
    """The front and the processes behind it."""

    url: str
    replicas: tuple[Replica, ...]
    folder: Path

    @property
    def complaints(self) -> str:
        """What nginx has logged, and the processes have said besides their greeting."""
        said = [(self.folder / "error.log").read_text(encoding="utf-8")]
        for replica in self.replicas:
            log = (self.folder / f"{replica.port}.log").read_text(encoding="utf-8")
            said.append(re.sub(r"(?m)^Strategiapeili: .*\n", "", log))
        return "".join(said)


def wait_for(url: str) -> None:
    """Wait until an address answers well."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(url, timeout=5) as answer:  # noqa: S310 - an address of our own
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(_GLANCE)
    message = f"{url} did not answer within {_PATIENCE} s"
    raise TimeoutError(message)


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """Run the whole site, and end all of it."""
    nginx = find_nginx()
    replicas = tuple(Replica(free_port(), folder) for _ in REPLICA_PORTS)
    secure = free_port()
    main = configured(folder, secure, free_port(), tuple(one.port for one in replicas))
    certified(folder)
    with ExitStack() as stack:
        for replica in replicas:
            replica.start()
            stack.callback(replica.kill)
        front = subprocess.Popen([nginx, "-p", str(folder), "-c", str(main)])  # noqa: S603 - found
        stack.callback(front.wait)
        stack.callback(front.terminate)
        for replica in replicas:
            replica.wait()
        yield Site(f"https://127.0.0.1:{secure}", replicas, folder)
