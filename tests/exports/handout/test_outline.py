"""What a hand-out says: whose words, which figures, which sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.analysis.sentences.sentences import sentences
from components.analysis.strategies.versions import choose
from components.exports.handout.builder import SUBJECTS, Subject
from components.exports.handout.records import Bars, Handout, Lines
from components.i18n import LANGUAGES
from components.loading import load
from components.model import Library
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    library,
    real,
    strategy,
    years,
)
from tests.bench.synthetic import write_root
from tests.exports.making import made, of_cities, of_mallikunta, section

EVERY = [
    pytest.param(of, language, by, id=f"{of.__name__}-{language}-{by}")
    for of in (of_cities, of_mallikunta)
    for language in LANGUAGES
    for by in SUBJECTS
]


def test_order_is_opening_values_subjects_figures_gaps() -> None:
    """A reader meets the words first, then the figures, then what is not known."""
    kinds = list(dict.fromkeys(item.kind for item in of_cities().sections))
    assert kinds == ["opening", "values", "theme", "indicators", "projects", "gaps"]
    by_goal = dict.fromkeys(item.kind for item in of_cities("fi", "goal").sections)
    assert list(by_goal) == ["opening", "values", "goal", "indicators", "projects", "gaps"]


@pytest.mark.parametrize(("of", "language", "by"), EVERY)
def test_official_words_are_those_of_the_library(
    of: type[Handout], language: str, by: Subject
) -> None:
    """No quote says anything but what a sentence of the library says, in Finnish."""
    said = {
        item.shown
        for held in (real(), fictional())
        for dossier in held.dossiers.values()
        for item in sentences(dossier)
    }
    whole = of(language, by)  # type: ignore[call-arg]
    quotes = [quote for part in whole.sections for voice in part.voices for quote in voice.quotes]
    assert quotes
    assert {quote.words for quote in quotes} <= said


@pytest.mark.parametrize(("of", "language", "by"), EVERY)
def test_every_quote_names_a_source_of_its_section(
    of: type[Handout], language: str, by: Subject
) -> None:
    """A number beside a quote is that of a source in the section's and in the whole list."""
    whole = of(language, by)  # type: ignore[call-arg]
    numbers = [line.number for line in whole.sources]
    assert numbers == list(range(1, len(numbers) + 1))
    for part in whole.sections:
        named = {quote.source for voice in part.voices for quote in voice.quotes}
        assert named == {line.number for line in part.sources}


@pytest.mark.parametrize(("of", "language", "by"), EVERY)
def test_ids_of_sections_are_their_own(of: type[Handout], language: str, by: Subject) -> None:
    """A link to a section leads to one place."""
    ids = [part.id for part in of(language, by).sections]  # type: ignore[call-arg]
    assert len(ids) == len(set(ids))


def test_silence_is_said() -> None:
    """Kemi says nothing of ownership in its source, and the hand-out tells so."""
    part = section(of_cities(), "teema-omistaja")
    kemi, kemijarvi = part.voices
    assert (kemi.quotes, kemi.silent) == ((), "Ei tässä lähteessä.")
    assert kemijarvi.silent is None
    assert part.kicker == "Teema · Kemijärvi"
    assert part.questions == (
        (
            "Tästä teemasta puhuu näissä lähteissä vain Kemijärvi: Omistajapolitiikka ja "
            "konserni. Missä muut käsittelevät sitä?"
        ),
    )


def test_shared_value_is_named() -> None:
    """Vastuullisuus is the one value that both name; it is marked by its confirmed pair."""
    part = section(of_cities(), "arvot")
    assert part.lines == ("Nimeltään yhteisiä: Vastuullisuus.",)
    assert section(of_cities("sv"), "arvot").lines == ("Gemensamma till namnet: Ansvarsfullhet.",)


def test_translation_stands_beside_the_official_words() -> None:
    """On a Swedish hand-out the Finnish words stay, and ours are a translation."""
    quote = section(of_cities("sv"), "arvot").voices[0].quotes[0]
    assert quote.lead == "Ihmisläheisyys"
    assert quote.translation is not None
    assert quote.translation.startswith("Människonärhet. Människonärhet är öppenhet")
    assert section(of_cities(), "arvot").voices[0].quotes[0].translation is None


