"""The sections of a hand-out that follow the words: opening, values, a theme, a goal."""

from collections.abc import Iterable, Iterator, Sequence
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
from components.exports.handout.builder import HandoutBuilder
from components.exports.handout.records import Section, Table
from components.model import Decision, Goal
from components.phrases.gap_register import goal_in_words
from components.phrases.questions import question_in_words


def opening(builder: HandoutBuilder) -> Section:
    """Who is looked at: the version, its period, the decision that it rests on."""
    words = builder.words
    columns = ("municipality", "strategy", "period", "decision")
    return builder.section(
        "alku",
        "opening",
        words("handout.opening"),
        tables=(
            Table(
                caption=words("handout.versions"),
                columns=tuple(words(f"handout.column_{name}") for name in columns),
                rows=tuple(
                    _version_row(builder, version) for version in builder.selection.versions
                ),
            ),
        ),
        lines=tuple(
            line for version in builder.selection.versions for line in _others(builder, version)
        ),
    )


def _others(builder: HandoutBuilder, version: Version) -> Iterator[str]:
    """What a reader must know of the other versions: one that we have not read, those to come."""
    name, newer = builder.names[version.slug], version.newer_without_text
    if newer:
        yield builder.words("handout.newer", name=name, title=newer.title)
    for coming in version.coming:
        period = builder.words.period(coming.period)
        yield builder.words("version.coming", name=name, title=coming.title, period=period)


def _version_row(builder: HandoutBuilder, version: Version) -> tuple[str, ...]:
    words, strategy = builder.words, version.strategy
    state = period_state(strategy, builder.selection.today)
    decision = adoption(builder.library.dossiers[version.slug], strategy)
    return (
        builder.names[version.slug],
        strategy.title,
        f"{words.period(strategy.period)} ({words(f'period_state.{state}')})",
        _decided(builder, decision) if decision else words("handout.no_decision"),
    )


def _decided(builder: HandoutBuilder, decision: Decision) -> str:
    section = f" § {decision.section}" if decision.section else ""
    return f"{decision.body} {builder.words.day(decision.date)}{section}"


def values(builder: HandoutBuilder) -> list[Section]:
    """The values side by side, and which of them are shared by name."""
    words, versions = builder.words, builder.selection.versions
    said = sentences_of(versions, "value")
    if not any(said.values()):
        return []
    shared = [
        builder.named(next(iter(row.held.values())))
        for row in compare_values(versions)
        if row.shared
    ]
    lines = []
    if len(said) > 1:
        lines.append(
            words("handout.shared_values", names=words.names(shared))
            if shared
            else words("handout.no_shared_values")
        )
    voices = builder.voices(said, words("handout.no_values"))
    return [
        builder.section(
            "arvot", "values", words("handout.values"), voices=voices, lines=tuple(lines)
        )
    ]


def themes(builder: HandoutBuilder) -> list[Section]:
    """A section for each chosen theme: the words of each, projects and indicators."""
    rows = {row.theme: row for row in compare_themes(builder.library, builder.selection.versions)}
    return [_theme(builder, rows[theme]) for theme in _as_chosen(builder, rows)]


def _as_chosen(builder: HandoutBuilder, found: Iterable[str]) -> list[str]:
    """What there is of what is chosen, in the order chosen; all of it if nothing is chosen."""
    there = list(found)
    return [one for one in dict.fromkeys(builder.selection.chosen or there) if one in there]


def _theme(builder: HandoutBuilder, row: ThemeRow) -> Section:
    voices = builder.voices(row.said, builder.words("handout.silent"))
    return builder.section(
        f"teema-{row.theme}",
        "theme",
        builder.words.local(builder.library.themes[row.theme].names),
        kicker=_speakers(builder, row.speakers),
        voices=tuple(
            replace(voice, lines=tuple(_standing_of_theme(builder, voice.slug, row.theme)))
            for voice in voices
        ),
        questions=_asked(builder, _alone(builder, row)),
    )


