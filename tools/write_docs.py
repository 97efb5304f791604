"""Writes the pages of docs/ that are made from code: run after a change, a test compares.

python tools/write_docs.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.events.ontology import contexts, kinds
from dragoman.formats.jsonl import mention_schema

DOCS = Path(__file__).parent.parent / "docs"


def mention_page() -> str:
    """``mention.md``: every field of a mention, from the JSON Schema."""
    schema = mention_schema()
    parts = [
        "# The mention\n\n" + schema["description"] + "\n",
        _table(schema["properties"]),
    ]
    for name, definition in schema["$defs"].items():
        parts.append(f"\n## {name}\n\n{definition['description']}\n")
        parts.append(_table(definition["properties"]))
    when = schema["properties"]["when"]["anyOf"][1]
    parts.append("\n## when\n\n" + when["description"] + "\n")
    parts.append(_table(when["properties"]))
    parts.append("\n## Types, modes and scores\n\n| Type | Mode | Quad class | Intensity |\n")
    parts.append("|---|---|---|---|\n")
    parts.extend(
        f"| {k.event} | {k.mode or '(none)'} | {k.quad_class} | {k.intensity:+g} |\n"
        for k in kinds().values()
    )
    parts.append("\n## Contexts\n\n| Context | About |\n|---|---|\n")
    parts.extend(f"| {name} | {meaning} |\n" for name, meaning in contexts().items())
    return "".join(parts)


def _table(properties: dict[str, Any]) -> str:
    rows = [
        f"| `{name}` | {_type(field)} | {field.get('description', '')} |\n"
        for name, field in properties.items()
    ]
    return "\n| Field | Type | Meaning |\n|---|---|---|\n" + "".join(rows)


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        return field["$ref"].rpartition("/")[2]
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        return "object or null"
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}"
    kind = field.get("type", "")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


PAGES = {"mention.md": mention_page}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
