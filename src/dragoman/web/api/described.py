"""The OpenAPI document: what FastAPI makes of the routes, and what holds for all of them."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from dragoman.codes import sectors
from dragoman.countries import codes
from dragoman.events.ontology import modes
from dragoman.web.api.asking import MODE_FORMAT, PARTY_FORMAT, SECTOR_FORMAT
from dragoman.web.problems import MEDIA_TYPE, Problem

_REF = "#/components/schemas/{model}"
_LISTED = {PARTY_FORMAT: "PartyCode", MODE_FORMAT: "Mode", SECTOR_FORMAT: "Sector"}
_ABOUT = (
    "A record of events: read it, code texts, and say what is right. Errors are problem details "
    "(RFC 9457). Answers carry an ETag; send it as If-None-Match and get 304 where nothing "
    "changed. What changes anything needs a bearer token, or the cookie and the token that "
    "/api/v1/session gives."
)
# Every operation may end with a problem: for all statuses but those named.
PROBLEMS: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "What was wrong and what to do",
        "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}},
    }
}


def described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of the app, made once."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            description=_ABOUT,
            routes=app.routes,
        )
        schemas = document["components"]["schemas"]
        problem = TypeAdapter(Problem).json_schema(ref_template=_REF, mode="serialization")
        schemas |= problem.pop("$defs")
        schemas["Problem"] = problem
        schemas["PartyCode"] = _parties()
        schemas["Mode"] = {"type": "string", "enum": list(modes()), "description": "PLOVER mode."}
        schemas["Sector"] = {
            "type": "string", "enum": list(sectors()), "description": "PLOVER sector.",
        }  # fmt: skip
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        document = _pointed(document)
        if app.state.settings.demands_name:
            _demand_token(document)
        app.openapi_schema = document
    return app.openapi_schema


def _parties() -> dict[str, Any]:
    what = "A country (ISO 3166-1 alpha-3) or another top-level code; names are taken, too."
    return {"type": "string", "enum": sorted(codes()), "description": what}


def _pointed(schema: Any) -> Any:
    """The schema, pointing to the one list of parties, modes or sectors wherever it takes one."""
    if isinstance(schema, list):
        return [_pointed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if (form := schema.get("format")) in _LISTED:
        kept = {k: v for k, v in schema.items() if k not in ("type", "format")}
        return {**kept, "$ref": _REF.format(model=_LISTED[form])}
    return {key: _pointed(value) for key, value in schema.items()}


def _demand_token(document: dict[str, Any]) -> None:
    document["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
        "password": {"type": "http", "scheme": "basic"},
    }
    document["security"] = [{"token": []}, {"password": []}]
