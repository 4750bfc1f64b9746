"""The presentation: what PowerPoint opens, says what the hand-out says, to everyone."""

from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.util import Pt

from components.exports.handout.builder import SUBJECTS, Subject
from components.exports.handout.records import Handout, Quote, Section, SourceLine, Table, Voice
from components.exports.pptx.presentation import TEMPLATE, pptx_bytes
from components.exports.pptx.shapes import FOOTER_TOP, HEIGHT, WIDTH
from components.exports.slides.slides import slides
from components.exports.text.measure import LOCALES, clean
from components.i18n import LANGUAGES, catalogue
from components.loading import load
from tests.bench.synthetic import write_root
from tests.exports.making import made, of_cities
from tests.exports.presentations import (
    OF,
    alt_of,
    handout_of,
    is_decorative,
    made_of,
    opened,
    parts_of,
    shapes_of,
    tag,
    text_of,
    trees_of,
)

EVERY = [
    pytest.param(name, language, by, id=f"{name}-{language}-{by}")
    for name in OF
    for language in LANGUAGES
    for by in SUBJECTS
]
SAYS = re.compile(r"ppt/(slides|notesSlides|charts|slideLayouts|slideMasters|notesMasters)/[^/]*")
HOSTILE = "<script>alert(1)</script> & ]]> \x00\x0b\x1f\ufffe\n\"'"
LONG_WORD = "epäjärjestelmällistyttämättömyydelläänsäkäänköhän" * 5
PROTOCOL = "javascript:alert(1)"


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_every_slide_is_there_with_its_title_first(name: str, language: str, by: Subject) -> None:
    """As many slides as were cut; each title is its own, in its placeholder, and read first."""
    wanted = slides(handout_of(name, language, by), catalogue(language))
    found = list(opened(made_of(name, language, by)).slides)
    titles = [slide.shapes.title.text_frame.text for slide in found]
    assert titles == [clean(slide.title) for slide in wanted]
    assert len(set(titles)) == len(titles)
    for slide in found:
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_all_that_the_slides_say_is_written(name: str, language: str, by: Subject) -> None:
    """Words, lines, questions and tables of each slide stand on it."""
    wanted = slides(handout_of(name, language, by), catalogue(language))
    for slide, native in zip(wanted, opened(made_of(name, language, by)).slides, strict=True):
        written = text_of(native)
        voices = [
            text
            for voice in slide.voices
            for text in (
                voice.name,
                voice.period,
                voice.silent,
                *voice.lines,
                *(part for q in voice.quotes for part in (q.words, q.lead, q.translation)),
            )
        ]
        cells = [cell for row in slide.table.rows for cell in row] if slide.table else []
        for text in (slide.kicker, slide.question, *slide.points, *voices, *cells):
            assert clean(text or "") in written


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_official_words_are_finnish_in_the_serif_with_their_source(
    name: str, language: str, by: Subject
) -> None:
    """Every quote is a run of its own, in Finnish, and its number leads to its source."""
    whole = handout_of(name, language, by)
    deck = opened(made_of(name, language, by))
    wanted = slides(whole, catalogue(language))
    listing = {
        line.number: native.part.partname
        for slide, native in zip(wanted, deck.slides, strict=True)
        if slide.kind == "sources"
        for line in slide.sources
    }
    for slide, native in zip(wanted, deck.slides, strict=True):
        runs = list(native.shapes.element.iter(tag("a:r")))
        texts = [run.findtext(tag("a:t")) for run in runs]
        for voice in slide.voices:
            for quote in voice.quotes:
                own = runs[texts.index(clean(quote.words))].find(tag("a:rPr"))
                assert own.get("lang") == "fi-FI"
                assert own.find(tag("a:latin")).get("typeface") == "+mj-lt"
                number = runs[texts.index(f"[{quote.source}]")].find(tag("a:rPr"))
                link = number.find(tag("a:hlinkClick"))
                assert link.get("action") == "ppaction://hlinksldjump"
                target = native.part.related_part(link.get(tag("r:id")))
                assert target.partname == listing[quote.source]


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_every_word_tells_its_language(name: str, language: str, by: Subject) -> None:
    """On slides, in notes, charts, layouts and masters: ours is the deck's, quotes are Finnish."""
    ours = LOCALES[language]
    found = 0
    for part, tree in trees_of(made_of(name, language, by)).items():
        if not SAYS.fullmatch(part):
            continue
        for kind in ("a:rPr", "a:endParaRPr", "a:defRPr"):
            for element in tree.iter(tag(kind)):
                assert element.get("lang") in {ours, "fi-FI"}, part
        for kind in ("a:r", "a:fld"):
            for run in tree.iter(tag(kind)):
                assert run.find(tag("a:rPr")) is not None, part
                found += 1
        if "/charts/" in part:
            assert [each.get("val") for each in tree.iter(tag("c:lang"))] == [ours]
    assert found > 100


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_every_shape_is_told_or_decorative(name: str, language: str, by: Subject) -> None:
    """A chart and a table have an alternative text, a text box its text, the rest is passed."""
    for slide in opened(made_of(name, language, by)).slides:
        for shape in shapes_of(slide):
            if shape.has_chart or shape.has_table:
                assert alt_of(shape)
            elif shape.has_text_frame and shape.text_frame.text:
                assert not is_decorative(shape)
            else:
                assert is_decorative(shape), shape.name


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_nothing_leaves_the_slide_or_runs_into_the_footer(
    name: str, language: str, by: Subject
) -> None:
    """All that is drawn ends above the sources, and these above the edge."""
    for slide in opened(made_of(name, language, by)).slides:
        for shape in shapes_of(slide):
            footer = shape.is_placeholder and shape.placeholder_format.idx in {11, 12}
            thin = shape.height <= Pt(1)
            lowest = HEIGHT if footer or thin or slide.slide_layout.name == "Kansi" else FOOTER_TOP
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= Pt(WIDTH) + 1
            assert shape.top + shape.height <= Pt(lowest), shape.name


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_type_can_be_read_from_the_back(name: str, language: str, by: Subject) -> None:
    """No reading text is smaller than 18 points; sources and numbers are at least 12."""
    for slide in opened(made_of(name, language, by)).slides:
        for shape in shapes_of(slide):
            footer = shape.is_placeholder and shape.placeholder_format.idx in {11, 12}
            kicker = shape.is_placeholder and shape.placeholder_format.idx == 10
            least = 1200 if footer else 1400 if kicker else 1800
            for run in shape.element.iter(tag("a:rPr")):
                assert int(run.get("sz", "1800")) >= least, shape.name


