"""Answers made before anyone asked."""

from __future__ import annotations

import gzip

import pytest

from components.server.prepared import COMPRESS, DECOMPRESS, Prepared, best_encoding
from tests.server.asgi import ask

BODY = b"<p>Kemi</p>" * 100
PAGE = Prepared(BODY, "text/html; charset=utf-8", content_language="fi")


def test_body_comes_in_the_best_form() -> None:
    """Whoever takes gzip gets gzip, whoever takes nothing the body itself."""
    packed = ask(PAGE, "/", headers={"accept-encoding": "gzip"})
    assert gzip.decompress(packed.body) == BODY
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(packed.body) < len(BODY)
    plain = ask(PAGE, "/")
    assert plain.body == BODY
    assert "content-encoding" not in plain.headers
    assert plain.headers["content-language"] == "fi"


def test_caches_keep_the_forms_apart_and_ask_again() -> None:
    """Vary names the one header that matters, and each form has a tag of its own."""
    plain = ask(PAGE, "/").headers
    packed = ask(PAGE, "/", headers={"accept-encoding": "br"}).headers
    assert plain["vary"] == packed["vary"] == "accept-encoding"
    assert plain["cache-control"] == "no-cache"
    assert plain["etag"] != packed["etag"]


@pytest.mark.parametrize("known", ["{}", '"other", {}', "{} , W/x"])
def test_known_body_is_not_sent_again(known: str) -> None:
    """A 304 has the tag and no body; another body has another tag."""
    tag = ask(PAGE, "/").headers["etag"]
    answer = ask(PAGE, "/", headers={"if-none-match": known.format(tag)})
    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers["etag"] == tag
    assert ask(Prepared(b"other", "text/plain"), "/").headers["etag"] != tag


def test_head_has_the_headers_and_no_body() -> None:
    """HEAD answers like GET without the body."""
    answer = ask(PAGE, "/", method="HEAD")
    assert answer.body == b""
    assert answer.headers == ask(PAGE, "/").headers


@pytest.mark.parametrize(
    ("accepts", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br ; q=0.0 , gzip;q=0", None),
        ("deflate", None),
        ("broken", None),
        ("", None),
        (None, None),
    ],
)
def test_best_of_what_the_client_takes(accepts: str | None, encoding: str | None) -> None:
    """Brotli before gzip, and nothing that is not asked for or is refused with q=0."""
    headers = [] if accepts is None else [(b"accept-encoding", accepts.encode())]
    assert best_encoding({"headers": headers}, COMPRESS) == encoding


def test_only_what_there_is_can_be_chosen() -> None:
    """A form that is not ready is not promised."""
    scope = {"headers": [(b"accept-encoding", b"gzip, br")]}
    assert best_encoding(scope, {"gzip"}) == "gzip"
    assert best_encoding(scope, set()) is None


@pytest.mark.parametrize("encoding", COMPRESS)
def test_compressing_loses_nothing_and_is_the_same_each_time(encoding: str) -> None:
    """The same bytes on every machine, so that replicas give the same ETag."""
    body = "Kemi ja Kemijärvi ".encode() * 100
    compressed = COMPRESS[encoding](body)
    assert DECOMPRESS[encoding](compressed) == body
    assert COMPRESS[encoding](body) == compressed
    assert len(compressed) < len(body) / 10
