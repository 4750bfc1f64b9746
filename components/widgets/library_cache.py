"""The library that is being served: loaded once, and anew beside it when a file has changed."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from components.analysis.sentences.search import index_of
from components.loading import Loaded, load

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT_VARIABLE = "STRATEGIAPEILI_ROOT"
PROJECT = Path(__file__).parents[2]
PAUSE = 1.0
"""Seconds between two looks at the files."""
WATCHER = "library-watcher"
"""The name of the thread that looks."""

MOST_LOGGED = 5
"""Problems named in a line of the log; `check` tells them all."""
_LOGGER = logging.getLogger(__name__)

Fingerprint = dict[str, tuple[int, int]]


def chosen_root() -> Path:
    """The folder named by the environment, or else the project itself."""
    return Path(os.environ.get(ROOT_VARIABLE) or PROJECT)


def fingerprint(root: Path) -> Fingerprint:
    """Every input file, relative to the root, with its size and time of change."""
    found = {}
    for name, entry in (*_listed(root, "strategies"), *_listed(root, "data")):
        with suppress(FileNotFoundError):  # gone since it was listed
            stat = entry.stat()
            found[name] = (stat.st_size, stat.st_mtime_ns)
    return dict(sorted(found.items()))


def _listed(root: Path, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files below a folder; hidden ones belong to editors and to the system.

    A second's work must be small for hundreds of municipalities: `Path.glob` takes six times as
    long.
    """
    with suppress(OSError), os.scandir(root / folder) as entries:  # no folder: no files
        for entry in entries:
            name = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _listed(root, name)
            else:
                yield name, entry


@dataclass(frozen=True)
class Edition:
    """What is served now: a library with the problems to be told, and the id of its files."""

    loaded: Loaded
    id: str


class LibraryCache:
    """The library of one root. It holds one whole edition at every moment.

    Changed files are loaded and checked while the old edition is served, and take its place only
    when the change brings no problem; else the old library stays and the new problems are told.
    """

    def __init__(self, root: Path) -> None:
        """Load the root for the first time: whatever is sound in it is served."""
        self.root = root
        self._seen = self._served = fingerprint(root)
        self.edition = Edition(load(root), _id(root, self._seen))
        self._faulty = _files(self.edition.loaded)
        self._checking = Lock()
        self._stopped = Event()

    def watch(self) -> None:
        """Look at the files every moment from now on, in a thread of its own."""
        Thread(target=self._watch, name=WATCHER, daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(PAUSE):
            try:
                self.check()
            except Exception:  # a fault of ours must not blind the server to later changes
                _LOGGER.exception("changed files could not be checked")

    def check(self) -> None:
        """Take over changed files when they are whole; one check at a time.

        Files that change while they are read are left to the next look.
        """
        with self._checking:
            files = fingerprint(self.root)
            if files == self._seen:
                return
            self._seen = files
            fresh = Edition(load(self.root), _id(self.root, files))
            if fingerprint(self.root) == files:
                self._take_over(files, fresh)

    def _take_over(self, files: Fingerprint, fresh: Edition) -> None:
        library = self.edition.loaded.library
        changed = {file for file, _ in files.items() ^ self._served.items()}
        loaded, faulty = fresh.loaded, _files(fresh.loaded)
        emptied = bool(library.dossiers) and not loaded.library.dossiers
        if emptied or not faulty <= self._faulty - changed:
            self.edition = Edition(Loaded(library, loaded.problems), self.edition.id)
            where = [f"{item.file}:{item.line}" for item in loaded.problems[:MOST_LOGGED]]
            _LOGGER.warning("changed files have errors and are not served: %s", ", ".join(where))
        else:
            index_of(loaded.library)  # here in the background, not while a visitor waits
            self.edition = fresh
            self._served, self._faulty = files, faulty


def _files(loaded: Loaded) -> set[str]:
    """The files that have a problem."""
    return {problem.file for problem in loaded.problems}


def _id(root: Path, files: Fingerprint) -> str:
    """What names this very content of the files, on whatever machine they stand."""
    digest = sha256()
    for file in files:
        with suppress(OSError):  # then the next check finds the files changed
            content = (root / file).read_bytes()
            digest.update(f"{file} {sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


_caches: dict[Path, LibraryCache] = {}
_lock = Lock()


def edition(root: Path) -> Edition:
    """What is served of a root; the first call loads it and begins to watch its files."""
    with _lock:
        cache = _caches.get(root)
        if cache is None:
            cache = LibraryCache(root)
            forget()  # one root is served; tests go from one to the next
            _caches[root] = cache
            cache.watch()
    return cache.edition


def forget() -> None:
    """Drop what is served, and watch it no more."""
    while _caches:
        _caches.popitem()[1].stop()


def published(root: Path) -> Loaded:
    """The checked library of a root."""
    return edition(root).loaded
