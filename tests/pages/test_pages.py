"""Every page in every language, for one and two municipalities, and whatever the address says."""

from __future__ import annotations

import re
from html import unescape

import pytest

from components.i18n import LANGUAGES, catalogue
from components.pages import PAGES
from tests.pages.drawing import Page, open_page
from tests.sample import grid

SLUGS = [page.SLUG for page in PAGES]
HEADINGS = {
    "etusivu": "home.title",
    "tavoitteet": "goals.title",
    "toteutuma": "progress.title",
    "mittarit": "indicators.title",
    "iltakoulu": "iltakoulu.title",
    "haku": "search.title",
    "aineisto": "data.title",
    "saavutettavuus": "accessibility.title",
}
NAMES = {"kemi": "Kemi", "kemijarvi": "Kemijärvi"}
WITH_PLACES = {"vertailu", "tavoitteet", "toteutuma", "mittarit"}
FIGURES = {"vertailu": 2, "toteutuma": 3, "mittarit": 7}
BAD: dict[str, dict[str, str | list[str]]] = {
    "unknown kunta": {"kunta": "atlantis"},
    "one unknown kunta of two": {"kunta": ["kemijarvi", "atlantis"]},
    "five kunta": {"kunta": ["kemi", "kemijarvi", "a", "b", "c"]},
    "same kunta twice": {"kunta": ["kemi", "kemi"]},
    "empty kunta": {"kunta": ""},
    "unknown kieli": {"kieli": "de"},
    "two kieli": {"kieli": ["sv", "fi"]},
    "kieli in capitals": {"kieli": "SV"},
    "unknown teema, tila, lahde, versio, kenen": {
        "teema": "outo",
        "hanketeema": "outo",
        "tila": ["outo", "unknown", "unknown"],
        "lahde": "kemi/outo",
        "versio_kemi": "outo",
        "kenen": "outo",
        "esitys": "2",
    },
    "unknown aukko, aukkokunta": {
        "aukko": ["outo", "goal_by_name_only", "goal_by_name_only"],
        "aukkokunta": ["atlantis", "kemi"],
    },
    "unknown mittari, asteikko, luvut, kartta": {
        "mittari": ["outo", "population", "outo"],
        "asteikko": "outo",
        "luvut": "outo",
        "kartta": "outo",
    },
    "unknown aihe, valitut, otsikko": {
        "aihe": ["outo", "paamaarat"],
        "valitut": ["outo", "kemi/outo", "talous", "talous"],
        "otsikko": "<img src=x onerror=alert(1)>" * 200,
    },
    "wrong case": {"teema": "TALOUS", "tila": "Unknown", "lahde": "KEMI/strategia-2022"},
    "very long": {"kunta": "k" * 20_000, "teema": "t" * 20_000, "lahde": "/" * 20_000},
    "right to left": {"kunta": "\u202eimek\u2066", "teema": "\u202eoso", "kieli": "\u202efi"},
    "emoji": {"kunta": "🐟", "kieli": "🇫🇮", "tila": "👍", "lahde": "🐟/🐟"},
    "markup": {"kunta": "<script>alert(1)</script>", "teema": '"><img src=x onerror=alert(1)>'},
    "paths and templates": {"lahde": "../../pyproject.toml", "kunta": "{{7*7}}", "kieli": "../fi"},
    "null": {"kunta": "\0", "teema": "\0"},
}


def heading(slug: str, language: str, *municipalities: str) -> str:
    """The heading of a page in a language."""
    words = catalogue(language)
    if slug == "vertailu":
        key = "compare.title" if len(municipalities) > 1 else "compare.title_one"
        return words(key, names=words.names(municipalities))
    return words(HEADINGS[slug])


@pytest.mark.parametrize(("slug", "language"), grid(SLUGS, [*LANGUAGES]))
def test_page_of_the_usual_two(slug: str, language: str) -> None:
    """Kemi and Kemijärvi without a choice: heading in the language, both named, all figures."""
    page = open_page(slug, language)
    page.assert_sound()
    assert page.headings == [heading(slug, language, "Kemi", "Kemijärvi")]
    assert "Kemi" in page.text
    assert "Kemijärvi" in page.text
    assert len(page.figures) == FIGURES.get(slug, 0)
    assert all(page.figures)
    assert 'class="sp-notice"' not in page.markup


@pytest.mark.parametrize(("slug", "language", "kunta"), grid(SLUGS, [*LANGUAGES], [*NAMES]))
def test_page_of_one(slug: str, language: str, kunta: str) -> None:
    """A single municipality has every page to itself; links keep it and the language."""
    page = open_page(slug, language, kunta=kunta)
    page.assert_sound()
    assert page.headings == [heading(slug, language, NAMES[kunta])]
    assert f"kunta={kunta}" in page.markup
    assert language == "fi" or f"kieli={language}" in page.markup


