"""A machine whose clock is in another year: a whole process of it, pages, files and all."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from components.i18n import catalogue
from tests.analysis.making import PROJECT
from tests.sample import sampled

ELSEWHERE = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path

import time_machine

day, folder = sys.argv[1:]
time_machine.travel(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC), tick=True).start()

from streamlit.testing.v1 import AppTest

from components.cli import main
from components.pages import PAGES
from tests.pages.drawing import Page

told = {}
for page in PAGES:
    script = f"from components.app import run; run(start={page.SLUG!r})"
    app = AppTest.from_string(script, default_timeout=60)
    shown = Page(app.run(), "fi")
    shown.assert_sound()
    told[page.SLUG] = shown.text
works = (
    ["check"],
    ["export", "xlsx", "kemi", "kemijarvi", "--out", f"{folder}/a.xlsx"],
    ["build", f"{folder}/sivut"],
)
codes = [main(work) for work in works]
Path(folder, "told.json").write_text(json.dumps([told, codes]))
"""
PERIODS = {
    "1971-06-15": ("coming", "coming"),
    "2028-02-29": ("ended", "running"),
    "2099-12-31": ("ended", "ended"),
}
"""Where the periods of Kemi (2022-2025) and Kemijärvi (2024-2028) then stand."""


@pytest.mark.parametrize("day", sampled(PERIODS, ("2028-02-29",)))
def test_all_works_in_another_year(day: str, tmp_path: Path) -> None:
    """Every page stands and tells the periods as of that day; files and the site are made."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", ELSEWHERE, day, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
    )
    assert done.returncode == 0, done.stderr
    told, codes = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert codes == [0, 0, 0]
    words = catalogue("fi")
    states = {words(f"period_state.{state}") for state in ("coming", "running", "ended")}
    shown = re.findall("|".join(states), told["etusivu"])
    assert set(shown) == {words(f"period_state.{state}") for state in PERIODS[day]}
    for slug, text in told.items():
        assert re.search(r"[−-]\d+ (?:päiv|vuo|kuuk)", text) is None, slug
    site = (tmp_path / "sivut" / "kunta" / "kemi.html").read_text(encoding="utf-8")
    assert words.day(date.fromisoformat(day)) in site
