"""The presentation as LibreOffice draws it. Slow: run with `pytest -m slow`."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pptx.enum.chart import XL_CHART_TYPE

from components.i18n import LANGUAGES
from tests.exports.file_texts import pages_of_pdf
from tests.exports.presentations import OF, categories_of, made_of, opened, shapes_of

HOW = (
    "these tests need LibreOffice: install `libreoffice-impress` "
    "(Debian: apt-get install --no-install-recommends libreoffice-impress)"
)
SECONDS = 180
FEWEST = 2
"""Years without which an axis tells no span."""


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OF)
def test_every_slide_is_drawn_on_a_page(name: str, language: str, tmp_path: Path) -> None:
    """LibreOffice makes a page of each slide, and tells the years below every line chart."""
    blob = made_of(name, language)
    slides = opened(blob).slides
    pages = pages_of_pdf(drawn(blob, tmp_path))
    assert len(pages) == len(slides)
    charts = 0
    for slide, page in zip(slides, pages, strict=True):
        for shape in shapes_of(slide):
            if shape.has_chart and shape.chart.chart_type == XL_CHART_TYPE.LINE_MARKERS:
                charts += 1
                years = categories_of(shape.chart)
                found = axis_of(page) & set(years)
                assert years[0] in found, page
                assert len(found) >= min(FEWEST, len(years)), page
    assert charts


def axis_of(page: str) -> set[str]:
    """The years that stand in lines of nothing else, as those of an axis do."""
    found = re.findall(r"^(?:\d{4} ?)+$", page, re.MULTILINE)
    return {year for line in found for year in re.findall(r"\d{4}", line)}


def drawn(blob: bytes, folder: Path) -> bytes:
    """The presentation as LibreOffice prints it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail(HOW, pytrace=False)
    file = folder / "esitys.pptx"
    file.write_bytes(blob)
    subprocess.run(  # noqa: S603 - our own file, a program that was just found
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return file.with_suffix(".pdf").read_bytes()
