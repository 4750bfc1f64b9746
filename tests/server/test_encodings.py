"""The content encodings."""

from __future__ import annotations

import pytest

from components.server.encodings import COMPRESS, DECOMPRESS, best_encoding


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
