"""To whom a deed is done where grammar tells it plainly and the network reads nobody.

'Lined up the men and shot *them*', '*relatives* rounded up by soldiers'. The network looks for
names and nouns, and of a verb that hangs on a noun it may read only the doer.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import conjuncts, is_passive

_DONE = frozenset({"ASSAULT", "COERCE", "SUPPORT", "ACCUSE"})
"""What is done to somebody alone; of a demand or an offer the object may be a thing asked for."""
_PERSONS = frozenset({"him", "her", "them", "us", "me"})
_MENDING = frozenset({"torch", "destroy", "raze", "burn", "demolish"})  # 'them' may be huts


def told_by_object(trigger: Token, event: str) -> tuple[Span, ...]:
    """Whom the verb of a deed has for its object: a pronoun for persons, or the noun it hangs on.

    Args:
        trigger: the word that reports the deed.
        event: its type.
    """
    if event not in _DONE or trigger.pos_ != "VERB":
        return ()
    if trigger.dep_ == "acl" and trigger.tag_ == "VBN":
        told = any(c.dep_ == "agent" for c in trigger.rights)
        noun = trigger.head
        return (_phrase(noun),) if told and noun.pos_ == "NOUN" else ()
    if is_passive(trigger) or trigger.lemma_ in _MENDING:
        return ()
    objects = [c for c in trigger.rights if c.dep_ == "dobj"]
    if len(objects) != 1 or len(conjuncts(objects[0])) > 1:
        return ()
    pronoun = objects[0]
    return (_phrase(pronoun),) if pronoun.lower_ in _PERSONS else ()


def _phrase(noun: Token) -> Span:
    return noun.doc[noun.left_edge.i : noun.i + 1]
