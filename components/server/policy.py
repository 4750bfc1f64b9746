"""The security headers of every answer, and the middleware that adds them."""

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.assets import PREFIX

_ASSETS_POLICY: Final = "default-src 'self'; frame-ancestors 'none'"
_UNUSED: Final = (
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "midi",
    "payment",
    "usb",
)


def script_hash(script: str) -> str:
    """Return what a policy calls an inline script."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def content_security_policy(scripts: Iterable[str], embedders: tuple[str, ...]) -> str:
    """Return the policy of pages whose inline scripts are these and no other.

    Styles are inline in Streamlit and plotly alike; a style cannot run anything. Streamlit's
    messages are read with WebAssembly, which is compiled but sees no more than it is given. The
    scripts of our components come as text, which Streamlit loads from addresses (blob:) that only
    a script that runs already can make.
    """
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(
            ("'self'", *map(script_hash, scripts), "blob:", "'wasm-unsafe-eval'")
        ),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(("'self'", *embedders)) if embedders else "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def security_headers(scripts: Iterable[str], embedders: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the headers.

    Strict-Transport-Security is left to the proxy that has the certificate: said over plain
    http it means nothing, and a mistake in it shuts a whole domain out for its age.
    """
    headers = {
        "content-security-policy": content_security_policy(scripts, embedders),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",  # an address tells what was searched for
        "permissions-policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
        "cross-origin-opener-policy": "same-origin",
    }
    # It knows no list of sites, and a browser that knows frame-ancestors does not need it.
    return headers if embedders else headers | {"x-frame-options": "DENY"}


class SecurityHeaders:
    """Pure ASGI: every answer gets the headers, whoever made it.

    An asset names no inline script: a cold visit asks for a hundred of them, and the long policy
    on each would be as much to fetch as a font.
    """

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        """Wrap an application."""
        self._app = app
        self._headers = headers
        self._of_assets = headers | {"content-security-policy": _ASSETS_POLICY}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on and add the headers where an answer begins."""
        is_asset = scope["type"] == "http" and scope["path"].startswith(PREFIX)
        headers = self._of_assets if is_asset else self._headers

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message.setdefault("headers", [])
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await self._app(scope, receive, send_with_headers)
