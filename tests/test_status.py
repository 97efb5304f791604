"""Whether it happened, how sure it is, and who says so: a table of sentences."""

from __future__ import annotations

import pytest

STATUS = [
    ("Soldiers attacked the town of Bria on Monday.", "ASSAULT", "occurred"),
    ("Rebels are attacking the army base in Bunia.", "ASSAULT", "ongoing"),
    ("The president will visit Jordan next week.", "CONSULT", "planned"),
    ("The president is slated to arrive in Jordan on Friday.", "CONSULT", "planned"),
    ("The president is to visit Jordan.", "CONSULT", "planned"),
    ("Jordan plans to host talks between Sudan and Chad.", "CONSULT", "planned"),
    ("Uganda agreed to withdraw its troops from the border.", "RETREAT", "planned"),
    ("The visit of the Kenyan president to Rome was postponed.", "CONSULT", "postponed"),
    ("Turkey cancelled a planned meeting with Greek officials.", "CONSULT", "planned"),
    ("Greece has cancelled talks with Turkey.", "CONSULT", "cancelled"),
    ("Israel may attack Iran.", "ASSAULT", "possible"),
    ("Police could arrest the opposition leader.", "COERCE", "possible"),
    ("If Serbia attacks Kosovo, NATO will respond.", "ASSAULT", "possible"),
    ("The army did not attack the village.", "ASSAULT", "negated"),
    ("Israel has no plans to attack Iran.", "ASSAULT", "negated"),
    ("Egypt held talks with Ethiopia in Cairo.", "CONSULT", "occurred"),
    ("Rwanda's foreign minister said he would visit Kinshasa.", "CONSULT", "planned"),
    ("The upcoming visit of the French president to Chad reflects close ties.", "CONSULT", "planned"),
    ("North Korea has refrained from testing another missile.", "MOBILIZE", "negated"),
    ("Villagers are worried about a Turkish attack on Kobani.", "ASSAULT", "possible"),
    ("The two navies met in a regularly scheduled drill off Japan.", "COOPERATE", "occurred"),
    ("Gabon's president ordered the rebels to be deported to Chad.", "COERCE", "possible"),
    ("A former colonel wanted for murdering a union leader fled Chile.", "ASSAULT", "occurred"),
    ("Hua said it was unhelpful to blame others.", "ACCUSE", "possible"),
]

CERTAINTY = [
    ("Soldiers attacked the town of Bria on Monday.", "ASSAULT", "asserted"),
    ("Soldiers attacked the town of Bria, residents said.", "ASSAULT", "attributed"),
    ("According to the United Nations, rebels attacked a camp in Ituri.", "ASSAULT", "attributed"),
    ("Israeli jets reportedly attacked a depot in Syria.", "ASSAULT", "alleged"),
    ("Russia denied attacking the hospital in Kharkiv.", "ASSAULT", "denied"),
    ("Ukraine accused Russia of attacking a hospital.", "ASSAULT", "attributed"),
    ("France condemned the coup in Niger.", "ACCUSE", "asserted"),
    ("Police indicted a clerk on charges including assault on a guard.", "ASSAULT", "attributed"),
    ("An alarm said that North Korea had launched a missile.", "MOBILIZE", "asserted"),
]

SPEAKERS = [
    ("A White House statement said that American jets bombed a depot in Yemen.", "White House"),
    ("A statement by the Kremlin said that Russian jets bombed Aleppo.", "Kremlin"),
    ("According to a UN report, militias killed 200 civilians in Bunia.", "United Nations"),
    ("A report from Human Rights Watch said the army had bombed villages.", "Human Rights Watch"),
]


@pytest.mark.parametrize(("text", "event", "status"), STATUS)
def test_status_is_read_from_the_words_around_the_trigger(code, text, event, status):
    found = {m.event: m.status for m in code(text)}
    assert found.get(event) == status


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_a_document_speaks_for_whoever_wrote_it(code, text, speaker):
    mention = next(m for m in code(text) if m.event == "ASSAULT")
    assert [s.name for s in mention.attribution] == [speaker]


@pytest.mark.parametrize(("text", "event", "certainty"), CERTAINTY)
def test_certainty_tells_the_outlets_voice_from_others(code, text, event, certainty):
    found = {m.event: m.certainty for m in code(text)}
    assert found.get(event) == certainty


def test_a_denial_keeps_the_status_of_what_is_denied(code):
    (mention,) = [m for m in code("Russia denied attacking the hospital.") if m.event == "ASSAULT"]
    assert (mention.status, mention.certainty) == ("occurred", "denied")


def test_the_source_of_a_claim_is_named_with_its_words(code):
    text = "Rebels killed nine villagers near Bunia, a spokesman for the Congolese army said."
    (mention,) = [m for m in code(text) if m.event == "ASSAULT"]
    assert [s.country for s in mention.attribution] == ["COD"]
    assert all(text[s.start : s.end] == s.text for s in mention.attribution)


def test_the_words_that_decided_the_status_are_kept(code):
    (mention,) = code("The president of Ghana will visit Togo.")
    assert ("will", "status") in {(cue.text, cue.field) for cue in mention.cues}
