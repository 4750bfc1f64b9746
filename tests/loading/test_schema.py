"""The JSON Schema by which editors complete a municipality's file."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml
from yaml import CSafeLoader

from components.loading import SCHEMA_FILE, schema_text
from components.loading.nodes import construct
from tests.loading.roots import BASE, FILES, MALLIKUNTA, Told

PROJECT = FILES.parents[1]
STRATEGIES = sorted(
    path for root in (PROJECT, MALLIKUNTA, BASE) for path in root.glob("strategies/*.yaml")
)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """A validator of the schema, which is itself a sound schema."""
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def plain(text: str) -> Any:  # noqa: ANN401 - any plain value
    """The values of a file as the loader reads them."""
    root = yaml.compose(text, CSafeLoader)
    assert root is not None
    return construct(root, Told().report)


@pytest.mark.parametrize("path", STRATEGIES, ids=lambda path: path.stem)
def test_sound_files_fit_the_schema(path: Any, validator: Any) -> None:  # noqa: ANN401 - as given
    """An editor marks nothing in a file that the check finds sound."""
    values = plain(path.read_text(encoding="utf-8"))
    assert [error.message for error in validator.iter_errors(values)] == []


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
    ],
)
def test_broken_files_do_not(name: str, validator: Any) -> None:  # noqa: ANN401 - as given
    """An editor marks what the check refuses for its form."""
    path = FILES / "bad" / name / "strategies/pikkukunta.yaml"
    assert not validator.is_valid(plain(path.read_text(encoding="utf-8")))


def test_schema_in_the_project_is_up_to_date() -> None:
    """The schema that the files refer to is the one of these records."""
    assert (PROJECT / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
