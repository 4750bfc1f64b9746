"""The command `refresh`: fetches, shows what would change, asks and writes."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import httpx

from components.loading import Loaded, load
from components.loading.datasets import FILE as DATASETS
from components.refresh.calls import HEADERS, Calls, Clock
from components.refresh.datasets_file import add_datasets, known_datasets, named
from components.refresh.failure import RefreshError
from components.refresh.figures import Fetched, Figure, Request
from components.refresh.merge import Merged, merged
from components.refresh.observations_file import FILE, read_observations, write_observations
from components.refresh.progress import Progress
from components.refresh.pxweb import fetch_statfin
from components.refresh.services import SERVICES, Service
from components.refresh.sotkanet import fetch_sotkanet

FETCHERS: Final = {"statfin": fetch_statfin, "sotkanet": fetch_sotkanet}
DONE, NOT_WRITTEN, FAILED = 0, 1, 2
YES = ("y", "yes")


def refresh(  # noqa: PLR0913 - what the command line gives, and two things for tests
    root: Path,
    name: str,
    slugs: Sequence[str],
    *,
    yes: bool,
    today: date,
    services: Mapping[str, Service] = SERVICES,
    clock: Clock | None = None,
) -> int:
    """Bring the observations of municipalities up to date from one service.

    Returns:
        0 when the file holds the fresh figures, 1 when they were not written because nobody
        agreed, 2 when something failed; in the last two cases the file is as it was.
    """
    try:
        loaded = load(root)
        _check_sound(loaded)
        request = _request(loaded, name, slugs, today)
        file = read_observations(root)
        try:
            fetched = _fetched(name, services[name], request, clock or Clock())
            known = known_datasets(root)
            names = named((figure.origin for figure in fetched.figures), known, today)
            result = merged(file, _in_order(fetched.figures, request), names.ids)
            sys.stderr.write("".join(f"{note}\n" for note in fetched.notes))
            sys.stdout.write(_told(result, loaded))
            if not result.added and not result.changed:
                return DONE
            if not yes and not _agreed():
                return NOT_WRITTEN
        except KeyboardInterrupt:
            sys.stderr.write("\nstopped: nothing was written\n")
            return NOT_WRITTEN
        written = {names.ids[each.figure.origin] for each in (*result.added, *result.changed)}
        if fresh := {name: names.datasets[name] for name in sorted(written - known.keys())}:
            add_datasets(root, fresh)  # first: the rows name them
            sys.stdout.write(f"{DATASETS}: {', '.join(fresh)}\n")
        write_observations(file, result.text)
    except RefreshError as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    sys.stdout.write(f"{FILE} is written\n")
    return DONE


def _check_sound(loaded: Loaded) -> None:
    """Refuse to work on tables that have problems."""
    for file in (FILE, DATASETS, "data/indicators.yaml"):
        found = [problem for problem in loaded.problems if problem.file == file]
        if found:
            first = found[0]
            message = (
                f"{file}:{first.line}:{first.column}: {first.code}: nothing is fetched before "
                "'strategiapeili check' finds no problem in this file"
            )
            raise RefreshError(message)


def _request(loaded: Loaded, name: str, slugs: Sequence[str], today: date) -> Request:
    """What to ask of a service: the indicators that come from it, for these municipalities."""
    library = loaded.library
    for slug in slugs:
        if slug not in library.dossiers:
            known = ", ".join(library.dossiers) or "none"
            message = f"no municipality '{slug}' in the library (there are: {known})"
            raise RefreshError(message)
    if not library.dossiers:
        message = "no municipality in the library: see 'strategiapeili check'"
        raise RefreshError(message)
    chosen = [library.dossiers[slug] for slug in slugs or library.dossiers]
    if not slugs and library.broken:
        left_out = ", ".join(library.broken)
        sys.stderr.write(f"left out because of their problems: {left_out}\n")
    indicators = {
        indicator: definition.fetch
        for indicator, definition in library.indicators.items()
        if definition.fetch and definition.fetch.service == name
    }
    if not indicators:
        message = f"no indicator comes from {name}: none of data/indicators.yaml has it as 'fetch'"
        raise RefreshError(message)
    names = {dossier.code: dossier.municipality.name.fi for dossier in chosen}
    return Request(indicators, names, today)


def _fetched(name: str, service: Service, request: Request, clock: Clock) -> Fetched:
    with (
        Progress(sys.stderr) as progress,
        httpx.Client(timeout=service.timeout, headers=HEADERS) as client,
    ):
        return FETCHERS[name](Calls(service, client, clock), request, progress)


def _in_order(figures: Sequence[Figure], request: Request) -> list[Figure]:
    """The figures by municipality, indicator and year, in the order of the request."""
    municipalities = {code: rank for rank, code in enumerate(request.municipalities)}
    indicators = {indicator: rank for rank, indicator in enumerate(request.indicators)}
    return sorted(
        figures,
        key=lambda each: (municipalities[each.code], indicators[each.indicator], each.year),
    )


def _told(result: Merged, loaded: Loaded) -> str:
    """What the figures change, a line each, and the counts."""
    slugs = loaded.library.slug_of_code

    def subject(figure: Figure) -> str:
        return f"{slugs[figure.code]} {figure.indicator} {figure.year}"

    lines = [f"+ {subject(each.figure)}: {each.figure.written}" for each in result.added]
    lines += [
        f"~ {subject(each.figure)}: {each.old} → {each.figure.written}" for each in result.changed
    ]
    lines += [
        f"= {subject(each.figure)}: {each.old} stays, it has its own {each.own}; "
        f"the service gives {each.figure.written}"
        for each in result.kept
    ]
    counts = f"{len(result.added)} new, {len(result.changed)} changed"
    kept = f", {len(result.kept)} kept" if result.kept else ""
    return "\n".join([*lines, f"{counts}, {result.unchanged} unchanged{kept}\n"])


def _agreed() -> bool:
    """Whether someone at a terminal says yes."""
    if not sys.stdin.isatty():
        sys.stdout.write("nothing was written: there is no terminal to ask at (see --yes)\n")
        return False
    sys.stdout.write(f"Write {FILE}? [y/N] ")
    sys.stdout.flush()
    answer = sys.stdin.readline()
    if answer.strip().casefold() in YES:
        return True
    sys.stdout.write("nothing was written\n")
    return False
