"""Streamlit is used by its documented names alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import components

ROOT = Path(components.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
INNER = {
    "server/assets.py": "the folder of what browsers are given, and the release",
}
"""Modules that name more of it than `import streamlit as st`, and what for."""


def named(tree: ast.AST) -> set[str]:
    """What is imported of Streamlit when a module runs; hints of types alone do not count."""
    found = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            found |= {ast.unparse(one) for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        found |= named(node)
    return {name for name in found if name.split(".")[0].split()[0] == "streamlit"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_inner_part_of_streamlit_is_named(file: Path) -> None:
    """All is reached through `st`, whose names are documented, but for what is listed."""
    found = named(ast.parse(file.read_text(encoding="utf-8"))) - {"streamlit as st"}
    assert bool(found) == (file.relative_to(ROOT).as_posix() in INNER), found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_hidden_name_of_streamlit_is_used(file: Path) -> None:
    """Nothing that begins with an underscore is taken from it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    hidden = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and ast.unparse(node).startswith("st.")
    ]
    assert hidden == []
