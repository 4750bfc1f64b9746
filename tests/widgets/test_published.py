"""The library that is being served: loaded once, again only when a file has changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from components.widgets import published as module
from components.widgets.published import PROJECT, ROOT_VARIABLE, chosen_root, published
from tests.analysis.making import MALLIKUNTA

STRATEGY = Path("strategies") / "mallikunta.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of Mallikunta's root, and nothing served yet."""
    monkeypatch.setattr(module, "_shelf", module._Shelf())  # noqa: SLF001 - each test its own
    shutil.copytree(MALLIKUNTA, tmp_path / "root")
    return tmp_path / "root"


def edit(file: Path, old: str, new: str) -> None:
    """Change a file, with a time of change that no clock is too coarse for."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000_000))


def test_root_is_the_project_unless_the_environment_names_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An unset or empty variable means the project itself."""
    monkeypatch.delenv(ROOT_VARIABLE, raising=False)
    assert chosen_root() == PROJECT
    monkeypatch.setenv(ROOT_VARIABLE, "")
    assert chosen_root() == PROJECT
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path))
    assert chosen_root() == tmp_path


def test_unchanged_files_are_not_loaded_again(root: Path) -> None:
    """As long as no file changes, every visitor gets the same library."""
    assert published(root) is published(root)


def test_changed_file_is_loaded_again(root: Path) -> None:
    """An edit shows at the next visit, also when the file keeps its size."""
    before = published(root)
    edit(root / STRATEGY, "fi: Mallikunta", "fi: Mollikunta")
    after = published(root)
    assert after is not before
    assert after.library.dossiers["mallikunta"].municipality.name.fi == "Mollikunta"


@pytest.mark.parametrize("file", ["data/outcomes.csv", "data/sources/new.txt"])
def test_changed_or_new_data_is_loaded_again(root: Path, file: str) -> None:
    """Tables and source texts count like the strategies themselves."""
    before = published(root)
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write("\n")
    assert published(root) is not before


def test_last_good_library_stays_when_an_edit_breaks_everything(root: Path) -> None:
    """A file that cannot be read any more takes nothing off the page; mending it shows the new."""
    good = published(root)
    whole = (root / STRATEGY).read_text(encoding="utf-8")
    edit(root / STRATEGY, "municipality: {", "municipality: [")
    assert published(root) is good
    assert published(root) is good
    (root / STRATEGY).unlink()
    assert published(root) is good
    (root / STRATEGY).write_text(whole.replace("fi: Mallikunta", "fi: Uusi"), encoding="utf-8")
    assert published(root).library.dossiers["mallikunta"].municipality.name.fi == "Uusi"


def test_library_of_one_root_never_stands_in_for_another(root: Path, tmp_path: Path) -> None:
    """A root that has nothing shows nothing, not what was served from elsewhere."""
    published(root)
    assert not published(tmp_path / "tyhja").library.dossiers
    assert list(published(root).library.dossiers) == ["mallikunta"]


def test_first_load_of_a_broken_root_shows_its_problems(root: Path) -> None:
    """When there never was a good library, the problems are there to be shown."""
    edit(root / STRATEGY, "municipality: {", "municipality: [")
    loaded = published(root)
    assert not loaded.library.dossiers
    assert loaded.problems
