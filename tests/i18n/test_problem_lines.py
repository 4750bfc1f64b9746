"""Problems as lines of text, as JSON and as annotations on GitHub."""

from __future__ import annotations

import json

from components.i18n import catalogue
from components.i18n.problem_lines import as_github, as_json, as_text
from components.loading import Loaded, Problem
from tests.analysis.making import dossier, library

WORDS = catalogue("fi")
PROBLEMS = (
    Problem("strategies/kemi.yaml", 14, 5, "unknown-key", {"key": "sorce", "guess": "source"}),
    Problem("data/outcomes.csv", 2, 1, "wrong-value", {"found": "100 %\r\nvalmis"}),
)
BROKEN, CLEAN = Loaded(library(), PROBLEMS), Loaded(library(dossier("a")), ())


def test_text_is_a_line_a_problem_and_their_number() -> None:
    """Each line says file, line, column, code and message; the last counts them."""
    lines = as_text(BROKEN, WORDS).splitlines()
    assert lines[0] == (
        "strategies/kemi.yaml:14:5: unknown-key: tuntematon avain ”sorce” (tarkoititko ”source”?)"
    )
    assert lines[-1] == WORDS.count("check.found", 2)


def test_text_of_clean_files_says_so() -> None:
    """Without a problem there is one line that says there is none."""
    assert as_text(CLEAN, WORDS) == WORDS("check.clean") + "\n"


def test_json_holds_every_problem() -> None:
    """The list can be read by a program; without a problem it is empty."""
    rows = json.loads(as_json(BROKEN, WORDS))
    assert [(row["file"], row["line"], row["column"], row["code"]) for row in rows] == [
        ("strategies/kemi.yaml", 14, 5, "unknown-key"),
        ("data/outcomes.csv", 2, 1, "wrong-value"),
    ]
    assert rows[0]["message"].startswith("tuntematon avain")
    assert json.loads(as_json(CLEAN, WORDS)) == []


def test_notes_are_told_beside_clean_files() -> None:
    """What was read from a form of a spreadsheet is told in each form, and is no fault."""
    note = Problem("data/outcomes.csv", 1, 1, "table-separator", {"found": "@separator.semicolon"})
    noted = Loaded(library(), (), (note,))
    first, last = as_text(noted, WORDS).splitlines()
    assert first == (
        "data/outcomes.csv:1:1: note: table-separator: solut on erotettu puolipistein, ei "
        "pilkuin: ne luettiin niin"
    )
    assert last == WORDS("check.clean")
    assert json.loads(as_json(noted, WORDS))[0]["severity"] == "notice"
    assert as_github(noted, WORDS).startswith("::notice file=data/outcomes.csv,line=1,col=1,")


def test_github_gets_one_escaped_line_a_problem() -> None:
    """A message with per cent signs and line ends stays one command of the workflow."""
    lines = as_github(BROKEN, WORDS).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(
        "::error file=strategies/kemi.yaml,line=14,col=5,title=unknown-key::"
    )
    assert "100 %25%0D%0Avalmis" in lines[1]
    assert as_github(CLEAN, WORDS) == ""
