"""What a definite noun tells anew: 'the attack *on a market*' is not the one told before.

Such a noun says itself which deed it means, by a victim that nobody has heard of yet, a town or a
day of its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.events.echoes.retold import are_in_two_towns
from dragoman.mention import Mention

_UPON = frozenset({"of", "on", "against", "at"})
_IT = frozenset({"it", "this", "that"})  # 'it was the deadliest attack on a bus'
_OPENING = frozenset({"a", "an", "another", "additional", "more", "other", "new", "further"})
_DAY = len("2025-07-23")


def is_another(mention: Mention, noun: Token, other: Mention, word: Token) -> bool:
    """Whether what a definite noun tells is another deed than one told before.

    Args:
        mention: what the noun tells.
        noun: its trigger.
        other: a mention before it, of its kind.
        word: the trigger of that.
    """
    if noun.dep_ == "attr" and any(s.lower_ in _IT for s in noun.head.lefts):
        return False
    if are_in_two_towns(mention, other) or _are_on_two_days(mention, other):
        return True
    if mention.status == "ongoing" and other.background:
        return True
    if mention.background and not other.background and mention.event != "MOBILIZE":
        return True  # 'the protests of 1989' are not today's
    told = {token.lemma_.lower() for token in word.sent}
    return any(told.isdisjoint(words) for words in _new_things(noun))


def _are_on_two_days(mention: Mention, other: Mention) -> bool:
    """Whether the noun's own sentence tells a day, and the other is of another one."""
    mine, theirs = (m.when.edtf if m.when is not None else "" for m in (mention, other))
    return len(mine) == len(theirs) == _DAY and mine != theirs


def _new_things(noun: Token) -> list[set[str]]:
    """Things that it is of and that are new to the reader, each with its number, if any.

    'The killing *of a farmer*', 'the arrest *of two men*'; 'the killing of civilians' may sum up.
    """
    links = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in _UPON)
    things = (thing for link in links for thing in link.rights if thing.dep_ == "pobj")
    new: list[set[str]] = []
    for thing in (t for t in things if t.pos_ == "NOUN"):
        before = list(thing.lefts)
        numbers = {c.lemma_.lower() for c in before if c.dep_ == "nummod"}
        if numbers or any(c.lower_ in _OPENING for c in before):
            new.append({thing.lemma_.lower(), *numbers})
    return new
