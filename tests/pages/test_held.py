"""A bad edit while pages are served: what stood there stays, and that is said."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from components.widgets import library_cache as module
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA
from tests.pages.drawing import open_page

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FILE = "strategies/mallikunta.yaml"


def test_bad_edit_keeps_the_municipality_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is as it was, with a notice that names the file, until the file is mended."""
    root = tmp_path / "root"
    shutil.copytree(MALLIKUNTA, root)
    module.forget()
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    before = open_page("vertailu", "sv")
    assert 'class="sp-notice"' not in before.markup
    text = (root / FILE).read_text(encoding="utf-8")
    for content, held in ((text[:-200] + "\n: [", True), (text + "\n", False)):
        (root / FILE).write_text(content, encoding="utf-8")
        (cache,) = module._caches.values()  # noqa: SLF001 - not a second is waited
        cache.check()
        page = open_page("vertailu", "sv")
        page.assert_sound()
        assert (page.words("notice.held", file=FILE) in page.text) == held
        assert "Mallikunta" in page.text
        assert page.words("notice.broken", file=FILE) not in page.text
