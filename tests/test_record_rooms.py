"""The rooms of the record: each knows those before it, and none after it."""

from __future__ import annotations

import ast
import re

import pytest

from tests.conftest import ROOT

RECORD = ROOT / "src" / "dragoman" / "record"
TOLD = ast.get_docstring(ast.parse((RECORD / "__init__.py").read_text("utf-8"))) or ""
ROOMS = re.findall(r"^\d\. `(\w+)`", TOLD, re.MULTILINE)


def _known(room: str) -> set[str]:
    """The rooms that the modules of a room import from, also within functions."""
    found = set()
    for path in (RECORD / room).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dragoman.record"):
                found.add((f"{node.module}.").split(".")[2])
    return found - {room}


def test_the_order_names_every_room():
    assert sorted(ROOMS) == sorted(path.parent.name for path in RECORD.glob("*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_those_before_it_and_what_an_event_is(room):
    assert _known(room) <= {"event", "ruling", *ROOMS[: ROOMS.index(room)]}
