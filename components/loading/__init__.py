"""Reads strategies/ and data/ into a checked library."""

from components.loading.files import HIDDEN
from components.loading.id_places import id_places
from components.loading.load import Loaded, load
from components.loading.problems import CODES, NOTES, WARNINGS, Problem
from components.loading.quotes import normalise
from components.loading.schema import SCHEMAS, schema_text

__all__ = [
    "CODES",
    "HIDDEN",
    "NOTES",
    "SCHEMAS",
    "WARNINGS",
    "Loaded",
    "Problem",
    "id_places",
    "load",
    "normalise",
    "schema_text",
]
