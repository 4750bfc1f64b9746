"""A running server: what strangers can ask of it, and what they get."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
from contextlib import contextmanager
from time import sleep
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from components.i18n import catalogue
from tests.analysis.making import MALLIKUNTA
from tests.server.serving import address, make_project, served
from tests.server.visitor import Drawn, visiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPT = """
import streamlit as st
from components.i18n import catalogue
from components.widgets.library_cache import chosen_root, published
if st.query_params.get("kaadu"):
    raise ValueError("salainen /srv/polku.py")
st.cache_data(lambda: 1)()
library = published(chosen_root()).library
st.text(f"kirjasto {id(library)}: {', '.join(library.dossiers)}")
"""
HEADERS = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "x-frame-options",
    "cross-origin-opener-policy",
)


class Server:
    """A running server and what it has said."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        """Take the process and its address."""
        self.process = process
        self.url = url

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Send one request exactly as it is given; gives status, headers and body."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()


def is_whole(drawn: Drawn) -> bool:
    """Whether the script has run to its end."""
    return len(drawn.texts) == 1 and drawn.texts[0].endswith(": mallikunta")


@contextmanager
def running(
    folder: pytest.TempPathFactory, root: Path = MALLIKUNTA, **settings: str
) -> Iterator[Server]:
    """Serve Mallikunta with a script that says little."""
    project = make_project(folder.mktemp("live") / "project", SCRIPT)
    elsewhere = folder.mktemp("elsewhere")
    with served(project, elsewhere, str(root), settings) as (process, line):
        yield Server(process, address(line))
        assert process.poll() is None, "the server is gone"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it as it was."""
    with running(tmp_path_factory) as server:
        yield server


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/vertailu?kieli=sv", 200),
        ("/etusivu", 308),
        ("/robots.txt", 200),
        ("/sitemap.xml", 404),
        ("/favicon.svg", 200),
        ("/api/ready", 200),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/app/static/seen.txt", 200),
        ("/static/js/nothing.js", 404),
        ("/media/nothing.pdf", 404),
        ("/_stcore/metrics", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/nothing", 404),
        ("/media/../../etc/passwd", 400),
        ("/component/%2e%2e/%2e%2e/etc/passwd", 400),
        ("/app/static/..%2f..%2fapp.py", 400),
        ("//example.org/%2e%2e", 404),
    ],
)
def test_every_answer_is_calm_and_has_the_headers(server: Server, path: str, status: int) -> None:
    """Whatever is asked: the right status, the whole set of headers, no traceback."""
    found, headers, body = server.ask(path)
    assert found == status
    for name in HEADERS:
        assert headers[name], name
    assert b"Traceback" not in body
    assert b"site-packages" not in body


def test_assets_are_served_with_long_lives(server: Server) -> None:
    """The page names them, and each is there."""
    _, _, page = server.ask("/")
    name = page.partition(b'src="./static/js/')[2].partition(b'"')[0].decode()
    status, headers, body = server.ask(f"/static/js/{name}", accept_encoding="identity")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert len(body) > 100_000


def test_ready_says_what_is_served(server: Server) -> None:
    """A probe reads one line of JSON."""
    _, headers, body = server.ask("/api/ready")
    told = json.loads(body)
    assert (told["ready"], told["municipalities"]) == (True, 1)
    assert len(told["library"]) == 16
    assert headers["content-type"] == "application/json"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_uploads_are_refused(server: Server, method: str) -> None:
    """However large; the server neither keeps nor reads them."""
    path = "/_stcore/upload_file/0b8f/4c1a"
    status, _, _ = server.ask(path, method, b"x" * 1000)
    assert status == 403


def test_foreign_page_gets_no_websocket(server: Server) -> None:
    """Also twenty at once: none reaches Streamlit, and the page works as before."""
    for _ in range(20):
        with (
            pytest.raises(InvalidStatus) as caught,
            visiting(server.url, "https://evil.example"),
        ):
            pass
        assert caught.value.response.status_code == 403
    with visiting(server.url) as visitor:
        assert is_whole(visitor.run())


def test_caller_without_an_origin_is_served(server: Server) -> None:
    """It is no browser, so no visitor can be misused by it."""
    with visiting(server.url, None) as visitor:
        assert is_whole(visitor.run())


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("a text", 1003),
        (b"\xff\xfe garbage", 1002),
        (b"\x00" * 2_000_000, 1009),
        ("t" * 2_000_000, 1009),
    ],
)
def test_hostile_frame_ends_its_own_visit_alone(
    server: Server, frame: str | bytes, code: int
) -> None:
    """The socket closes with the code of the fault; others notice nothing."""
    with visiting(server.url) as other:
        before = other.run().texts
        with visiting(server.url) as visitor:
            visitor.socket.send(frame)
            with pytest.raises(ConnectionClosed) as caught:
                visitor.socket.recv(timeout=60)
        assert caught.value.rcvd is not None
        assert caught.value.rcvd.code == code
        assert other.run().texts == before


def test_stranger_who_empties_the_caches_harms_nobody(server: Server) -> None:
    """Streamlit lets anyone do it; the library stands outside and stays the very same."""
    clear = BackMsg()
    clear.clear_cache = True
    with visiting(server.url) as visitor, visiting(server.url) as stranger:
        before = visitor.run().texts
        for _ in range(20):
            stranger.send(clear)
        assert stranger.run().texts == visitor.run().texts == before


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_fault_of_the_script_is_a_calm_sentence(server: Server, language: str) -> None:
    """Nothing of the traceback reaches the page, and the next run is whole."""
    with visiting(server.url) as visitor:
        failed = visitor.run(f"kaadu=1&kieli={language}")
        assert failed.alerts == [catalogue(language)("server.fault.text")]
        assert failed.texts == []
        for secret in (b"salainen", b"polku", b"Traceback", b"site-packages"):
            assert secret not in failed.raw
        assert is_whole(visitor.run(f"kieli={language}"))


def test_saved_change_is_seen_at_the_next_visit(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Three seconds after it was saved, though nobody has asked for anything in between."""
    root = tmp_path_factory.mktemp("data") / "root"
    shutil.copytree(MALLIKUNTA, root)
    file = root / "strategies" / "mallikunta.yaml"
    good = file.read_text(encoding="utf-8")
    with running(tmp_path_factory, root) as server:
        before = json.loads(server.ask("/api/ready")[2])
        for content, faulty in ((good[:-200] + "\n: [", True), (good + "\n", False)):
            file.write_text(content, encoding="utf-8")
            sleep(3)
            told = json.loads(server.ask("/api/ready")[2])
            assert bool(told["faulty"]) == faulty
            assert (told["library"] == before["library"]) == faulty


def test_embedding_site_and_proxy_are_let_in_where_they_are_named(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The settings reach the headers, the websocket and the map of the site."""
    with running(
        tmp_path_factory,
        STRATEGIAPEILI_EMBEDDERS="https://www.kemi.fi",
        STRATEGIAPEILI_ORIGINS="https://peili.example",
        STRATEGIAPEILI_FORWARDED="1",
        STRATEGIAPEILI_ADDRESS="https://peili.example",
    ) as server:
        _, headers, body = server.ask("/sitemap.xml")
        assert "frame-ancestors 'self' https://www.kemi.fi" in headers["content-security-policy"]
        assert headers["x-frame-options"] is None
        assert b"<loc>https://peili.example/</loc>" in body
        with visiting(server.url, "https://peili.example") as visitor:
            assert is_whole(visitor.run())
