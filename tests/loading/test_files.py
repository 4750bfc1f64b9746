"""Reading a text file within its limits."""

from __future__ import annotations

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


def test_size_is_limited_to_the_byte(path: Path) -> None:
    """Two million bytes are read, one more is not."""
    told = Told()
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_text(path, told.report) or "") == MAX_BYTES
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert read_text(path, told.report) is None
    assert told.codes == [(1, 1, "too-large")]
    assert told.problems[0].values == {"found": "2000001", "limit": "2000000"}
