"""Whether the process can take visitors."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import shutil
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette

from components.server.ready import PATH, Readiness
from components.widgets import library_cache as module
from components.widgets.library_cache import ROOT_VARIABLE, edition
from tests.analysis.making import MALLIKUNTA
from tests.server.asgi import Answer, ask

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of Mallikunta's root, and nothing frozen."""
    shutil.copytree(MALLIKUNTA, tmp_path / "root")
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path / "root"))
    module.forget()
    monkeypatch.setattr(gc, "freeze", lambda: None)
    return tmp_path / "root"


def asked(readiness: Readiness) -> Answer:
    """What a proxy is told."""
    return ask(Starlette(routes=[readiness.route()]), PATH)


@pytest.mark.usefixtures("root")
def test_cold_process_is_not_ready() -> None:
    """Nobody is sent here before the library is there; and no cache keeps the answer."""
    answer = asked(Readiness())
    assert answer.status == 503
    assert json.loads(answer.text) == {
        "ready": False,
        "library": None,
        "municipalities": 0,
        "faulty": [],
    }
    assert answer.headers["cache-control"] == "no-store"


def test_warm_process_says_what_it_serves(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The id of the files and how many municipalities; the collector is spared all of it."""
    frozen = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    readiness = Readiness()
    asyncio.run(readiness.warm())
    answer = asked(readiness)
    assert answer.status == 200
    expected = {"ready": True, "library": edition(root).id, "municipalities": 1, "faulty": []}
    assert json.loads(answer.text) == expected
    assert frozen == [True]


def test_process_without_a_municipality_is_never_ready(root: Path) -> None:
    """A wrong folder shows at the proxy, not to visitors."""
    shutil.rmtree(root)
    readiness = Readiness()
    asyncio.run(readiness.warm())
    assert asked(readiness).status == 503


def test_bad_edit_is_told_where_keepers_look(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The last good library goes on serving; the answer and the log name the file."""
    readiness = Readiness()
    asyncio.run(readiness.warm())
    before = json.loads(asked(readiness).text)
    (root / "strategies" / "mallikunta.yaml").write_text("strategies: [", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        module._caches[root].check()  # noqa: SLF001 - its thread would be waited for
    answer = asked(readiness)
    assert answer.status == 200
    assert json.loads(answer.text) == before | {"faulty": ["strategies/mallikunta.yaml"]}
    assert "strategies/mallikunta.yaml:1" in caplog.text
