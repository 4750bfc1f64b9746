"""Frozen records of everything that a municipality has decided, measured and reported."""

from components.model.alignments import Alignment, Alignments
from components.model.base import Id, LocalText, Moment, Period, Record, Ref, first_day, last_day
from components.model.decisions import Decision
from components.model.indicators import (
    Assessment,
    Break,
    Fetch,
    Indicator,
    IndicatorDefinition,
    Indicators,
    PerResident,
    Point,
    Target,
    Unit,
)
from components.model.library import Dossier, Library, Municipality
from components.model.projects import Partner, Plan, Programme, Project
from components.model.service import Criterion, Excuse, Feedback, Service, ServiceGap, Supervisor
from components.model.sources import Cited, Duty, Source, Statement, Texts, TextsFile, Translation
from components.model.strategies import Goal, Strategy, SuccessFactor, Value
from components.model.tables import (
    Dataset,
    Datasets,
    Observation,
    Outcome,
    ProjectFunding,
    RegionMunicipality,
    RegionRange,
    Row,
)
from components.model.themes import Concept, LawTopic, Theme, Themes

__all__ = [
    "Alignment",
    "Alignments",
    "Assessment",
    "Break",
    "Cited",
    "Concept",
    "Criterion",
    "Dataset",
    "Datasets",
    "Decision",
    "Dossier",
    "Duty",
    "Excuse",
    "Feedback",
    "Fetch",
    "Goal",
    "Id",
    "Indicator",
    "IndicatorDefinition",
    "Indicators",
    "LawTopic",
    "Library",
    "LocalText",
    "Moment",
    "Municipality",
    "Observation",
    "Outcome",
    "Partner",
    "PerResident",
    "Period",
    "Plan",
    "Point",
    "Programme",
    "Project",
    "ProjectFunding",
    "Record",
    "Ref",
    "RegionMunicipality",
    "RegionRange",
    "Row",
    "Service",
    "ServiceGap",
    "Source",
    "Statement",
    "Strategy",
    "SuccessFactor",
    "Supervisor",
    "Target",
    "Texts",
    "TextsFile",
    "Theme",
    "Themes",
    "Translation",
    "Unit",
    "Value",
    "first_day",
    "last_day",
]
