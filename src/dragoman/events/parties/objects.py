"""To whom a deed is done where grammar tells it plainly and the network reads nobody.

'Lined up the men and shot *them*', '*relatives* rounded up by soldiers'. The network looks for
names and nouns, and of a verb that hangs on a noun it may read only the doer. Of a measure it may
miss whose wrong is the reason for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import (
    NOUN_SUBJECTS,
    conjuncts,
    direct_objects,
    first_conjunct,
    is_passive,
    names_none,
    prepositional,
    subjects,
    with_words_before,
)
from dragoman.events.proposal import Proposal

_DONE = frozenset({"ASSAULT", "COERCE", "SUPPORT", "ACCUSE"})
"""What is done to somebody alone; of a demand or an offer the object may be a thing asked for."""
_SAID = frozenset({"THREATEN", "ACCUSE", "REJECT", "REQUEST"})
ENVOYS = frozenset({"ambassador", "envoy", "consul"})
"""Lemmas of nouns for who is sent to stay with another state."""
_POSTED = frozenset({"ambassador", "commissioner", "consul"})
_PERSONS = frozenset({"him", "her", "them", "us", "me"})
_NAMED = frozenset({"PERSON", "ORG"})  # which a tagger may call a surname
_REASONING = frozenset({"say", "argue", "claim", "complain", "allege"})
_DYING = frozenset({"die", "perish"})
_HARMED = _DYING | {"kill", "wound", "injure", "hurt", "maim", "martyr", "slay"}
_WHEN = frozenset({"when", "as", "after"})
_WITHIN = ("pobj", "prep", "dobj", "xcomp")
_DEEP = 4  # words from 'shelling' up to 'were wounded'
_RUINING = frozenset({"torch", "destroy", "raze", "burn", "demolish"})  # 'them' may be huts


def told_by_object(deed: Proposal) -> tuple[Span, ...]:
    """Whom grammar tells a deed to be done to: its object, whom it harms, where one is posted."""
    trigger, event = deed.trigger, deed.event
    if event == "ASSAULT" and (harmed := _phrases(_harmed_in(trigger))):
        return harmed
    if trigger.pos_ != "VERB":
        return ()
    if event == "SANCTION":
        return _phrases(_blamed(trigger))
    hosts = _phrases(_hosts(trigger)) if event in _SAID else ()
    return hosts or (_phrases(_object(trigger)) if event in _DONE else ())


def _object(verb: Token) -> Iterator[Token]:
    """The pronoun or name of a person that is the verb's object, or the noun that it hangs on.

    '*Relatives* rounded up by soldiers': without who did it the noun may stand for another part.
    """
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        if any(c.dep_ == "agent" for c in verb.rights) and verb.head.pos_ == "NOUN":
            yield verb.head
        return
    if is_passive(verb) or verb.lemma_ in _RUINING:
        return
    objects = direct_objects(verb)
    if len(objects) != 1 or len(conjuncts(objects[0])) != 1:
        return
    if objects[0].lower_ in _PERSONS or objects[0].ent_type_ in _NAMED:
        yield objects[0]


def _harmed_in(trigger: Token) -> Iterator[Token]:
    """Who is told to have been harmed when it was done, or in it.

    '*Three villagers* were hurt when troops resorted to shelling', '*two men* died in the raid'.
    """
    node = trigger
    for _ in range(_DEEP):
        above = node.head
        when = node.dep_ == "advcl" and any(c.lower_ in _WHEN for c in node.lefts)
        within = node.dep_ == "prep" and node.lower_ in ("in", "during")
        if (when or within) and above.lemma_ in _HARMED:
            for verb in (first_conjunct(above), *first_conjunct(above).conjuncts):
                if verb.tag_ == "VBN" or verb.lemma_ in _DYING:
                    told = (c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS)
                    yield from (c for c in told if c.lower_ != "others" and not names_none(c))
            return
        if node.dep_ not in _WITHIN or above.i == node.i:
            return
        node = above


def _hosts(verb: Token) -> Iterator[Token]:
    """The state to which an ambassador is posted, who speaks to nobody else: 'envoy to *Mali*'."""
    for speaker in subjects(verb):
        if speaker.lemma_.lower() in _POSTED:
            yield from (post for post in prepositional(speaker, "to") if post.ent_type_ == "GPE")


def _blamed(verb: Token) -> Iterator[Token]:
    """Whose wrong is the reason told: 'froze the loan, saying that *Mali* had broken its terms'.

    Only a name: whoever else is spoken of there may be anybody.
    """
    for saying in verb.rights:
        if saying.dep_ == "advcl" and saying.tag_ == "VBG" and saying.lemma_ in _REASONING:
            clauses = [c for c in saying.rights if c.dep_ == "ccomp"]
            for subject in (s for c in clauses for s in c.lefts if s.dep_ == "nsubj"):
                if subject.pos_ == "PROPN":
                    yield subject


def _phrases(nouns: Iterator[Token]) -> tuple[Span, ...]:
    return tuple(map(with_words_before, nouns))
