"""The calm page of an address that leads nowhere and of a fault of ours."""

from http import HTTPStatus
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse
from starlette.types import Scope

from components.exports.text.jinja import environment
from components.i18n import DEFAULT, catalogue
from components.pages import HOME, PAGES, SEARCH
from components.server.requests import choose_language
from components.widgets.frame import SEARCHED

_TEMPLATES: Final = Path(__file__).with_name("templates")
_DEEPEST: Final = 10  # a longer address would make a larger page


READING: Final = ("GET", "HEAD")
ALLOWED: Final = {"allow": ", ".join(READING)}


def refusal_to_write(scope: Scope) -> HTMLResponse | None:
    """Return the page for a method that does more than read; none for one that only reads."""
    if scope["method"] in READING:
        return None
    return error_page(scope, HTTPStatus.METHOD_NOT_ALLOWED, ALLOWED)


def error_page(
    scope: Scope, status: int, headers: dict[str, str] | None = None, *, told: str = ""
) -> HTMLResponse:
    """Return the page in the language of the address, which itself is not repeated in it.

    What is `told` says in one line where, what was found and what was expected, in English.

    Its links are relative, so that they also lead home below a path that a proxy took away.
    """
    language = choose_language(scope["query_string"])
    words = catalogue(language)
    kind = "missing" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "fault"
    markup = (
        environment(_TEMPLATES)
        .get_template("error.html")
        .render(
            t=words,
            told=told,
            title=words(f"server.{kind}.title"),
            text=words(f"server.{kind}.text"),
            slugs=[page.SLUG for page in PAGES],
            home=HOME,
            search=SEARCH,
            searched=SEARCHED,
            root="../" * min(scope["path"].count("/") - 1, _DEEPEST) or "./",
            query="" if language == DEFAULT else f"?kieli={language}",
        )
    )
    return HTMLResponse(
        markup,
        status,
        {"cache-control": "no-store", "content-language": language} | (headers or {}),
    )
