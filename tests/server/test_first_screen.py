"""What a browser fetches at once, so that the first screen stands still."""

from __future__ import annotations

import json
from pathlib import Path

from components.server.assets import STREAMLIT, asset_files, installed_assets
from components.server.first_screen import first_scripts, import_map, own_assets, preloads

FOLDER = STREAMLIT
INDEX = '<script type="module" crossorigin src="./static/js/index.AAAAAAAA.js"></script>'


def streamlit(folder: Path, **scripts: str) -> Path:
    """A release with these scripts, each by the part of its name before the first dot."""
    (folder / "static" / "js").mkdir(parents=True)
    (folder / "index.html").write_text(INDEX, encoding="utf-8")
    for name, text in scripts.items():
        (folder / "static" / "js" / f"{name}.AAAAAAAA.js").write_text(text, encoding="utf-8")
    return folder


def test_installed_release_has_the_scripts_of_the_first_screen() -> None:
    """A release that renames them fails here, before the header comes last again."""
    found = first_scripts(FOLDER)
    for element in ("PageLink", "TextInput", "Multiselect", "ButtonGroup", "Html"):
        assert any(name.startswith(f"{element}.") for name in found), element
    assert not any(name.startswith("PlotlyChart.") for name in found)
    assert all((FOLDER / "static" / "js" / name).is_file() for name in found)
    assert len(set(found)) == len(found)


def test_scripts_come_with_those_they_import(tmp_path: Path) -> None:
    """What a script imports is fetched with it, once, but for what the document names itself."""
    folder = streamlit(
        tmp_path,
        Html='import{a}from"./shared.AAAAAAAA.js";import"./index.AAAAAAAA.js";',
        TextInput="import{b}from`./shared.AAAAAAAA.js`;import(`./later.AAAAAAAA.js`)",
        shared="export{}",
        later="export{}",
        index="export{}",
    )
    assert set(first_scripts(folder)) == {
        "Html.AAAAAAAA.js",
        "TextInput.AAAAAAAA.js",
        "shared.AAAAAAAA.js",
    }
    assert preloads(folder).count("modulepreload") == 3


def test_another_release_has_less_and_nothing_wrong(tmp_path: Path) -> None:
    """Where the names are others the charts come at once and nothing is fetched ahead."""
    folder = streamlit(tmp_path, Markup="export{}", Plots="export{}")
    assert first_scripts(folder) == ()
    assert preloads(folder) == ""
    assert json.loads(import_map(asset_files(folder))) == {}


def test_charts_are_put_off_by_a_script_that_is_served(tmp_path: Path) -> None:
    """The map leads from Streamlit's script to ours, and from ours alone back to Streamlit's."""
    files, _ = installed_assets(tmp_path)
    found = json.loads(import_map(files))
    [(charts, late)] = found["imports"].items()
    assert found["scopes"] == {late: {"charts": charts}}
    for name in (charts, late):
        assert files[name.removeprefix("./static/")].is_file()
    script = files[late.removeprefix("./static/")].read_text(encoding="utf-8")
    assert "import('charts')" in script


def test_own_assets_are_named_by_their_content() -> None:
    """Another style sheet has another name, so that no browser shows the old one."""
    assert sorted(name.partition(".")[0] for name in own_assets()) == [
        "css/style",
        "js/late_charts",
    ]
