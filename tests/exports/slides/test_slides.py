"""The slides of an hour: few, whole, with what there is to decide first, the rest counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.exports.handout.builder import SUBJECTS, Subject
from components.exports.handout.figure_sections import bars_in_words
from components.exports.handout.records import (
    Bars,
    Chart,
    Handout,
    Quote,
    Section,
    SourceLine,
    Table,
    Voice,
)
from components.exports.slides.capacity import (
    MOST_ABOVE,
    MOST_COLUMNS,
    MOST_SENTENCES,
    NAMES,
    height,
    height_of_points,
    room_below,
)
from components.exports.slides.slide import MOST_BARS, Slide
from components.exports.slides.slides import MOST, slides
from components.i18n import LANGUAGES, catalogue
from tests.exports.making import of_cities, of_mallikunta

WORDS = catalogue("fi")
SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
TEXTS = st.text(SIGNS, min_size=1, max_size=300) | st.sampled_from(
    ["Lyhyt.", "Pitkä lause elinvoimasta ja hyvinvoinnista. " * 8, "ä" * 500]
)
FEW = st.lists(TEXTS, max_size=4).map(tuple)
QUOTES = st.builds(
    Quote,
    words=TEXTS,
    source=st.integers(1, 5),
    lead=st.none() | TEXTS,
    translation=st.none() | TEXTS,
    shared=st.booleans(),
)


@st.composite
def _voices(draw: st.DrawFn) -> tuple[Voice, ...]:
    """Municipalities, each with words of its own or told to be silent."""
    found = []
    for place in range(draw(st.integers(0, 9))):
        quotes = tuple(draw(st.lists(QUOTES, max_size=4)))
        found.append(
            Voice(
                slug=f"kunta-{place}",
                name=f"Kunta {place}",
                place=place,
                period="2022–2029",
                quotes=quotes,
                lines=draw(FEW),
                silent=None if quotes else draw(st.sampled_from(["Ei mitään.", "Vain nimi."])),
            )
        )
    return tuple(found)


@st.composite
def _handouts(draw: st.DrawFn) -> Handout:
    """Hand-outs of any sections; titles may be alike, ids are not."""
    sections = [
        Section(
            id=f"osa-{number}",
            kind=draw(st.sampled_from(["theme", "goal", "values"])),
            title=draw(st.sampled_from(["Sama", "Sama (1/2)"]) | TEXTS),
            lead=draw(st.none() | TEXTS),
            voices=draw(_voices()),
            lines=draw(FEW),
            questions=draw(FEW),
            sources=tuple(_source(number) for number in range(1, 6)),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    return _handout(sections, questions=draw(FEW))


def _source(number: int, title: str = "Strategia") -> SourceLine:
    return SourceLine(number, title, "Kunta", None, "https://www.kunta.fi/", has_text=True)


def _handout(sections: Sequence[Section], questions: Sequence[str] = ()) -> Handout:
    return Handout(
        language="fi",
        title="Strategiat",
        description="Kuvaus.",
        names=("Kunta",),
        places=(0,),
        slugs=("kunta",),
        data_id="abc",
        day="1.1.2025",
        iso_day="2025-01-01",
        sections=tuple(sections),
        questions=tuple(questions),
        sources=tuple(_source(number) for number in range(1, 6)),
    )


def _of(found: Sequence[Slide], section: Section) -> list[Slide]:
    """The slide of a section, where it has one."""
    return [slide for slide in found if slide.id == section.id]


def _more(count: int) -> str:
    return WORDS.count("presentation.more", count)


@settings(deadline=None, max_examples=60)
@given(_handouts())
def test_nothing_is_cut_and_what_is_left_out_is_counted(whole: Handout) -> None:
    """Every sentence on a slide is whole, and a column says how many more the report has."""
    for section in whole.sections:
        said = {voice.slug: voice for voice in section.voices}
        for slide in _of(slides(whole, WORDS), section):
            for voice in slide.voices:
                every = said[voice.slug].quotes
                shown = voice.quotes
                assert set(shown) <= set(every)
                assert len(shown) <= MOST_SENTENCES
                assert len(shown) >= min(1, len(every))
                if len(shown) < len(every):
                    assert voice.lines[0] == _more(len(every) - len(shown))


@settings(deadline=None, max_examples=60)
@given(_handouts(), st.booleans())
def test_every_municipality_is_told_of(whole: Handout, chosen: bool) -> None:  # noqa: FBT001
    """One without a column is named, or counted among many, in the lines above the others."""
    for section in whole.sections:
        for slide in _of(slides(replace(whole, chosen=chosen), WORDS), section):
            columns = {voice.name for voice in slide.voices}
            apart = [voice.name for voice in section.voices if voice.name not in columns]
            room = height_of_points(slide.points) < MOST_ABOVE - 2
            if slide.kind == "voices" and room:
                assert [name for name in apart if name not in " ".join(slide.points)] == []


@settings(deadline=None, max_examples=60)
@given(_handouts())
def test_ids_and_titles_are_their_own(whole: Handout) -> None:
    """A link leads to one slide, and a list of slides names each of them once."""
    found = slides(whole, WORDS)
    assert len({slide.id for slide in found}) == len(found)
    assert len({slide.title for slide in found}) == len(found)


@settings(deadline=None, max_examples=60)
@given(_handouts())
def test_every_slide_has_room_for_what_it_holds(whole: Handout) -> None:
    """A column holds no more than fits, unless one thing alone is too large for any slide."""
    found = slides(whole, WORDS)
    for section in whole.sections:
        for slide in _of(found, section):
            _assert_fits(slide, section)


def _assert_fits(slide: Slide, section: Section) -> None:
    alike = [one for one in (slide, section) if one.title]
    title = min(alike, key=lambda one: len(one.title)).title
    if slide.kind == "voices":
        room = room_below(title, slide.points, slide.question) - NAMES
        for voice in slide.voices:
            silence = [voice.silent] if voice.silent else []
            items = [*voice.quotes, *silence, *voice.lines]
            taken = sum(height(item, len(slide.voices)) for item in items)
            assert taken <= room or len(items) <= 2
    if slide.kind == "questions":
        assert height_of_points(slide.points) <= room_below(title) or len(slide.points) <= 2


@pytest.mark.parametrize("by", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", [of_cities, of_mallikunta])
def test_real_hand_outs_fit_an_hour(
    of: Callable[[str, Subject], Handout], language: str, by: Subject
) -> None:
    """At most twenty slides, each with room for what it holds."""
    whole = of(language, by)
    found = slides(whole, catalogue(whole.language))
    assert len(found) <= MOST
    for section in whole.sections:
        for slide in _of(found, section):
            _assert_fits(slide, section)


def test_what_is_to_be_decided_comes_first() -> None:
    """First the themes of which one is silent, then those with most sentences unmatched."""
    found = slides(of_cities(), WORDS)
    themes = [slide for slide in found if slide.id.startswith("teema-")]
    assert [slide.id for slide in themes[:4]] == [
        "teema-omistaja",
        "teema-henkilosto",
        "teema-elinvoima",
        "teema-ilmasto",
    ]
    for slide in themes:
        for voice in slide.voices:
            pairs = [quote.shared for quote in voice.quotes]
            assert pairs == sorted(pairs)


def test_themes_without_a_slide_are_named() -> None:
    """The slide that opens names every theme that the report alone has."""
    whole = of_cities()
    found = slides(whole, WORDS)
    ids = {slide.id for slide in found}
    apart = [part.title for part in whole.sections if part.kind == "theme" and part.id not in ids]
    assert apart
    assert WORDS("presentation.subjects_apart", names=WORDS.names(apart)) in found[1].points


def test_all_that_is_chosen_has_its_slide() -> None:
    """Whoever picks the themes gets each of them, in the order picked, however many."""
    themes = tuple(f"teema-{number}" for number in range(MOST + 5))
    voice = Voice("kunta", "Kunta", 0, "2025", quotes=(Quote("Lause.", 1),))
    sections = [Section(name, "theme", name, voices=(voice,)) for name in themes]
    found = slides(replace(_handout(sections), chosen=True), WORDS)
    assert [slide.id for slide in found[1:-1]] == list(themes)
    assert len(slides(_handout(sections), WORDS)) == MOST


def test_few_indicators_have_a_chart_each_and_many_a_table() -> None:
    """Two stand on two slides; nine on the chart of the first and in a table of all."""
    whole = of_cities()
    many = [slide for slide in slides(whole, WORDS) if slide.id.startswith("mittari")]
    assert [(slide.id, slide.kind) for slide in many] == [
        ("mittari-population", "chart"),
        ("mittarit", "table"),
    ]
    parts = [part for part in whole.sections if part.kind == "indicators"]
    table = many[1].table
    assert table is not None
    assert table.rows == tuple(part.row for part in parts)
    few = [part for part in whole.sections if part not in parts[2:]]
    charts = [slide.kind for slide in slides(replace(whole, sections=tuple(few)), WORDS)]
    assert charts.count("chart") == 3


@pytest.mark.parametrize("by", SUBJECTS)
def test_two_stand_side_by_side(by: Subject) -> None:
    """Where both have words left, a slide shows both; a silent one keeps its column."""
    for slide in slides(of_cities("fi", by), WORDS):
        if slide.kind == "voices":
            assert {voice.name for voice in slide.voices} == {"Kemi", "Kemijärvi"}


def test_alike_titles_are_told_apart_by_the_municipality() -> None:
    """Two goals of one name are two slides with two titles."""
    voices = [Voice(name.lower(), name, 0, "2025", silent="Vain nimi.") for name in ("Aa", "Bb")]
    sections = [
        Section(f"paamaara-{voice.slug}", "goal", "Hyvä arki", voices=(voice,)) for voice in voices
    ]
    titles = [slide.title for slide in slides(_handout(sections), WORDS)]
    assert titles[1:3] == ["Hyvä arki – Aa", "Hyvä arki – Bb"]


def test_what_is_still_alike_is_numbered() -> None:
    """Sections of one name and one municipality, and of one id, stay apart."""
    voice = Voice("kunta", "Kunta", 0, "2025", quotes=(Quote("Lause.", 1),))
    sections = [Section("osa", "theme", "Sama", voices=(voice,)) for _ in range(2)]
    found = slides(_handout(sections), WORDS)[1:-1]
    assert [slide.id for slide in found] == ["osa", "osa-2"]
    assert [slide.title for slide in found] == ["Sama – Kunta", "Sama – Kunta – 2"]


def test_of_many_the_silent_are_told_together() -> None:
    """Of five, those who say nothing have no column of their own, but their names stand there."""
    spoken = Quote("Sanomme tästä.", 1)
    voices = [
        Voice(f"k-{place}", f"Kunta {place}", place, "2025", quotes=(spoken,))
        if place == 3
        else Voice(f"k-{place}", f"Kunta {place}", place, "2025", silent="Ei tässä lähteessä.")
        for place in range(MOST_COLUMNS + 1)
    ]
    section = Section("teema", "theme", "Arki", voices=tuple(voices), sources=(_source(1),))
    slide = slides(_handout([section]), WORDS)[1]
    assert [voice.name for voice in slide.voices] == ["Kunta 3"]
    assert slide.points == ("Kunta 0, Kunta 1, Kunta 2 ja Kunta 4: ei tässä lähteessä.",)
    assert slide.sources == (_source(1),)


def test_of_many_who_speak_four_have_a_column() -> None:
    """The fifth is named; a word too long for four columns leaves three."""
    said = [
        Voice(f"k-{place}", f"Kunta {place}", place, "2025", quotes=(Quote("Lause.", 1),))
        for place in range(MOST_COLUMNS + 1)
    ]
    slide = slides(_handout([Section("teema", "theme", "Arki", voices=tuple(said))]), WORDS)[1]
    assert len(slide.voices) == 4
    assert slide.points == ("Raportissa myös: Kunta 4.",)
    said[0] = replace(said[0], quotes=(Quote("kaupunkikehittämisohjelmat", 1),))
    wordy = Section("teema", "theme", "Arki", voices=tuple(said[:4]))
    assert len(slides(_handout([wordy]), WORDS)[1].voices) == 3


def test_a_chart_of_many_is_cut_with_its_words_and_its_table() -> None:
    """Of twenty bars eight are drawn; what is read aloud tells of those, and names no other."""
    names = tuple(f"Kunta {number}" for number in range(20))
    values = tuple((number, 1) for number in range(20))
    bars = Bars(names, ("käynnissä", "ei tietoa"), ("in_progress", "unknown"), values)
    rows = tuple((name, str(count), "1") for name, (count, _) in zip(names, values, strict=True))
    table = Table("Hankkeet", ("Kunta", "käynnissä", "ei tietoa"), rows, (1, 2))
    chart = Chart("Hankkeet", bars_in_words("Hankkeet", bars, WORDS), bars, table)
    section = Section("hankkeet", "projects", "Hankkeet", charts=(chart,), tables=(table,))
    slide = slides(_handout([section]), WORDS)[1]
    assert slide.chart is not None
    assert isinstance(slide.chart.drawn, Bars)
    assert slide.chart.drawn.categories == names[:MOST_BARS]
    assert slide.chart.table.rows == rows[:MOST_BARS]
    assert [f"{name}:" in slide.chart.alt for name in names] == [
        name in names[:MOST_BARS] for name in names
    ]
    assert slide.points == ("Raportissa myös: 12 muuta.",)
    assert slide.notes == ("Koko taulukko on raportissa: Hankkeet, 20 riviä.",)


def test_a_wide_or_long_table_says_what_it_leaves_out() -> None:
    """Five of twenty municipalities stand there, and the first rows, each with its first cell."""
    columns = ("Laji", *(f"Kunta {number}" for number in range(20)))
    rows = tuple(
        (f"laji {row}", *(f"{row} / {number}" for number in range(20))) for row in range(30)
    )
    table = Table("Aukot", columns, rows, tuple(range(1, 21)))
    section = Section("aukot", "gaps", "Aukot", lead="Aukot ovat aineiston.", tables=(table,))
    slide = slides(_handout([section]), WORDS)[1]
    assert slide.table is not None
    shown = slide.table.rows
    assert slide.table.columns == columns[:6]
    assert shown == tuple(row[:6] for row in rows[: len(shown)])
    assert slide.points == (
        "Raportissa myös: 15 muuta.",
        _more(30 - len(shown)),
        "Aukot ovat aineiston.",
    )


def test_many_questions_and_sources_are_counted() -> None:
    """What finds no room is counted at the end of the list, and stands in the report."""
    asked = [f"Mitä kunta aikoo tehdä asialle numero {number}?" for number in range(40)]
    sources = tuple(_source(number) for number in range(1, 30))
    whole = replace(_handout([], asked), sources=sources)
    questions, listed = slides(whole, WORDS)[1:]
    assert questions.points[:-1] == tuple(asked[: len(questions.points) - 1])
    assert questions.points[-1] == _more(40 - len(questions.points) + 1)
    assert listed.points == (_more(29 - len(listed.sources)),)


def test_an_empty_hand_out_has_its_cover_and_sources() -> None:
    """Without a section there is still a title; the sources are those of the hand-out."""
    found = slides(_handout([]), WORDS)
    assert [slide.kind for slide in found] == ["title", "sources"]
    assert slides(replace(_handout([]), sources=()), WORDS)[0].points == (
        "Kuvaus.",
        "Aineisto abc, 1.1.2025",
    )
