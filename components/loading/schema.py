"""The JSON Schema of a municipality's file, by which editors complete and mark it."""

from __future__ import annotations

import json

from components.model import Dossier

SCHEMA_FILE = "strategies/strategy.schema.json"


def schema_text() -> str:
    """The schema as the text of strategies/strategy.schema.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Strategiapeili: a municipality's strategies",
        **Dossier.model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
