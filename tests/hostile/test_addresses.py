"""Hostile addresses of files, reports and data: named errors, nothing of theirs in a header."""

from __future__ import annotations

import json
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest

from components.exports.kinds import KINDS
from tests.hostile.bounds import OTHER, READY, ready, rss
from tests.server.test_live import Server
from tests.server.visitor import visiting

ASKED = "kunta=mallikunta"
TITLES = {
    "two lines": 'a"\r\nSet-Cookie: x=1\r\n\r\n<script>alert(1)</script>',
    "bidi": "\u202e\u2066tilinpäätös\u2069 \u2028 العربية",
    "emoji": "👩\u200d👩\u200d👧 🇫🇮 Z" + "\u0303" * 80,
    "unseen": "a\0b\x1b[31m\x7f\ufffe\U0010ffff=1+1",
}
NAMES = (
    *("%00", "..%2f..%2fetc%2fpasswd", "%2e%2e/x", "%ff%fe", "a" * 50_000, "pdf%0d%0aA:b"),
    *("pdf%2f", "//pdf", "html;x=1", "%20", quote("\u202e👩 <script>alert(1)</script>")),
)
QUERIES = {
    "unknown": f"{ASKED}&tuntematon=1",
    "repeated": "&".join([ASKED] * 300),
    "long": f"{ASKED}&otsikko={'x' * 60_000}",
    "bidi": "kunta=" + quote("\u202e\u2066atnukillam\u2069"),
    "emoji": f"{ASKED}&kieli=" + quote("👩"),
    "nul": "kunta=mallikunta%00",
    "lines": "kunta=mallikunta%0d%0aSet-Cookie:%20x=1",
    "bytes": "%ff=%fe&kunta=%c0%ae",
}
FILES = ("/vienti/html", "/api/v1/sources", "/api/v1/sources.csv")
METHODS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get")
FLOOD, MADE = 40, 32.0
"""Titles asked for at once, and megabytes that their files may leave."""


def is_named(kind: str, body: bytes) -> bool:
    """Whether it is a problem that says what is wrong, or a page of ours; nothing is repeated."""
    text = body.decode()
    is_data = kind == "application/problem+json"
    told = json.loads(text)["detail"] if is_data else text
    bad = re.search(r"[\x00\u202e\u2066]|Traceback|@found|root:", text)
    return (
        bad is None
        and bool(told)
        and (is_data or "<script>alert" not in text)
        and len(body) < 9000
    )


@pytest.mark.parametrize("root", ["/vienti/", "/api/v1/", "/api/", "/raportti/"])
def test_hostile_path_is_a_named_error(root: str, server: Server) -> None:
    """Whatever stands for the name of a file: there is none, and that is said calmly."""
    for name in NAMES:
        status, headers, body = server.ask(root + name)
        assert status in {400, 404}, name
        assert is_named(headers.get_content_type(), body), name


@pytest.mark.parametrize("path", FILES)
def test_hostile_query_is_a_named_error(path: str, server: Server) -> None:
    """Unknown, repeated, endless, turned round or cut: what was found and what was expected."""
    for name, query in QUERIES.items():
        status, headers, body = server.ask(f"{path}?{query}")
        assert status in {400, 404}, name
        assert is_named(headers.get_content_type(), body), name


def test_endless_address_is_refused_at_the_door(server: Server) -> None:
    """Half a megabyte of it: no route sees it; the door is shut, perhaps while it is read."""
    try:
        assert server.ask(f"{FILES[0]}?{ASKED}&otsikko={'x' * 500_000}")[0] == 400
    except OSError:
        assert ready(server) < READY


@pytest.mark.parametrize("path", [f"{FILES[0]}?{ASKED}", FILES[1], "/raportti/", "/api/ready"])
def test_only_reading_is_let_in(path: str, server: Server) -> None:
    """Any other method is refused, and which there are is told; a Range is no matter."""
    for method in METHODS:
        status, headers, body = server.ask(path, method)
        assert (status, headers["allow"]) == (405, "GET, HEAD"), method
        assert is_named(headers.get_content_type(), body), method
    whole = server.ask(path)[2]
    pieces = ",".join(f"{number}-{number}" for number in range(4000))
    assert server.ask(path, Range=f"bytes={pieces}")[::2] == (200, whole)
    assert server.ask(path, "HEAD")[::2] == (200, b"")


@pytest.mark.parametrize("kind", KINDS)
def test_title_is_in_no_header(kind: str, server: Server) -> None:
    """Each kind is made with any title, under a name of ours: nothing is put into the answer."""
    for name, title in TITLES.items():
        status, headers, body = server.ask(f"/vienti/{kind}?{ASKED}&otsikko={quote(title)}")
        assert (status, len(body) > 1000) == (200, True), name
        told = headers["content-disposition"]
        assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.[a-z]+"', told), told
        assert headers["set-cookie"] is None


def test_varied_titles_keep_nobody_out(server: Server) -> None:
    """A flood of files, each of another title: few are made, the rest are told when to return.

    Probes and another visitor are served meanwhile, and little stays in memory.
    """

    def asked(number: int) -> tuple[int, str | None]:
        path = f"/vienti/pdf?{ASKED}&otsikko={number}"
        status, headers, _ = server.ask(path)
        return status, headers["retry-after"]

    with visiting(server.url) as other, ThreadPoolExecutor(FLOOD) as strangers:
        asked(-1)
        other.run(ASKED)
        held, probes, visits = rss(server), [], []
        flood = [strangers.submit(asked, number) for number in range(FLOOD)]
        while not all(one.done() for one in flood):
            probes.append(ready(server))
            began = time.perf_counter()
            other.run(ASKED)
            visits.append(time.perf_counter() - began)
        answers = [one.result() for one in flood]
    assert set(answers) == {(200, None), (503, "5")}
    assert answers.count((200, None)) < FLOOD / 2
    assert statistics.median(probes) < READY
    assert statistics.median(visits) < OTHER
    assert rss(server) - held < MADE
    assert asked(FLOOD) == (200, None)
