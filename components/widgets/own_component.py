"""Components whose script comes from our own server, so that no other script need be allowed.

Streamlit finds such a component by the name of its distribution; ours holds a package of another
name and is installed editable, and there it finds none. So it is told of ours here: see
.github/decisions/0007-own-components.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

PROJECT = "strategiapeili"


def own_component(
    part: str, assets: Path, *, js: str, html: str | None = None, css: str | None = None
) -> ComponentRenderer:
    """The component of a folder of assets, known to the server that runs this script."""
    name = name_of(part)
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(name) is None:
        folder = ComponentConfig(part, assets.name)
        manager.register_from_manifest(ComponentManifest(PROJECT, "", [folder]), assets.parent)
    return st.components.v2.component(name, html=html, css=css, js=js)


def name_of(part: str) -> str:
    """How Streamlit names a component of ours."""
    return f"{PROJECT}.{part}"
