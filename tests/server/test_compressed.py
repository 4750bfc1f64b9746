"""The store of compressed assets."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import pytest

from components.server import compressed as module
from components.server.compressed import Compressed
from components.server.prepared import DECOMPRESS

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = b"const kemi = 'kemi';\n" * 100


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Some assets."""
    folder = tmp_path / "static"
    folder.mkdir()
    contents = {
        "js/index.js": TEXT,
        "js/small.js": b"a()",
        "media/font.woff2": TEXT,
        "css/style.css": b"p { color: red }\n" * 100,
    }
    for name, content in contents.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return {name: folder / name for name in contents}


def made(files: Mapping[str, Path], cache: Path, release: str = "1.0") -> Compressed:
    """A store in which everything is ready."""
    store = Compressed(files, {"js/index.js"}, cache, release)
    store.make()
    return store


def kept(cache: Path) -> dict[Path, bytes]:
    """The files in a cache."""
    return {file: file.read_bytes() for file in cache.rglob("*") if file.is_file()}


def test_what_is_worth_it_is_compressed(files: dict[str, Path], tmp_path: Path) -> None:
    """Scripts and styles of some size; a font is compressed already, a line gains nothing."""
    store = made(files, tmp_path / "cache")
    for name in ("js/index.js", "css/style.css"):
        content = files[name].read_bytes()
        for encoding, form in store.forms(name).items():
            assert DECOMPRESS[encoding](form.read_bytes()) == content
            assert form.stat().st_size < len(content)
        assert store.forms(name).keys() == {"br", "gzip"}
    assert store.forms("js/small.js") == store.forms("media/font.woff2") == {}
    assert store.forms("../secret") == {}


def test_nothing_is_promised_before_it_is_there(files: dict[str, Path], tmp_path: Path) -> None:
    """Until it is made, an asset is served as it is."""
    store = Compressed(files, set(), tmp_path / "cache", "1.0")
    assert store.forms("js/index.js") == {}
    assert not (tmp_path / "cache").exists()
    store.start().join()
    assert store.forms("js/index.js").keys() == {"br", "gzip"}


def test_next_start_finds_what_was_made(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is compressed twice."""
    first = made(files, tmp_path / "cache")
    monkeypatch.setattr(module, "_write", lambda *_: pytest.fail("made again"))
    assert made(files, tmp_path / "cache").forms("js/index.js") == first.forms("js/index.js")


@pytest.mark.parametrize("found", [b"", b"half", brotli.compress(b"something else")])
def test_broken_form_is_made_anew(files: dict[str, Path], tmp_path: Path, found: bytes) -> None:
    """What an accident left in the folder is never served."""
    cache = tmp_path / "cache"
    whole = kept(cache) if made(files, cache) else {}
    for form in whole:
        form.write_bytes(found)
    made(files, cache)
    assert kept(cache) == whole


def test_other_files_or_another_release_have_another_folder(
    files: dict[str, Path], tmp_path: Path
) -> None:
    """Two versions that run beside each other never take each other's forms."""
    cache = tmp_path / "cache"
    places = {made(files, cache).forms("js/index.js")["br"]}
    places.add(made(files, cache, "2.0").forms("js/index.js")["br"])
    files["css/style.css"].write_bytes(b"p { color: blue }\n" * 100)
    places.add(made(files, cache).forms("js/index.js")["br"])
    assert len(places) == 3


def test_wanted_files_are_compressed_hardest(tmp_path: Path) -> None:
    """Brotli's best for what every visit fetches."""
    file = tmp_path / "index.js"
    file.write_bytes(Path(__file__).read_bytes())
    sizes = []
    for wanted in ({"index.js"}, set[str]()):
        store = Compressed({"index.js": file}, wanted, tmp_path / str(len(wanted)), "1.0")
        store.make()
        sizes.append(store.forms("index.js")["br"].stat().st_size)
    assert sizes[0] < sizes[1]


def test_folder_that_cannot_be_written_is_told_and_harms_nothing(
    files: dict[str, Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One line in the log; the assets are served as they are."""
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    store = Compressed(files, set(), tmp_path / "cache", "1.0")
    with caplog.at_level(logging.WARNING):
        store.start().join()
    (record,) = caplog.records
    assert record.getMessage().startswith("assets are served uncompressed: ")
    assert store.forms("js/index.js") == {}


def test_interrupted_write_leaves_nothing(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves no half form under the name of a whole one, nor any crumb."""

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        made(files, tmp_path / "cache")
    assert kept(tmp_path / "cache") == {}
