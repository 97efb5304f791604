"""What an article is about, by the words of its text: politics, or what happens among people.

A report of a burglary says 'police', 'court' and 'suspect' in every paragraph, and never
'government'; where public affairs are told of, words of them stand in almost every sentence.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc

from dragoman.events.nondeeds.words import is_a

_ENOUGH = 100
"""Words of a text from which on those that are missing tell what it is not about."""
_SHARE = 200
"""A text of politics has one word of it among so many."""
_MASSES = frozenset({"shooting", "killing", "murder", "stabbing"})


def tells_of_politics(doc: Doc) -> bool:
    """Whether a text has words of politics, or is too short to tell by those it has not."""
    words = [token for token in doc if token.is_alpha]
    if len(words) < _ENOUGH:
        return True
    return sum(is_a(word, "politics") for word in words) * _SHARE >= len(words)


def tells_of_massacre(doc: Doc) -> bool:
    """Whether many were killed at once: 'the *massacre*', 'a *mass* shooting'."""
    return any(is_a(word, "massacre") for word in doc) or any(
        one.lower_ == "mass" and two.lemma_.lower() in _MASSES for one, two in pairwise(doc)
    )
