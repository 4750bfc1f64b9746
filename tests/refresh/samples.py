"""Invented tables of both services, and a small root of two fictional municipalities."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

from components.model import Fetch
from components.refresh.figures import Request
from tests.loading.roots import BASE, added, changed, copied
from tests.refresh.service import FakeService, FakeTable, FakeVariable

TODAY: Final = date(2026, 11, 23)
TABLE: Final = "StatFin/vaerak/11ra.px"
POPULATION: Final = Fetch(service="statfin", table=TABLE, content="väestö 31.12.")
EMPLOYMENT: Final = Fetch(service="statfin", table=TABLE, content="Työllisyysaste, %")
NAMES: Final = {"998": "Pikkukunta", "999": "Mallikunta"}

HEADER: Final = "municipality_code,indicator,year,value,dataset"
ROWS: Final = (
    '998,population,2023,1203,"keksitty"',
    "998,population,2024,1198,keksitty",
    "999,population,2023,6221,keksitty",
    "999,population,2024,6214,keksitty",
    "999,population,2010,6500,keksitty",
)
FILE: Final = "data/observations.csv"


def key_figures(area: str = "alue_23_20260101", content: str = "contentscode") -> FakeTable:
    """A table of two contents, as the variable codes of a year call it; one value is missing."""
    values = {
        ("KU998", "2024"): ("1198", "70.1"),
        ("KU998", "2025"): ("1190", "null"),
        ("KU999", "2024"): ("6213", "70.30"),
        ("KU999", "2025"): ("6200", "71.0"),
        ("SSS", "2025"): ("5650000", "76.5"),
    }
    return FakeTable(
        title="Väestö ja työllisyys (keksitty)",
        updated="2026-04-01T05:00:00Z",
        roles={"geo": [area], "time": ["timeperiod_y"], "metric": [content]},
        variables=[
            FakeVariable(
                area,
                "Alue",
                {"SSS": "KOKO MAA", "KU998": "Pikkukunta", "KU999": "Mallikunta"},
                elimination=True,
            ),
            FakeVariable("timeperiod_y", "Vuosi", {"2024": "2024", "2025": "2025*"}, time=True),
            FakeVariable(
                content,
                "Tiedot",
                {"vaerak-vaesto": "Väestö 31.12.", "tyoll": "Työllisyysaste, %"},
            ),
            FakeVariable("sukupuoli_1", "Sukupuoli", {"SSS": "Yhteensä", "1": "Miehet"}),
            FakeVariable("ika_1", "Ikä", {"a": "0–14", "b": "15–"}, elimination=True),
        ],
        cells={
            (place, year, code, "SSS", ""): value
            for (place, year), both in values.items()
            for code, value in zip(("vaerak-vaesto", "tyoll"), both, strict=True)
        },
    )


def statfin() -> FakeService:
    """A service with the table of key figures."""
    return FakeService(tables={TABLE: key_figures()})


def sotkanet() -> FakeService:
    """A service with indicator 127 of both municipalities and others of no interest."""
    return FakeService(
        regions=[
            {"id": 658, "code": "658", "category": "MAA", "title": {"fi": "Koko maa"}},
            {"id": 901, "code": "999", "category": "KUNTA", "title": {"fi": "Mallikunta"}},
            {"id": 902, "code": "998", "category": "KUNTA", "title": {"fi": "Pikkukunta"}},
            {"id": 903, "code": "999", "category": "SEUTUKUNTA", "title": {"fi": "Mallila"}},
        ],
        indicators={
            "127": {
                "id": 127,
                "title": {"fi": "Väestö 31.12. (keksitty)", "sv": "Befolkning"},
                "data-updated": "2026-05-20",
                "range": {"start": 2024, "end": 2025},
            }
        },
        values={"127": sotkanet_values((901, 2024, "6213"), (901, 2025, "6200.0"))},
    )


def sotkanet_values(*rows: tuple[int, int, str]) -> str:
    """Values of indicator 127 as Sotkanet gives them: region, year, value."""
    every = [*rows, (658, 2025, "5650000"), (902, 2025, "null"), (903, 2025, "7")]
    told = [
        f'{{"indicator": 127, "region": {region}, "year": {year}, "gender": "total", '
        f'"value": {value}}}'
        for region, year, value in every
    ]
    return f"[{', '.join(told)}]"


def asked(**changes: Any) -> Request:  # noqa: ANN401 - what a request takes
    """Both indicators of both municipalities."""
    given: dict[str, Any] = {
        "indicators": {"population": POPULATION, "employment_rate": EMPLOYMENT},
        "municipalities": NAMES,
        "today": TODAY,
    }
    return Request(**given | changes)


def root_of(folder: Path, *fetches: tuple[str, str]) -> Path:
    """A root of Pikkukunta and Mallikunta with these rows; fetches are by indicator, in YAML."""
    root = copied(folder)
    added(root, "mallikunta", "999")
    changed(root, "strategies/mallikunta.yaml", "fi: Pikkukunta", "fi: Mallikunta")
    head, _, definition = (
        (BASE / "data/indicators.yaml").read_text(encoding="utf-8").partition("  population:\n")
    )
    every = "".join(
        f"  {indicator}:\n{definition.rstrip()}\n    fetch: {fetch}\n"
        for indicator, fetch in fetches
    )
    (root / "data/indicators.yaml").write_text(head + every, encoding="utf-8")
    write_rows(root, HEADER, *ROWS)
    return root


def write_rows(root: Path, *rows: str) -> None:
    """Write the header and rows of the observations."""
    (root / FILE).write_bytes("".join(f"{row}\n" for row in rows).encode())


FROM_STATFIN: Final = (
    ("population", f"{{service: statfin, table: {TABLE}, content: Väestö 31.12.}}"),
    ("employment_rate", f'{{service: statfin, table: {TABLE}, content: "Työllisyysaste, %"}}'),
)
FROM_SOTKANET: Final = (("population", '{service: sotkanet, table: "127"}'),)
