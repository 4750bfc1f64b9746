"""Choices made on the page: they stand in the address, and every page keeps them."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.i18n import LANGUAGES
from tests.pages.drawing import Page, open_page


def again(page: Page, language: str = "fi") -> Page:
    """The same visit after a choice."""
    found = Page(page.app.run(), language)
    found.assert_sound()
    return found


def address(page: Page) -> dict[str, list[str]]:
    """What the address names."""
    named = page.app.query_params.items()
    return {name: [value] if isinstance(value, str) else list(value) for name, value in named}


def test_municipalities_chosen_stand_in_the_address() -> None:
    """Taking Kemi away leaves Kemijärvi alone, in the address and on the page."""
    page = open_page("vertailu")
    assert address(page) == {}
    page.app.multiselect[0].unselect("kemi")
    alone = again(page)
    assert address(alone)["kunta"] == ["kemijarvi"]
    assert alone.headings == [alone.words("compare.title_one", names="Kemijärvi")]
    alone.app.multiselect[0].unselect("kemijarvi")
    none = again(alone)
    assert none.headings == ["Kemi ja Kemijärvi vierekkäin"]
    assert "kunta" not in address(none)
    assert none.app.multiselect[0].value == ["kemi", "kemijarvi"]


def test_picker_that_is_emptied_shows_what_the_page_shows() -> None:
    """The button that clears it brings the usual municipalities back, in the picker too."""
    page = open_page("vertailu", kunta="kemijarvi")
    page.app.multiselect[0].set_value([])
    cleared = again(page)
    assert cleared.app.multiselect[0].value == ["kemi", "kemijarvi"]
    assert cleared.headings == ["Kemi ja Kemijärvi vierekkäin"]
    assert address(cleared) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", ["etusivu", "vertailu", "iltakoulu"])
def test_one_alone_is_set_beside_nobody(slug: str, language: str) -> None:
    """No words of ours speak of only one, or of side by side, where one municipality is shown."""
    page = open_page(slug, language, kunta="kemijarvi")
    words = page.words
    titles = [box.placeholder for box in page.app.text_input]
    for key in ("compare.themes_first", "home.way_compare_text", "share.only"):
        assert words(key, name="Kemijärvi") not in page.text
    for key in ("compare.title", "handout.title"):
        assert words(key, names="Kemijärvi") not in [*page.headings, *titles]


def test_address_that_names_what_is_usual_stays() -> None:
    """It means the page as it is; rewriting it would shut the way back of the browser."""
    page = open_page("tavoitteet", kunta=["kemi", "kemijarvi"], kenen="kemi")
    assert address(again(page)) == {"kunta": ["kemi", "kemijarvi"], "kenen": ["kemi"]}


@pytest.mark.parametrize(
    ("slug", "name", "more"),
    [
        ("vertailu", "teema", {}),
        ("tavoitteet", "teema", {}),
        ("iltakoulu", "valitut", {}),
        ("aineisto", "lahde", {}),
        ("aineisto", "kohta", {"lahde": "kemi/strategia-2022"}),
        ("mittarit", "kartta", {}),
        ("vertailu", "versio-kemi", {}),
    ],
)
def test_choice_that_does_not_exist_is_told(slug: str, name: str, more: dict[str, str]) -> None:
    """Whatever an address asks amiss is said, once, until something else is chosen."""
    page = open_page(slug, **{name.replace("-", "_"): "olematon"}, **more)
    page.assert_sound()
    said = page.words("notice.unknown_choice", name=name, found="olematon")
    assert page.text.count(said) == 1
    assert again(page).text.count(said) == 1
    assert (
        page.words("notice.unknown_choice", name=name, found="olematon")
        not in open_page(slug, **more).text
    )


def test_order_chosen_is_the_order_shown() -> None:
    """Who is chosen later stands later."""
    page = open_page("vertailu", kunta="kemijarvi")
    page.app.multiselect[0].select("kemi")
    both = again(page)
    assert address(both)["kunta"] == ["kemijarvi", "kemi"]
    assert both.headings == ["Kemijärvi ja Kemi vierekkäin"]


def test_language_chosen_keeps_the_municipalities() -> None:
    """Switching to Swedish changes the words alone; back in Finnish the address is short again."""
    page = open_page("tavoitteet", kunta="kemijarvi")
    page.app.get("button_group")[0].set_value("sv")  # type: ignore[union-attr]
    swedish = again(page, "sv")
    assert address(swedish) == {"kunta": ["kemijarvi"], "kieli": ["sv"]}
    assert swedish.headings == [swedish.words("goals.title")]
    swedish.app.get("button_group")[0].set_value("fi")  # type: ignore[union-attr]
    assert address(again(swedish)) == {"kunta": ["kemijarvi"]}


def test_first_choice_in_a_new_session_counts() -> None:
    """After the process with the session is lost, the next click is newer than the address."""
    page = open_page("haku", kunta="kemijarvi", sanat="koulu")
    page.app.get("button_group")[0].set_value("sv")  # type: ignore[union-attr]
    page.app.text_input[0].set_value("luonto")
    told = page.app._tree.get_widget_states()  # noqa: SLF001 - what a browser sends with a click
    page.app._session_state = AppTest.from_string("")._session_state  # noqa: SLF001 - a new one
    swedish = Page(page.app._run(told), "sv")  # noqa: SLF001
    swedish.assert_sound()
    assert address(swedish) == {
        "kunta": ["kemijarvi"],
        "kieli": ["sv"],
        "sanat": ["luonto"],
    }


def test_notice_stays_until_something_else_is_chosen() -> None:
    """An unknown municipality is told of once more on a rerun, and no more after a choice."""
    page = open_page("vertailu", kunta=["kemi", "atlantis"])
    said = page.words("notice.unknown_kunta", found="atlantis")
    assert said in page.text
    still = again(page)
    assert said in still.text
    still.app.multiselect[0].select("kemijarvi")
    assert said not in again(still).text


def test_filters_of_projects_stand_in_the_address() -> None:
    """States chosen are named by their ids, in any language; nothing left is said calmly."""
    page = open_page("toteutuma", "sv")
    page.app.multiselect[1].select("unknown")
    kept = again(page, "sv")
    assert address(kept)["tila"] == ["unknown"]
    assert "Nuorten harrastepassin kokeiluprojekti" in kept.markup
    nothing = open_page("toteutuma", "sv", tila="ended", hanketeema="turvallisuus")
    nothing.assert_sound()
    assert [info.value for info in nothing.app.info] == [nothing.words("progress.none_left")]


def test_a_version_of_names_alone_is_not_compared() -> None:
    """Kemi's version of 2023 is named, not counted: nothing of it is shown as none or zero."""
    page = open_page("vertailu", versio_kemi="kemi-2023")
    page.assert_sound()
    assert page.words("compare.no_text", name="Kemi") in page.text
    assert "Viisas Kemi" in page.text
    assert page.words("lead.no_shared_themes") not in page.text
    assert page.words("compare.values") not in page.headings
