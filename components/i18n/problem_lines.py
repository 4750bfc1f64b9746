"""Problems as lines of text, as JSON and as annotations on GitHub."""

from __future__ import annotations

import json

from components.i18n.catalogue import Catalogue
from components.loading import Loaded, Problem


def as_text(loaded: Loaded, words: Catalogue) -> str:
    """One line a problem, `file:line:column: code: message`, and a line that counts them."""
    lines = [_line(problem, words) for problem in loaded.problems]
    if lines:
        lines.append(words.count("check.found", len(lines)))
    else:
        lines.append(words.count("check.clean", len(loaded.library.dossiers)))
    return "\n".join(lines) + "\n"


def _line(problem: Problem, words: Catalogue) -> str:
    return (
        f"{problem.file}:{problem.line}:{problem.column}: {problem.code}: {words.problem(problem)}"
    )


def as_json(loaded: Loaded, words: Catalogue) -> str:
    """A list of problems with file, line, column, code and message."""
    rows = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "message": words.problem(problem),
        }
        for problem in loaded.problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(loaded: Loaded, words: Catalogue) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    return "".join(
        f"::error file={problem.file},line={problem.line},col={problem.column},"
        f"title={problem.code}::{_escaped(words.problem(problem))}\n"
        for problem in loaded.problems
    )


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
