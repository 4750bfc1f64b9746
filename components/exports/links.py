"""A hand-out asked for by an address: the same names as on the page where it is put together."""

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from components.exports.handout.builder import Selection, Subject
from components.exports.orders import Order, OrderError
from components.i18n import DEFAULT, LANGUAGES
from components.loading.words import quoted

TOWN, BY, ONLY, TITLE, LANGUAGE, DAY = "kunta", "aihe", "valitut", "otsikko", "kieli", "paiva"
VERSION = "versio-"
SUBJECTS: Mapping[str, Subject] = {"teemat": "theme", "paamaarat": "goal"}
LONGEST_TITLE = 120
YEARS = range(1900, 2101)
ROOT = "vienti"


def address(kind: str, selection: Selection, language: str, main: Mapping[str, str]) -> str:
    """The address of a hand-out; `main` has the version of each municipality that needs no word.

    The day stands in it, since states are told as of a day: the same address, the same file.
    """
    asked: list[tuple[str, str]] = [(TOWN, slug) for slug in selection.slugs]
    asked += [
        (f"{VERSION}{version.slug}", version.strategy.id)
        for version in selection.versions
        if main[version.slug] != version.strategy.id
    ]
    asked += [(BY, name) for name, by in SUBJECTS.items() if by == selection.by != "theme"]
    asked += [(ONLY, one) for one in selection.chosen]
    asked += [(TITLE, selection.title)] if selection.title else []
    asked += [(LANGUAGE, language)] if language != DEFAULT else []
    return f"{ROOT}/{kind}?{urlencode([*asked, (DAY, selection.today.isoformat())])}"


def order_of(kind: str, asked: Mapping[str, Sequence[str]]) -> Order:
    """What an address asks for; raises OrderError for what it cannot mean."""
    versions = {
        name.removeprefix(VERSION): values[-1]
        for name, values in asked.items()
        if name.startswith(VERSION)
    }
    unknown = asked.keys() - {TOWN, BY, ONLY, TITLE, LANGUAGE, DAY}
    for name in sorted(unknown - {f"{VERSION}{slug}" for slug in versions}):
        message = f"no parameter {quoted(name)}"
        raise OrderError(message)
    by = _last(asked, BY) or next(iter(SUBJECTS))
    if by not in SUBJECTS:
        message = f"{BY} is {quoted(by)}: it is one of {', '.join(SUBJECTS)}"
        raise OrderError(message)
    title = _last(asked, TITLE)
    if title is not None and len(title) > LONGEST_TITLE:
        message = f"{TITLE} has {len(title)} characters: it may have {LONGEST_TITLE}"
        raise OrderError(message)
    return Order(kind, asked.get(TOWN, ()), SUBJECTS[by], asked.get(ONLY, ()), title, versions)


def language_of(asked: Mapping[str, Sequence[str]]) -> str:
    """The language that is asked for; raises OrderError for one that is not spoken here."""
    found = _last(asked, LANGUAGE) or DEFAULT
    if found not in LANGUAGES:
        message = f"{LANGUAGE} is {quoted(found)}: it is one of {', '.join(LANGUAGES)}"
        raise OrderError(message)
    return found


def day_of(asked: Mapping[str, Sequence[str]], today: date) -> date:
    """The day as of which states are told; raises OrderError for what is no day."""
    found = _last(asked, DAY)
    if found is None:
        return today
    try:
        day = date.fromisoformat(found)
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        message = (
            f"{DAY} is {quoted(found)}: write a day like {today.isoformat()}, "
            f"of the years {YEARS.start}–{YEARS.stop - 1}"
        )
        raise OrderError(message)
    return day


def _last(asked: Mapping[str, Sequence[str]], name: str) -> str | None:
    """Of a repeated parameter the last one counts, as on the pages."""
    values = asked.get(name, ())
    return values[-1] if values else None
