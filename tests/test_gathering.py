"""Complaints about one file, gathered by kind."""

from __future__ import annotations

import pytest

from dragoman.sources import SourceError
from dragoman.sources.gathering import Gathered

EMPTY = "its text is empty; give the article's text, or drop it"


@pytest.mark.parametrize(
    ("errors", "told"),
    [
        ([("a.csv row 3", EMPTY)], [f"a.csv row 3: {EMPTY}"]),
        (
            [("a.csv row 3", EMPTY), ("a.csv row 5", EMPTY), ("a.csv row 9", EMPTY)],
            [f"a.csv row 3 and 2 more: {EMPTY}"],
        ),
        (
            [("a.csv row 3", EMPTY), ("b.csv row 3", EMPTY), ("b.csv row 4", EMPTY)],
            [f"a.csv row 3: {EMPTY}", f"b.csv row 3 and 1 more: {EMPTY}"],
        ),
        (
            [("a.csv row 1", EMPTY), ("a.csv row 2", "has 4 cells under 3 columns"),
             ("a.csv row 3", EMPTY), ("a.csv row 4", "has 7 cells under 3 columns")],
            [f"a.csv row 1 and 1 more: {EMPTY}", "a.csv row 2 and 1 more: has 4 cells under 3 columns"],
        ),
        (
            [("f.xml entry 1 (line 9)", "has no text but 'One'; see"),
             ("f.xml entry 2 (line 30)", "has no text but 'Two'; see")],
            ["f.xml entry 1 (line 9) and 1 more: has no text but 'One'; see"],
        ),
        (
            [("a.jsonl line 1", EMPTY), ("a.jsonl", "cannot be read on"), ("a.jsonl line 2", EMPTY)],
            [f"a.jsonl line 1: {EMPTY}", "a.jsonl: cannot be read on", f"a.jsonl line 2: {EMPTY}"],
        ),
        ([("a.txt", "is empty"), ("b.txt", "is empty")], ["a.txt: is empty", "b.txt: is empty"]),
    ],
)  # fmt: skip
def test_complaints_of_one_kind_about_one_file_are_one_line(
    errors: list[tuple[str, str]], told: list[str]
) -> None:
    lines: list[str] = []
    gathered = Gathered(lines.append)
    for where, what in errors:
        gathered.add(SourceError(where, what))
    gathered.close()
    assert lines == told