def _alone(builder: HandoutBuilder, row: ThemeRow) -> list[Question]:
    if len(row.speakers) > 1 or len(builder.selection.slugs) == 1:
        return []
    return [Question("theme_alone", row.speakers[0], themes=(row.theme,))]


def _asked(builder: HandoutBuilder, found: Sequence[Question]) -> tuple[str, ...]:
    return tuple(question_in_words(item, builder.library, builder.words) for item in found)


def _speakers(builder: HandoutBuilder, speakers: Sequence[str]) -> str:
    if len(builder.selection.slugs) == 1:
        return builder.words("handout.kicker_theme")
    if len(speakers) == len(builder.selection.slugs):
        return builder.words("handout.kicker_all")
    names = builder.words.names([builder.names[slug] for slug in speakers])
    return builder.words("handout.kicker_some", names=names)


def _standing_of_theme(builder: HandoutBuilder, slug: str, theme: str) -> list[str]:
    """How the projects of a theme stand, and the indicators of the goals that speak of it."""
    own = [
        row["state"]
        for row in builder.project_rows
        if row["municipality"] == slug and theme in row["themes"]
    ]
    strategy = builder.selection.versions[builder.selection.slugs.index(slug)].strategy
    goals = {
        goal.id
        for goal in strategy.goals
        if theme in goal.themes or any(theme in item.themes for item in goal.statements)
    }
    tied = [item for item in builder.progress[slug] if goals & set(item.indicator.goals)]
    adopted = [item for item in tied if item.indicator.basis == "adopted"]
    lines = builder.project_line(own) + builder.indicator_lines(adopted)
    if others := len(tied) - len(adopted):  # not of the strategy: told once, under the figures
        lines.append(builder.words.count("handout.indicators_apart", others))
    return lines


def goals(builder: HandoutBuilder) -> list[Section]:
    """A section for each chosen goal: its words, what answers to them, how it is going."""
    branches = {
        f"{version.slug}/{branch.goal.id}": (version.slug, branch)
        for version in builder.selection.versions
        for branch in goal_tree(builder.library, version.slug, version.strategy)
    }
    return [_goal(builder, *branches[goal]) for goal in _as_chosen(builder, branches)]


def _goal(builder: HandoutBuilder, slug: str, branch: Branch) -> Section:
    words = builder.words
    states = [
        item.standing.state(builder.selection.today)
        for item in branch.carriers
        if item.standing and item.basis == "stated"
    ]
    lines = builder.project_line(states) + builder.indicator_lines(
        [item for item in builder.progress[slug] if branch.goal.id in item.indicator.goals]
    )
    answers = _answers(builder, branch)
    return builder.section(
        f"paamaara-{slug}-{branch.goal.id}",
        "goal",
        goal_in_words(branch.goal, words),
        kicker=words("handout.kicker_goal", name=builder.names[slug]),
        voices=(
            builder.voice(slug, branch.statements, words("handout.name_only"), lines),
            *(
                builder.voice(other, answers[other], words("handout.no_pair"))
                for other in builder.selection.slugs
                if other != slug
            ),
        ),
        questions=_asked(builder, _unmeasured(builder, slug, branch.goal)),
    )


def _unmeasured(builder: HandoutBuilder, slug: str, goal: Goal) -> list[Question]:
    """The question of a goal that no indicator of the municipality's own serves."""
    gaps = tuple(
        item
        for item in builder.gaps
        if item.kind == "goal_without_indicator" and item.slug == slug and item.about == goal
    )
    return [Question("measure", slug, gaps=gaps)] if gaps else []


def _answers(builder: HandoutBuilder, branch: Branch) -> dict[str, list[Sentence]]:
    """The sentences of the others that are confirmed to pair with those of a goal."""
    own = {item.key for item in branch.statements}
    others = {there for pair in builder.pairs for here, there in (pair, pair[::-1]) if here in own}
    return {
        slug: [item for item in sentences(builder.library.dossiers[slug]) if item.key in others]
        for slug in builder.selection.slugs
    }
