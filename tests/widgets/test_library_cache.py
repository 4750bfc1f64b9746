"""The library that is being served: loaded once, and anew beside it when a file has changed."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from components.loading import Loaded, load
from components.widgets import library_cache as module
from components.widgets.library_cache import (
    PROJECT,
    ROOT_VARIABLE,
    WATCHER,
    LibraryCache,
    chosen_root,
    edition,
    fingerprint,
    published,
)
from tests.analysis.making import MALLIKUNTA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STRATEGY = Path("strategies") / "mallikunta.yaml"
OUTCOMES = Path("data") / "outcomes.csv"


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """A copy of Mallikunta's root with a second municipality, and nothing served yet."""
    module.forget()
    copy = tmp_path / "root"
    shutil.copytree(MALLIKUNTA, copy)
    text = (copy / STRATEGY).read_text(encoding="utf-8")
    text = text.replace('code: "999", slug: mallikunta', 'code: "998", slug: toinen')
    (copy / "strategies" / "toinen.yaml").write_text(text, encoding="utf-8")
    yield copy
    module.forget()


def edit(file: Path, old: str, new: str) -> None:
    """Change a file, with a time of change that no clock is too coarse for."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000_000))


def name(cache: LibraryCache, slug: str = "mallikunta") -> str:
    """The name under which a municipality is served."""
    return cache.edition.loaded.library.dossiers[slug].municipality.name.fi


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


def test_every_visitor_gets_the_same_library(root: Path) -> None:
    """It is loaded once and never copied."""
    assert published(root) is published(root) is edition(root).loaded


def watchers() -> list[threading.Thread]:
    """The threads that look at files."""
    return [thread for thread in threading.enumerate() if thread.name == WATCHER]


def until(true: Callable[[], bool]) -> None:
    """Wait until something is true, with patience for a busy machine."""
    end = monotonic() + 30
    while not true():
        assert monotonic() < end
        sleep(0.01)


def test_change_is_taken_over_though_nobody_visits(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first visit begins the watch; the next one, however late, gets what has been saved."""
    monkeypatch.setattr(module, "PAUSE", 0.01)
    published(root)
    cache = module._caches[root]  # noqa: SLF001 - a visit might be what starts the look
    edit(root / STRATEGY, "municipality: {", "municipality: [")
    until(lambda: bool(cache.edition.loaded.problems))
    edit(root / STRATEGY, "municipality: [", "municipality: {")
    edit(root / STRATEGY, "fi: Mallikunta", "fi: Mollikunta")
    until(lambda: name(cache) == "Mollikunta")
    assert not cache.edition.loaded.problems


