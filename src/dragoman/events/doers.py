"""Doers that a sentence tells by a pronoun beside the event.

The network looks for names: of 'Iran said it would strike back' it takes 'Iran' for who says so,
and names no doer. Where the grammar is plain, the pronoun tells him. On held-out sentences without
a doer read, the pronoun that is the subject of an active verb was right 51 times of 51; any other
noun that grammar offered, one time in five.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import governing_verb, is_passive, subjects

_DOING = frozenset(
    "carry conduct hold launch lead make mount perform pay stage undertake wage".split()
)
"""Verbs that leave the deed to their object: 'it had conducted a test'."""


def told_by_pronoun(trigger: Token) -> tuple[Span, ...]:
    """The pronoun that tells who does what the trigger reports; empty where none plainly does."""
    if trigger.pos_ in ("VERB", "AUX"):
        found = () if is_passive(trigger) else subjects(trigger)
    else:
        found = _carrying(trigger)
    return tuple(token.doc[token.i : token.i + 1] for token in found if token.tag_ == "PRP")


def _carrying(noun: Token) -> tuple[Token, ...]:
    """The subject of a verb that leaves the deed to the noun."""
    verb = governing_verb(noun) if noun.dep_ == "dobj" else None
    if verb is None or verb.lemma_ not in _DOING or is_passive(verb):
        return ()
    return subjects(verb)
