"""Whose word a report gives for what it tells: a party's own, the outlet's, or hearsay."""

from __future__ import annotations

import re
from enum import IntEnum

from dragoman.mention import Mention, Speaker

_WILL_NOT = re.compile(
    r"\b(?:(?:will|would|shall) (?:not|no longer)|won['’]t|wouldn['’]t|(?:is|are) not to)"
    r"\s+(?:[\w'’-]+\s+){0,3}$"
)
_REFUSE = re.compile(r"(?:refus|declin)\w+$|rul(?:es|ed|ing)$", re.IGNORECASE)


class Voice(IntEnum):
    """Who tells it; of two voices on a plan the greater knows more of it."""

    HEARSAY = 0  # somebody who is no party to it, or on nobody's word in particular
    OUTLET = 1  # the outlet in its own voice
    PARTY = 2  # one of those who take part, or who speaks for one


def voice_of(mention: Mention) -> Voice:
    """The voice in which ``mention`` tells its status; of what it denies, hearsay's."""
    if mention.certainty == "asserted":
        return Voice.OUTLET
    own = mention.certainty == "attributed" and any(
        _speaks_for_a_party(speaker, mention) for speaker in mention.attribution
    )
    return Voice.PARTY if own else Voice.HEARSAY


def is_refusal(mention: Mention) -> bool:
    """Whether its words tell that it will not be: "will not visit", "refused to hold talks"."""
    start = mention.trigger.start - mention.sentence.start
    if _REFUSE.match(mention.trigger.text):
        return True
    return _WILL_NOT.search(mention.sentence.text[:start]) is not None


def _speaks_for_a_party(speaker: Speaker, mention: Mention) -> bool:
    """Whether it is a party by name, or of a party's country and of one sector with it."""
    for party in mention.parties:
        if party.name.casefold() == speaker.name.casefold():
            return True
        same_country = speaker.country is not None and speaker.country == party.country
        if same_country and set(speaker.sectors) & set(party.sectors):
            return True
    return False