def test_headings_differ_from_language_to_language() -> None:
    """No page has the Finnish heading in Swedish or English."""
    for slug in SLUGS:
        assert len({heading(slug, language, "Kemi", "Oulu") for language in LANGUAGES}) == 3, slug


@pytest.mark.parametrize("slug", sorted({*SLUGS} - WITH_PLACES))
def test_page_without_sections_links_to_no_place_of_its_own(slug: str) -> None:
    """Those that do are followed in a browser; the slides of the deck are its own affair."""
    assert re.findall('href="#(?!dia-)[^"]*', open_page(slug).markup) == []


@pytest.mark.parametrize(("slug", "what"), grid(SLUGS, [*BAD]))
def test_bad_address_is_no_error(slug: str, what: str) -> None:
    """Whatever the address says, there is a whole page; what cannot be had is said calmly."""
    query = BAD[what]
    page = open_page(slug, "fi", **query)
    page.assert_sound()
    asked = {name: [value] if isinstance(value, str) else value for name, value in query.items()}
    notice = page.markup.partition('class="sp-notice"')[2].partition("</div>")[0]
    told = [unescape(line) for line in re.findall("<p>(.*?)</p>", notice, re.DOTALL)]
    everywhere = {
        page.words(f"notice.unknown_{name}", found=value[:60])
        for name, known, values in (
            ("kunta", {"kemi", "kemijarvi"}, asked.get("kunta", [])),
            ("kieli", LANGUAGES, asked.get("kieli", [])[-1:]),
        )
        for value in values
        if value not in known
    }
    here = {
        page.words("notice.unknown_choice", name=name.replace("_", "-"), found=value[:60])
        for name, values in asked.items()
        for value in values
    }
    assert everywhere <= set(told) <= everywhere | here
    assert len(set(told)) == len(told)
    assert "<script>alert" not in page.markup
    assert "<img" not in page.markup
    assert len(page.text) < 400_000


@pytest.mark.parametrize("slug", SLUGS)
def test_unknown_language_and_municipality_are_named(slug: str) -> None:
    """The notice repeats what was asked, in Finnish, and the usual two are shown."""
    page = open_page(slug, kieli="de", kunta="atlantis")
    assert page.words("notice.unknown_kieli", found="de") in page.text
    assert page.words("notice.unknown_kunta", found="atlantis") in page.text
    assert page.headings == [heading(slug, "fi", "Kemi", "Kemijärvi")]


def test_last_of_two_languages_decides() -> None:
    """As in any address, what is said last holds."""
    page = open_page("etusivu", "sv", kieli=["fi", "sv"])
    assert page.headings == [heading("etusivu", "sv")]


def test_order_of_municipalities_is_that_of_the_address() -> None:
    """Whoever is named first stands first, with the first colour and marker."""
    page = open_page("vertailu", kunta=["kemijarvi", "kemi"])
    assert page.headings == ["Kemijärvi ja Kemi vierekkäin"]


def test_comparison_counts_what_the_sources_hold() -> None:
    """Three and five values of which one is shared; the lead says so in words."""
    page = open_page("vertailu")
    assert "Kemi 3" in page.text
    assert "Kemijärvi 5" in page.text
    assert page.words.count("lead.shared_values", 1, names="Vastuullisuus") in page.text


def test_newer_version_of_kemi_is_named_and_can_be_chosen() -> None:
    """The version approved on 4.12.2023 § 110 is named; chosen, it shows names and says so."""
    usual = open_page("tavoitteet", kunta="kemi")
    assert "4.12.2023 § 110" in usual.text
    assert usual.words("period_state.ended") in usual.text
    assert usual.words("goal.name_only") not in usual.text
    chosen = open_page("tavoitteet", kunta="kemi", versio_kemi="kemi-2023")
    chosen.assert_sound()
    assert "Viisas Kemi" in chosen.text
    assert chosen.text.count(chosen.words("goal.name_only")) == 3
    assert "versio-kemi=kemi-2023" in chosen.markup


def test_goals_of_the_second_municipality_and_of_a_theme() -> None:
    """`kenen` picks whose goals are read, `teema` what of them; nothing found is said."""
    page = open_page("tavoitteet", kenen="kemijarvi", teema="koulutus")
    page.assert_sound()
    assert '<span lang="fi">Varmistamme laadukkaan koulutuksen.' in page.markup
    assert '<span lang="fi">Edistämme hyvinvointia, terveyttä' not in page.markup
    none = open_page("tavoitteet", kunta="kemi", teema="omistaja")
    none.assert_sound()
    assert any("Kemi" in info.value for info in none.app.info)


