"""Answers that were made, and compressed, before anyone asked."""

import gzip
import hashlib
from collections.abc import Callable, Container, Mapping
from functools import partial
from typing import Final

import brotli
from starlette.types import Receive, Scope, Send

from components.server.requests import header

# The smaller first. Brotli's 9 takes a tenth of the time of its 11 and is some 10 % larger.
COMPRESS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "br": partial(brotli.compress, quality=9),
    "gzip": partial(gzip.compress, compresslevel=9, mtime=0),
}
DECOMPRESS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}


def best_encoding(scope: Scope, available: Container[str]) -> str | None:
    """Return the best of the available encodings that the client takes, or None for none."""
    taken = set()
    for offer in (header(scope, b"accept-encoding") or "").lower().split(","):
        name, _, parameters = offer.partition(";")
        if parameters.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            taken.add(name.strip())
    return next((name for name in COMPRESS if name in taken and name in available), None)


def is_known(scope: Scope, tag: str) -> bool:
    """Whether the client has said that it holds what has this tag (RFC 9110, weak comparison)."""
    held = (header(scope, b"if-none-match") or "").replace(" ", "").split(",")
    return tag.removeprefix("W/") in {one.removeprefix("W/") for one in held}


class Prepared:
    """An ASGI application that gives one body in the best form that the client takes."""

    def __init__(
        self,
        body: bytes,
        kind: str,
        *,
        tag: str | None = None,
        is_packed: bool = False,
        **headers: str,
    ) -> None:
        """Compress the body; `headers` are named with underscores instead of hyphens.

        A `tag` says by what the body was made, for all its forms; without one each form has its
        own. A body that `is_packed` gains nothing by being compressed.
        """
        self._forms = {} if is_packed else {name: pack(body) for name, pack in COMPRESS.items()}
        self._plain = body
        self._given = tag
        self._tag = hashlib.sha256(body).hexdigest()[:16]
        self._headers = {
            "content-type": kind,
            "cache-control": "no-cache",  # kept, but asked about each time: a 304 is short
            "vary": "accept-encoding",
        } | {name.replace("_", "-"): value for name, value in headers.items()}

    @property
    def size(self) -> int:
        """How many bytes it takes to keep all forms."""
        return len(self._plain) + sum(map(len, self._forms.values()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Answer with the body, or with 304 when the client has it already."""
        encoding = best_encoding(scope, self._forms)
        body = self._plain if encoding is None else self._forms[encoding]
        tag = self._given or f'"{self._tag}-{encoding or "plain"}"'
        headers = self._headers | {"etag": tag}
        known = is_known(scope, tag)
        if not known:
            headers["content-length"] = str(len(body))
            if encoding is not None:
                headers["content-encoding"] = encoding
        await send(
            {
                "type": "http.response.start",
                "status": 304 if known else 200,
                "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            }
        )
        sent = b"" if known or scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": sent})
