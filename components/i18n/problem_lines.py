"""Problems as lines of text, as JSON and as annotations on GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from components.i18n.catalogue import Catalogue
from components.loading import Loaded, Problem


def as_text(loaded: Loaded, words: Catalogue, warnings: Sequence[Problem] = ()) -> str:
    """One line a problem, `file:line:column: code: message`, and a line that counts them."""
    lines = [_line(problem, problem.code, words) for problem in loaded.problems]
    lines += [_line(warning, f"warning: {warning.code}", words) for warning in warnings]
    lines += [_line(note, f"note: {note.code}", words) for note in loaded.notes]
    if warnings:
        lines.append(words.count("check.warned", len(warnings)))
    if loaded.problems:
        lines.append(words.count("check.found", len(loaded.problems)))
    else:
        lines.append(words("check.clean"))
    return "\n".join(lines) + "\n"


def _line(problem: Problem, kind: str, words: Catalogue) -> str:
    return f"{problem.file}:{problem.line}:{problem.column}: {kind}: {words.problem(problem)}"


def as_json(loaded: Loaded, words: Catalogue, warnings: Sequence[Problem] = ()) -> str:
    """A list of problems with file, line, column, code, severity and message."""
    rows = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": severity,
            "message": words.problem(problem),
        }
        for severity, problem in _with_severity(loaded, warnings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(loaded: Loaded, words: Catalogue, warnings: Sequence[Problem] = ()) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    return "".join(
        f"::{severity} file={problem.file},line={problem.line},col={problem.column},"
        f"title={problem.code}::{_escaped(words.problem(problem))}\n"
        for severity, problem in _with_severity(loaded, warnings)
    )


def _with_severity(loaded: Loaded, warnings: Sequence[Problem]) -> Iterator[tuple[str, Problem]]:
    yield from (("error", problem) for problem in loaded.problems)
    yield from (("warning", warning) for warning in warnings)
    yield from (("notice", note) for note in loaded.notes)


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
