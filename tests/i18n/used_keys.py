"""Which keys of the catalogues the code and the templates use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import get_args

from jinja2 import nodes

from components import pages
from components.analysis.gaps.questions import QUESTIONS
from components.analysis.gaps.summary import GapKind
from components.analysis.gaps.unknown import KINDS as KINDS_UNKNOWN
from components.analysis.gaps.unknown import TURNS, WHYS
from components.analysis.indicators.comparability import OBSTACLES
from components.analysis.indicators.indicator_groups import GROUPS
from components.analysis.indicators.progress import STATES as INDICATOR_STATES
from components.analysis.indicators.progress import Trend
from components.analysis.projects.joint_projects import Standing
from components.analysis.projects.projects import STATES, Fact
from components.analysis.sentences.law import GOALS_OF_2030
from components.analysis.strategies.cycle import PHASES, DueState
from components.analysis.strategies.goal_progress import BASES
from components.analysis.strategies.trail import STAGES
from components.analysis.strategies.version_changes import COUNTED, Change, ChangeKind, TextKnown
from components.analysis.strategies.versions import PeriodState, choose
from components.cli.align import STATUSES
from components.exports.data.tables import tidy_tables
from components.exports.deck.markup import LABELS
from components.exports.handout.builder import SUBJECTS, HandoutBuilder, Selection
from components.exports.kinds import KINDS as HAND_OUTS
from components.exports.pdf.report import OWN_LABELS, SHARED_LABELS
from components.exports.xlsx.spreadsheet import sheets
from components.i18n import catalogue
from components.loading import CODES, NOTES, WARNINGS, faults
from components.model import Decision, Excuse, Programme, Source
from components.model.indicators import Basis, Direction
from components.model.tables import ObservationKind
from components.pages.aineisto import TABLES
from components.pages.haku import KINDS
from components.pages.saavutettavuus import TRIES
from components.pages.sections.indicator_panels import KEYS as KEYS_OF_PANELS
from components.pages.sections.indicator_states import NAMED
from components.pages.tavoitteet import OTHER_KINDS
from components.phrases.accessibility import CRITERIA
from components.phrases.accessibility import KNOWN as KNOWN_GAPS
from components.widgets.html import TEMPLATES
from tests.analysis.making import TODAY, fictional, real

COMPONENTS = Path(__file__).parents[2] / "components"
HOW_MANY = ("none", "some", "all")
MONEY = ("own_eur", "others_eur", "open_eur", "total_eur")
SUMS = (
    *("way", "no_way", "no_way_begun", "kept", "band"),
    *("trend", "trend_target", "one_value", "one_value_target"),
    *("not_comparable", "not_comparable_target", "no_data", "no_data_target"),
)
KEY = re.compile(r"([a-z_]+)(\.[a-z_-]*[a-z])+(?<!\.py)(?<!\.html)(?<!\.yaml)")
PATTERN = re.compile(r"([a-z_]+)\.[a-z_.-]*\{\}[a-z_.{}-]*")


def choices(record: type[Decision | Programme | Source], field: str) -> tuple[str, ...]:
    """The values that a field of a record may have."""
    return tuple(get_args(record.model_fields[field].annotation))


def in_workbook() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sheets of a workbook and the heads of their columns, with every sheet filled."""
    found = {}
    for library in (real(), fictional()):
        versions = tuple(choose(dossier, TODAY) for dossier in library.dossiers.values())
        for sheet in sheets(HandoutBuilder(library, Selection(versions, TODAY), catalogue("fi"))):
            found[sheet.key] = [column.key for column in sheet.columns]
    return tuple(found), tuple({key for keys in found.values() for key in keys})


def in_tidy_tables() -> tuple[str, ...]:
    """The names of the tidy tables."""
    versions = tuple(choose(dossier, TODAY) for dossier in fictional().dossiers.values())
    return tuple(tidy_tables(fictional(), Selection(versions, TODAY), catalogue("fi")))


