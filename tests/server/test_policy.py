"""The security headers."""

from __future__ import annotations

import pytest

from components.server.document import Document
from components.server.policy import SecurityHeaders, script_hash, security_headers
from tests.server.asgi import ask, behind, plain

EXPECTED = {
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "x-frame-options",
}


def rules(headers: dict[str, str]) -> dict[str, str]:
    """The policy by directive."""
    parts = (rule.partition(" ") for rule in headers["content-security-policy"].split("; "))
    return {name: values for name, _, values in parts}


def test_hash_is_what_browsers_compute() -> None:
    """The example of the standard: the hash of alert('Hello, world.');."""
    expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert script_hash("alert('Hello, world.');") == expected


def test_every_script_of_the_document_is_named_and_no_other_may_run() -> None:
    """The real page's inline scripts are allowed by hash: nothing inline is allowed as such."""
    document = Document.installed()
    headers = security_headers(document.scripts)
    allowed = rules(headers)["script-src"].split()
    hashes = map(script_hash, document.scripts)
    assert allowed == ["'self'", *hashes, "blob:", "'wasm-unsafe-eval'"]
    assert len(document.scripts) == 5
    assert headers.keys() == EXPECTED


@pytest.mark.parametrize("word", ["'unsafe-eval'", "http:", "https:", "*", "ws:", "nonce"])
def test_policy_opens_no_door(word: str) -> None:
    """No foreign host, no eval, and inline only for styles."""
    policy = security_headers(["a()"])["content-security-policy"]
    assert word not in policy
    assert policy.count("'unsafe-inline'") == 1
    assert rules({"content-security-policy": policy})["style-src"] == "'self' 'unsafe-inline'"


def test_no_other_site_may_frame_the_pages_unless_it_is_named() -> None:
    """frame-ancestors says it; the older header, which knows no list, goes when there is one."""
    assert rules(security_headers([]))["frame-ancestors"] == "'none'"
    assert security_headers([])["x-frame-options"] == "DENY"
    embedded = security_headers([], ("https://www.kemi.fi", "https://kemijarvi.fi"))
    expected = "'self' https://www.kemi.fi https://kemijarvi.fi"
    assert rules(embedded)["frame-ancestors"] == expected
    assert "x-frame-options" not in embedded


def test_every_answer_has_the_headers() -> None:
    """Whoever made it; what it says of its own stays."""
    headers = security_headers(["a()"])
    answer = ask(SecurityHeaders(plain, headers), "/api/ready")
    assert answer.headers == {"content-type": "text/plain", **headers}
    assert answer.text == "plain"


def test_asset_has_a_short_policy() -> None:
    """It names no script: an asset has none of its own."""
    answer = ask(SecurityHeaders(plain, security_headers(["a()"])), "/static/js/index.js")
    assert answer.headers.keys() >= EXPECTED
    assert rules(answer.headers) == {"default-src": "'self'", "frame-ancestors": "'none'"}


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_other_calls_pass(kind: str) -> None:
    """What has no response has no headers."""
    app = SecurityHeaders(behind, {"x": "y"})
    (message,) = ask(app, "/", type=kind).messages
    assert message["headers"] == []
