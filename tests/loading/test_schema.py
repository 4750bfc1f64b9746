"""The JSON Schemas by which editors complete the YAML files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from yaml import CSafeLoader

from components.loading import SCHEMAS, schema_text
from components.loading.nodes import construct
from tests.loading.roots import BASE, FILES, MALLIKUNTA, Told

PROJECT = FILES.parents[1]
FILES_OF = {
    "strategies/strategy.schema.json": "strategies/*.yaml",
    "strategies/texts.schema.json": "strategies/texts/*.yaml",
    "data/alignments.schema.json": "data/alignments.yaml",
    "data/datasets.schema.json": "data/datasets.yaml",
    "data/indicators.schema.json": "data/indicators.yaml",
    "data/themes.schema.json": "data/themes.yaml",
}
SOUND = [
    (schema, path)
    for schema, pattern in FILES_OF.items()
    for root in (PROJECT, MALLIKUNTA, BASE)
    for path in sorted(root.glob(pattern))
]


def validator(file: str) -> jsonschema.Draft202012Validator:
    """A validator of a schema, which is itself a sound schema."""
    schema = json.loads(schema_text(file))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def plain(text: str) -> Any:  # noqa: ANN401 - any plain value
    """The values of a file as the loader reads them."""
    root = yaml.compose(text, CSafeLoader)
    assert root is not None
    return construct(root, Told().report)


def test_every_schema_has_its_files() -> None:
    """No schema is written that nothing is held against here."""
    assert set(FILES_OF) == set(SCHEMAS) == {schema for schema, _ in SOUND}


@pytest.mark.parametrize(("schema", "path"), SOUND, ids=str)
def test_sound_files_fit_the_schema(schema: str, path: Path) -> None:
    """An editor marks nothing in a file that the check finds sound."""
    values = plain(path.read_text(encoding="utf-8"))
    assert [error.message for error in validator(schema).iter_errors(values)] == []


@pytest.mark.parametrize(
    ("schema", "path"), [pair for pair in SOUND if PROJECT / "tests" not in pair[1].parents]
)
def test_files_of_the_project_name_their_schema(schema: str, path: Path) -> None:
    """The first line of each file leads an editor to the schema."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    _, named = first.split("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == PROJECT / schema


@pytest.mark.parametrize(
    "name",
    [
        "unknown-key",
        "missing-key",
        "wrong-type--unquoted-code",
        "wrong-value",
        "bad-form",
        "out-of-range",
        "wrong-type",
        "unknown-key--our-words",
    ],
)
def test_broken_files_do_not(name: str) -> None:
    """An editor marks what the check refuses for its form."""
    path = FILES / "bad" / name / "strategies/pikkukunta.yaml"
    assert not validator("strategies/strategy.schema.json").is_valid(
        plain(path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("file", SCHEMAS)
def test_schema_in_the_project_is_up_to_date(file: str) -> None:
    """The schemas that the files refer to are those of these records."""
    assert (PROJECT / file).read_text(encoding="utf-8") == schema_text(file)
