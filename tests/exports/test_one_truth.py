"""Every file tells the same numbers, and they are those of the pages."""

from __future__ import annotations

from functools import cache

import pytest

from components.analysis.strategies.versions import choose
from components.exports.handout.builder import HandoutBuilder, Selection
from components.exports.kinds import KINDS
from components.i18n import catalogue
from components.model import Library
from components.phrases.progress import state_in_words, the_sum
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA, PROJECT, TODAY, fictional, real
from tests.exports.file_texts import READERS, joined
from tests.exports.making import made
from tests.pages.drawing import open_page

WHOLE = [name for name in KINDS if name not in {"pdf-goals", "csv"}]
"""The kinds that tell all: a summary tells of its own goal, and tables give bare values."""
ROOTS = {"cities": PROJECT, "mallikunta": MALLIKUNTA}
LIBRARIES = {"cities": real, "mallikunta": fictional}
STATED = {
    "kemi/sujuva-arki": "Olemme avoin ja luotettava arjen kumppani.",
    "kemi/elinvoimainen-kaupunki": "Vihreä ja kestävä Kemi lisää vetovoimaamme",
}
"""Words of two goals, the later one of the strategy first (strategies/kemi.yaml)."""


def selection(held: Library) -> Selection:
    """All municipalities of a library."""
    return Selection(tuple(choose(one, TODAY) for one in held.dossiers.values()), TODAY)


@cache
def told(name: str, kind: str) -> str:
    """The text of a file."""
    held = LIBRARIES[name]()
    content = KINDS[kind].make(held, selection(held), catalogue("fi"))
    return joined(READERS[KINDS[kind].suffix](content))


def facts(name: str) -> list[str]:
    """How every indicator fares, with its sum, and every number of projects and of gaps."""
    held, words = LIBRARIES[name](), catalogue("fi")
    builder = HandoutBuilder(held, selection(held), words)
    items = [item for items in builder.progress.values() for item in items]
    assert items
    return [text for item in items for text in (the_sum(item, words), state_in_words(item, words))]


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("name", ROOTS)
def test_every_file_tells_how_indicators_fare(name: str, kind: str) -> None:
    """Where it began, where it is and where it should be: in the same words everywhere."""
    text = told(name, kind)
    assert [fact for fact in facts(name) if joined(fact) not in text] == []


@pytest.mark.parametrize("name", ROOTS)
def test_the_page_tells_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sums on Mittarit are those of the files."""
    monkeypatch.setenv(ROOT_VARIABLE, str(ROOTS[name]))
    text = joined(open_page("mittarit").text)
    assert [fact for fact in facts(name) if joined(fact) not in text] == []


@pytest.mark.parametrize("kind", ["pdf", "html", "deck", "pptx"])
@pytest.mark.parametrize("name", ROOTS)
def test_every_file_has_the_tables_of_the_hand_out(name: str, kind: str) -> None:
    """Not a row of a table, of projects or of gaps, is lost on the way into a file."""
    held = LIBRARIES[name]()
    parts = made(held, *held.dossiers).sections
    if kind in {"pdf", "html"}:
        tables = [table for part in parts for table in part.tables]
        tables += [chart.table for part in parts for chart in part.charts]
    else:  # the wall shows how many gaps there are, and leaves their list to the paper
        tables = [next(part.tables[0] for part in parts if part.kind == "gaps")]
    cells = [cell for table in tables for row in table.rows for cell in row]
    words = [word for cell in cells for word in cell.split()]
    assert words
    text = told(name, kind)
    assert [word for word in words if joined(word) not in text] == []


@pytest.mark.parametrize("name", ROOTS)
def test_tables_give_the_values_as_they_are(name: str) -> None:
    """The newest value of every indicator stands in the tables, neither rounded nor named."""
    held = LIBRARIES[name]()
    builder = HandoutBuilder(held, selection(held), catalogue("fi"))
    text = told(name, "csv")
    for items in builder.progress.values():
        for item in items:
            if item.series.latest is not None:
                seen = item.series.latest.observation
                assert f",{seen.year},{seen.kind},{seen.value}," in text


@pytest.mark.parametrize("kind", [*(name for name in WHOLE if name != "xlsx"), "pdf-goals"])
def test_every_file_follows_the_order_chosen(kind: str) -> None:
    """What was chosen first is told first; a workbook and tables hold all, chosen or not."""
    held = real()
    wanted = Selection((choose(held.dossiers["kemi"], TODAY),), TODAY, "goal", tuple(STATED))
    content = KINDS[kind].make(held, wanted, catalogue("fi"))
    text = joined(READERS[KINDS[kind].suffix](content))
    first, second = (text.find(joined(words)) for words in STATED.values())
    assert 0 <= first < second
