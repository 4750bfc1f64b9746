"""What each report says: the sections of a hand-out, chosen for one subject."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from components.analysis.gaps.questions import questions
from components.analysis.sentences.compare import sentences_of
from components.analysis.strategies.versions import Version, choose
from components.exports.handout import figure_sections, strategy_sections
from components.exports.handout.builder import HandoutBuilder, Selection
from components.exports.handout.outline import handout, whole_of
from components.exports.handout.records import Handout, Section
from components.i18n import Catalogue
from components.model import Library
from components.phrases.gap_register import goal_in_words
from components.reports.places import Place, strategy_of_goal

MOST_NAMED = 4
"""More municipalities than this are counted in a description."""


@dataclass(frozen=True)
class Report:
    """A report: what stands above its title, and all that it says.

    `plain` says that it is of one subject: its sections need no heading above them.
    """

    place: Place
    kicker: str
    whole: Handout
    plain: bool = False

    @property
    def title(self) -> str:
        """The title that names it among all pages."""
        return f"{self.whole.title} – {self.kicker}" if self.plain else self.whole.title


def report(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    """The report of a place that exists."""
    made: dict[str, Callable[..., Report]] = {
        "municipality": _municipality,
        "comparison": _comparison,
        "theme": _theme,
        "goal": _goal,
    }
    return made[place.kind](library, place, words, today)


def _municipality(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    (slug,) = place.ids
    builder = HandoutBuilder(
        library, Selection((choose(library.dossiers[slug], today),), today, "goal"), words
    )
    name = builder.names[slug]
    sections = [
        _alone(strategy_sections.opening(builder), words),
        *_visions(builder),
        *(_alone(section, words) for section in strategy_sections.values(builder)),
        *strategy_sections.goals(builder),
        *figure_sections.indicators(builder),
        *figure_sections.projects(builder),
        *figure_sections.gaps(builder),
    ]
    whole = whole_of(
        builder,
        words("reports.municipality_title", name=name),
        words("reports.municipality_description", name=name),
        sections,
        questions(library, builder.selection.versions, today),
    )
    return Report(place, words("reports.municipality"), whole)


def _alone(section: Section, words: Catalogue) -> Section:
    """A section that is made for several, in the words for one."""
    if section.kind == "values":
        return replace(section, title=words("reports.values"))
    tables = (replace(table, caption=words("reports.version")) for table in section.tables)
    return replace(section, tables=tuple(tables))


def _visions(builder: HandoutBuilder) -> list[Section]:
    said = sentences_of(builder.selection.versions, "vision", "mission")
    if not any(said.values()):
        return []
    voices = builder.voices(said, builder.words("handout.silent"))
    return [builder.section("visio", "values", builder.words("reports.visions"), voices=voices)]


def _comparison(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    versions = tuple(choose(library.dossiers[slug], today) for slug in place.ids)
    whole = handout(library, Selection(versions, today), words)
    return Report(place, words("reports.comparison"), whole)


def _theme(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    name = words.local(library.themes[place.ids[0]].names)
    versions = tuple(choose(dossier, today) for dossier in library.dossiers.values())
    builder = HandoutBuilder(library, Selection(versions, today, "theme", place.ids), words)
    sections = [_of_theme(section, builder) for section in strategy_sections.themes(builder)]
    said = words("reports.theme_description", name=name, names=_whose(builder))
    whole = whole_of(
        builder, name, said if sections else words("reports.theme_unspoken"), sections
    )
    return Report(place, words("reports.theme"), whole, plain=True)


def _of_theme(section: Section, builder: HandoutBuilder) -> Section:
    """The words of a theme, without the sentences that send the reader to a figure elsewhere."""
    most = max(map(len, builder.progress.values()), default=0)
    elsewhere = {
        builder.words.count("handout.indicators_apart", count) for count in range(1, most + 1)
    }
    voices = tuple(
        replace(voice, lines=tuple(line for line in voice.lines if line not in elsewhere))
        for voice in section.voices
    )
    return replace(section, title=builder.words("reports.said"), kicker="", voices=voices)


def _goal(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    slug, goal_id = place.ids
    held = strategy_of_goal(library, slug, goal_id)
    if held is None:
        raise LookupError(place.ids)
    own = choose(library.dossiers[slug], today, held.id)
    versions = (own, *_answering(library, own, goal_id, today))
    builder = HandoutBuilder(
        library, Selection(versions, today, "goal", ("/".join(place.ids),)), words
    )
    (section,) = strategy_sections.goals(builder)
    goal = next(item for item in own.strategy.goals if item.id == goal_id)
    name = goal_in_words(goal, words)
    whole = whole_of(
        builder,
        name,
        words(
            "reports.goal_description",
            goal=name,
            name=builder.names[slug],
            strategy=own.strategy.title,
        ),
        [replace(section, title=words("reports.said"), kicker="")],
    )
    return Report(place, words("handout.kicker_goal", name=builder.names[slug]), whole, plain=True)


def _answering(library: Library, own: Version, goal_id: str, today: date) -> Iterable[Version]:
    """Those who have a sentence that is confirmed to pair with one of the goal's."""
    goal = next(item for item in own.strategy.goals if item.id == goal_id)
    keys = {f"{own.slug}/{name}" for name in (goal.id, *(item.id for item in goal.statements))}
    slugs = {
        other.partition("/")[0]
        for item in library.alignments
        if item.status == "confirmed"
        for key, other in ((item.a, item.b), (item.b, item.a))
        if key in keys
    }
    return [
        choose(dossier, today)
        for slug, dossier in library.dossiers.items()
        if slug in slugs - {own.slug}
    ]


def _whose(builder: HandoutBuilder) -> str:
    """Whose words these are; of many the number alone."""
    names = list(builder.names.values())
    many = len(names) > MOST_NAMED
    return builder.words.count("reports.towns", len(names)) if many else builder.words.names(names)
