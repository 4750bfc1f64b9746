"""The answers as text: readable at the width of the terminal, every official sentence cited."""

from __future__ import annotations

import re

import pytest

from components import cli
from components.i18n import LANGUAGES
from tests.loading.roots import BASE, MALLIKUNTA

CALLS = (
    ("compare", "kemi", "kemijarvi"),
    ("search", "uusiutuva energia"),
    ("align", "kemi", "kemijarvi"),
    ("progress",),
)
CITED = re.compile(r"\xa0\[(\d+(?:,\xa0\d+)*)\]")
SOURCES = {"fi": "Lähteet", "sv": "Källor", "en": "Sources"}


@pytest.fixture(autouse=True)
def eighty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")


def text(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints."""
    assert cli.main(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
def test_text_fits_and_lists_each_source_that_it_names(
    call: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No line but an address is wider than the terminal; each number has its source, once."""
    out = text(capsys, *call, "--kieli", language)
    body, _, sources = out.partition(f"{SOURCES[language]}\n-")
    wide = [line for line in out.splitlines() if len(line) > 80]
    assert [line for line in wide if not line.strip().startswith("http")] == []
    named = {int(number) for found in CITED.findall(body) for number in found.split(",\xa0")}
    assert named
    assert [int(one) for one in re.findall(r"^\[(\d+)\]", sources, re.MULTILINE)] == sorted(named)


def test_compare_tells_first_what_only_one_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Versions, values and themes in order; each sentence with the number of its source."""
    out = text(capsys, "compare", "kemi", "kemijarvi")
    heads = (
        "Kemi: Kemin kaupunkistrategia 2022–2025 (2022–2025)",
        "Yhteistä: Vastuullisuus\xa0[1,\xa02]",
        "Teemat: vain Kemijärvi",
        "  - omistajaohjauksella elinvoimainen kaupunkikonserni\xa0[2]",
        "Teemat: yhteistä",
        "[2] Kemijärven kaupunkistrategia 2024–2028, Kemijärven kaupunki",
    )
    places = [out.index(f"\n{head}\n") for head in heads]
    assert places == sorted(places)


def test_search_tells_who_says_it_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    """Two sentences speak of energy; the best first: whose, of what kind, its words, and why."""
    assert text(capsys, "search", "uusiutuva energia", "--limit", "1").startswith(
        "uusiutuva energia: 2 osumaa\n"
        "===========================\n"
        "Näytetään paras; --limit näyttää enemmän.\n"
        "\n"
        "1. Kemijärvi · Tavoitelause\n"
        "   Tuemme kestävästi edistämällä uusiutuvan energian hankkeita.\xa0[1]\n"
        "   Sama asia: energia\n"
    )


def test_search_that_finds_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found is a sentence, without an empty list of sources."""
    assert text(capsys, "search", "qwxz", "--root", str(BASE)) == (
        "Haulla ”qwxz” ei löytynyt mitään.\n"
    )


def test_search_offers_the_word_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt word is put right."""
    assert "Tarkoititko: kiertotalous?" in text(capsys, "search", "kierotalous")


def test_translations_are_ours_and_say_so_once(capsys: pytest.CaptureFixture[str]) -> None:
    """In another language our translation stands below the official words, after an arrow."""
    lines = text(capsys, "align", "kemi", "kemijarvi", "--kieli", "en").splitlines()
    official = [line.strip() for line in lines].index("Elinvoimainen kaupunki\xa0[1]")
    assert lines[official + 1].strip().startswith("→ A ")
    assert lines.count("→ = unofficial translation.") == 1
    assert "→" not in text(capsys, "align", "kemi", "kemijarvi")


def test_align_tells_the_confirmed_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Pairs that the makers have read stand before suggestions, each kind counted in its head."""
    out = text(capsys, "align", "kemi", "kemijarvi")
    confirmed = re.search(
        r"^(\d+) paria, jotka palvelun tekijät ovat vahvistaneet$", out, re.MULTILINE
    )
    suggested = re.search(r"^(\d+) ehdotusta$", out, re.MULTILINE)
    assert confirmed
    assert suggested
    first = re.findall(r"^(\d+)\. ", out[confirmed.end() : suggested.start()], re.MULTILINE)
    assert len(first) == int(confirmed[1])
    assert len(re.findall(r"^(\d+)\. ", out[suggested.end() :], re.MULTILINE)) == int(suggested[1])


def test_progress_tells_whose_choice_an_indicator_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Under its head each indicator has its state, its sum and its sources."""
    flat = " ".join(text(capsys, "progress", "--root", str(MALLIKUNTA)).split())
    assert (
        "Strategiassa päätetyt mittarit - Työllisyysaste: aikataulussa. 68,0 (2021) → 71,0 % "
        "(2025), tavoite 74,0 % (2029): 50 % matkasta, 50 % ajasta. [1, 2] - "
    ) in flat
    assert "Tekijöiden valitsemat mittarit - Väkiluku: vain suunta tiedossa. " in flat


def test_a_caution_of_several_indicators_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Seven of Kemijärvi's indicators have the same one: seven marks, and the words once."""
    out = text(capsys, "progress", "kemijarvi")
    told = "Vertailukohta on aineiston ensimmäinen vertailukelpoinen arvo"
    (mark,) = re.findall(rf"^  (\*\d) {told}", out, re.MULTILINE)
    assert out.count(f"\xa0{mark}") == 7


def test_a_wide_terminal_makes_no_line_too_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text is 100 columns wide at most, whatever the terminal."""
    monkeypatch.setenv("COLUMNS", "240")
    lines = text(capsys, "compare", "kemi", "kemijarvi").splitlines()
    assert 80 < max(len(line) for line in lines if "http" not in line) <= 100
