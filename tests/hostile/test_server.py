"""A stranger at the running server: calm answers, the others notice nothing, memory stays."""

from __future__ import annotations

import statistics
import time
from urllib.parse import quote

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.hostile.bounds import GROWTH, OTHER, READY, ready, rss
from tests.server.test_live import Server
from tests.server.visitor import Visitor, visiting

ROUNDS = 4

TRAVERSALS = (
    "/../../etc/passwd",
    "/static/../../etc/passwd",
    "/static/%2e%2e/%2e%2e/etc/passwd",
    "/static/..%2f..%2fetc/passwd",
    "/static/....//....//etc/passwd",
    "/static/..%5c..%5cetc%5cpasswd",
    "/static/%252e%252e/%252e%252e/etc/passwd",
    "/app/static/..%2f..%2fpyproject.toml",
    "/media/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/component/strategiapeili.deck/../../../etc/passwd",
    "/static/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
    "/static/js/%00/etc/passwd",
    "//etc/passwd",
    "/raportti/../../etc/passwd",
    "/raportti/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/raportti/kunta/..%2f..%2f..%2fpyproject.toml",
    "/raportti/kunta/%00.html",
    "/raportti/vertailu/" + "a+" * 5000 + "a.html",
)
QUERIES = (
    "kunta=atlantis&tavoite=ei-ole&tuntematon=1",
    "&".join(["kunta=mallikunta"] * 500),
    "kieli=xx&kieli=%00&kieli=sv&sanat=" + quote("\0\x1b[31m\r\nSet-Cookie: a"),
    "sanat=" + quote("\u202e\u2066käänny\u2069 👩‍👩‍👧‍👦 \ufffe"),
    "otsikko=" + quote("<script>window.pwned=1</script>[x](javascript:1)"),
    "versio-mallikunta=" + "9" * 4000 + "&asteikko=&luvut=%ff%fe&valitut=a&aihe=b",
    "sanat=" + "x" * 500_000,
)


def run(visitor: Visitor, query: str = "", page: str = "") -> tuple[int, list[str], bytes]:
    """A run of the script: how many exceptions it drew, its headings, all it sent."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    visitor.send(message)
    faults, headings, raw = 0, [], b""
    while True:
        received = bytes(visitor.socket.recv(timeout=60, decode=False))
        raw += received
        answer = ForwardMsg()
        answer.ParseFromString(received)
        element = answer.delta.new_element
        faults += element.WhichOneof("type") == "exception"
        if element.WhichOneof("type") == "heading":
            headings.append(element.heading.body)
        if (
            answer.WhichOneof("type") == "script_finished"
            and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            return faults, headings, raw


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leads_out(server: Server, path: str) -> None:
    """However the dots are written: nothing of the machine comes back, and no traceback."""
    status, _, body = server.ask(path)
    assert status in {200, 308, 400, 404}
    for secret in (b"root:", b"[project]", b"Traceback", b"site-packages"):
        assert secret not in body


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_hostile_address_gives_a_calm_page(server: Server, number: int) -> None:
    """Unknown, repeated, controlling or half a megabyte long: the page stands, nothing breaks."""
    for page in ("vertailu", "haku", "iltakoulu", "mittarit"):
        with visiting(server.url) as visitor:
            faults, headings, raw = run(visitor, QUERIES[number], page)
            assert (faults, len(headings) > 0) == (0, True)
            assert "\u202e".encode() not in raw


def test_ranges_by_the_thousand_are_answered_at_once(server: Server) -> None:
    """A Range header of 4,000 pieces costs no more than one."""
    ranges = "bytes=" + ",".join(f"{number}-{number}" for number in range(4000))
    began = time.perf_counter()
    status, _, body = server.ask("/favicon.svg", Range=ranges)
    assert status in {200, 206, 400, 416, 431}
    assert time.perf_counter() - began < OTHER
    assert len(body) < 1_000_000


def assault(server: Server) -> None:
    """One round of all that a stranger may try."""
    clear, unknown = BackMsg(), BackMsg()
    clear.clear_cache = True
    unknown.rerun_script.page_script_hash = "f" * 32
    with visiting(server.url) as stranger:
        for _ in range(5):
            stranger.send(clear)
        stranger.send(unknown)
        stranger.socket.send(b"")
        for _ in range(30):
            stranger.socket.send(unknown.SerializeToString())
    for frame in (b"\xff\xfe garbage", "a text", b"\x00" * 30_000_000):
        with visiting(server.url) as stranger:
            try:
                stranger.socket.send(frame)
                stranger.socket.recv(timeout=10)
            except ConnectionClosed:
                continue
    for _ in range(20):
        with pytest.raises(InvalidStatus), visiting(server.url, "https://evil.example"):
            pass
    for _ in range(3):
        try:
            status, _, _ = server.ask("/_stcore/upload_file/a/b", "PUT", b"x" * 20_000_000)
        except OSError:  # the door was shut while we pushed
            continue
        assert status == 403


def test_assault_leaves_the_others_and_the_memory_alone(server: Server) -> None:
    """Frames, caches, origins, uploads: probes and another visitor are served meanwhile."""
    with visiting(server.url) as other:
        before = run(other, page="vertailu")
        held, probes, visits = [], [], []
        for _ in range(ROUNDS):
            assault(server)
            held.append(rss(server))
            probes.append(ready(server))
            began = time.perf_counter()
            now = run(other, page="vertailu")
            visits.append(time.perf_counter() - began)
            assert now[:2] == before[:2]
    assert statistics.median(probes) < READY
    assert statistics.median(visits) < OTHER
    assert (held[-1] - held[0]) / (ROUNDS - 1) < GROWTH
