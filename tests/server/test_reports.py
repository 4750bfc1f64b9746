"""The routes of the reports: one address each, kept by caches, calm to whatever is asked."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import brotli
import pytest
from starlette.applications import Starlette

from components.reports.page import FONTS, STYLE
from components.server import served
from components.server.reports import Reports
from components.server.settings import Settings
from components.widgets import library_cache
from components.widgets.library_cache import ROOT_VARIABLE, LibraryCache
from tests.analysis.making import MALLIKUNTA
from tests.exports.reading import read_page
from tests.server.asgi import ask

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp

TOWN = "/raportti/kunta/mallikunta.html"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of Mallikunta's root, served afresh."""
    shutil.copytree(MALLIKUNTA, tmp_path / "root")
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path / "root"))
    library_cache.forget()
    return tmp_path / "root"


@pytest.fixture
def app(root: Path) -> ASGIApp:
    """The routes of the reports alone."""
    return routes(root)


def routes(root: Path) -> ASGIApp:
    """The routes, as one of several replicas has them."""
    settings = Settings(cache=root, address="https://strategiapeili.fi")
    return Starlette(routes=Reports(settings).routes())


def test_report_is_a_page_in_its_language_that_a_proxy_may_keep(app: ASGIApp) -> None:
    """Compressed for who takes it, with its own address for search engines."""
    answer = ask(app, "/raportti/sv/kunta/mallikunta.html", headers={"accept-encoding": "br"})
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-language"] == "sv"
    assert answer.headers["cache-control"].startswith("public, max-age=300")
    assert answer.headers["vary"] == "accept-encoding"
    page = read_page(brotli.decompress(answer.body).decode())
    assert page.all("html")[0].attributes["lang"] == "sv"
    canonical = "https://strategiapeili.fi/raportti/sv/kunta/mallikunta.html"
    assert canonical in page.attributes("href")


def test_any_replica_gives_the_same_bytes_and_tag(root: Path) -> None:
    """And whoever holds them is told so without a page being made."""
    one, other = ask(routes(root), TOWN), ask(routes(root), TOWN)
    assert one.body == other.body
    assert one.headers["etag"] == other.headers["etag"]
    app = routes(root)
    known = ask(app, TOWN, headers={"if-none-match": one.headers["etag"]})
    assert (known.status, known.body) == (304, b"")
    assert known.headers["etag"] == one.headers["etag"]


def test_new_edition_has_another_tag(root: Path) -> None:
    """What was held of the old edition is sent anew, made from the new one."""
    app = routes(root)
    old = ask(app, TOWN)
    file = root / "strategies" / "mallikunta.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("fi: Mallikunta", "fi: Uusikunta", 1), encoding="utf-8")
    cache: LibraryCache = library_cache._caches[root]  # noqa: SLF001 - its thread would be waited for
    cache.check()
    new = ask(app, TOWN, headers={"if-none-match": old.headers["etag"]})
    assert new.status == 200
    assert "<h1>Uusikunta" in new.text


def test_bad_edit_keeps_the_last_good_page(root: Path) -> None:
    """The page stays up, with the tag it had."""
    app = routes(root)
    old = ask(app, TOWN)
    (root / "strategies" / "mallikunta.yaml").write_text("strategies: [", encoding="utf-8")
    library_cache._caches[root].check()  # noqa: SLF001 - its thread would be waited for
    new = ask(app, TOWN)
    assert (new.status, new.body) == (200, old.body)
    assert new.headers["etag"] == old.headers["etag"]


@pytest.mark.parametrize(
    ("path", "query", "target"),
    [
        ("/raportti", "", "./raportti/"),
        ("/raportti", "kieli=sv", "./raportti/sv/"),
        ("/raportti/kunta/mallikunta", "", "../../raportti/kunta/mallikunta.html"),
        (TOWN, "kieli=en", "../../raportti/en/kunta/mallikunta.html"),
        (TOWN, "fbclid=x", "../../raportti/kunta/mallikunta.html"),
        ("/raportti/sv/", "kieli=fi", "../../raportti/"),
    ],
)
def test_other_names_lead_to_the_one(app: ASGIApp, path: str, query: str, target: str) -> None:
    """By a relative address, so that a proxy may take a part of the path away."""
    answer = ask(app, path, query=query)
    assert (answer.status, answer.headers["location"]) == (308, target)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/raportti/kunta/atlantis.html", ""),
        ("/raportti/../../etc/passwd", ""),
        ("/raportti/%2e%2e/x", ""),
        ("/raportti/fontit/../report.py", ""),
        ("/raportti/kunta/mallikunta.html\0", ""),
        ("/raportti/" + "a/" * 20_000, ""),
        ("/raportti/vertailu", "kunta=mallikunta&kunta=mallikunta"),
        ("/raportti/vertailu", "kunta=" + "x" * 500_000),
        ("/raportti/vertailu", "kunta=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&kunta=\u202e"),
        ("/raportti/vertailu", "&".join(["kunta=mallikunta"] * 10_000)),
    ],
    ids=range(10),
)
def test_hostile_address_is_a_calm_404(app: ASGIApp, path: str, query: str) -> None:
    """Nothing of it comes back."""
    answer = ask(app, path, query=query)
    assert answer.status == 404
    assert len(answer.body) < 5000
    assert "script" not in answer.text
    assert "passwd" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_reports_are_only_read(app: ASGIApp, method: str) -> None:
    """The answer says what is allowed."""
    answer = ask(app, TOWN, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert ask(app, TOWN, method="HEAD").body == b""


def test_style_and_fonts_are_there(app: ASGIApp) -> None:
    """All that the pages name."""
    kinds = [ask(app, f"/raportti/{name}").headers["content-type"] for name in (STYLE, *FONTS)]
    assert kinds == ["text/css; charset=utf-8", *["font/woff"] * len(FONTS)]


def test_tag_names_the_code_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another release may make another page of the same data."""
    tag = ask(routes(root), TOWN).headers["etag"]
    monkeypatch.setattr(served, "code_id", lambda: "another")
    assert ask(routes(root), TOWN, headers={"if-none-match": tag}).status == 200
