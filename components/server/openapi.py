"""The description of the data for programs, as OpenAPI 3.1 has it."""

from typing import Any, Final

from components.exports.data.resource import Resource
from components.exports.data.resources import RESOURCES
from components.i18n import LANGUAGES

LICENCE: Final = (
    "Rows of measured and reported values name their source and licence. Decisions and strategies "
    "of authorities are outside copyright (tekijänoikeuslaki 9 §); name the municipality and the "
    "source. Plain words, themes, pairs and translations are the makers' own, under MIT."
)
_PROBLEM: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "where": {"type": "string"},
        "found": {"type": "string"},
        "expected": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}
_META: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "edition": {"type": "string", "description": "what names this content of the data"},
        "day": {"type": "string", "format": "date", "description": "states are as of this day"},
        "language": {"enum": list(LANGUAGES)},
        "count": {"type": "integer"},
        "licence": {"type": "string"},
    },
    "required": ["edition", "day", "language", "count", "licence"],
    "additionalProperties": False,
}
_KIELI: Final[dict[str, Any]] = {
    "name": "kieli",
    "in": "query",
    "description": "the language of names and sentences of ours",
    "schema": {"enum": list(LANGUAGES), "default": "fi"},
}


def document() -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, Any] = {}
    for resource in RESOURCES.values():
        paths[f"/{resource.name}"] = {"get": _operation(resource, "")}
        paths[f"/{resource.name}.csv"] = {"get": _operation(resource, "Csv")}
    described = {"description": "this description", "content": {"application/json": {}}}
    paths["/openapi.json"] = {
        "get": {
            "operationId": "openapi",
            "summary": "This description",
            "responses": {"200": described},
        }
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Strategiapeili",
            "version": "1",
            "summary": "Finnish municipal strategies: promises with their sources, and progress",
            "description": LICENCE,
        },
        "servers": [{"url": "."}],
        "paths": paths,
        "components": {
            "schemas": {
                "problem": _PROBLEM,
                "meta": _META,
                **{item.name: item.schema for item in RESOURCES.values()},
            }
        },
    }


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
