"""The files of deploy/ that no test runs say what the service reads and answers."""

from __future__ import annotations

import re
from typing import Any

import yaml

from components.server import settings
from components.server.ready import PATH
from components.widgets.library_cache import ROOT_VARIABLE
from tests.deploy.site import DEPLOY, REPLICA_PORTS

SETTINGS = {
    value
    for name, value in vars(settings).items()
    if name.isupper() and "STRATEGIAPEILI" in str(value)
} | {ROOT_VARIABLE}
FILES = [file for file in sorted(DEPLOY.rglob("*")) if file.is_file()]


def of_kind(kind: str) -> dict[str, Any]:
    """The object of a kind in the manifest."""
    text = (DEPLOY / "kubernetes" / "strategiapeili.yaml").read_text(encoding="utf-8")
    (found,) = (item for item in yaml.safe_load_all(text) if item["kind"] == kind)
    return dict(found)


def test_only_settings_that_the_service_reads_are_set() -> None:
    """A variable with a slip in its name would be passed over in silence."""
    for file in FILES:
        named = set(re.findall(r"STRATEGIAPEILI_[A-Z]+", file.read_text(encoding="utf-8")))
        assert named <= SETTINGS, file.name


def test_every_setting_is_told() -> None:
    """Who keeps a server finds each of its settings on the page about it."""
    told = (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert {name for name in SETTINGS if f"`{name}`" not in told} == set()


def test_every_form_is_told() -> None:
    """The page about serving names every folder."""
    told = (DEPLOY / "README.md").read_text(encoding="utf-8")
    folders = {file.parent.name for file in FILES if file.parent != DEPLOY}
    assert {name for name in folders if f"{name}/" not in told} == set()


def test_probes_ask_what_is_answered() -> None:
    """Ready is asked by its own path: of an unknown one Streamlit would say 200."""
    (container,) = of_kind("Deployment")["spec"]["template"]["spec"]["containers"]
    asked = {
        kind: container[kind]["httpGet"]["path"]
        for kind in ("startupProbe", "readinessProbe", "livenessProbe")
    }
    assert asked == {
        "startupProbe": PATH,
        "readinessProbe": PATH,
        "livenessProbe": "/_stcore/health",
    }
    dockerfile = (DEPLOY / "docker" / "Dockerfile").read_text(encoding="utf-8")
    assert f"http://127.0.0.1:8501{PATH}" in dockerfile


def test_ports_agree() -> None:
    """What is served is what is asked: processes, front, image, service."""
    target = (DEPLOY / "systemd" / "strategiapeili.target").read_text(encoding="utf-8")
    assert [int(port) for port in re.findall(r"@(\d+)\.service", target)] == [*REPLICA_PORTS]
    (container,) = of_kind("Deployment")["spec"]["template"]["spec"]["containers"]
    (port,) = container["ports"]
    (served,) = of_kind("Service")["spec"]["ports"]
    assert (port["containerPort"], served["targetPort"]) == (8501, port["name"])
    compose = yaml.safe_load((DEPLOY / "docker" / "compose.yaml").read_text(encoding="utf-8"))
    assert set(compose["services"]) == {"strategiapeili", "front"}
    replicas = (DEPLOY / "docker" / "replicas.conf").read_text(encoding="utf-8")
    assert "server strategiapeili:8501 resolve max_fails=0;" in replicas
