"""Promises that were not kept: what they were of has not been done.

'Broke its promise to withdraw', 'went back on a pledge to lift tariffs', 'reneged on a deal to free
them', 'did not keep its word to leave'.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import auxiliaries, is_negated

_WORDS = frozenset(
    "promise pledge vow commitment word undertaking deal agreement assurance guarantee "
    "obligation".split()
)
_BREAKING = frozenset({"break", "betray", "violate", "breach", "flout", "dishonour", "dishonor"})
_TURNING = frozenset({"renege", "backtrack", "backpedal", "welch", "default"})
_BACK = frozenset({"go", "back", "row", "walk", "turn", "pull"})
_AWAY = frozenset({"back", "away", "out", "down"})
_KEEPING = frozenset("keep honour honor fulfil fulfill meet respect implement observe".split())
_FAILING = frozenset({"fail", "refuse", "decline"})
_TIES = frozenset({"on", "from", "of"})


def broken(noun: Token) -> Token | None:
    """The verb that tells that a promise, pledge or deal was not kept, or None.

    Args:
        noun: the word for the promise.
    """
    if noun.lemma_.lower() not in _WORDS:
        return None
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else _tied(noun)
    if verb is None or verb.pos_ != "VERB" or _is_only_possible(verb):
        return None
    if verb.lemma_ in _KEEPING:
        return verb if _is_not_done(verb) else None
    breaks = verb.lemma_ in _BREAKING if noun.head == verb else _turns(verb)
    return verb if breaks and is_negated(verb) is None and not _is_not_done(verb) else None


def _tied(noun: Token) -> Token | None:
    """The verb over a preposition before the noun: '*went* back on a pledge'."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _TIES:
        return None
    over = noun.head.head
    return over.head if over.pos_ in ("ADV", "ADP", "SCONJ") else over


def _turns(verb: Token) -> bool:
    if verb.lemma_ in _TURNING:
        return True
    return verb.lemma_ in _BACK and any(word.lower_ in _AWAY for word in verb.rights)


def _is_not_done(verb: Token) -> bool:
    """'Did not keep', 'failed to keep'."""
    failed = verb.dep_ == "xcomp" and verb.head.lemma_ in _FAILING
    return failed or is_negated(verb) is not None


def _is_only_possible(verb: Token) -> bool:
    return any(helper.tag_ == "MD" for helper in auxiliaries(verb))
