"""The JSON Schemas of the YAML files, by which editors complete and mark them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from components.model import Alignments, Datasets, Dossier, Indicators, Record, TextsFile, Themes

SCHEMAS: Final[Mapping[str, type[Record]]] = {
    "strategies/strategy.schema.json": Dossier,
    "strategies/texts.schema.json": TextsFile,
    "data/alignments.schema.json": Alignments,
    "data/datasets.schema.json": Datasets,
    "data/indicators.schema.json": Indicators,
    "data/themes.schema.json": Themes,
}
"""What each schema describes; the first line of a YAML file names its schema."""


def schema_text(file: str) -> str:
    """The text of one of the schemas."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SCHEMAS[file].model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
