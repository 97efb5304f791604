"""Arrivals told beside the meeting that they were for, where the network reads the meeting alone."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as


def meeting(guest: str, host: str, word: str = "met", status: str = "occurred") -> Reading:
    return Reading(word, "CONSULT", None, (guest,), (host,), status)


@pytest.mark.parametrize(
    ("text", "reading", "arrival"),
    [
        ("Norway's foreign minister arrived in Lima on Monday and met Peru's president.",
         meeting("Norway's foreign minister", "Peru's president"), "arrived"),
        ("The Norwegian premier flew to Lima and held talks with Peru's president.",
         meeting("The Norwegian premier", "Peru's president", "talks"), "flew"),
        ("Norway's foreign minister travelled to Goma on Monday, where he met Congo's governor.",
         meeting("Norway's foreign minister", "Congo's governor"), "travelled"),
        ("Norway's foreign minister will fly to Lima on Friday and meet Peru's president.",
         meeting("Norway's foreign minister", "Peru's president", "meet", "planned"), "fly"),
    ],
)  # fmt: skip
def test_who_arrives_and_meets_somebody_visits(coder, text, reading, arrival):
    visit, met = coded_as(coder, text, reading)
    assert (visit.trigger.text, visit.event, visit.mode) == (arrival, "CONSULT", "visit")
    assert (visit.status, met.mode) == (reading.status, None)
    assert [a.country for a in visit.actors] == ["NOR"]
    assert {r.country for r in visit.recipients} == {w.country for w in visit.where}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        # at home, at no town, back again, by others, at another time, from afar
        ("Norway's foreign minister arrived in Bergen on Monday and met fishermen.",
         meeting("Norway's foreign minister", "fishermen")),
        ("Norway's foreign minister arrived at the ministry and met Peru's envoy.",
         meeting("Norway's foreign minister", "Peru's envoy")),
        ("Norway's foreign minister left Lima on Monday and met Chile's envoy.",
         meeting("Norway's foreign minister", "Chile's envoy")),
        ("Norway's foreign minister flew to Lima, where he had met Peru's president.",
         meeting("Norway's foreign minister", "Peru's president")),
        ("Norway's aid arrived in Lima and ministers met Peru's president.",
         meeting("ministers", "Peru's president")),
    ],
)  # fmt: skip
def test_a_meeting_is_on_no_visit_that_is_not_told(coder, text, reading):
    assert [m.trigger.text for m in coded_as(coder, text, reading)] == [reading.word]


def test_an_arrival_that_was_read_is_told_once(coder):
    text = "Norway's foreign minister arrived in Lima on Monday and met Peru's president."
    guest, host = "Norway's foreign minister", "Peru's president"
    read = Reading("arrived", "CONSULT", "visit", (guest,), ("Lima",))
    found = coded_as(coder, text, read, meeting(guest, host))
    assert [(m.trigger.text, m.confidence) for m in found] == [("arrived", 0.9), ("met", 0.9)]
