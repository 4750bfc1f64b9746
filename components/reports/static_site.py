"""The reports as a folder of files that any web host can serve, or a browser opens by itself."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from components.i18n import LANGUAGES
from components.model import Library
from components.reports.address import sitemap
from components.reports.page import FONTS, STYLE, Site, missing, page, style
from components.reports.places import every_place

LEFT = r"\.{name}\.(?P<process>\d{{1,9}})\.(?P<what>part|old)"
"""What stands beside a folder while it is written: the new one, and for a moment the old one."""

MARK = ".strategiapeili"
"""The file by which a folder is known for an earlier build."""


class BuildError(Exception):
    """The site cannot be written; the message says in one line why, and what to do."""


@dataclass(frozen=True)
class Built:
    """What was written."""

    files: int
    bytes: int


def build(library: Library, folder: Path, today: date, address: str | None = None) -> Built:
    """Write the site; a folder that an earlier build wrote is replaced when the new one is whole.

    Raises BuildError, and then the folder is as it was.
    """
    target = folder.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _clear(target)
        if complaint := _complaint(target):
            raise BuildError(complaint)
        try:
            built = _write(beside, _files(library, today, Site(address)))
            _put_in_place(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        message = f"{folder} cannot be written: {error.strerror}"
        raise BuildError(message) from error
    return built


def _clear(target: Path) -> None:
    """Put right what a build left that was killed: the old folder in its place, the rest away."""
    if not target.parent.is_dir():
        return
    ours = re.compile(LEFT.format(name=re.escape(target.name)))
    for left in sorted(target.parent.iterdir()):
        made_by = ours.fullmatch(left.name)
        if not made_by or _is_running(int(made_by["process"])):
            continue
        if made_by["what"] == "old" and not target.exists():
            left.rename(target)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _is_running(process: int) -> bool:
    """Whether another process has the number; where that can't be asked without harm, yes."""
    if process == os.getpid():
        return False
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is somebody else's
        return True
    return True


def _complaint(target: Path) -> str | None:
    """Why a folder may not be written."""
    if not target.parent.is_dir():
        return f"{target} cannot be written: there is no folder '{target.parent}'"
    if not target.exists():
        return None
    if not target.is_dir():
        return f"{target} is a file: name a folder"
    held = sorted(item.name for item in target.iterdir())
    if held and MARK not in held:
        return (
            f"{target} holds '{held[0]}' and was not written by an earlier build: "
            "name a new or an empty folder"
        )
    return None


def _files(library: Library, today: date, site: Site) -> Iterator[tuple[str, bytes]]:
    places = every_place(library)
    for place in places:
        for language in LANGUAGES:
            yield place.file(language), page(library, place, language, today, site)
    yield STYLE, style()
    for name, file in FONTS.items():
        yield name, file.read_bytes()
    yield "404.html", missing(site)
    robots = ["User-agent: *", "Disallow:"]
    if site.address:
        pages = ({lang: place.address(lang) for lang in LANGUAGES} for place in places)
        yield "sitemap.xml", sitemap(site.address, pages).encode()
        robots.append(f"Sitemap: {site.address}/sitemap.xml")
    yield "robots.txt", "\n".join([*robots, ""]).encode()
    yield MARK, b"Written by 'strategiapeili build', which may replace this folder.\n"


def _write(folder: Path, files: Iterator[tuple[str, bytes]]) -> Built:
    count = size = 0
    for name, content in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        count, size = count + 1, size + len(content)
    return Built(count, size)


def _put_in_place(beside: Path, target: Path) -> None:
    """Let the new folder take the name; the old one has it back when that fails."""
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    if not target.exists():
        beside.rename(target)
        return
    target.rename(old)
    try:
        beside.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
