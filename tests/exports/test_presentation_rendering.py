"""The presentation as LibreOffice draws it. Slow: run with `pytest -m slow`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from components.i18n import LANGUAGES
from tests.exports.presentations import OF, made_of, opened

HOW = (
    "these tests need LibreOffice: install `libreoffice-impress` "
    "(Debian: apt-get install --no-install-recommends libreoffice-impress)"
)
SECONDS = 180


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OF)
def test_every_slide_is_drawn_on_a_page(name: str, language: str, tmp_path: Path) -> None:
    """LibreOffice opens the file without a complaint and makes a page of each slide."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail(HOW, pytrace=False)
    blob = made_of(name, language)
    file = tmp_path / "esitys.pptx"
    file.write_bytes(blob)
    subprocess.run(  # noqa: S603 - our own file, a program that was just found
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    with pikepdf.open(file.with_suffix(".pdf")) as pdf:
        assert len(pdf.pages) == len(opened(blob).slides)
