"""How a hand-out is cut into slides: nothing lost, nothing cut, nothing too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.exports.handout.builder import SUBJECTS, Subject
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
from components.exports.slides.capacity import NAMES, height, height_of_points, room_below
from components.exports.slides.columns import items_of
from components.exports.slides.parts import bars_in_words
from components.exports.slides.slides import MOST_VOICES, Slide, slides
from components.i18n import LANGUAGES, catalogue
from tests.exports.handout.test_outline import five_alike
from tests.exports.making import made, of_cities, of_mallikunta

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


def _in_order(wanted: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether all that is wanted is among the texts, one after another."""
    left = iter(texts)
    return all(text in left for text in wanted)


def _of(found: Sequence[Slide], section: Section) -> list[Slide]:
    """The slides of a section, one or several."""
    return [
        slide
        for slide in found
        if slide.id == section.id or slide.id.rpartition("-")[0] == section.id
    ]


@settings(deadline=None, max_examples=60)
@given(_handouts())
def test_nothing_is_lost_or_cut(whole: Handout) -> None:
    """Every quote, line, silence and question stands on a slide whole, once and in order."""
    found = slides(whole, WORDS)
    for section in whole.sections:
        own = _of(found, section)
        points = [point for slide in own for point in slide.points]
        asked = [slide.question for slide in own if slide.question]
        told = [*filter(None, [section.lead]), *section.lines]
        assert _in_order(told, points)
        assert _in_order(section.questions, [*asked, *points])
        for voice in section.voices:
            parts = [part for slide in own for part in slide.voices if part.slug == voice.slug]
            items = [item for part in parts for item in items_of(part)]
            if items:
                assert items == items_of(voice)
            else:
                silent = voice.silent or ""
                assert any(voice.name in point and point.endswith(silent[1:]) for point in points)
    assert [
        point
        for slide in found
        if slide.id.partition("-")[0] == "kysymykset"
        for point in slide.points
    ] == list(whole.questions)
    assert [line for slide in found if slide.kind == "sources" for line in slide.sources] == list(
        whole.sources
    )


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
            items = items_of(voice)
            taken = sum(height(item, len(slide.voices)) for item in items)
            assert taken <= room or (len(items) == 1 and len(slide.voices) == 1)
    if slide.kind == "questions":
        assert height_of_points(slide.points) <= room_below(title) or len(slide.points) == 1


