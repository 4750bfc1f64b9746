"""Streamlit's own scripts, styles and fonts."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from components.server.assets import (
    STREAMLIT,
    Assets,
    asset_files,
    installed_assets,
    wanted_files,
)
from components.server.compressed import Compressed
from tests.server.asgi import ask, behind

TEXT = b"const kemi = 'kemi';\n" * 100
HASHED, UNHASHED = "js/index.DormvYxC.js", "js/plain.js"
GZIP = {"accept-encoding": "gzip"}


@pytest.fixture
def store(tmp_path: Path) -> Compressed:
    """Two scripts and a font, one script named by its content; nothing compressed yet."""
    contents = {HASHED: TEXT, UNHASHED: TEXT, "media/Sans.BsWL4Kly.woff2": b"font"}
    for name, content in contents.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    files = {name: tmp_path / name for name in contents}
    return Compressed(files, set(), tmp_path / "cache", "1.0")


@pytest.fixture
def assets(store: Compressed, tmp_path: Path) -> Assets:
    """The middleware over them."""
    names = (HASHED, UNHASHED, "media/Sans.BsWL4Kly.woff2")
    return Assets(behind, {name: tmp_path / name for name in names}, store)


def test_asset_is_served_as_it_is_until_its_form_is_ready(
    assets: Assets, store: Compressed
) -> None:
    """The first visitors wait for nothing; the next ones get it small."""
    before = ask(assets, f"/static/{HASHED}", headers=GZIP)
    assert before.body == TEXT
    assert "content-encoding" not in before.headers
    store.make()
    after = ask(assets, f"/static/{HASHED}", headers=GZIP)
    assert after.headers["content-encoding"] == "gzip"
    assert gzip.decompress(after.body) == TEXT
    for answer in (before, after):
        assert answer.status == 200
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert answer.headers["vary"] == "accept-encoding"
        assert int(answer.headers["content-length"]) == len(answer.body)


def test_asset_named_by_its_content_is_kept_for_good(assets: Assets) -> None:
    """Another content would have another name: no browser asks again."""
    headers = ask(assets, f"/static/{HASHED}").headers
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "etag" not in headers


def test_other_asset_is_asked_about_again(assets: Assets) -> None:
    """Its tag says whether it is still the same."""
    answer = ask(assets, f"/static/{UNHASHED}")
    assert answer.headers["cache-control"] == "no-cache"
    again = ask(assets, f"/static/{UNHASHED}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_font_has_its_kind_and_one_form(assets: Assets) -> None:
    """What has no compressed form does not vary."""
    answer = ask(assets, "/static/media/Sans.BsWL4Kly.woff2", headers=GZIP)
    assert answer.headers["content-type"] == "font/woff2"
    assert "vary" not in answer.headers


def test_emptied_cache_harms_nothing(assets: Assets, store: Compressed) -> None:
    """A cache may be emptied at any time: the asset itself is still there."""
    store.make()
    for form in store.forms(HASHED).values():
        form.unlink()
    answer = ask(assets, f"/static/{HASHED}", headers=GZIP)
    assert answer.body == TEXT
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/static/js/index.Gone1234.js", "/static/", "/static/../index.html", "/static//etc"]
)
def test_missing_asset_is_missing(assets: Assets, path: str) -> None:
    """Streamlit would answer with its page, which a browser would try to run as a script."""
    answer = ask(assets, path)
    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")


def test_assets_are_only_read(assets: Assets) -> None:
    """Other methods are refused."""
    answer = ask(assets, f"/static/{HASHED}", method="POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("path", "kind"), [("/", "http"), ("/staticx", "http"), ("/static/x", "websocket")]
)
def test_other_calls_pass_untouched(assets: Assets, path: str, kind: str) -> None:
    """Only requests below /static/ are ours."""
    (message,) = ask(assets, path, type=kind).messages
    assert message["type"] == "behind"


def test_installed_assets_are_those_that_the_page_names(tmp_path: Path) -> None:
    """Every file of the real page is there, first in turn, and each is named by its content."""
    files, store = installed_assets(tmp_path)
    folder = STREAMLIT
    wanted = wanted_files(folder, asset_files(folder))
    assert len(files) > 300
    assert len(wanted) > 50
    assert wanted[0].startswith("media/SourceSans")
    assert wanted[-1].startswith("js/PlotlyChart.")
    app = Assets(behind, files, store)
    for name in files:
        headers = ask(app, f"/static/{name}", method="HEAD").headers
        assert "immutable" in headers["cache-control"], name
        assert headers["content-type"] != "application/octet-stream", name
