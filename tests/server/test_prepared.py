"""Answers made before anyone asked."""

from __future__ import annotations

import gzip

import pytest

from components.server.prepared import Prepared
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
