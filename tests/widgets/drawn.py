"""Every template with the values that its page gives it."""

from __future__ import annotations

from typing import Any

from components.analysis.gaps.gap_register import register
from components.analysis.gaps.summary import gaps
from components.analysis.indicators.comparability import key_figures
from components.analysis.indicators.indicator_progress import progress_of
from components.analysis.projects.joint_projects import joint_projects
from components.analysis.projects.projects import (
    decided_against_reported,
    funding_of,
    project_table,
)
from components.analysis.sentences.align import ALIGNED_KINDS, align
from components.analysis.sentences.compare import (
    COMPARED_KINDS,
    compare_themes,
    compare_values,
    everything_said,
    sentences_of,
)
from components.analysis.sentences.concepts import lexicon_of
from components.analysis.sentences.law import MOST_SHOWN, goals_of_2030, law_map
from components.analysis.sentences.likeness import nearest_pair, only_one_names
from components.analysis.sentences.search import index_of
from components.analysis.sentences.sentences import (
    Sentence,
    plan_sentence,
    sentence,
    sentences,
    strategy_sentences,
)
from components.analysis.sentences.sources import source_uses
from components.analysis.strategies.cycle import duties
from components.analysis.strategies.goals import goal_tree
from components.analysis.strategies.trail import trails
from components.analysis.strategies.versions import adoption, period_state
from components.exports.handout.builder import Selection
from components.exports.handout.outline import handout
from components.exports.handout.records import Handout
from components.exports.slides.slides import slides
from components.loading import Problem
from components.model import Dossier
from components.pages.sections import cycle, gap_register, goal_progress, trail, versions
from components.pages.tavoitteet import OTHER_KINDS, ProgrammeView
from components.pages.vertailu import Group
from components.widgets.context import Context
from components.widgets.html import TEMPLATES, rendered
from tests.widgets.drawn_indicators import of_indicators
from tests.widgets.drawn_statement import of_statement

SHARED = {"parts.html", "indicator_parts.html", "measures.html", "statement_parts.html"}
"""Macros alone: drawn through the other templates."""


def every_template(ctx: Context) -> dict[str, str]:
    """The markup of every template for what a visitor sees, by the name of the template."""
    values = {
        **_everywhere(ctx),
        **_of_home(ctx),
        **_of_comparison(ctx),
        **_of_goals(ctx),
        **_of_progress(ctx),
        **_of_data(ctx),
        **_of_search(ctx),
        **of_indicators(ctx),
        **of_statement(ctx, _text(ctx)),
    }
    missing = {f"{name}.html" for name in values} ^ set(TEMPLATES.list_templates()) ^ SHARED
    if missing:
        message = f"no values, or no template: {sorted(missing)}"
        raise AssertionError(message)
    return {name: rendered(ctx, name, **given) for name, given in values.items()}


def _of_search(ctx: Context) -> dict[str, dict[str, Any]]:
    said = sentences_of(list(ctx.versions.values()), *ALIGNED_KINDS)
    first = ctx.versions[ctx.slugs[0]]
    # A municipality has no pairs with itself; drawn so, every sentence has one that is alike.
    pairs = align(ctx.library, first, first)
    hits = index_of(ctx.library).search(_text(ctx))
    return {
        "hits": {"groups": {ctx.slugs[0]: hits}},
        "suggestion": {"words": _text(ctx), "address": ctx.address("haku", sanat=_text(ctx))},
        "theme_links": {"text": _text(ctx), "links": [(_text(ctx), ctx.address("haku"))]},
        "goal_names": {"said": sentences_of(list(ctx.versions.values()), "goal")},
        "contents": {"entries": [("visio", _text(ctx))]},
        "unpaired": {
            "unpaired": {slug: found[:1] for slug, found in said.items()} | {ctx.slugs[-1]: []}
        },
        "pairs": {"pairs": [(pair, (), ()) for pair in pairs], "most": 1},
    }


def _text(ctx: Context) -> str:
    """A text from the data."""
    return ctx.versions[ctx.slugs[0]].strategy.title


def _states(ctx: Context) -> dict[str, str]:
    return {
        slug: period_state(version.strategy, ctx.today) for slug, version in ctx.versions.items()
    }


def _handout(ctx: Context) -> Handout:
    return handout(ctx.library, Selection(tuple(ctx.versions.values()), ctx.today), ctx.words)


def _everywhere(ctx: Context) -> dict[str, dict[str, Any]]:
    text = _text(ctx)
    problem = Problem(text, 1, 1, "unknown-key", {"key": text, "guess": text})
    return {
        "chosen": {
            "states": _states(ctx),
            "adoptions": {
                slug: adoption(ctx.library.dossiers[slug], version.newer_without_text)
                if version.newer_without_text
                else None
                for slug, version in ctx.versions.items()
            },
        },
        "notice": {"lines": [text]},
        "foot": {"report": "raportti/kunta/mallikunta.html"},
        "empty": {"problems": [problem]},
        "problems": {"problems": [problem]},
        "lead": {"text": text},
        "small": {"text": text, "announced": text},
        "key": {"entries": [("own_eur", text)]},
        "handout_links": {"links": [(text, ctx.address("vienti/pdf", otsikko=text))]},
        "links": {"ways": [(ctx.address("vertailu", esitys=text), text, text)]},
        "table": {"caption": text, "columns": [text] * 2, "rows": [[text] * 2], "numeric": (1,)},
        "join": {},
        "deck_facts": {"whole": _handout(ctx), "count": 1},
        "deck_contents": {"slides": slides(_handout(ctx), ctx.words)},
    }


