"""Writes the pages of docs/ that are made from code: run after a change, a test compares.

python tools/write_docs.py
"""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.terminal_theme import MONOKAI

from dragoman import read
from dragoman.cli.page import page
from dragoman.codes import glossary
from dragoman.events.ontology import contexts, kinds
from dragoman.formats import cameo, flat
from dragoman.formats.exports import FORMATS
from dragoman.formats.jsonl import mention_schema
from dragoman.formats.strict import RULES
from dragoman.tables import rows

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "examples" / "visit.txt"
PUBLISHED = datetime.date(2025, 7, 23)
WIDTH = 92
_FILLED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- /table -->)", re.DOTALL)
_EXAMPLE = re.compile(r"(<!-- example: read -->\n).*?(<!-- /example -->)", re.DOTALL)


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
    parts.append("\n## Types, modes and scores\n\n")
    parts.append("| Type | Mode | Quad class | Intensity | Meaning |\n|---|---|---|---|---|\n")
    meant = {(event, c.code): c.meaning for c in glossary() for event in c.of}
    meant |= {(c.code, None): c.meaning for c in glossary() if c.kind == "type"}
    parts.extend(
        f"| {k.event} | {k.mode or '(none)'} | {k.quad_class} | {k.intensity:+g} "
        f"| {meant[k.event, k.mode]} |\n"
        for k in kinds().values()
    )
    parts.append(
        "\n## Codes\n\n`dragoman codes` tells them, and types, modes and contexts; `dragoman codes "
        "hostages` tells as what an everyday word of the news is coded "
        "([`data/everyday.tsv`](../src/dragoman/data/everyday.tsv), each row with an example to "
        "which the tests hold the coder).\n"
    )
    parts.append("\n| Code | Of | Meaning |\n|---|---|---|\n")
    parts.extend(
        f"| `{c.code}` | {c.kind} | {c.meaning} |\n"
        for c in glossary()
        if c.kind not in ("type", "mode", "context")
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


def picture() -> str:
    """``read.svg``: the terminal page of a sample article."""
    console = _console()
    return console.export_svg(title="dragoman read", theme=MONOKAI, unique_id="read")


def readme() -> str:
    """``README.md`` with the example's output as the command prints it."""
    shown = _console().export_text().rstrip()
    lines = "\n".join(line.rstrip() for line in shown.split("\n"))
    command = f"$ dragoman read {SHOWN.relative_to(ROOT)} --published {PUBLISHED}"
    block = f"```console\n{command}\n{lines}\n```\n"
    text = (ROOT / "README.md").read_text("utf-8")
    return _EXAMPLE.sub(lambda match: match[1] + block + match[2], text)


def _console() -> Console:
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    for part in page(read(SHOWN, published=PUBLISHED)):
        console.print(part)
    return console


def exports_page() -> str:
    """``exports.md`` with its tables of formats, columns and rules as the code has them."""
    formats = [
        (f"`{f.name}`", ", ".join(f"`{suffix}`" for suffix in f.suffixes), f.about,
         "yes" if f.says_status else "no")
        for f in FORMATS.values()
    ]  # fmt: skip
    ruled = rows(ROOT / "src/dragoman/formats/data/strict.tsv", RULES)
    named = {"ahead": "planned, postponed", "off": "cancelled"}
    strict = [
        (_kind(row["event"], row["mode"]), named[row["standing"]],
         _kind(row["becomes"], row["becomes_mode"]))
        for row in ruled
    ]  # fmt: skip
    tables = {
        "formats": _grid(("Format", "Ending", "What it is", "Says status"), formats),
        "strict": _grid(("Type", "Status", "Written as"), strict),
        "cameo": _grid(("Column", "Content"), [(f"`{n}`", t) for n, t in cameo.COLUMNS.items()]),
        "csv": _grid(("Column", "Content"), [(f"`{n}`", t) for n, t in flat.COLUMNS.items()]),
    }
    text = (ROOT / "docs" / "exports.md").read_text("utf-8")
    return _FILLED.sub(lambda match: match[1] + tables[match[2]] + match[3], text)


def _kind(event: str, mode: str) -> str:
    return event if mode in ("", "*") else f"{event} {mode}"


def _grid(head: tuple[str, ...], cells: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


PAGES = {
    "docs/mention.md": mention_page,
    "docs/read.svg": picture,
    "docs/exports.md": exports_page,
    "README.md": readme,
}


def main() -> None:
    """Write every page."""
    for name, write in PAGES.items():
        (ROOT / name).write_text(write(), "utf-8")


if __name__ == "__main__":
    main()