def test_one_root_is_watched(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One thread for all visits; none is left for a root that is served no more."""
    monkeypatch.setattr(module, "PAUSE", 0.01)
    until(lambda: not watchers())
    for folder in (root, root, tmp_path / "tyhja"):
        published(folder)
        until(lambda: len(watchers()) == 1)
    module.forget()
    until(lambda: not watchers())


def test_fault_of_the_check_does_not_end_the_watch(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged and not tried again; the next change is taken over."""
    monkeypatch.setattr(module, "PAUSE", 0.01)
    published(root)
    cache = module._caches[root]  # noqa: SLF001

    def fail(_root: Path) -> Loaded:
        raise MemoryError

    monkeypatch.setattr(module, "load", fail)
    edit(root / STRATEGY, "fi: Mallikunta", "fi: Mellikunta")
    until(lambda: "MemoryError" in caplog.text)
    sleep(0.2)  # the edit may have been seen in two steps
    told = len(caplog.records)
    sleep(0.2)
    assert len(caplog.records) == told
    monkeypatch.setattr(module, "load", load)
    edit(root / STRATEGY, "fi: Mellikunta", "fi: Mollikunta")
    until(lambda: name(cache) == "Mollikunta")


def test_unchanged_files_are_not_loaded_again(root: Path) -> None:
    """As long as no file changes, the edition stays the very same."""
    cache = LibraryCache(root)
    before = cache.edition
    cache.check()
    assert cache.edition is before


def test_one_check_at_a_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check beside another waits for it, and has nothing left to load."""
    cache = LibraryCache(root)
    edit(root / STRATEGY, "fi: Mallikunta", "fi: Mollikunta")
    loads = []
    second = threading.Thread(target=cache.check)

    def load_slowly(folder: Path) -> Loaded:
        loads.append(1)
        if len(loads) == 1:
            second.start()
        return load(folder)

    monkeypatch.setattr(module, "load", load_slowly)
    cache.check()
    second.join()
    assert len(loads) == 1
    assert name(cache) == "Mollikunta"


def test_file_that_changes_while_it_is_read_is_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of a table may be a sound table: what is taken over stood still while it was read."""
    cache = LibraryCache(root)
    before = cache.edition
    whole = (root / OUTCOMES).read_text(encoding="utf-8")
    (root / OUTCOMES).write_text("".join(whole.splitlines(keepends=True)[:3]), encoding="utf-8")

    def load_while_it_is_written(folder: Path) -> Loaded:
        loaded = load(folder)
        (root / OUTCOMES).write_text(whole.replace("vakinaistettu", "lopetettu"), encoding="utf-8")
        return loaded

    monkeypatch.setattr(module, "load", load_while_it_is_written)
    cache.check()
    assert cache.edition is before
    monkeypatch.setattr(module, "load", load)
    cache.check()
    outcomes = cache.edition.loaded.library.outcomes
    assert [len(outcomes), "lopetettu" in str(outcomes)] == [7, True]


def test_changed_file_is_taken_over(root: Path) -> None:
    """Also when the file keeps its size; the id names the new content."""
    cache = LibraryCache(root)
    before = cache.edition
    edit(root / STRATEGY, "fi: Mallikunta", "fi: Mollikunta")
    cache.check()
    assert name(cache) == "Mollikunta"
    assert cache.edition.id != before.id


@pytest.mark.parametrize("file", ["data/outcomes.csv", "data/sources/new.txt"])
def test_changed_or_new_data_is_taken_over(root: Path, file: str) -> None:
    """Tables and source texts count like the strategies themselves."""
    cache = LibraryCache(root)
    before = cache.edition
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write("\n")
    cache.check()
    assert cache.edition.loaded is not before.loaded


def test_removed_municipality_is_gone(root: Path) -> None:
    """Taking a file away is an edit like any other, as long as something is left."""
    cache = LibraryCache(root)
    (root / "strategies" / "toinen.yaml").unlink()
    cache.check()
    assert list(cache.edition.loaded.library.dossiers) == ["mallikunta"]


def test_bad_edit_keeps_the_last_good_version_and_tells_what_is_wrong(root: Path) -> None:
    """The municipality is still shown; the problems are those of the new file."""
    cache = LibraryCache(root)
    good = cache.edition
    edit(root / STRATEGY, "municipality: {", "municipality: [")
    for _ in range(2):
        cache.check()
        assert cache.edition.loaded.library is good.loaded.library
        assert cache.edition.id == good.id
        assert {problem.file for problem in cache.edition.loaded.problems} == {STRATEGY.as_posix()}


def test_mended_file_is_taken_over(root: Path) -> None:
    """After a bad edit the next good one counts, and no problem is told any more."""
    cache = LibraryCache(root)
    edit(root / STRATEGY, "municipality: {", "municipality: [")
    cache.check()
    edit(root / STRATEGY, "municipality: [", "municipality: {")
    edit(root / STRATEGY, "fi: Mallikunta", "fi: Mollikunta")
    cache.check()
    assert name(cache) == "Mollikunta"
    assert not cache.edition.loaded.problems


def test_bad_row_keeps_the_table_as_it_was(root: Path) -> None:
    """A slip in a table takes nothing off the pages either."""
    cache = LibraryCache(root)
    good = cache.edition.loaded.library
    assert good.outcomes
    with (root / OUTCOMES).open("a", encoding="utf-8") as opened:
        opened.write("999,ei-ole,done\n")
    cache.check()
    assert cache.edition.loaded.library is good
    assert [problem.file for problem in cache.edition.loaded.problems] == [OUTCOMES.as_posix()]


def test_edit_that_breaks_another_file_is_held_each_time(root: Path) -> None:
    """Removing what a table refers to is a fault of the edit, however often it is checked."""
    cache = LibraryCache(root)
    good = cache.edition.loaded.library
    edit(root / STRATEGY, good.outcomes[0].project, "toinen-nimi")
    cache.check()
    told = {problem.file for problem in cache.edition.loaded.problems}
    assert OUTCOMES.as_posix() in told
    assert STRATEGY.as_posix() not in told
    with (root / "data" / "themes.yaml").open("a", encoding="utf-8") as opened:
        opened.write("\n")
    cache.check()
    assert cache.edition.loaded.library is good


def test_municipality_broken_from_the_start_holds_up_no_other(root: Path) -> None:
    """It is left out and named; edits of the others are taken over all the same."""
    edit(root / "strategies" / "toinen.yaml", "municipality: {", "municipality: [")
    cache = LibraryCache(root)
    assert cache.edition.loaded.library.broken == ("strategies/toinen.yaml",)
    edit(root / STRATEGY, "fi: Mallikunta", "fi: Mollikunta")
    cache.check()
    assert name(cache) == "Mollikunta"
    assert {problem.file for problem in cache.edition.loaded.problems} == {
        "strategies/toinen.yaml"
    }


def test_last_good_library_stays_when_nothing_would_be_left(root: Path) -> None:
    """An emptied folder takes nothing off the page."""
    edit(root / "strategies" / "toinen.yaml", "municipality: {", "municipality: [")
    cache = LibraryCache(root)
    good = cache.edition.loaded.library
    (root / STRATEGY).unlink()
    cache.check()
    assert cache.edition.loaded.library is good
    shutil.rmtree(root)
    cache.check()
    assert cache.edition.loaded.library is good
    assert cache.edition.loaded.problems


def test_library_of_one_root_never_stands_in_for_another(root: Path, tmp_path: Path) -> None:
    """A root that has nothing shows nothing, not what was served from elsewhere."""
    published(root)
    assert not published(tmp_path / "tyhja").library.dossiers
    assert list(published(root).library.dossiers) == ["mallikunta", "toinen"]


def test_first_load_of_a_broken_root_shows_its_problems(root: Path) -> None:
    """When there never was a good library, the problems are there to be shown."""
    for file in root.glob("strategies/*.yaml"):
        edit(file, "municipality: {", "municipality: [")
    cache = LibraryCache(root)
    assert not cache.edition.loaded.library.dossiers
    assert cache.edition.loaded.problems
    edit(root / STRATEGY, "municipality: [", "municipality: {")
    cache.check()
    assert name(cache) == "Mallikunta"


def test_id_names_the_content_wherever_it_stands(root: Path, tmp_path: Path) -> None:
    """Two replicas with the same files say the same; a letter makes another."""
    copy = tmp_path / "copy"
    shutil.copytree(root, copy)
    os.utime(copy / STRATEGY, ns=(0, 0))
    assert LibraryCache(copy).edition.id == LibraryCache(root).edition.id
    edit(copy / STRATEGY, "fi: Mallikunta", "fi: Mallikunto")
    assert LibraryCache(copy).edition.id != LibraryCache(root).edition.id


def test_our_words_are_input_too(root: Path) -> None:
    """A change of a text of ours is a change of what is served."""
    assert f"strategies/texts/{STRATEGY.name}" in fingerprint(root)


def test_file_that_goes_while_it_is_listed_is_not_there(root: Path) -> None:
    """An editor that saves by renaming is no fault."""
    (root / STRATEGY).unlink()
    (root / STRATEGY).symlink_to("gone.yaml")
    assert STRATEGY.as_posix() not in fingerprint(root)
    assert OUTCOMES.as_posix() in fingerprint(root)


def test_hidden_files_are_no_input(root: Path) -> None:
    """What an editor keeps beside an open file changes every few seconds."""
    before = fingerprint(root)
    (root / "strategies" / ".mallikunta.yaml.swp").write_text("x", encoding="utf-8")
    assert fingerprint(root) == before