def _of_home(ctx: Context) -> dict[str, dict[str, Any]]:
    versions, lexicon = list(ctx.versions.values()), lexicon_of(ctx.library)
    said = sentences_of(versions, *COMPARED_KINDS)
    first = next(iter(said.values()))
    alone = only_one_names(lexicon, said, everything_said(ctx.library, versions))
    figures = key_figures(ctx.library, ctx.slugs, list(ctx.library.indicators))
    return {
        "home": {
            "visions": sentences_of(versions, "vision"),
            "goals": sentences_of(versions, "goal"),
            "states": _states(ctx),
            "figures": figures,
            "figure_sources": [
                row.source_title for figure in figures for row in figure.observations.values()
            ],
        },
        "likeness": {
            "pair": nearest_pair(lexicon, first, first),
            "concepts": _text(ctx),
            "differences": {slug: found[0] for slug, found in alone.items() if found},
        },
        "gaps": {"gaps": gaps(ctx.library, ctx.slugs, ctx.today)},
    }


def _of_comparison(ctx: Context) -> dict[str, dict[str, Any]]:
    versions = list(ctx.versions.values())
    rows = compare_themes(ctx.library, versions)
    group = Group(_text(ctx), ctx.slugs, tuple(rows))
    return {
        "visions": {
            "said": {kind: sentences_of(versions, kind) for kind in ("vision", "mission")}
        },
        "values": {"rows": compare_values(versions)},
        "theme_overview": {"groups": [group, Group(_text(ctx), ctx.slugs, ())]},
        "themes": {"rows": rows},
        "law_map": {"rows": law_map(ctx.library, versions), "most": MOST_SHOWN},
        "goals_2030": {"rows": goals_of_2030(ctx.library, versions)},
    }


def _of_goals(ctx: Context) -> dict[str, dict[str, Any]]:
    slug = ctx.slugs[0]
    dossier, strategy = ctx.library.dossiers[slug], ctx.versions[slug].strategy
    every = list(sentences(dossier))

    def owned(owner: str, kind: str) -> tuple[Sentence, ...]:
        return tuple(item for item in every if (item.owner, item.kind) == (owner, kind))

    decisions = {item.id: item for item in dossier.decisions}
    return {
        "goals": {
            "branches": goal_tree(ctx.library, slug, strategy),
            "measured": {item.key: item for item in progress_of(ctx.library, slug, ctx.today)},
        },
        "strategy_parts": {
            "said": {
                kind: [item for item in strategy_sentences(slug, strategy) if item.kind == kind]
                for kind in OTHER_KINDS
            }
        },
        "programmes": {
            "programmes": [
                ProgrammeView(
                    record,
                    sentence(slug, "programme", record, None),
                    owned(record.id, "statement"),
                    owned(record.id, "duty"),
                    decisions.get(record.approved_by or ""),
                )
                for record in dossier.programmes
            ]
        },
        "trail": trail.values(ctx, dossier, trails(ctx.library, slug)),
        "version_changes": _version_changes(ctx, dossier),
        "cycle": cycle.values(ctx, duties(dossier, strategy, ctx.today)),
    }


def _version_changes(ctx: Context, dossier: Dossier) -> dict[str, Any]:
    """The versions side by side; those of the first municipality that has more than one."""
    every = (dossier, *ctx.library.dossiers.values())
    return next(found for item in every if (found := versions.values(ctx, item)))


def _of_progress(ctx: Context) -> dict[str, dict[str, Any]]:
    slug = ctx.slugs[0]
    projects = ctx.library.dossiers[slug].projects
    planned = next(item for item in projects if item.plan)
    plan, funding = planned.plan, funding_of(ctx.library, slug, planned)
    assert plan is not None
    joint = joint_projects(ctx.library, [slug])[0]
    versions = list(ctx.versions.values())
    return {
        "goal_progress": goal_progress.values(ctx),
        "gap_register": {
            "groups": gap_register.groups(register(ctx.library, versions, ctx.today)),
            "everything": True,
        },
        "joint_project": {"joint": joint},
        "joint_gaps": {"themes": list(ctx.library.themes)},
        "projects": {
            "rows": project_table(ctx.library, [slug], ctx.today).to_dict("records"),
            "sentences": {
                f"{slug}/{item.id}": sentence(slug, "project", item, None) for item in projects
            },
        },
        "plan": {
            "sentence": sentence(slug, "project", planned, None),
            "plan": plan_sentence(slug, planned, plan),
            "differences": decided_against_reported(plan, funding),
            "tasks": plan.tasks,
            "funding": funding,
            "statements": [
                item for item in sentences(ctx.library.dossiers[slug]) if item.owner == planned.id
            ],
        },
    }


def _of_data(ctx: Context) -> dict[str, dict[str, Any]]:
    slug = ctx.slugs[0]
    source = next(item for item in ctx.library.dossiers[slug].sources if item.text)
    return {
        "sources": {"rows": source_uses(ctx.library, ctx.slugs)},
        "source_text": {
            "slug": slug,
            "source": source,
            "marked": "tavoite",
            "before": "Ennen ",
            "passage": "kohta",
            "after": " jälkeen",
        },
    }
