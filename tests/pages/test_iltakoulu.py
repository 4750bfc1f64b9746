"""The page of the council evening: what is chosen makes the deck, and stands in the address."""

from __future__ import annotations

import json
import logging
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from components.exports.kinds import KINDS
from components.i18n import LANGUAGES
from components.pages.sections.handouts import LONGEST_REASON, made, reason
from components.widgets.frame import OWN_SERVER
from tests.analysis.making import MALLIKUNTA, real
from tests.pages.drawing import Page, open_page
from tests.pages.test_choices import address, again
from tests.pages.test_roots import serve

if TYPE_CHECKING:
    from pathlib import Path

SLUG = "iltakoulu"


def deck(page: Page) -> str:
    """The markup of the deck on the page."""
    drawn = next(
        part.proto
        for part in page.app.get("bidi_component")
        if part.proto.component_name == "deck"
    )
    markup: str = json.loads(drawn.json)["html"]
    return markup


def titles(page: Page) -> list[str]:
    """The headings of the slides."""
    return re.findall(r"<h1[^>]*>(.*?)</h1>", deck(page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_tells_of_what_the_deck_was_made(language: str) -> None:
    """The id and day of the data and the number of slides, then a list that names each slide."""
    page = open_page(SLUG, language)
    page.assert_sound()
    shown = titles(page)
    facts = re.search(r"aineisto|material|data", page.text)
    assert facts is not None
    assert re.search(r"[0-9a-f]{8}", page.text)
    assert page.words.count("iltakoulu.made", len(shown), id="", day="").split("·")[0] in page.text
    assert page.markup.count('href="#dia-') == len(shown)
    assert f'href="#dia-{len(shown)}"' in page.markup


def test_every_kind_of_hand_out_can_be_had() -> None:
    """A button for each kind, named in words; nothing is made before it is asked for."""
    page = open_page(SLUG)
    labels = [button.proto.label for button in page.app.get("download_button")]
    assert labels == [page.words(f"iltakoulu.kind.{name}") for name in KINDS]
    assert all(button.proto.deferred_file_id for button in page.app.get("download_button"))


def test_choices_make_the_deck_and_stand_in_the_address() -> None:
    """Goals instead of themes, one of them, a title: the same address gives the same deck."""
    page = open_page(SLUG)
    page.app.get("button_group")[1].set_value("paamaarat")  # type: ignore[union-attr]
    page = again(page)
    page.app.multiselect[1].select("kemi/hyvinvoivat-asukkaat")
    page = again(page)
    page.app.text_input[1].set_value("Iltakoulu 1.12.")
    page = again(page)
    assert address(page) == {
        "aihe": ["paamaarat"],
        "valitut": ["kemi/hyvinvoivat-asukkaat"],
        "otsikko": ["Iltakoulu 1.12."],
    }
    shown = titles(page)
    assert shown[0] == "Iltakoulu 1.12."
    assert any(title.startswith("Hyvinvoivat asukkaat") for title in shown)
    assert not any(title.startswith("Sujuva arki") for title in shown)
    linked = open_page(
        SLUG, aihe="paamaarat", valitut="kemi/hyvinvoivat-asukkaat", otsikko="Iltakoulu 1.12."
    )
    assert deck(linked) == deck(page)


def test_slides_come_in_the_order_chosen() -> None:
    """Whoever picks the economy before the climate, or opens such a link, has it before."""
    page = open_page(SLUG)
    page.app.multiselect[1].select("talous").select("ilmasto")
    page = again(page)
    assert address(page) == {"valitut": ["talous", "ilmasto"]}
    for first, second in (("talous", "ilmasto"), ("ilmasto", "talous")):
        linked = open_page(SLUG, valitut=[first, second])
        shown = titles(linked)
        names = [linked.words.local(real().themes[theme].names) for theme in (first, second)]
        places = [[t.startswith(name) for t in shown].index(True) for name in names]
        assert places == sorted(places)
        if first == "talous":
            assert deck(linked) == deck(page)


def test_subject_changed_leaves_no_choice_of_the_other() -> None:
    """Themes chosen mean nothing among goals: all are shown, and the address is put right."""
    page = open_page(SLUG, valitut=["talous", "ilmasto"])
    assert address(page) == {"valitut": ["talous", "ilmasto"]}
    page.app.get("button_group")[1].set_value("paamaarat")  # type: ignore[union-attr]
    assert address(again(page)) == {"aihe": ["paamaarat"]}


def test_title_is_cut_at_its_longest() -> None:
    """A title of the address is text, of at most 120 signs."""
    page = open_page(SLUG, otsikko="<b>å" * 100)
    page.assert_sound()
    assert titles(page)[0] == "&lt;b&gt;å" * 30


def test_theme_that_no_one_speaks_of_is_named() -> None:
    """What was chosen and has no slide is said; the deck holds the rest."""
    page = open_page(SLUG, kunta="kemi", valitut="omistaja")
    page.assert_sound()
    name = "Omistajapolitiikka ja konserni"
    assert [info.value for info in page.app.info] == [page.words("iltakoulu.unspoken", names=name)]
    assert not any(title.startswith(name) for title in titles(page))
    assert open_page(SLUG, kunta="kemi", valitut="talous").app.info.len == 0


def test_municipality_without_goals_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A strategy that names no goal is no error: the deck is made of what there is."""
    shutil.copytree(MALLIKUNTA, tmp_path / "root")
    (tmp_path / "root" / "strategies" / "pello.yaml").write_text(
        'municipality: {code: "854", slug: pello, name: {fi: Pello}}\n'
        "sources:\n"
        "  - {id: sivu, title: Sivu, publisher: Pello, kind: web_page}\n"
        "strategies:\n"
        "  - {id: pello-1, title: Pellon strategia, source: sivu}\n",
        encoding="utf-8",
    )
    serve(monkeypatch, tmp_path / "root")
    page = open_page(SLUG, aihe="paamaarat", kunta="pello")
    page.assert_sound()
    assert [info.value for info in page.app.info] == [
        page.words("iltakoulu.no_goals", names="Pello")
    ]
    assert "Pello" in titles(page)[0]


def test_presentation_has_the_deck_and_the_way_out() -> None:
    """On the wall there is no button or list, and the bar of the deck leads back to the page."""
    page = open_page(SLUG, "sv", aihe="paamaarat", esitys="1")
    page.assert_sound()
    assert page.app.get("download_button") == []
    assert 'href="iltakoulu?kieli=sv&amp;aihe=paamaarat"' in deck(page)


def test_hand_out_that_fails_leaves_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    """The reason of a failure is kept for the page, on one short line; the log has the rest."""

    def fail() -> bytes:
        message = "no\nspace " + "left " * 100
        raise OSError(message)

    failed: dict[str, str] = {}
    kind = KINDS["pdf"]
    with caplog.at_level(logging.CRITICAL), pytest.raises(OSError, match="no"):
        made(kind, fail, failed)
    assert list(failed) == ["pdf"]
    assert failed["pdf"].startswith("no space left")
    assert len(failed["pdf"]) == LONGEST_REASON
    assert reason(ValueError()) == "ValueError"
    assert made(kind, lambda: b"%PDF", {}) == b"%PDF"


def test_reason_is_shown_once() -> None:
    """After a failure the page says in one calm line what could not be made and why."""
    page = open_page(SLUG)
    page.app.session_state["failed-handouts"] = {"pptx": "levy *täynnä*"}
    said = again(page)
    assert [each.value for each in said.app.warning] == [
        said.words(
            "iltakoulu.failed",
            name=said.words("iltakoulu.kind.pptx").replace("(", r"\(").replace(")", r"\)"),
            why=r"levy \*täynnä\*",
        )
    ]
    assert again(said).app.warning.len == 0


def test_our_own_server_has_the_hand_outs_by_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link for each kind in the place of a button: any replica answers to it."""
    monkeypatch.setenv(OWN_SERVER, "1")
    page = open_page(SLUG)
    assert page.app.get("download_button") == []
    for name in KINDS:
        assert f'href="vienti/{name}?kunta=kemi&amp;kunta=kemijarvi&amp;paiva=' in page.markup