def test_a_goal_has_its_own_words_first_and_the_answers_of_others() -> None:
    """Each goal names its municipality; the others stand beside with what is confirmed to pair."""
    part = section(of_cities("fi", "goal"), "paamaara-kemi-hyvinvoivat-asukkaat")
    assert [voice.slug for voice in part.voices] == ["kemi", "kemijarvi"]
    assert part.kicker == "Päämäärä · Kemi"
    assert "Edistämme hyvinvointia, terveyttä ja turvallisuutta." in {
        quote.words for quote in part.voices[1].quotes
    }
    assert part.questions == (
        "Kemi: mistä nähdään, että tämä päämäärä etenee? Hyvinvoivat asukkaat.",
    )


def test_only_what_is_chosen_is_told() -> None:
    """Chosen themes or goals leave the others out; values and figures stay."""
    themes = made(real(), "kemi", "kemijarvi", chosen=("talous",))
    assert [part.id for part in themes.sections if part.kind == "theme"] == ["teema-talous"]
    goals = made(real(), "kemi", by="goal", chosen=("kemi/sujuva-arki",))
    assert [part.id for part in goals.sections if part.kind == "goal"] == [
        "paamaara-kemi-sujuva-arki"
    ]


@pytest.mark.parametrize("chosen", [("talous", "ilmasto"), ("ilmasto", "talous", "ilmasto")])
def test_themes_stand_in_the_order_chosen(chosen: tuple[str, ...]) -> None:
    """Who leads the evening sets the order; a theme named twice is told once."""
    whole = made(real(), "kemi", "kemijarvi", chosen=chosen)
    told = [part.id for part in whole.sections if part.kind == "theme"]
    assert told == [f"teema-{chosen[0]}", f"teema-{chosen[1]}"]


def test_goals_stand_in_the_order_chosen() -> None:
    """Those of two municipalities may take turns; without a choice each tells its own in a row."""
    chosen = (
        "kemijarvi/tarkein-kohde-2",
        "kemi/hyvinvoivat-asukkaat",
        "kemijarvi/tarkein-kohde-1",
    )
    whole = made(real(), "kemi", "kemijarvi", by="goal", chosen=chosen)
    told = [part.id for part in whole.sections if part.kind == "goal"]
    assert told == [f"paamaara-{one.replace('/', '-')}" for one in chosen]
    every = [part.id for part in of_cities("fi", "goal").sections if part.kind == "goal"]
    strategies = [choose(real().dossiers[slug], TODAY).strategy for slug in ("kemi", "kemijarvi")]
    assert every == [
        f"paamaara-{slug}-{goal.id}"
        for slug, strategy in zip(("kemi", "kemijarvi"), strategies, strict=True)
        for goal in strategy.goals
    ]


def test_version_to_come_is_named_in_the_opening() -> None:
    """Beside the one in force, whatever the order in the file, as not yet in force."""
    later = strategy("a-2", goal("g"), period=years(2031, 2034))
    now = strategy("a-1", goal("h"), period=years(2022, 2030))
    whole = made(library(dossier("a", later, now)), "a")
    assert section(whole, "alku").tables[0].rows[0][1] == "a-1"
    assert section(whole, "alku").lines == (
        "A: tulossa on ”a-2” (2031–2034), joka ei ole vielä voimassa.",
    )


def test_title_is_the_wished_one_or_names_the_municipalities() -> None:
    """Who makes the hand-out may name it."""
    assert of_cities().title == "Strategiat rinnakkain: Kemi ja Kemijärvi"
    assert made(real(), "kemi", title="Iltakoulu 2.12.").title == "Iltakoulu 2.12."


