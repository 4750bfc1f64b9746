"""What a request asks: its headers, the host, the language."""

from __future__ import annotations

import pytest

from components.server.requests import choose_language, header, host


def scope(**headers: str) -> dict[str, object]:
    """A call with headers, named with underscores."""
    return {
        "scheme": "https",
        "headers": [(n.replace("_", "-").encode(), v.encode()) for n, v in headers.items()],
    }


def test_first_header_of_a_name_counts() -> None:
    """A repeated header is not joined; a missing one is none."""
    call = {"headers": [(b"host", b"a"), (b"host", b"b")]}
    assert header(call, b"host") == "a"
    assert header(call, b"origin") is None


@pytest.mark.parametrize(
    "named", ["kemi.fi", "kemi.fi:8443", "localhost", "127.0.0.1:8501", "[::1]:8501", "app_1:80"]
)
def test_host_with_its_port(named: str) -> None:
    """Names, numbers and ports are taken as they are, in small letters."""
    assert host(scope(host=named.upper()), forwarded=False) == named


@pytest.mark.parametrize(
    "named", ["", "kemi.fi/x", 'kemi.fi"><script>', "a b", "user@kemi.fi", "kemi.fi:x", "-", "."]
)
def test_malformed_host_is_none(named: str) -> None:
    """What goes into an address of ours is a host and nothing else."""
    assert host(scope(host=named), forwarded=False) is None
    assert host(scope(), forwarded=False) is None


def test_proxy_is_believed_only_where_it_is_said_to_be() -> None:
    """X-Forwarded-Host of a visitor means nothing without the setting."""
    call = scope(host="inner:8501", x_forwarded_host="kemi.fi, other.example")
    assert host(call, forwarded=False) == "inner:8501"
    assert host(call, forwarded=True) == "kemi.fi"
    assert host(scope(host="inner:8501"), forwarded=True) == "inner:8501"


@pytest.mark.parametrize(
    ("query", "language"),
    [
        (b"", "fi"),
        (b"kieli=sv", "sv"),
        (b"kunta=kemi&kieli=en&kunta=kemijarvi", "en"),
        (b"kieli=fi&kieli=sv", "sv"),
        (b"kieli=de", "fi"),
        (b"kieli=SV", "fi"),
        (b"kieli=", "fi"),
        (b"kieli=\xff%ff", "fi"),
    ],
)
def test_address_decides_and_anything_else_is_finnish(query: bytes, language: str) -> None:
    """?kieli decides when it names one of our languages, else fi; broken bytes do not raise."""
    assert choose_language(query) == language
