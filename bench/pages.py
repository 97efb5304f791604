"""Where the tables go: between their markers in the docs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "scale.md")


def listed(told: str, rows: Iterable[tuple[str, str]]) -> str:
    """A line that tells how it was measured, then a table of names and figures."""
    lines = [f"{told}\n", "| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join(lines)


def fill(tables: Mapping[str, str]) -> None:
    """Write each table where the docs have its markers, and say which pages were written."""
    for page in PAGES:
        before = text = page.read_text("utf-8")
        for name, table in tables.items():
            text = _between(text, name, table)
        if text != before:
            page.write_text(text, "utf-8")
            print(f"wrote {page.relative_to(ROOT)}")


def _between(text: str, name: str, table: str) -> str:
    pattern = re.compile(rf"(<!-- bench: {name} -->\n).*?(<!-- /bench -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text)
