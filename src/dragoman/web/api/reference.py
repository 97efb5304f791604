"""The API's reference as a page that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

router = APIRouter()
_LISTS = ("PartyCode", "Mode", "Sector")  # schemas of the document that are lists of values
_LIST = re.compile(rf"\b({'|'.join(_LISTS)})\b")
_CODE = re.compile(r"``?([^`]+)``?")
_STYLE = """\
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;
color-scheme:light dark}
h2{margin:2rem 0 .3rem;border-top:1px solid;padding-top:1rem}
h3{margin:1.2rem 0 .2rem;font-size:1rem}code{font-size:.95em}
h2,h3,td,p{overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.15rem .8rem .15rem 0}
@media(max-width:40rem){th{display:none}tr,td{display:block;padding:0}tr{margin:.7rem 0}}"""


@router.get("/docs", include_in_schema=False)
def reference(request: Request) -> HTMLResponse:
    """Every operation with its parameters, made of the OpenAPI document."""
    document = request.app.openapi()
    info = document["info"]
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        "<meta name=viewport content='width=device-width'>",
        f"<title>{escape(info['title'])} API</title>",
        "<link rel=stylesheet href='docs.css'>",
        f"<h1>{escape(info['title'])} API</h1><p>{escape(info['description'])}</p>",
        "<p>For programs: <a href='openapi.json'>openapi.json</a></p>",
    ]
    for path, operations in document["paths"].items():
        parts.append(f"<h2><code>{escape(path)}</code></h2>")
        parts += [_operation(method, told, document) for method, told in operations.items()]
    parts.append("<h2>Values</h2>")
    parts += [_values(name, document["components"]["schemas"][name]) for name in _LISTS]
    return HTMLResponse("\n".join([*parts, "</html>\n"]))


@router.get("/docs.css", include_in_schema=False)
def style() -> Response:
    """The reference's style sheet."""
    return Response(_STYLE, media_type="text/css")


def _values(name: str, schema: dict[str, Any]) -> str:
    values = ", ".join(map(str, schema["enum"]))
    what = _marked(_meaning(schema))
    return f"<h3 id='{name}'><code>{name}</code></h3><p>{what}</p><p>{escape(values)}</p>"


def _marked(text: str) -> str:
    """The text with what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))


def _operation(method: str, told: dict[str, Any], document: dict[str, Any]) -> str:
    parts = [
        f"<h3><code>{method.upper()}</code> {escape(told['summary'])}</h3>",
        f"<p>{_marked(told.get('description', ''))}</p>",
    ]
    rows = [
        (one["name"], _kind(one["schema"]), _meaning(one) or _meaning(one["schema"]))
        for one in told.get("parameters", ())
    ]
    for media in told.get("requestBody", {}).get("content", {}).values():
        for model in _models(media["schema"], document):
            rows += _fields(model, document)
    unique: dict[str, tuple[list[str], str]] = {}
    for name, value, what in rows:
        values, _ = unique.setdefault(name, ([], what))
        if value not in values:
            values.append(value)
    if unique:
        parts.append("<table><tr><th>Name<th>Value<th>Meaning</tr>")
        parts += [
            f"<tr><td><code>{escape(name)}</code><td>{_linked(', '.join(values))}"
            f"<td>{_marked(what)}</tr>"
            for name, (values, what) in unique.items()
        ]
        parts.append("</table>")
    return "\n".join(parts)


def _linked(values: str) -> str:
    """The kinds of a value, those that `_values` lists as links to there."""
    return _LIST.sub(r"<a href='#\1'>\1</a>", escape(values))


def _fields(
    model: dict[str, Any], document: dict[str, Any], within: str = ""
) -> Iterator[tuple[str, str, str]]:
    """The fields of a body, and after one that is an object, or a list of some, those of it."""
    for name, schema in model.get("properties", {}).items():
        yield f"{within}{name}", _kind(schema), _meaning(schema)
        for form in (schema, *schema.get("anyOf", ())):
            mark = "." if "$ref" in form else "[]."
            for part in _models(form.get("items", form), document):
                yield from _fields(part, document, f"{within}{name}{mark}")


def _meaning(told: dict[str, Any]) -> str:
    return str(told.get("description", ""))


def _models(schema: dict[str, Any], document: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in schema:
        return [document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]]
    return [model for one in schema.get("oneOf", ()) for model in _models(one, document)]


def _kind(schema: dict[str, Any]) -> str:
    """The kind of a value in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "const" in schema:
        return str(schema["const"])
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"any of: {_kind(schema['items'])}"
    if "examples" in schema:
        return f"text as {schema['examples'][0]}"
    kind = str(schema.get("format") or schema.get("type", ""))
    return "text" if kind == "string" else kind
