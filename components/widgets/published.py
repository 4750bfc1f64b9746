"""The library that is being served: loaded once, again only when a file has changed."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from components.loading import Loaded, load

ROOT_VARIABLE = "STRATEGIAPEILI_ROOT"
PROJECT = Path(__file__).parents[2]

Fingerprint = tuple[tuple[str, int, int], ...]


def chosen_root() -> Path:
    """The folder named by the environment, or else the project itself."""
    return Path(os.environ.get(ROOT_VARIABLE) or PROJECT)


def fingerprint(root: Path) -> Fingerprint:
    """Every input file with its size and time of change."""
    files = sorted((*root.glob("strategies/*.y*ml"), *root.glob("data/**/*.*")))
    found = []
    for file in files:
        with suppress(FileNotFoundError):  # gone since it was listed
            stat = file.stat()
            found.append((str(file), stat.st_size, stat.st_mtime_ns))
    return tuple(found)


@dataclass
class _Shelf:
    """What is served now, from which root and files."""

    root: Path | None = None
    files: Fingerprint = ()
    loaded: Loaded | None = None


_shelf = _Shelf()
_lock = Lock()


def published(root: Path) -> Loaded:
    """The checked library of a root. When an edit leaves nothing to show, the last one stays."""
    files = fingerprint(root)
    with _lock:
        if _shelf.loaded is None or (root, files) != (_shelf.root, _shelf.files):
            fresh = load(root)
            keeps = _shelf.root == root and not fresh.library.dossiers
            if _shelf.loaded is None or not keeps:
                _shelf.loaded = fresh
            _shelf.root, _shelf.files = root, files
        return _shelf.loaded
