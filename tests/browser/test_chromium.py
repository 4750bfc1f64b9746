"""Finding the browser."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.browser.chromium import HOW, NoChromiumError, find

HERE = Path(sys.executable)


@pytest.fixture(autouse=True)
def _unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start from a machine where CHROMIUM is not set."""
    monkeypatch.delenv("CHROMIUM", raising=False)


def test_named_one_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """CHROMIUM wins over all that could be found."""
    monkeypatch.setenv("CHROMIUM", str(HERE))
    assert find([lambda: Path("other")], []) == HERE


def test_wrong_name_is_told_and_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A CHROMIUM that is no program is an error: the tests would run on another one."""
    monkeypatch.setenv("CHROMIUM", "no-such-program")
    with pytest.raises(NoChromiumError, match="'no-such-program', which is no program"):
        find([lambda: HERE], [])


def test_installs_only_what_is_missing() -> None:
    """Installers run one after the other, and only until there is a browser."""
    ran: list[str] = []
    found = find(
        [lambda: HERE if "second" in ran else None],
        [lambda: ran.append("first"), lambda: ran.append("second"), lambda: ran.append("third")],
    )
    assert found == HERE
    assert ran == ["first", "second"]


def test_none_to_be_had_says_what_to_install() -> None:
    """Without any browser there is one line that says what to do, never a skip."""
    with pytest.raises(NoChromiumError, match="install the package `chromium`"):
        find([lambda: None], [lambda: None])
    assert "\n" not in HOW