@pytest.mark.parametrize("by", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", [of_cities, of_mallikunta])
def test_real_hand_outs_are_cut_to_fit(
    of: Callable[[str, Subject], Handout], language: str, by: Subject
) -> None:
    """Every sentence of the real and the fictional strategies stands where it can be read."""
    whole = of(language, by)
    words = catalogue(whole.language)
    found = slides(whole, words)
    quotes = [quote for part in whole.sections for voice in part.voices for quote in voice.quotes]
    shown = [quote for slide in found for voice in slide.voices for quote in voice.quotes]
    key = [(quote.words, quote.source) for quote in shown]
    assert sorted(key) == sorted((quote.words, quote.source) for quote in quotes)
    for section in whole.sections:
        for slide in _of(found, section):
            _assert_fits(slide, section)


@pytest.mark.parametrize("by", SUBJECTS)
def test_two_stand_side_by_side(by: Subject) -> None:
    """Where both have words left, a slide shows both; a silent one keeps its column."""
    for slide in slides(of_cities("fi", by), WORDS):
        if slide.kind == "voices" and not slide.title.endswith(")"):
            assert [voice.name for voice in slide.voices] in (
                ["Kemi", "Kemijärvi"],
                ["Kemijärvi", "Kemi"],
            )


def test_alike_titles_are_told_apart_by_the_municipality() -> None:
    """Two goals of one name are two slides with two titles."""
    voices = [Voice(name.lower(), name, 0, "2025", silent="Vain nimi.") for name in ("Aa", "Bb")]
    sections = [
        Section(f"paamaara-{voice.slug}", "goal", "Hyvä arki", voices=(voice,)) for voice in voices
    ]
    titles = [slide.title for slide in slides(_handout(sections), WORDS)]
    assert titles[1:3] == ["Hyvä arki – Aa", "Hyvä arki – Bb"]


def test_what_is_still_alike_is_numbered() -> None:
    """Sections of one name and one municipality, and ids that end as a part does, stay apart."""
    long = tuple(Quote("Pitkä lause elinvoimasta. " * 12, 1) for _ in range(4))
    voice = Voice("kunta", "Kunta", 0, "2025", quotes=long)
    sections = [
        Section("osa", "theme", "Sama", voices=(voice,)),
        Section("osa-2", "theme", "Sama", voices=(replace(voice, quotes=long[:1]),)),
        Section("osa-3", "theme", "Sama", voices=(replace(voice, quotes=long[:1]),)),
    ]
    found = slides(_handout(sections), WORDS)[1:-1]
    assert [slide.id for slide in found] == ["osa-1", "osa-2", "osa-2-2", "osa-3"]
    assert [slide.title for slide in found] == [
        "Sama – Kunta (1/2)",
        "Sama – Kunta (2/2)",
        "Sama – Kunta",
        "Sama – Kunta – 2",
    ]


def test_of_many_the_silent_are_told_together() -> None:
    """Of five, those who say nothing have no column of their own, but their names stand there."""
    spoken = Quote("Sanomme tästä.", 1)
    voices = [
        Voice(f"k-{place}", f"Kunta {place}", place, "2025", quotes=(spoken,))
        if place == 3
        else Voice(f"k-{place}", f"Kunta {place}", place, "2025", silent="Ei tässä lähteessä.")
        for place in range(MOST_VOICES + 1)
    ]
    section = Section("teema", "theme", "Arki", voices=tuple(voices), sources=(_source(1),))
    slide = slides(_handout([section]), WORDS)[1]
    assert [voice.name for voice in slide.voices] == ["Kunta 3"]
    assert slide.points == ("Kunta 0, Kunta 1, Kunta 2 ja Kunta 4: ei tässä lähteessä.",)
    assert slide.sources == (_source(1),)


def test_a_chart_of_many_is_cut_with_its_words_and_its_table() -> None:
    """Twenty bars stand on three slides; what is read aloud tells of those that are seen."""
    names = tuple(f"Kunta {number}" for number in range(20))
    values = tuple((number, 1) for number in range(20))
    bars = Bars(names, ("käynnissä", "ei tietoa"), ("in_progress", "unknown"), values)
    rows = tuple((name, str(count), "1") for name, (count, _) in zip(names, values, strict=True))
    table = Table("Hankkeet", ("Kunta", "käynnissä", "ei tietoa"), rows, (1, 2))
    chart = Chart("Hankkeet", bars_in_words("Hankkeet", bars, WORDS), bars, table)
    section = Section("hankkeet", "projects", "Hankkeet", charts=(chart,), tables=(table,))
    found = slides(_handout([section]), WORDS)
    charts = [slide.chart for slide in found if slide.chart]
    assert len(charts) == 3
    assert sum((part.table.rows for part in charts), ()) == rows
    for part in charts:
        assert isinstance(part.drawn, Bars)
        assert part.drawn.categories == tuple(row[0] for row in part.table.rows)
        assert [f"{name}:" in part.alt for name in names] == [
            name in part.drawn.categories for name in names
        ]
    assert found[1].notes == ("Koko taulukko on raportissa: Hankkeet, 20 riviä.",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cut_chart_is_told_as_a_whole_one(language: str) -> None:
    """The words of a part are those that the whole chart is told by."""
    whole = of_cities(language)
    (chart,) = next(part for part in whole.sections if part.kind == "projects").charts
    assert isinstance(chart.drawn, Bars)
    assert bars_in_words(chart.title, chart.drawn, catalogue(language)) == chart.alt


def test_a_wide_table_is_cut_by_columns_with_its_first() -> None:
    """Every number of a table of twenty stands on a slide, in its row and column."""
    columns = ("Laji", *(f"Kunta {number}" for number in range(20)))
    rows = tuple(
        (f"laji {row}", *(f"{row} / {number}" for number in range(20))) for row in range(9)
    )
    table = Table("Aukot", columns, rows, tuple(range(1, 21)))
    section = Section("aukot", "gaps", "Aukot", lead="Aukot ovat aineiston.", tables=(table,))
    found = [slide for slide in slides(_handout([section]), WORDS) if slide.table]
    cells = {
        (row[0], column): cell
        for slide in found
        if slide.table
        for row in slide.table.rows
        for column, cell in zip(slide.table.columns[1:], row[1:], strict=True)
    }
    assert cells == {
        (row[0], column): cell
        for row in rows
        for column, cell in zip(columns[1:], row[1:], strict=True)
    }
    assert found[0].points == ("Aukot ovat aineiston.",)
    assert all("Aukot ovat aineiston." in slide.notes for slide in found)


def test_the_state_of_many_stands_on_slides_of_its_own() -> None:
    """Lines that find no room beside a chart follow it; of five, four are drawn."""
    held, slugs = five_alike()
    whole = made(held, *slugs)
    section = next(part for part in whole.sections if part.id == "mittari-population")
    found = _of(slides(whole, WORDS), section)
    assert found[0].kind == "chart"
    assert tuple(point for slide in found for point in slide.points) == section.lines


def test_an_empty_hand_out_has_its_cover_and_sources() -> None:
    """Without a section there is still a title; the sources are those of the hand-out."""
    found = slides(_handout([]), WORDS)
    assert [slide.kind for slide in found] == ["title", "sources"]
    assert slides(replace(_handout([]), sources=()), WORDS)[0].points == (
        "Kuvaus.",
        "Aineisto abc, 1.1.2025",
    )
