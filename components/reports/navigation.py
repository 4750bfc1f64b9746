"""How the reports are named and how one leads to another."""

from collections.abc import Iterable
from dataclasses import dataclass

from components.analysis.strategies.goals import goal_themes
from components.i18n import Catalogue
from components.model import Goal, Library
from components.phrases.gap_register import goal_in_words
from components.reports.places import HOME, Place, comparisons, goals_of, strategy_of_goal, way

MOST_LINKED = 40
"""More municipalities than this are found on the index alone."""


@dataclass(frozen=True)
class Link:
    """The name of a report and its relative address; none for the report that one is on."""

    label: str
    href: str | None
    is_official: bool = False


@dataclass(frozen=True)
class Group:
    """Links under a heading."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Guide:
    """Makes the links of one page."""

    library: Library
    here: Place
    words: Catalogue

    def link(self, place: Place) -> Link:
        """The link to a report in the same language."""
        language = self.words.language
        href = way(self.here.file(language), place.file(language))
        named = place.kind == "goal" and self._goal(place).name is not None
        return Link(self.label(place), None if place == self.here else href, named)

    def label(self, place: Place) -> str:
        """The name of a report among its kind."""
        if place.kind == "index":
            return self.words("reports.index")
        if place.kind == "theme":
            return self.words.local(self.library.themes[place.ids[0]].names)
        if place.kind == "goal":
            return goal_in_words(self._goal(place), self.words)
        return self.words.names([self._town(slug) for slug in place.ids])

    def crumbs(self) -> list[Link]:
        """The way from the index to here."""
        places = [HOME]
        if self.here.kind == "goal":
            places.append(Place("municipality", self.here.ids[:1]))
        return [self.link(place) for place in (*places, self.here)]

    def around(self) -> list[Group]:
        """The reports that lie near this one."""
        ids, kind = self.here.ids, self.here.kind
        towns, themes, pairs, goals = (
            self.towns,
            self.themes,
            list(comparisons(self.library, ids[0])),
            list[Place](),
        )
        if kind == "municipality":
            themes, goals = [], list(goals_of(self.library, ids[0]))
        if kind == "goal":
            goals = list(goals_of(self.library, ids[0]))
            spoken = goal_themes(self._goal(self.here))
            themes, towns, pairs = [Place("theme", (theme,)) for theme in spoken], [], []
        if kind == "comparison":
            towns = [Place("municipality", (slug,)) for slug in ids]
        if kind == "theme":
            pairs = []
        return self.groups(towns=towns, pairs=pairs, goals=goals, themes=themes)

    @property
    def towns(self) -> list[Place]:
        """Every municipality, unless they are too many for a page."""
        slugs = self.library.dossiers
        return [Place("municipality", (slug,)) for slug in slugs if len(slugs) <= MOST_LINKED]

    @property
    def themes(self) -> list[Place]:
        """Every theme, by its name."""
        places = [Place("theme", (theme,)) for theme in self.library.themes]
        return sorted(places, key=self.label)

    @property
    def pairs(self) -> list[Place]:
        """Every comparison that is listed."""
        return list(comparisons(self.library))

    def groups(self, **places: Iterable[Place]) -> list[Group]:
        """Links under the headings of their kind; a group without any is left out."""
        found = [
            Group(
                f"muut-{name}", self.words(f"reports.around.{name}"), tuple(map(self.link, group))
            )
            for name, group in places.items()
        ]
        return [group for group in found if group.links]

    def _town(self, slug: str) -> str:
        return self.words.local(self.library.dossiers[slug].municipality.name)

    def _goal(self, place: Place) -> Goal:
        slug, goal = place.ids
        strategy = strategy_of_goal(self.library, slug, goal)
        if strategy is None:
            raise LookupError(place.ids)
        return next(item for item in strategy.goals if item.id == goal)
