"""The record that the accessibility statement is made from: runs its tests, writes what came out.

Write it (after a change of a page, a language or Streamlit; some minutes, needs a Chromium):
    uv run python .ci/accessibility.py [CHECK…]
With names of checks only their tests run; the rest of the record and its day stay.
The page `saavutettavuus` shows the record; tests/phrases/test_accessibility.py holds it to the
pages and languages that there are.
"""
# ruff: noqa: INP001, T201 - a script beside the package, not a part of one

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import axe_playwright_python
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from components.i18n import LANGUAGES  # noqa: E402 - found by the line above
from components.pages import PAGES  # noqa: E402
from components.phrases.accessibility import RECORD  # noqa: E402
from tests.browser.chromium import find_chromium  # noqa: E402
from tests.browser.visit import HEIGHTS  # noqa: E402

TESTS: Final[Mapping[str, str]] = {
    "axe": "test_pages.py::test_page_breaks_no_rule_of_wcag",
    "keyboard": "test_keyboard.py",
    "announced": "test_announced.py",
    "enlarged": "test_enlarged.py",
    "colours": "test_colours.py",
    "language": "test_server.py::test_no_english_is_left",
}
"""Where the tests of each check are, below tests/browser."""


def main() -> None:
    """Run the tests and write the record; exit as they did."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("check", nargs="*", choices=[*TESTS, []], help="only these checks")
    asked = parser.parse_args().check
    chosen = {check: test for check, test in TESTS.items() if not asked or check in asked}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        tests = [f"tests/browser/{test}" for test in chosen.values()]
        every = (sys.executable, "-m", "pytest", "-m", "", f"--junitxml={report}")
        status = subprocess.run([*every, *tests], cwd=ROOT, check=False).returncode  # noqa: S603 - ours
        cases = list(ET.parse(report).iter("testcase"))  # noqa: S314 - likewise
    counted = {check: _counts(cases, test) for check, test in chosen.items()}
    before = json.loads(RECORD.read_text(encoding="utf-8")) if asked else {}
    today = date.today().isoformat()  # noqa: DTZ011 - the day of whoever runs it
    record = {
        "day": before.get("day", today),
        "versions": _versions(),
        "pages": [page.SLUG for page in PAGES],
        "languages": list(LANGUAGES),
        "widths": list(HEIGHTS),
        "passed": before.get("passed", {})
        | {check: passed for check, (passed, _) in counted.items()},
        "failed": before.get("failed", {})
        | {check: failed for check, (_, failed) in counted.items()},
    }
    kept = record.keys() & before.keys() - {"passed", "failed"}  # as the whole run found them
    record |= {key: before[key] for key in record if key in kept}
    RECORD.write_text(f"{json.dumps(record, indent=2, ensure_ascii=False)}\n", encoding="utf-8")
    print(f"{RECORD.relative_to(ROOT)}: {record['passed']}, failed {record['failed']}")
    sys.exit(status)


def _counts(cases: list[ET.Element], test: str) -> tuple[int, int]:
    """How many cases of a check passed and how many did not."""
    file, _, name = test.partition("::")
    module = f"tests.browser.{file.removesuffix('.py')}"
    own = [
        case
        for case in cases
        if case.get("classname") == module and (case.get("name") or "").startswith(name)
    ]
    failed = sum(any(part.tag in {"failure", "error"} for part in case) for case in own)
    return len(own) - failed, failed


def _versions() -> dict[str, str]:
    """The versions of what was tested and of what tested it."""
    with sync_playwright() as playwright:
        program = find_chromium(playwright)
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)  # noqa: S603 - the browser
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    return {
        "Streamlit": version("streamlit"),
        "Plotly": version("plotly"),
        "Chromium": _first(r"\d+(?:\.\d+)+", said.stdout),
        "axe-core": _first(r"(?<=axe v)\d+(?:\.\d+)+", axe),
    }


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        message = f"no version like {pattern} in {text[:80]!r}"
        raise ValueError(message)
    return found[0]


if __name__ == "__main__":
    main()
