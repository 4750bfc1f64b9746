"""The deck as one file: from a memory stick, without a network, on paper, without a script."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from components.exports.deck.markup import ASSETS, TEMPLATES, deck_of
from components.exports.handout.records import Handout
from components.exports.text.jinja import environment
from components.i18n import Catalogue

FACES = (
    ("Deck Sans", 400, "sans-regular.woff"),
    ("Deck Sans", 600, "sans-semibold.woff"),
    ("Deck Serif", 400, "serif-regular.woff"),
    ("Deck Serif", 600, "serif-semibold.woff"),
)
START = "run(document.querySelector('.deck'));"


def deck_bytes(whole: Handout, words: Catalogue) -> bytes:
    """The deck of a hand-out as an HTML file with all it needs inside."""
    deck = deck_of(whole, words, hint=True)
    script = f"\n{asset_text('deck.js')}{START}\n"
    page = (
        environment(TEMPLATES)
        .get_template("file.html")
        .render(
            language=whole.language,
            title=whole.title,
            description=whole.description,
            deck=_as_it_is(deck.markup),
            deck_id=deck.id,
            policy=_policy(script),
            fonts=_as_it_is(_fonts()),
            style=_as_it_is(asset_text("deck.css")),
            script=_as_it_is(script),
        )
    )
    return page.encode()


def _policy(script: str) -> str:
    """Nothing is fetched from anywhere, and no script runs but ours."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def asset_text(name: str) -> str:
    """The script or the style sheet of the deck."""
    return (ASSETS / name).read_text(encoding="utf-8")


@cache
def _fonts() -> str:
    """The fonts inside the file: Source Sans 3 and Source Serif 4 of Adobe, under the OFL."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f"src: url(data:font/woff;base64,{b64encode((ASSETS / file).read_bytes()).decode()}); }}"
        for family, weight, file in FACES
    )


def _as_it_is(text: str) -> Markup:
    """Our own style and script, and markup that a template has escaped already."""
    return Markup(text)  # noqa: S704 - none of it is a value from the data