def test_states_of_projects_are_counted_by_hand() -> None:
    """Of Kemi's 17 projects eight are over with nothing told of them, as Kemijärvi's one is."""
    (chart,) = section(of_cities(), "hankkeet").charts
    assert isinstance(chart.drawn, Bars)
    found = dict(zip(chart.drawn.categories, chart.drawn.values, strict=True))
    assert chart.drawn.keys == ("ended", "unknown")
    assert found == {"Kemi": (8, 9), "Kemijärvi": (1, 0)}
    assert "Kemi: 8 päättynyt ilman tietoa tuloksesta, 9 ei tietoa." in chart.alt
    assert chart.table.rows[0] == ("Kemi", "8", "9")


def test_a_line_of_a_chart_stops_at_the_gap() -> None:
    """Population is known for 2000–2022 and 2025: two runs, never one line."""
    (chart,) = section(of_cities(), "mittari-population").charts
    assert isinstance(chart.drawn, Lines)
    kemi = chart.drawn.lines[0]
    assert [(run[0][0], run[-1][0]) for run in kemi.runs] == [(2000, 2022), (2025, 2025)]
    assert "23 689 (2000) → 19 339 henkilöä (2025)" in chart.alt.replace("\u00a0", " ")
    assert [row[0] for row in chart.table.rows][:2] == ["2025", "2022"]


def test_an_indicator_without_values_is_told_and_not_drawn() -> None:
    """The Hinku target of Kemi has no values yet: no chart, no zero."""
    part = section(of_cities(), "mittari-hinku-emission-change")
    assert part.charts == ()
    assert "ei tietoa vielä" in part.lines[0]
    assert "-80" in part.lines[0].replace("\u2212", "-")


def test_of_many_only_four_are_drawn_and_the_alt_text_says_so() -> None:
    """The table holds all; the picture has as many lines as there are markers."""
    held, slugs = five_alike()
    whole = made(held, *slugs)
    (chart,) = section(whole, "mittari-population").charts
    assert isinstance(chart.drawn, Lines)
    assert len(chart.drawn.lines) == 4
    assert "4 kuntaa 5:stä" in chart.alt
    assert len(chart.table.columns) == 6


def five_alike() -> tuple[Library, tuple[str, ...]]:
    """Five municipalities that all say and measure what Kemi does."""
    kemi = real().dossiers["kemi"]
    codes = {f"kunta-{number}": f"00{number}" for number in range(1, 6)}
    held = Library(
        dossiers={
            slug: kemi.model_copy(
                update={
                    "municipality": kemi.municipality.model_copy(
                        update={"slug": slug, "code": code}
                    )
                }
            )
            for slug, code in codes.items()
        },
        themes=real().themes,
        indicators=real().indicators,
        observations=tuple(
            row.model_copy(update={"municipality_code": code})
            for code in codes.values()
            for row in real().observations
            if row.municipality_code == kemi.code
        ),
        source_texts=real().source_texts,
    )
    return held, tuple(codes)


def test_gaps_are_counted_and_listed() -> None:
    """Every gap of the register stands in the table, each with what could be done next."""
    counts, listed = section(of_cities(), "aukot").tables
    assert len(listed.rows) == sum(
        int(cell.split(" / ")[0]) for row in counts.rows for cell in row[1:]
    )
    assert all(all(cell for cell in row) for row in listed.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_data_gives_the_same_hand_out(language: str) -> None:
    """Nothing in a hand-out hangs on when it is made."""
    assert made(real(), "kemi", "kemijarvi", language=language) == of_cities(language)


def test_day_and_id_are_those_of_the_data() -> None:
    """A hand-out names the newest day of its data, not today."""
    assert of_cities().iso_day == "2025-02-20"
    assert of_cities().data_id == of_cities("en").data_id != of_mallikunta().data_id


def test_many_municipalities_are_counted_in_the_title(tmp_path: Path) -> None:
    """A title of twenty names is no title; the first table names them all."""
    write_root(tmp_path, 20)
    held = load(tmp_path).library
    whole = made(held, *held.dossiers)
    assert whole.title == "Strategiat rinnakkain: 20 kuntaa"
    assert whole.names[19] == "Keksitty 019"
    (versions,) = section(whole, "alku").tables
    assert [row[0] for row in versions.rows] == list(whole.names)
