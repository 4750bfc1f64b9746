"""Starting the server: one line when it runs, one line when it cannot."""

from __future__ import annotations

import signal
import socket
import subprocess
import urllib.request
from typing import TYPE_CHECKING

import pytest

from components.server import run
from components.server.settings import EMBEDDERS
from tests.server.serving import address, command, make_project, served

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
import os, streamlit as st
st.write(os.environ["STRATEGIAPEILI_ROOT"])
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder."""
    return make_project(tmp_path / "project", SCRIPT)


@pytest.fixture
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this very process serve the project folder."""
    monkeypatch.setattr(run, "SCRIPT", project / "app.py")


def fetch(url: str) -> tuple[str, str]:
    """Return the content type and the text at an address of our own server."""
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310 - always http, loopback
        return answer.headers["content-type"], answer.read().decode()


def test_serves_from_any_folder_with_one_line(project: Path, tmp_path: Path) -> None:
    """It says one line, honours the options beside the script, and stops quietly on Ctrl-C."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with served(project, elsewhere) as (process, line):
        url = address(line)
        assert line.startswith("Strategiapeili: http://127.0.0.1:")
        kind, page = fetch(f"{url}/vertailu?kieli=sv")
        assert kind == "text/html; charset=utf-8"
        assert '<html lang="sv">' in page
        assert fetch(f"{url}/_stcore/health")[1] == "ok"
        assert fetch(f"{url}/app/static/seen.txt")[1] == "the options were read"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (out, err, process.returncode) == ("", "", 0)


def test_taken_port_is_one_line_on_stderr(project: Path) -> None:
    """A taken port exits 1 and says which and how to choose another, without a traceback."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(  # noqa: S603 - our own interpreter
            command(project, port), capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert f"port {port} is taken" in line
    assert f"--port {port + 1}" in line


@pytest.mark.usefixtures("in_project")
@pytest.mark.parametrize(
    ("host", "port", "words"),
    [
        ("127.0.0.1", 65536, "port 65536 does not exist"),
        ("127.0.0.1", -1, "port -1 does not exist"),
        ("no-such-host.invalid", 0, "the host 'no-such-host.invalid' is not known"),
        ("203.0.113.9", 0, "203.0.113.9 is not an address of this machine"),
    ],
)
def test_impossible_addresses_are_told(
    capsys: pytest.CaptureFixture[str], host: str, port: int, words: str
) -> None:
    """A host or port that cannot be opened gives a sentence, not a traceback."""
    with pytest.raises(SystemExit) as caught:
        run.serve(None, host, port)
    assert words in str(caught.value)
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("in_project")
def test_setting_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stops the start: a mistyped site would else be shut out without a word."""
    monkeypatch.setenv(EMBEDDERS, "kemi.fi")
    with pytest.raises(SystemExit, match=f"strategiapeili serve: {EMBEDDERS} holds 'kemi.fi'"):
        run.serve(None, "127.0.0.1", 0)


def test_missing_script_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Installed without the project folder, it says what to do."""
    monkeypatch.setattr(run, "SCRIPT", tmp_path / "app.py")
    with pytest.raises(SystemExit, match=r"app\.py is missing: the dashboard runs from"):
        run.serve(None, "127.0.0.1", 0)