SHEETS, HEADS = in_workbook()
MADE: dict[str, tuple[str, ...]] = {
    "accessibility.{}": (
        *("name", "address", "owner", "published", "reviewed"),
        *("unit", "email", "form", "contact"),
    ),
    "accessibility.judged.{}": ("full", "partial", "none"),
    "accessibility.gap.{}": tuple(gap for gap, _, _ in KNOWN_GAPS),
    "accessibility.gap_column.{}": ("what", "criterion", "excuse"),
    "accessibility.excuse.{}": get_args(Excuse),
    "accessibility.check.{}": tuple(CRITERIA),
    "accessibility.check_column.{}": ("check", "result"),
    "accessibility.try.{}": TRIES,
    "pdf.{}": OWN_LABELS,
    "handout.{}": SHARED_LABELS,
    "question.{}": QUESTIONS,
    "handout.column_{}": ("municipality", "strategy", "period", "decision"),
    "handout.indicator_{}": get_args(Basis),
    "command.{}": STATUSES,
    "page.{}": tuple(page.SLUG for page in pages.PAGES),
    "reports.around.{}": ("towns", "pairs", "goals", "themes"),
    "state.{}": STATES,
    "period_state.{}": get_args(PeriodState),
    "funding.{}": MONEY,
    "gap.{}": get_args(GapKind),
    "programme_kind.{}": ("strategy", *choices(Programme, "kind")),
    "decision.what.{}": choices(Decision, "what"),
    "source_kind.{}": choices(Source, "kind"),
    "kind.{}.one": KINDS,
    "kind.{}.many": OTHER_KINDS,
    "plan.fact_{}": get_args(Fact),
    "project.{}": ("name", "municipality", "responsible", "years", "money", "outcome"),
    "data.column_{}": ("title", "municipality", "kind", "date", "check"),
    "download.{}": TABLES,
    "join.{}": ("one", "two", "three", "four"),
    "notice.unknown_{}": ("kieli", "kunta"),
    "home.way_{}": ("compare", "explore", "present"),
    "home.way_{}_text": ("compare", "explore", "present"),
    "versions.{}": get_args(ChangeKind),
    "versions.{}s": get_args(ChangeKind),
    "versions.change.{}": get_args(Change),
    "versions.count_{}": COUNTED,
    "versions.text_{}": get_args(TextKnown),
    "trail.{}": tuple(f"{of}_{end}" for of in ("strategy", "project") for end in ("begin", "end")),
    "trail.stage.{}": STAGES,
    "trail.text_{}": get_args(TextKnown),
    "trail.column_{}": ("of", "day", "step", "body", "diary"),
    "cycle.phase.{}": PHASES,
    "cycle.when.{}": PHASES,
    "cycle.state.{}": get_args(DueState),
    "cycle.column_{}": ("duty", "to", "passed", "next"),
    "pairs.{}": ("confirmed", "suggested"),
    "problem.{}": (*CODES, *WARNINGS, *NOTES),
    "problem_extra.{}": ("guess", "allowed"),
    "sdg.goal.{}": tuple(map(str, GOALS_OF_2030)),
    "joint.standing_{}": get_args(Standing),
    "indicator_state.{}": INDICATOR_STATES,
    "trend.{}": (*get_args(Trend), "unknown"),
    "sum.{}": SUMS,
    "goal_progress.{}": BASES,
    "known.goals_{}": HOW_MANY,
    "known.projects_{}": HOW_MANY,
    "gap_register.kind.{}": KINDS_UNKNOWN,
    "server.{}.title": ("missing", "fault"),
    "server.{}.text": ("missing", "fault"),
    "gap_register.turn.{}": TURNS,
    "gap_register.why.{}": WHYS,
    "gap_register.step.{}": (*WHYS, "budget", "target_of_ours"),
    "gap_register.column_{}": ("what", "municipality", "kind", "goal", "next"),
    "indicator_group.{}": GROUPS,
    "indicators.basis.{}": get_args(Basis),
    "indicators.of_{}": (*get_args(Basis), "none"),
    "indicators.of_{}_note": (*get_args(Basis), "none"),
    "indicators.kind_{}": get_args(ObservationKind)[1:],
    "indicators.direction.{}": get_args(Direction),
    "indicators.named_{}": NAMED,
    "indicators.key_{}": KEYS_OF_PANELS,
    "indicators.column_{}": (
        *("indicator", "municipality", "basis", "baseline", "now", "target"),
        *("way", "time", "state"),
    ),
    "comparison.obstacle.{}": OBSTACLES,
    "method.state.{}": INDICATOR_STATES,
    "region.{}": ("lappi",),
    "expected.{}": (*faults.EXPECTED.values(), *faults.FORMS.values(), "url", "file_name"),
    "workbook.sheet_{}": ("about", "states", *SHEETS),
    "workbook.column_{}": HEADS,
    "workbook.about_{}": ("what", "whom", "data", "quotes", "unknown", "counts", "rights"),
    "workbook.kind_{}": get_args(ObservationKind),
    "tidy.{}": in_tidy_tables(),
    "iltakoulu.{}": LABELS,
    "iltakoulu.by_{}": SUBJECTS,
    "iltakoulu.chosen_{}": SUBJECTS,
    "iltakoulu.kind.{}": tuple(HAND_OUTS),
    "file_name.{}": tuple(kind.part for kind in HAND_OUTS.values() if kind.part),
}
"""Keys put together as the page is drawn, with all that can stand in the gap."""


def used_keys(known: AbstractSet[str]) -> set[str]:
    """Every key that the code or a template asks for; plural forms count as asked for."""
    groups = {key.partition(".")[0] for key in known}
    found = {*_in_python(), *_in_templates()}
    keys = {text.removeprefix("@") for text in found if _is(KEY, text.removeprefix("@"), groups)}
    patterns = {text for text in found if _is(PATTERN, text, groups)}
    unforeseen = sorted(patterns - set(MADE))
    if unforeseen:
        message = f"say in MADE what can stand in the gaps of {unforeseen}"
        raise AssertionError(message)
    keys |= {pattern.format(value) for pattern in patterns for value in MADE[pattern]}
    keys |= found & known
    return {form for key in keys for form in _forms(key, known)}


def _is(form: re.Pattern[str], text: str, groups: AbstractSet[str]) -> bool:
    match = form.fullmatch(text)
    return match is not None and match[1] in groups


def _forms(key: str, known: AbstractSet[str]) -> set[str]:
    """A key, or its plural forms when it has them."""
    return {f"{key}.one", f"{key}.other"} if f"{key}.other" in known else {key}


def _in_python() -> Iterator[str]:
    """Every text of the code, with {} for what is put in as it runs."""
    for file in sorted(COMPONENTS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                )


def _in_templates() -> Iterator[str]:
    """Every text inside the marks of a template, with {} for what is put in as it is drawn."""
    for file in sorted(COMPONENTS.rglob("templates/*.html")):
        tree = TEMPLATES.parse(file.read_text(encoding="utf-8"))
        for constant in tree.find_all(nodes.Const):
            if isinstance(constant.value, str):
                yield constant.value
        for concat in tree.find_all(nodes.Concat):
            yield "".join(
                str(part.value) if isinstance(part, nodes.Const) else "{}" for part in concat.nodes
            )
