"""What each report says: the sections of a hand-out, chosen for one subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from components.analysis.data_id import data_day, data_id
from components.analysis.gaps.questions import questions
from components.analysis.sentences.compare import sentences_of
from components.analysis.strategies.versions import Version, choose
from components.exports.handout import figure_sections, strategy_sections
from components.exports.handout.builder import Desk, Wish
from components.exports.handout.outline import handout
from components.exports.handout.records import Handout, Section
from components.i18n import Catalogue
from components.model import Library
from components.phrases.gap_register import goal_in_words
from components.phrases.questions import question_in_words
from components.reports.places import Place, version_of_goal

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
    desk = Desk(library, Wish((choose(library.dossiers[slug]),), today, "goal"), words)
    name = desk.names[slug]
    sections = [
        _alone(strategy_sections.opening(desk), words),
        *_visions(desk),
        *(_alone(section, words) for section in strategy_sections.values(desk)),
        *strategy_sections.goals(desk),
        *figure_sections.indicators(desk),
        *figure_sections.projects(desk),
        *figure_sections.gaps(desk),
    ]
    asked = questions(library, desk.wish.versions, today)
    whole = _whole(
        desk,
        words("reports.municipality_title", name=name),
        words("reports.municipality_description", name=name),
        sections,
        [question_in_words(item, library, words) for item in asked],
    )
    return Report(place, words("reports.municipality"), whole)


def _alone(section: Section, words: Catalogue) -> Section:
    """A section that is made for several, in the words for one."""
    if section.kind == "values":
        return replace(section, title=words("reports.values"))
    tables = (replace(table, caption=words("reports.version")) for table in section.tables)
    return replace(section, tables=tuple(tables))


def _visions(desk: Desk) -> list[Section]:
    said = sentences_of(desk.wish.versions, "vision", "mission")
    if not any(said.values()):
        return []
    voices = desk.voices(said, desk.words("handout.silent"))
    return [desk.section("visio", "values", desk.words("reports.visions"), voices=voices)]


def _comparison(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    versions = tuple(choose(library.dossiers[slug]) for slug in place.ids)
    whole = handout(library, Wish(versions, today), words)
    return Report(place, words("reports.comparison"), whole)


def _theme(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    name = words.local(library.themes[place.ids[0]].names)
    versions = tuple(choose(dossier) for dossier in library.dossiers.values())
    desk = Desk(library, Wish(versions, today, "theme", place.ids), words)
    sections = [_of_theme(section, desk) for section in strategy_sections.themes(desk)]
    said = words("reports.theme_description", name=name, names=_whose(desk))
    whole = _whole(desk, name, said if sections else words("reports.theme_unspoken"), sections)
    return Report(place, words("reports.theme"), whole, plain=True)


def _of_theme(section: Section, desk: Desk) -> Section:
    """The words of a theme, without the sentences that send the reader to a figure elsewhere."""
    most = max(map(len, desk.progress.values()), default=0)
    elsewhere = {
        desk.words.count("handout.indicators_apart", count) for count in range(1, most + 1)
    }
    voices = tuple(
        replace(voice, lines=tuple(line for line in voice.lines if line not in elsewhere))
        for voice in section.voices
    )
    return replace(section, title=desk.words("reports.said"), kicker="", voices=voices)


def _goal(library: Library, place: Place, words: Catalogue, today: date) -> Report:
    slug, goal_id = place.ids
    own = version_of_goal(library, slug, goal_id)
    if own is None:
        raise LookupError(place.ids)
    versions = (own, *_answering(library, own, goal_id))
    desk = Desk(library, Wish(versions, today, "goal", ("/".join(place.ids),)), words)
    (section,) = strategy_sections.goals(desk)
    goal = next(item for item in own.strategy.goals if item.id == goal_id)
    name = goal_in_words(goal, words)
    whole = _whole(
        desk,
        name,
        words(
            "reports.goal_description",
            goal=name,
            name=desk.names[slug],
            strategy=own.strategy.title,
        ),
        [replace(section, title=words("reports.said"), kicker="")],
    )
    return Report(place, words("handout.kicker_goal", name=desk.names[slug]), whole, plain=True)


def _answering(library: Library, own: Version, goal_id: str) -> Iterable[Version]:
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
        choose(library.dossiers[slug]) for slug in library.dossiers if slug in slugs - {own.slug}
    ]


def _whose(desk: Desk) -> str:
    """Whose words these are; of many the number alone."""
    names = list(desk.names.values())
    many = len(names) > MOST_NAMED
    return desk.words.count("reports.towns", len(names)) if many else desk.words.names(names)


def _whole(
    desk: Desk,
    title: str,
    description: str,
    sections: Sequence[Section],
    asked: Sequence[str] = (),
) -> Handout:
    """The sections as a hand-out, with the sources that they cite."""
    day = data_day(desk.library, desk.wish.slugs) or desk.wish.today
    return Handout(
        language=desk.words.language,
        title=title,
        description=description,
        names=tuple(desk.names.values()),
        places=tuple(desk.places.values()),
        slugs=desk.wish.slugs,
        data_id=data_id(desk.library, desk.wish.slugs),
        day=desk.words.day(day),
        iso_day=day.isoformat(),
        sections=tuple(sections),
        questions=tuple(asked),
        sources=tuple(desk.cited.values()),
    )