@pytest.mark.parametrize(("name", "language", "by"), EVERY)
def test_notes_hold_the_sources_in_full(name: str, language: str, by: Subject) -> None:
    """Every slide has notes; a source has its title, publisher, day and a link to its address."""
    words = catalogue(language)
    whole = handout_of(name, language, by)
    made_from = words("handout.made_from", id=whole.data_id, day=whole.day)
    for slide, native in zip(
        slides(whole, words), opened(made_of(name, language, by)).slides, strict=True
    ):
        assert native.has_notes_slide
        notes = native.notes_slide
        text = notes.notes_text_frame.text
        assert made_from in text
        assert all(clean(note) in text for note in slide.notes)
        if slide.chart:
            assert clean(slide.chart.alt) in text
        for line in slide.sources:
            assert f"[{line.number}] {line.title}. {line.publisher}" in text
            assert (line.day or "") in text
            if line.url:
                links = {rel.target_ref for rel in notes.part.rels.values() if rel.is_external}
                assert line.url in links


def test_tables_are_native_with_a_header_row() -> None:
    """The table of versions has its heads, its rows and a place for each cell."""
    whole = of_cities()
    table = whole.sections[0].tables[0]
    native = next(
        shape.table
        for slide in opened(made_of("cities", "fi")).slides
        for shape in shapes_of(slide)
        if shape.has_table
    )
    assert native.first_row
    cells = [[cell.text for cell in row.cells] for row in native.rows]
    assert cells == [list(row) for row in (table.columns, *table.rows)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_properties_name_the_presentation(language: str) -> None:
    """Title, author, language, and the day of the data instead of the clock."""
    whole = handout_of("cities", language)
    core = opened(made_of("cities", language)).core_properties
    assert (core.title, core.author) == (whole.title, "Strategiapeili")
    assert (core.language, core.identifier) == (LOCALES[language], whole.data_id)
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.date().isoformat() == whole.iso_day == "2025-02-20"


def test_same_data_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the file tells when it was made, not even in the workbooks of its charts."""
    whole = of_cities()
    later = time.time() + 86_400 * 400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later))
    again = pptx_bytes(whole, catalogue("fi"))
    assert again == made_of("cities", "fi")
    books = [blob for part, blob in parts_of(again).items() if part.endswith(".xlsx")]
    assert books
    for book in books:
        assert b"2025-02-20T00:00:00Z" in parts_of(book)["docProps/core.xml"]


@pytest.mark.parametrize("name", OF)
def test_no_address_but_those_of_sources(name: str) -> None:
    """The file points to nothing outside but the addresses of its sources."""
    addresses = {line.url for line in handout_of(name, "fi").sources if line.url}
    for part, tree in trees_of(made_of(name, "fi")).items():
        if part.endswith(".rels"):
            for rel in tree:
                if rel.get("TargetMode") == "External":
                    assert rel.get("Target") in addresses


def _hostile() -> Handout:
    """A hand-out whose every text is meant to break something."""
    source = SourceLine(1, HOSTILE, HOSTILE, HOSTILE, PROTOCOL, has_text=False)
    quote = Quote(HOSTILE + LONG_WORD, 1, lead=HOSTILE, translation=HOSTILE)
    voice = Voice("a", HOSTILE, 0, HOSTILE, quotes=(quote,), lines=(HOSTILE, LONG_WORD))
    table = Table(HOSTILE, (HOSTILE, LONG_WORD), ((HOSTILE, LONG_WORD),), (1,))
    return replace(
        of_cities(),
        title=HOSTILE * 9,
        description=HOSTILE,
        data_id=HOSTILE,
        sections=(
            Section("a", "theme", HOSTILE, HOSTILE, HOSTILE, (voice,), sources=(source,)),
            Section("b", "gaps", LONG_WORD, tables=(table,), questions=(HOSTILE,)),
        ),
        questions=(HOSTILE, LONG_WORD * 9),
        sources=(source, replace(source, number=2, url="https://a.fi/ b\"'<>")),
    )


def test_hostile_text_stays_text() -> None:
    """What XML forbids is dropped, marks are escaped, no address of another kind is a link."""
    blob = pptx_bytes(_hostile(), catalogue("fi"))
    trees = trees_of(blob)
    deck = opened(blob)
    assert "<script>alert(1)</script> & ]]>" in text_of(deck.slides[1])
    assert LONG_WORD in text_of(deck.slides[1])
    assert [
        rel.get("Target")
        for part, tree in trees.items()
        if part.endswith(".rels")
        for rel in tree
        if rel.get("TargetMode") == "External"
    ] == []
    assert len(deck.core_properties.title) == 255


@pytest.mark.parametrize("count", [1, 4, 20])
def test_any_number_of_municipalities(tmp_path: Path, count: int) -> None:
    """One, four or twenty made-up ones: everything parses, nothing leaves its slide."""
    write_root(tmp_path / "root", count)
    held = load(tmp_path / "root").library
    whole = made(held, *held.dossiers, chosen=("elinvoima",))
    blob = pptx_bytes(whole, catalogue("fi"))
    trees_of(blob)
    found = list(opened(blob).slides)
    assert len(found) == len(slides(whole, catalogue("fi")))
    for slide in found:
        for shape in shapes_of(slide):
            assert shape.top + shape.height <= Pt(HEIGHT)


def test_sixty_goals_and_none() -> None:
    """Of sixty goals picked by hand each has its slide; a hand-out of nothing has a cover."""
    voice = Voice("a", "Aa", 0, "2025", silent="Vain nimi tiedossa.")
    goals = [Section(f"g-{n}", "goal", f"Päämäärä {n}", voices=(voice,)) for n in range(60)]
    whole = replace(of_cities(), sections=tuple(goals), questions=(), sources=(), chosen=True)
    titles = [
        slide.shapes.title.text_frame.text
        for slide in opened(pptx_bytes(whole, catalogue("sv"))).slides
    ]
    assert titles[1:] == [f"Päämäärä {n}" for n in range(60)]
    empty = opened(pptx_bytes(replace(whole, sections=()), catalogue("en")))
    assert len(empty.slides) == 1


def test_template_is_ours() -> None:
    """16:9, two layouts, our fonts and colours in both themes, nothing left of another's."""
    blob = TEMPLATE.read_bytes()
    deck = opened(blob)
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    assert [layout.name for layout in deck.slide_layouts] == ["Kansi", "Dia"]
    trees = trees_of(blob)
    themes = [tree for name, tree in trees.items() if name.startswith("ppt/theme/")]
    assert len(themes) == 2
    for theme in themes:
        fonts = [
            theme.find(f".//{tag(f'a:{kind}Font')}/{tag('a:latin')}").get("typeface")  # type: ignore[union-attr] # a theme has both
            for kind in ("major", "minor")
        ]
        assert fonts == ["Cambria", "Calibri"]
        first = theme.find(f".//{tag('a:accent1')}/{tag('a:srgbClr')}")
        assert first is not None
        assert first.get("val") == "005A9C"
    assert not [name for name in trees if "printerSettings" in name or "thumbnail" in name]
    said = b"".join(parts_of(blob).values())
    assert b"Click to edit" not in said
    assert b"Macintosh" not in said


def _faults(blob: bytes, folder: Path) -> list[str]:
    """What the schema and the rules of the format do not allow in a file."""
    file = folder / "esitys.pptx"
    file.write_bytes(blob)
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(file)
    return [f"{error.part_uri}: {error.description}" for error in found.errors]


@pytest.mark.parametrize(("name", "language"), [("cities", "fi"), ("mallikunta", "sv")])
def test_file_follows_the_format(name: str, language: str, tmp_path: Path) -> None:
    """No part breaks the schema of Office Open XML: PowerPoint has nothing to repair."""
    assert _faults(made_of(name, language), tmp_path) == []


def test_hostile_file_follows_the_format(tmp_path: Path) -> None:
    """Nor does the file of a hand-out that tries to break it."""
    assert _faults(pptx_bytes(_hostile(), catalogue("fi")), tmp_path) == []


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    """What holds the files against the schema is not blind."""
    good = parts_of(TEMPLATE.read_bytes())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for part, content in good.items():
            package.writestr(part, content.replace(b'type="titleOnly"', b'type="nonsense"'))
    assert _faults(stream.getvalue(), tmp_path)


def test_bytes_are_a_package() -> None:
    """The first file says what the others are, as the format asks."""
    assert next(iter(parts_of(made_of("cities", "fi")))) == "[Content_Types].xml"
    assert io.BytesIO(made_of("cities", "fi")).read(2) == b"PK"
