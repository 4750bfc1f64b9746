"""Streamlit's assets compressed once, in a folder that the next start finds."""

import hashlib
import logging
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from threading import Thread, get_native_id
from typing import Final

import brotli

from components.loading.replacing import replace_file
from components.server.prepared import COMPRESS, DECOMPRESS

SUFFIXES: Final = frozenset({".css", ".js", ".json", ".svg"})
_ENDINGS: Final[Mapping[str, str]] = {"br": ".br", "gzip": ".gz"}
# Brotli's best: 14 s instead of 1.4 for the charts, and 1.06 MB instead of 1.18.
_BEST: Final[Mapping[str, Callable[[bytes], bytes]]] = {**COMPRESS, "br": brotli.compress}
_RECIPE: Final = "1"  # another one whenever the same files would give other forms
_SMALLEST: Final = 512  # bytes; what fits in a packet with its headers gains nothing
_LOWEST_PRIORITY: Final = 19
_LOGGER: Final = logging.getLogger(__name__)


class Compressed:
    """The compressed forms of files, those that are ready by now.

    A form is written beside its place and moved there, and one that is found is undone and
    compared before it is believed: an interrupted start leaves nothing behind that is served.
    """

    def __init__(
        self, files: Mapping[str, Path], wanted: AbstractSet[str], folder: Path, release: str
    ) -> None:
        """Take files by name, first those wanted by all, and the folder that keeps the forms."""
        self._files = {
            name: file
            for name, file in files.items()
            if file.suffix in SUFFIXES and file.stat().st_size >= _SMALLEST
        }
        self._wanted = wanted
        self._folder = folder
        self._release = release
        self._ready: dict[str, dict[str, Path]] = {}

    def forms(self, name: str) -> Mapping[str, Path]:
        """Return the forms of a file that are ready, by encoding."""
        return self._ready.get(name, {})

    def start(self) -> Thread:
        """Make what is missing in a thread that gives way to everyone else."""
        thread = Thread(target=self._make_quietly, name="compress-assets", daemon=True)
        thread.start()
        return thread

    def make(self) -> None:
        """Find or make every form."""
        folder = self._folder / f"{self._release}-{_digest(self._files)}"
        for name, file in self._files.items():
            recipes = _BEST if name in self._wanted else COMPRESS
            self._ready[name] = dict(_forms(folder / name, file.read_bytes(), recipes))

    def _make_quietly(self) -> None:
        if sys.platform == "linux":  # where a thread has a priority of its own
            os.setpriority(os.PRIO_PROCESS, get_native_id(), _LOWEST_PRIORITY)
        try:
            self.make()
        except OSError as error:
            _LOGGER.warning("assets are served uncompressed: %s", error)


def _digest(files: Mapping[str, Path]) -> str:
    """Return what names this very set of files."""
    digest = hashlib.sha256(_RECIPE.encode())
    for name in sorted(files):
        digest.update(f"{name} {hashlib.sha256(files[name].read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:12]


def _forms(
    place: Path, content: bytes, recipes: Mapping[str, Callable[[bytes], bytes]]
) -> Iterator[tuple[str, Path]]:
    """Find or make the forms of one file; a form that is no smaller is none."""
    for encoding, compress in recipes.items():
        form = place.with_name(place.name + _ENDINGS[encoding])
        if not _is_whole(form, encoding, content):
            _write(form, compress(content))
        if form.stat().st_size < len(content):
            yield encoding, form


def _is_whole(form: Path, encoding: str, content: bytes) -> bool:
    try:
        return DECOMPRESS[encoding](form.read_bytes()) == content
    except (OSError, EOFError, zlib.error, brotli.error):  # not there, cut or spoilt: made anew
        return False


def _write(form: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, also when another start does the same."""
    form.parent.mkdir(parents=True, exist_ok=True)
    replace_file(form, content)
