"""To whom a deed is done where grammar tells it plainly and the network reads nobody.

'Lined up the men and shot *them*', '*relatives* rounded up by soldiers'. The network looks for
names and nouns, and of a verb that hangs on a noun it may read only the doer. Of a measure it may
miss whose wrong is the reason for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import conjuncts, is_passive

_DONE = frozenset({"ASSAULT", "COERCE", "SUPPORT", "ACCUSE"})
"""What is done to somebody alone; of a demand or an offer the object may be a thing asked for."""
_PERSONS = frozenset({"him", "her", "them", "us", "me"})
_REASONING = frozenset({"say", "argue", "claim", "complain", "allege"})
_RUINING = frozenset({"torch", "destroy", "raze", "burn", "demolish"})  # 'them' may be huts


def told_by_object(trigger: Token, event: str) -> tuple[Span, ...]:
    """Whom the verb of a deed has for its object: a pronoun for persons, or the noun it hangs on.

    Args:
        trigger: the word that reports the deed.
        event: its type.
    """
    if trigger.pos_ == "VERB" and event == "SANCTION":
        return tuple(map(_phrase, _blamed(trigger)))
    if event not in _DONE or trigger.pos_ != "VERB":
        return ()
    if trigger.dep_ == "acl" and trigger.tag_ == "VBN":
        told = any(c.dep_ == "agent" for c in trigger.rights)
        noun = trigger.head
        return (_phrase(noun),) if told and noun.pos_ == "NOUN" else ()
    if is_passive(trigger) or trigger.lemma_ in _RUINING:
        return ()
    objects = [c for c in trigger.rights if c.dep_ == "dobj"]
    if len(objects) != 1 or len(conjuncts(objects[0])) > 1:
        return ()
    pronoun = objects[0]
    return (_phrase(pronoun),) if pronoun.lower_ in _PERSONS else ()


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


def _phrase(noun: Token) -> Span:
    return noun.doc[noun.left_edge.i : noun.i + 1]
