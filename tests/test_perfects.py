"""Perfects that the parser takes for having: nobody is called 'that it had targeted civilians'."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Chad denied that it had targeted civilians.", "targeted", "civilians"),
        ("Chad denied that it had targeted journalists.", "targeted", "journalists"),
        ("Chad denied that its forces had targeted villagers.", "targeted", "villagers"),
        ("The army denied it had targeted protesters.", "targeted", "protesters"),
        ("Chad denied having targeted journalists.", "targeted", "journalists"),
        ("Chad has never armed rebels, its minister said.", "armed", "rebels"),
        ("Chad denied that it had armed rebels in Niger.", "armed", "rebels"),
        ("Chad denied that it had shelled a hospital.", "shelled", "hospital"),
        ("Chad denied that it had struck a school.", "struck", "school"),
        ("Chad denied that it had abducted aid workers.", "abducted", "aid workers"),
        ("Chad denied that it had harboured militants.", "harboured", "militants"),
        ("Chad denied that it had funded the rebels.", "funded", "rebels"),
        ("Chad denied that it had bombed refugees.", "bombed", "refugees"),
    ],
)
def test_what_is_done_is_no_part_of_whom_it_is_done_to(code, text, trigger, name):
    found = [m for m in code(text) if m.trigger.text == trigger]
    assert [[r.name for r in m.recipients] for m in found] == [[name]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad denied that it had funded armed groups in Niger.", "armed groups"),
        ("Chad denied that it had bombed displaced people.", "displaced people"),
    ],
)
def test_what_whom_it_is_done_to_are_stays(code, text, name):
    (found,) = (m for m in code(text) if m.recipients)
    assert [r.name for r in found.recipients] == [name]
