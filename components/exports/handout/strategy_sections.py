"""The sections of a hand-out that follow the words: opening, values, a theme, a goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from components.analysis.gaps.questions import Question
from components.analysis.sentences.compare import (
    ThemeRow,
    compare_themes,
    compare_values,
    sentences_of,
)
from components.analysis.sentences.sentences import Sentence, sentences
from components.analysis.strategies.goals import Branch, goal_tree
from components.analysis.strategies.versions import Version, adoption, period_state
from components.exports.handout.builder import Desk
from components.exports.handout.records import Section, Table
from components.model import Decision, Goal
from components.phrases.gap_register import goal_in_words
from components.phrases.questions import question_in_words


def opening(desk: Desk) -> Section:
    """Who is looked at: the version, its period, the decision that it rests on."""
    words = desk.words
    columns = ("municipality", "strategy", "period", "decision")
    return desk.section(
        "alku",
        "opening",
        words("handout.opening"),
        tables=(
            Table(
                caption=words("handout.versions"),
                columns=tuple(words(f"handout.column_{name}") for name in columns),
                rows=tuple(_version_row(desk, version) for version in desk.wish.versions),
            ),
        ),
        lines=tuple(
            words(
                "handout.newer",
                name=desk.names[version.slug],
                title=version.newer_without_text.title,
            )
            for version in desk.wish.versions
            if version.newer_without_text
        ),
    )


def _version_row(desk: Desk, version: Version) -> tuple[str, ...]:
    words, strategy = desk.words, version.strategy
    state = period_state(strategy, desk.wish.today)
    decision = adoption(desk.library.dossiers[version.slug], strategy)
    return (
        desk.names[version.slug],
        strategy.title,
        f"{words.period(strategy.period)} ({words(f'period_state.{state}')})",
        _decided(desk, decision) if decision else words("handout.no_decision"),
    )


def _decided(desk: Desk, decision: Decision) -> str:
    section = f" § {decision.section}" if decision.section else ""
    return f"{decision.body} {desk.words.day(decision.date)}{section}"


def values(desk: Desk) -> list[Section]:
    """The values side by side, and which of them are shared by name."""
    words, versions = desk.words, desk.wish.versions
    said = sentences_of(versions, "value")
    if not any(said.values()):
        return []
    shared = [
        desk.named(next(iter(row.held.values()))) for row in compare_values(versions) if row.shared
    ]
    lines = []
    if len(said) > 1:
        lines.append(
            words("handout.shared_values", names=words.names(shared))
            if shared
            else words("handout.no_shared_values")
        )
    voices = desk.voices(said, words("handout.no_values"))
    return [
        desk.section("arvot", "values", words("handout.values"), voices=voices, lines=tuple(lines))
    ]


def themes(desk: Desk) -> list[Section]:
    """A section for each chosen theme: the words of each, projects and indicators."""
    rows = {row.theme: row for row in compare_themes(desk.library, desk.wish.versions)}
    return [_theme(desk, rows[theme]) for theme in _as_chosen(desk, rows)]


def _as_chosen(desk: Desk, found: Iterable[str]) -> list[str]:
    """What there is of what is chosen, in the order chosen; all of it if nothing is chosen."""
    there = list(found)
    return [one for one in dict.fromkeys(desk.wish.chosen or there) if one in there]


def _theme(desk: Desk, row: ThemeRow) -> Section:
    voices = desk.voices(row.said, desk.words("handout.silent"))
    return desk.section(
        f"teema-{row.theme}",
        "theme",
        desk.words.local(desk.library.themes[row.theme].names),
        kicker=_speakers(desk, row.speakers),
        voices=tuple(
            replace(voice, lines=tuple(_standing_of_theme(desk, voice.slug, row.theme)))
            for voice in voices
        ),
        questions=_asked(desk, _alone(desk, row)),
    )


def _alone(desk: Desk, row: ThemeRow) -> list[Question]:
    if len(row.speakers) > 1 or len(desk.wish.slugs) == 1:
        return []
    return [Question("theme_alone", row.speakers[0], themes=(row.theme,))]


def _asked(desk: Desk, found: Sequence[Question]) -> tuple[str, ...]:
    return tuple(question_in_words(item, desk.library, desk.words) for item in found)


def _speakers(desk: Desk, speakers: Sequence[str]) -> str:
    if len(desk.wish.slugs) == 1:
        return desk.words("handout.kicker_theme")
    if len(speakers) == len(desk.wish.slugs):
        return desk.words("handout.kicker_all")
    names = desk.words.names([desk.names[slug] for slug in speakers])
    return desk.words("handout.kicker_some", names=names)


def _standing_of_theme(desk: Desk, slug: str, theme: str) -> list[str]:
    """How the projects of a theme stand, and the indicators of the goals that speak of it."""
    own = [
        row["state"]
        for row in desk.project_rows
        if row["municipality"] == slug and theme in row["themes"]
    ]
    strategy = desk.wish.versions[desk.wish.slugs.index(slug)].strategy
    goals = {
        goal.id
        for goal in strategy.goals
        if theme in goal.themes or any(theme in item.themes for item in goal.statements)
    }
    tied = [item for item in desk.progress[slug] if goals & set(item.indicator.goals)]
    adopted = [item for item in tied if item.indicator.basis == "adopted"]
    lines = desk.project_line(own) + desk.indicator_lines(adopted)
    if others := len(tied) - len(adopted):  # not of the strategy: told once, under the figures
        lines.append(desk.words.count("handout.indicators_apart", others))
    return lines


def goals(desk: Desk) -> list[Section]:
    """A section for each chosen goal: its words, what answers to them, how it is going."""
    branches = {
        f"{version.slug}/{branch.goal.id}": (version.slug, branch)
        for version in desk.wish.versions
        for branch in goal_tree(desk.library, version.slug, version.strategy)
    }
    return [_goal(desk, *branches[goal]) for goal in _as_chosen(desk, branches)]


def _goal(desk: Desk, slug: str, branch: Branch) -> Section:
    words = desk.words
    states = [
        item.standing.state(desk.wish.today)
        for item in branch.carriers
        if item.standing and item.basis == "stated"
    ]
    lines = desk.project_line(states) + desk.indicator_lines(
        [item for item in desk.progress[slug] if branch.goal.id in item.indicator.goals]
    )
    answers = _answers(desk, branch)
    return desk.section(
        f"paamaara-{slug}-{branch.goal.id}",
        "goal",
        goal_in_words(branch.goal, words),
        kicker=words("handout.kicker_goal", name=desk.names[slug]),
        voices=(
            desk.voice(slug, branch.statements, words("handout.name_only"), lines),
            *(
                desk.voice(other, answers[other], words("handout.no_pair"))
                for other in desk.wish.slugs
                if other != slug
            ),
        ),
        questions=_asked(desk, _unmeasured(desk, slug, branch.goal)),
    )


def _unmeasured(desk: Desk, slug: str, goal: Goal) -> list[Question]:
    """The question of a goal that no indicator of the municipality's own serves."""
    gaps = tuple(
        item
        for item in desk.gaps
        if item.kind == "goal_without_indicator" and item.slug == slug and item.about == goal
    )
    return [Question("measure", slug, gaps=gaps)] if gaps else []


def _answers(desk: Desk, branch: Branch) -> dict[str, list[Sentence]]:
    """The sentences of the others that are confirmed to pair with those of a goal."""
    own = {item.key for item in branch.statements}
    others = {there for pair in desk.pairs for here, there in (pair, pair[::-1]) if here in own}
    return {
        slug: [item for item in sentences(desk.library.dossiers[slug]) if item.key in others]
        for slug in desk.wish.slugs
    }