@pytest.mark.parametrize(("slug", "count"), [("tavoitteet", 2), ("toteutuma", 1)])
def test_plan_is_called_a_plan_wherever_it_stands(slug: str, count: int) -> None:
    """Under its goal, as in the list of programmes: one name for one thing."""
    assert open_page(slug).text.count("Suunnitelma · 2022–2024") == count


def test_result_that_is_not_known_is_said_once() -> None:
    """Beside the state that says so, no note of the source says it again, in Finnish."""
    page = open_page("tavoitteet", "sv")
    carriers = re.findall(r'<li class="sp-carrier">.*?</li>', page.markup, re.DOTALL)
    told = [carrier for carrier in carriers if page.words("state.ended") in carrier]
    assert told
    assert not any("Lähteestä ei löytynyt tietoa" in carrier for carrier in told)


@pytest.mark.parametrize("slug", ["vertailu", "tavoitteet", "toteutuma"])
def test_programme_behind_a_sentence_has_its_translated_name(slug: str) -> None:
    """Beside the name it was adopted by: in the map of the law, under a duty and under a gap."""
    markup = open_page(slug, "sv").markup
    assert re.search(r'<p class="sp-small[^"]*">(Policy: )?Miljöpolicy <span class="sp-or', markup)


def test_unknown_outcomes_are_shown_as_unknown_and_can_be_filtered() -> None:
    """Of Kemi's 17 projects eight have ended and nine are unknown; a filter leaves the others."""
    page = open_page("toteutuma")
    told = f"8 {page.words('state.ended')} ja 9 {page.words('state.unknown')}"
    assert told in page.text
    assert any(told in alt for alt in page.figures)
    ended = open_page("toteutuma", tila="ended")
    assert "Nuorten harrastepassin kokeiluprojekti" not in _table(ended)
    assert "Asettautumispalvelut" in _table(ended)
    assert "Koronasta kasvuun" in _table(ended)


def _table(page: Page) -> str:
    """The table of projects."""
    label = page.words("progress.table")
    return page.markup.partition(f'aria-label="{label}"')[2].partition("</table>")[0]


def test_decided_and_reported_stand_side_by_side() -> None:
    """Asettautumispalvelut: Pello is on the side of the decision, not on that of the register."""
    page = open_page("toteutuma", kunta="kemijarvi")
    row = page.markup.partition(page.words("plan.fact_partners"))[2].partition("</tr>")[0]
    decided, reported = row.split("<td ")[1:3]
    assert "Pello" in decided
    assert "Pello" not in reported
    assert page.words("plan.no") in row


def test_source_opens_with_the_passage_marked() -> None:
    """A citation leads to the whole text, in which the passage meant is marked and no other."""
    page = open_page("aineisto", lahde="kemijarvi/strategia-2024", kohta="visio-2028")
    page.assert_sound()
    text = page.markup.partition("sp-source-text")[2]
    assert text.count("<mark") == 1
    assert "Visiomme vuodelle 2028" in text.partition("<mark")[2].partition("</mark>")[0]
    assert "<mark" not in open_page("aineisto", lahde="kemijarvi/strategia-2024").markup


def test_source_of_another_municipality_opens_too() -> None:
    """The search finds what others say: the link from it is not shut by what is chosen."""
    page = open_page("aineisto", kunta="kemi", lahde="kemijarvi/strategia-2024")
    page.assert_sound()
    assert "Visiomme vuodelle 2028" in page.markup.partition("sp-source-text")[2]


def test_source_without_a_text_says_so() -> None:
    """A link to a source that is not archived leads to what is known of it."""
    page = open_page("aineisto", lahde="kemi/hankeluettelo")
    page.assert_sound()
    assert page.words("cite.no_text") in page.text
    assert 'data-place="lahde=kemi/hankeluettelo"' in page.markup


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_leads_to_the_slides_of_what_is_chosen(language: str) -> None:
    """The way to present opens the deck of the council evening, in view, with all choices."""
    page = open_page("etusivu", language, kunta="kemijarvi")
    asked = "kunta=kemijarvi" if language == "fi" else f"kieli={language}&amp;kunta=kemijarvi"
    name = page.words("home.way_present")
    assert f'<a href="iltakoulu?{asked}#dia-1">{name}</a>' in page.markup


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != "iltakoulu"])
def test_old_address_of_a_presentation_shows_the_page(slug: str) -> None:
    """`esitys=1`, which once enlarged any page, changes nothing but the council evening."""
    shown = open_page(slug, esitys="1")
    shown.assert_sound()
    assert shown.markup == open_page(slug).markup
