"""Which reports there are, and the address of each."""

from __future__ import annotations

import pytest

from components.i18n import LANGUAGES
from components.reports.places import HOME, Place, every_place, find, goals_of, way
from tests.analysis.making import real
from tests.reports.making import many

KEMI = Place("municipality", ("kemi",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_report_is_found_at_its_address(language: str) -> None:
    """Each has one file in each language; without its suffix it is found too."""
    places = every_place(real())
    files = [place.file(language) for place in places]
    assert len(set(files)) == len(files)
    for place, file in zip(places, files, strict=True):
        assert find(real(), file) == (place, language)
        assert find(real(), file.removesuffix(".html")) == (place, language) or place == HOME


def test_kemi_and_kemijarvi_have_each_their_reports() -> None:
    """Two municipalities make one comparison; the goals of every version are there."""
    files = [place.file("fi") for place in every_place(real())]
    assert files[:4] == [
        "index.html",
        "kunta/kemi.html",
        "kunta/kemijarvi.html",
        "vertailu/kemi/kemijarvi.html",
    ]
    assert "paamaara/kemi/viisas-kemi.html" in files
    assert sum(file.startswith("teema/") for file in files) == 16
    assert next(place.ids[1] for place in goals_of(real(), "kemi")) == "elinvoimainen-kaupunki"


def test_comparison_may_have_any_order_and_up_to_four() -> None:
    """What is not listed can still be asked for."""
    assert find(real(), "sv/vertailu/kemijarvi/kemi.html") == (
        Place("comparison", ("kemijarvi", "kemi")),
        "sv",
    )
    four = "/".join(f"kunta-{n}" for n in range(4))
    assert find(many(5), f"vertailu/{four}.html") is not None
    assert find(many(5), f"vertailu/{four}/kunta-4.html") is None


def test_pairs_are_not_listed_when_they_would_be_too_many() -> None:
    """Eight municipalities make 28 pairs, nine none."""
    kinds = [place.kind for place in every_place(many(8))]
    assert kinds.count("comparison") == 28
    assert "comparison" not in [place.kind for place in every_place(many(9))]


@pytest.mark.parametrize(
    "file",
    [
        "kunta",
        "kunta/",
        "kunta/atlantis.html",
        "kunta/kemi/kemijarvi.html",
        "kunta//kemi.html",
        "/kunta/kemi.html",
        "Kunta/kemi.html",
        "kunta/kemi.html.html",
        "kunta/kemi.html\n",
        "kunta/../kunta/kemi.html",
        "kunta/kemi\0.html",
        "vertailu/kemi.html",
        "vertailu/kemi/kemi.html",
        "vertailu/kemi/atlantis.html",
        "teema/kemi.html",
        "paamaara/kemi.html",
        "paamaara/kemi/atlantis.html",
        "paamaara/kemijarvi/sujuva-arki.html",
        "fi/kunta/kemi.html",
        "sv/sv/kunta/kemi.html",
        "de/index.html",
        "..",
        "." * 5000,
    ],
)
def test_no_other_address_is_one(file: str) -> None:
    """What is not exactly the name of a report is none."""
    assert find(real(), file) is None


def test_way_is_relative() -> None:
    """From any depth to any other."""
    assert way("index.html", KEMI.file("fi")) == "kunta/kemi.html"
    assert way(KEMI.file("sv"), HOME.file("fi")) == "../../index.html"
    assert way(KEMI.file("fi"), KEMI.file("fi")) == "kemi.html"
