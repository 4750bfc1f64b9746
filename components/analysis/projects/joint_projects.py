"""Projects in which several municipalities take part, as planned and as a register tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import pandas as pd

from components.analysis.per_library import cached_per_library
from components.analysis.sentences.compare import compare_themes
from components.analysis.sentences.sentences import Sentence, plan_sentence, sentence
from components.analysis.strategies.versions import Version
from components.model import Dossier, Library, Project, ProjectFunding

Standing = Literal["both", "dropped", "joined", "named"]
"""In plan and register; in the plan alone; in the register alone; only one of them is known."""
LEAST = 2


@dataclass(frozen=True)
class Participant:
    """A municipality in a project; `slug` when its own file is in the library."""

    name: str
    slug: str | None
    lead: bool
    standing: Standing
    planned_eur: Decimal | None = None
    register_eur: Decimal | None = None
    share_year: int | None = None


@dataclass(frozen=True)
class JointProject:
    """A project of several municipalities as one of them tells it.

    `others` are the organisations named that are not known municipalities.
    """

    slug: str
    project: Project
    sentence: Sentence
    plan: Sentence | None
    funding: ProjectFunding | None
    participants: tuple[Participant, ...]
    others: tuple[str, ...]

    @property
    def start(self) -> str | None:
        """When it began: the municipality's own word, or else the register's."""
        own = self.project.period
        return own.start if own else self.funding.start if self.funding else None

    @property
    def end(self) -> str | None:
        """When it ended, likewise."""
        own = self.project.period
        return own.end if own else self.funding.end if self.funding else None

    @property
    def slugs(self) -> tuple[str, ...]:
        """The participants whose own files are in the library and who did not drop out."""
        return tuple(
            one.slug for one in self.participants if one.slug and one.standing != "dropped"
        )


def joint_projects(library: Library, slugs: Sequence[str]) -> list[JointProject]:
    """The joint projects that any of the municipalities takes, or was to take, part in.

    One that two municipalities tell of under the same number of a register is there as each
    tells it: what they say may differ.
    """
    return [
        joint for joint in _every(library) if any(one.slug in slugs for one in joint.participants)
    ]


@cached_per_library(1)
def _every(library: Library) -> tuple[JointProject, ...]:
    """All joint projects; found once, since every municipality may tell of any other."""
    known = _known(library)
    funding = {(row.municipality_code, row.project): row for row in library.funding}
    return tuple(
        joint
        for dossier in library.dossiers.values()
        for project in dossier.projects
        if (joint := _joint(known, dossier, project, funding.get((dossier.code, project.id))))
    )


def _known(library: Library) -> dict[str, tuple[str, str | None]]:
    """The names by which a municipality may be called: its own name and slug, if it has a file."""
    slug_of = library.slug_of_code
    names: dict[str, tuple[str, str | None]] = {}
    for row in library.region:
        for called in _called(row.name_fi, row.name_sv):
            names[called] = (row.name_fi, slug_of.get(row.code))
    for slug, dossier in library.dossiers.items():
        name = dossier.municipality.name
        for called in _called(name.fi, name.sv or name.fi):
            names[called] = (name.fi, slug)
    return names


def _called(finnish: str, swedish: str) -> Iterator[str]:
    """A name as it stands and as "Posion kunta", "Kemijärven kaupunki", "Torneå stad"."""
    for name in (finnish, swedish):
        yield name.casefold()
    for genitive in (f"{finnish}n", f"{finnish[:-1]}en"):
        for kind in ("kunta", "kaupunki"):
            yield f"{genitive} {kind}".casefold()
    for kind in ("kommun", "stad"):
        yield f"{swedish} {kind}".casefold()


def _joint(
    known: Mapping[str, tuple[str, str | None]],
    dossier: Dossier,
    project: Project,
    funding: ProjectFunding | None,
) -> JointProject | None:
    """The project, when it has two municipalities or more."""
    plan = project.plan
    planned = {one.name: one.role == "lead" for one in plan.partners} if plan else {}
    register = _in_register(funding)
    named = list(dict.fromkeys([*planned, *register]))
    municipalities: dict[str, list[str]] = {}
    for name in named:
        if name.casefold() in known:
            municipalities.setdefault(known[name.casefold()][0], []).append(name)
    own = known[dossier.municipality.name.fi.casefold()][0]
    municipalities.setdefault(own, [])
    if len(municipalities) < LEAST:
        return None
    participants = []
    for name, called in municipalities.items():
        slug = known[name.casefold()][1]
        tells = slug == dossier.slug
        participants.append(
            Participant(
                name,
                slug,
                lead=any(planned.get(one) or register.get(one) for one in called),
                standing=_standing(called, planned, register),
                planned_eur=Decimal(plan.share_eur)
                if tells and plan and plan.share_eur is not None
                else None,
                register_eur=funding.share_eur if tells and funding else None,
                share_year=funding.share_year if tells and funding else None,
            )
        )
    return JointProject(
        dossier.slug,
        project,
        sentence(dossier.slug, "project", project, None),
        plan_sentence(dossier.slug, project, plan) if plan else None,
        funding,
        tuple(sorted(participants, key=lambda one: not one.lead)),
        tuple(name for name in named if name.casefold() not in known),
    )


def _in_register(funding: ProjectFunding | None) -> dict[str, bool]:
    """Who takes part by the register and who leads; nobody where it names the lead alone."""
    if funding is None or funding.partners is None:
        return {}
    lead = {funding.lead: True} if funding.lead else {}
    return lead | {
        name: False for part in funding.partners.split(";") if (name := part.strip()) not in lead
    }


def _standing(
    called: Sequence[str], planned: Mapping[str, bool], register: Mapping[str, bool]
) -> Standing:
    """Where a municipality is named. Who is missing from a list that is not known did not drop."""
    in_plan = any(name in planned for name in called)
    in_register = any(name in register for name in called)
    if in_plan and in_register:
        return "both"
    if in_plan and register:
        return "dropped"
    return "joined" if in_register and planned else "named"


def themes_without_joint(library: Library, versions: Sequence[Version]) -> list[str]:
    """The themes that all compared municipalities speak of and no joint project of theirs has.

    A project counts when two of the compared municipalities take part in it.
    """
    slugs = [version.slug for version in versions]
    if len(slugs) < LEAST:
        return []
    covered = {
        theme
        for joint in joint_projects(library, slugs)
        if len(set(joint.slugs) & set(slugs)) >= LEAST
        for theme in joint.project.themes
    }
    return [
        row.theme
        for row in compare_themes(library, versions)
        if len(row.speakers) == len(slugs) and row.theme not in covered
    ]


JOINT_COLUMNS = [
    "project",
    "name",
    "told_by",
    "municipality",
    "lead",
    "standing",
    "planned_share_eur",
    "register_share_eur",
    "share_year",
    "start",
    "end",
    "register_id",
    "source_title",
    "source_url",
    "register_title",
    "register_url",
]


def joint_table(library: Library, joints: Sequence[JointProject]) -> pd.DataFrame:
    """A row for each municipality in each joint project; columns: those of JOINT_COLUMNS."""
    rows = []
    for joint in joints:
        sources = {one.id: one for one in library.dossiers[joint.slug].sources}
        source = sources[joint.plan.source if joint.plan else joint.sentence.source]
        register = joint.funding
        rows += [
            {
                "project": joint.sentence.key,
                "name": joint.project.name,
                "told_by": joint.slug,
                "municipality": one.name,
                "lead": one.lead,
                "standing": one.standing,
                "planned_share_eur": one.planned_eur,
                "register_share_eur": one.register_eur,
                "share_year": one.share_year,
                "start": joint.start,
                "end": joint.end,
                "register_id": register.register_id if register else None,
                "source_title": source.title,
                "source_url": source.url,
                "register_title": register.source_title if register else None,
                "register_url": register.source_url if register else None,
            }
            for one in joint.participants
        ]
    return pd.DataFrame(rows, columns=JOINT_COLUMNS, dtype=object)
