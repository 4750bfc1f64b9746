"""The description of the data for programs, as OpenAPI 3.1 has it."""

from pathlib import Path
from typing import Any, Final

import yaml

from components.exports.data.resource import Resource
from components.exports.data.resources import RESOURCES
from components.i18n import LANGUAGES

_KIELI: Final[dict[str, Any]] = {
    "name": "kieli",
    "in": "query",
    "description": "the language of names and sentences of ours",
    "schema": {"enum": list(LANGUAGES), "default": "fi"},
}


def _frame() -> dict[str, Any]:
    frame: dict[str, Any] = yaml.load(
        Path(__file__).with_name("openapi.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return frame


LICENCE: Final[str] = _frame()["info"]["description"]


def document() -> dict[str, Any]:
    """The whole description."""
    whole = _frame()
    paths: dict[str, Any] = {}
    for resource in RESOURCES.values():
        paths[f"/{resource.name}"] = {"get": _operation(resource, "")}
        paths[f"/{resource.name}.csv"] = {"get": _operation(resource, "Csv")}
    whole["paths"] = paths | whole["paths"]
    schemas = whole["components"]["schemas"]
    schemas["meta"]["properties"]["language"] = {"enum": list(LANGUAGES)}
    schemas |= {item.name: item.schema for item in RESOURCES.values()}
    return whole


def _operation(resource: Resource, form: str) -> dict[str, Any]:
    content = {"text/csv": {"schema": {"type": "string"}}} if form else _json(resource)
    refused = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {
        "operationId": f"{resource.name}{form}",
        "summary": resource.summary,
        "parameters": _parameters(resource),
        "responses": {
            "200": {"description": resource.summary, "content": content},
            "304": {"description": "you hold it already (If-None-Match)"},
            "400": {"description": "the query cannot be meant", "content": refused},
            "503": {"description": "busy: see Retry-After", "content": refused},
        },
    }


def _json(resource: Resource) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.name}"}}
    schema = {
        "type": "object",
        "properties": {"meta": {"$ref": "#/components/schemas/meta"}, "data": rows},
        "required": ["meta", "data"],
        "additionalProperties": False,
    }
    return {"application/json": {"schema": schema}}


def _parameters(resource: Resource) -> list[dict[str, Any]]:
    if resource.searched:
        words = {"name": "sanat", "in": "query", "required": True, "schema": {"type": "string"}}
        limit = {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}
        return [words, {"name": "raja", "in": "query", "schema": limit}, _KIELI]
    towns: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
    if resource.fewest:
        towns |= {"minItems": resource.fewest, "maxItems": resource.most}
    kunta = {
        "name": "kunta",
        "in": "query",
        "description": "slugs of municipalities, repeated; none means all",
        "required": resource.fewest > 0,
        "explode": True,
        "schema": towns,
    }
    return [kunta, _KIELI]
