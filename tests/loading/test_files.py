"""Reading a text file within its limits."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from components.loading.files import MAX_BYTES, read_text
from tests.loading.roots import Told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is not there yet."""
    return tmp_path / "file.yaml"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_text_is_read_with_and_without_a_mark(path: Path, mark: bytes) -> None:
    """The byte order mark that some editors write is no part of the text."""
    path.write_bytes(mark + "ä: 1\r\n".encode())
    told = Told()
    assert read_text(path, told.report) == "ä: 1\r\n"
    assert told.codes == []


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_byte_that_is_no_text_has_its_place(path: Path, mark: bytes) -> None:
    """The column counts signs before the byte, and the mark is not one of them."""
    path.write_bytes(mark + "ää\näö".encode() + b"\xe4i\n")
    told = Told()
    assert read_text(path, told.report) is None
    assert told.codes == [(2, 3, "not-utf-8")]
    assert told.problems[0].values == {"found": "0xe4"}


def test_missing_file_is_told(path: Path) -> None:
    """A file that is not there is a problem, not an exception."""
    told = Told()
    assert read_text(path, told.report) is None
    assert told.codes == [(1, 1, "missing-file")]


def test_folder_is_no_file(path: Path) -> None:
    """What cannot be read is told, whatever the reason."""
    path.mkdir()
    told = Told()
    assert read_text(path, told.report) is None
    assert told.codes == [(1, 1, "missing-file")]


def test_file_that_goes_before_it_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gone between two looks at it: it is missing, and that is told."""
    monkeypatch.setattr(type(path), "is_file", lambda _: True)
    told = Told()
    assert read_text(path, told.report) is None
    assert told.codes == [(1, 1, "missing-file")]


def test_pipe_is_no_file(path: Path) -> None:
    """A pipe that nobody fills would hold up the check for ever."""
    os.mkfifo(path)
    told = Told()
    assert read_text(path, told.report) is None
    assert told.codes == [(1, 1, "missing-file")]


@pytest.mark.parametrize("sign", list("\0\x08\x0c\x1b\x7f\x80\u202a\u202e\u2066\u2069\uffff"))
def test_sign_that_is_not_seen_is_refused(path: Path, sign: str) -> None:
    """Control characters and those that turn the reading direction have their place and code."""
    path.write_text(f"ä\nöä{sign}x", encoding="utf-8")
    told = Told()
    assert read_text(path, told.report) is None
    assert told.codes == [(2, 3, "hidden-sign")]
    assert told.problems[0].values == {"found": f"U+{ord(sign):04X}"}


def test_signs_of_real_texts_are_read(path: Path) -> None:
    """Tabs, line ends of any kind, soft hyphens, joiners, accents and other scripts are text."""
    text = "a\tb\r\nc\x85d\u2028\xad\u200b\u200d\ufeff\u0303 😀 العربية"
    path.write_bytes(text.encode())
    told = Told()
    assert read_text(path, told.report) == text
    assert told.codes == []


def test_size_is_limited_to_the_byte(path: Path) -> None:
    """Two million bytes are read, one more is not."""
    told = Told()
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_text(path, told.report) or "") == MAX_BYTES
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert read_text(path, told.report) is None
    assert told.codes == [(1, 1, "too-large")]
    assert told.problems[0].values == {"found": "2000001", "limit": "2000000"}
