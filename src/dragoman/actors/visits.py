"""Who calls on a country, and so is of another: 'her visit to Mongolia', 'he toured Kenya'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import POWERS, Kind
from dragoman.actors.phrases import possessor
from dragoman.analysis.grammar import PREDICATES, first_conjunct, owners, subjects

_CALLS = frozenset({"visit", "trip", "tour"})
CALLING = frozenset({"visit", "tour"})
COMING = frozenset({"arrive", "travel", "fly", "come", "go", "head", "land"})
"""Lemmas of verbs that tell where somebody goes to call."""
_TO = frozenset({"to", "of", "in", "for"})
# What who calls does with his call; a host welcomes it, and others denounce it.
_MAKING = frozenset(
    {"make", "pay", "begin", "start", "open", "end", "conclude", "finish", "complete", "continue",
     "plan", "postpone", "delay", "cancel", "scrap", "shorten", "cut", "extend", "undertake", "put",
     "call", "defer", "suspend", "wrap", "schedule", "abandon", "drop", "skip", "resume"}
)  # fmt: skip
_ON = frozenset({"on", "for", "during", "after", "before", "from", "ahead"})
_HOSTING = frozenset(
    {"welcome", "receive", "host", "greet", "meet", "invite", "await", "escort", "accompany",
     "tell", "thank", "urge"}
)  # fmt: skip


class Visits:
    """Who in a text calls on which country."""

    def __init__(self) -> None:
        self._callers: set[tuple[str | int, str]] = set()  # by name, or the index of a noun
        self._sentences: set[tuple[int, str]] = set()  # by index of the first token

    def note(self, place: Token, kind: Kind, code: str) -> None:
        """Note who calls on the place of the country: on a state or its seat, not a mere town."""
        if kind not in POWERS:
            return
        for caller in _callers(place):
            self._callers.add((_key(caller), code))
            self._sentences.add((caller.sent.start, code))

    def calls_on(self, token: Token, code: str) -> bool:
        """Whether it is somebody who calls on the country, anywhere in the text, or his office."""
        owner = possessor(token)
        own = owner is not None and owner.tag_ == "PRP$"
        return (_key(token), code) in self._callers or (
            own and (token.sent.start, code) in self._sentences
        )


def _key(caller: Token) -> str | int:
    return caller.text if caller.pos_ == "PROPN" else caller.i


def _callers(place: Token) -> tuple[Token, ...]:
    node = first_conjunct(place)
    if node.dep_ == "dobj" and node.head.lemma_.lower() in CALLING:
        return subjects(node.head)
    if node.dep_ != "pobj" or node.head.lower_ not in _TO:
        return ()
    above = node.head.head
    if above.pos_ in PREDICATES:
        return subjects(above) if above.lemma_.lower() in COMING else ()
    return _of_call(above) if above.lemma_.lower() in _CALLS else ()


def _of_call(call: Token) -> tuple[Token, ...]:
    """Whose visit it is: its owner, or who makes it or does something on it."""
    found, node = owners(call), first_conjunct(call)
    verb = node.head
    if node.dep_ == "pobj" and verb.lower_ in _ON:
        while verb.dep_ == "prep":
            verb = verb.head
        told = verb.pos_ in PREDICATES and verb.lemma_.lower() not in _HOSTING
    else:
        told = node.dep_ == "dobj" and verb.lemma_.lower() in _MAKING
    return (*found, *subjects(verb)) if told else found
