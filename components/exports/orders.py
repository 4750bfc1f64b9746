"""What is asked for in writing made into a hand-out: checked first, written whole."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from components.analysis.strategies.versions import Version, choose
from components.exports.file_names import file_name
from components.exports.handout.builder import HandoutError, Selection, Subject
from components.exports.kinds import KINDS, Kind
from components.i18n import Catalogue
from components.loading import Loaded
from components.loading.replacing import replace_file
from components.loading.words import guess, quoted
from components.model import Library

MOST = 20
"""Municipalities that a hand-out has room for."""

MOST_LISTED = 16


class OrderError(Exception):
    """What is asked for cannot be made; the message says in one line what and why."""


@dataclass(frozen=True)
class Order:
    """What is asked for, as it was written."""

    kind: str
    slugs: Sequence[str]
    by: Subject = "theme"
    only: Sequence[str] = ()
    title: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    """The version that is wanted of a municipality; of the others it is the one shown first."""


def selection_of(loaded: Loaded, order: Order, today: date) -> tuple[Kind, Selection]:
    """The kind and the selection that are asked for; raises OrderError when they cannot be had."""
    for complaint in _complaints(loaded, order, today):
        raise OrderError(complaint)
    versions = tuple(_version(loaded.library, order, slug, today) for slug in order.slugs)
    selection = Selection(versions, today, order.by, tuple(order.only), order.title)
    return KINDS[order.kind], selection


def fulfil(loaded: Loaded, order: Order, out: Path, words: Catalogue, today: date) -> Path:
    """Make the hand-out and write it; a folder to write to gets a file with a name of ours.

    Raises OrderError when it cannot be made or written; then nothing has been changed.
    """
    library = loaded.library
    kind, selection = selection_of(loaded, order, today)
    if out.is_dir():
        out /= file_name(kind, selection, words)
    for complaint in _complaints_of_file(out, kind):
        raise OrderError(complaint)
    try:
        replace_file(out, _made(kind, library, selection, words))
    except OSError as error:
        message = f"{out} cannot be written: {error.strerror}"
        raise OrderError(message) from error
    return out


def _made(kind: Kind, library: Library, selection: Selection, words: Catalogue) -> bytes:
    """The file; what the machine lacks for it is told in one line."""
    try:
        return kind.make(library, selection, words)
    except (HandoutError, ImportError, OSError) as error:
        message = f"a hand-out of the kind '{kind.name}' cannot be made here: {error}"
        raise OrderError(message) from error


def _complaints(loaded: Loaded, order: Order, today: date) -> Iterator[str]:
    """What is wrong with the order, the first thing first."""
    library, slugs = loaded.library, order.slugs
    if order.kind not in KINDS:
        yield f"no hand-out of the kind {_unknown(order.kind, KINDS)}"
    for slug in slugs:
        file = f"strategies/{slug}.yaml"
        if file in library.broken:
            yield f"{file} has errors: 'strategiapeili check' tells which"
        elif slug not in library.dossiers:
            yield f"no municipality {_unknown(slug, library.dossiers)}"
        elif list(slugs).count(slug) > 1:
            yield f"the municipality '{slug}' is named twice: name each once"
    if not 1 <= len(slugs) <= MOST:
        yield f"{len(slugs)} municipalities: a hand-out has room for 1–{MOST}"
    yield from _complaints_of_choice(library, order, today)


def _complaints_of_choice(library: Library, order: Order, today: date) -> Iterator[str]:
    """What is wrong with versions, subjects and title; the municipalities are known."""
    for slug, wanted in order.versions.items():
        dossier = library.dossiers.get(slug) if slug in order.slugs else None
        known = [item.id for item in dossier.strategies] if dossier else []
        if wanted not in known:
            yield f"no version of {quoted(slug)} {_unknown(wanted, known)}"
    subjects = _subjects(library, order, today)
    for one in order.only:
        if one not in subjects:
            yield f"no {order.by} {_unknown(one, subjects)}"
    if order.title is not None and not order.title.strip():
        yield "the title is empty: give it words, or leave it out"


def _subjects(library: Library, order: Order, today: date) -> list[str]:
    """What can be chosen: the themes, or the goals of the versions that are shown."""
    if order.by == "theme":
        return list(library.themes)
    return [
        f"{slug}/{goal.id}"
        for slug in order.slugs
        for goal in _version(library, order, slug, today).strategy.goals
    ]


def _version(library: Library, order: Order, slug: str, today: date) -> Version:
    return choose(library.dossiers[slug], today, order.versions.get(slug))


def _unknown(found: str, known: Collection[str]) -> str:
    """What was found, the nearest guess, and what there is."""
    near = guess(found, known)
    hint = f"did you mean '{near}'? " if near else ""
    more = ", …" if len(known) > MOST_LISTED else ""
    return f"{quoted(found)} ({hint}there are: {', '.join(list(known)[:MOST_LISTED])}{more})"


def _complaints_of_file(path: Path, kind: Kind) -> Iterator[str]:
    if path.is_dir():
        yield f"{path} cannot be written: it is a folder"
    elif path.suffix.lower() != kind.suffix:
        yield f"{path}: the name of this kind of file ends in '{kind.suffix}'"
    elif not path.parent.is_dir():
        yield f"{path} cannot be written: there is no folder '{path.parent}'"
