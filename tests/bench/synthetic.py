"""Made-up municipalities in any number, for measuring alone: every name and text is invented."""

from __future__ import annotations

import random
from pathlib import Path

WORDS = (  # noqa: SIM905 - thirty words are easier to read in a row
    "lisäämme vahvistamme kehitämme edistämme tuemme turvaamme palveluita osallisuutta "
    "elinvoimaa hyvinvointia yhteistyötä koulutusta ympäristöä asumista liikkumista kulttuuria "
    "avoimesti yhdessä rohkeasti kestävästi kylissä keskustassa kouluissa yrityksissä "
    "asukkaiden nuorten ikäihmisten järjestöjen kumppanien luottamushenkilöiden kanssa"
).split()
THEMES = ("hyvinvointi", "palvelut", "osallisuus", "elinvoima", "ilmasto", "talous")
THEMES_FILE = "kuntalaki_37: []\nthemes:\n" + "".join(
    f"  {theme}:\n    names: {{fi: {theme}}}\n    basis: [sdg-11]\n    kuntalaki_37: []\n"
    f"    concepts: {{}}\n"
    for theme in THEMES
)
TABLES = {
    "municipalities": "code,name_fi,name_sv,sub_region_fi,language_status,dataset\n",
    "observations": "municipality_code,indicator,year,value,dataset\n",
    "region_ranges": "region,indicator,year,municipalities,median,low,high,dataset\n",
    "outcomes": "municipality_code,project,state,dataset\n",
    "project_funding": "municipality_code,project,dataset\n",
}
GOALS, STATEMENTS = 4, 15
SEED = 37


def write_root(root: Path, municipalities: int) -> int:
    """Write a root with this many municipalities; returns the lines of one strategy file."""
    (root / "strategies").mkdir(parents=True)
    (root / "data" / "sources").mkdir(parents=True)
    (root / "data" / "themes.yaml").write_text(THEMES_FILE, encoding="utf-8")
    for name in ("indicators", "datasets"):
        (root / "data" / f"{name}.yaml").write_text(f"{name}: {{}}\n", encoding="utf-8")
    for name, header in TABLES.items():
        (root / "data" / f"{name}.csv").write_text(header, encoding="utf-8")
    chance = random.Random(SEED)  # noqa: S311 - the same invented text every time, no secret
    lines = 0
    for number in range(municipalities):
        strategy, source = _municipality(number, chance)
        name = f"keksitty-{number:03}"
        (root / "strategies" / f"{name}.yaml").write_text(strategy, encoding="utf-8")
        (root / "data" / "sources" / f"{name}.txt").write_text(source, encoding="utf-8")
        lines = strategy.count("\n")
    return lines


def _municipality(number: int, chance: random.Random) -> tuple[str, str]:
    """The strategy file and the source text of one invented municipality."""
    said = [f"Keksitty {number:03}. Kaikki tässä on keksittyä mittaamista varten."]
    lines = [
        "municipality:",
        f'  code: "{number:03}"',
        f"  slug: keksitty-{number:03}",
        f"  name: {{fi: Keksitty {number:03}}}",
        "sources:",
        "  - id: strategia",
        "    title: Keksitty strategia",
        "    publisher: Mittaus",
        "    kind: web_page",
        f"    text: keksitty-{number:03}.txt",
        "strategies:",
        "  - id: keksitty",
        "    title: Keksitty strategia",
        "    period: {start: 2022, end: 2029}",
        "    source: strategia",
        "    goals:",
    ]
    for goal in range(GOALS):
        name = f"Keksitty päämäärä {goal}"
        said.append(name)
        lines += [f"      - id: paamaara-{goal}", f"        name: {name}", "        statements:"]
        for place in range(STATEMENTS):
            text = " ".join(chance.choices(WORDS, k=12)).capitalize() + "."
            said.append(text)
            lines += [
                f"          - id: lause-{goal}-{place}",
                f"            text: {text}",
                f"            themes: [{', '.join(chance.sample(THEMES, 2))}]",
            ]
    return "\n".join(lines) + "\n", "\n\n".join(said) + "\n"
