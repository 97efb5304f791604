"""Deeds that tell of which country the doer is: who topples rulers, who announces what is given.

'The soldiers who deposed President Bio' are of his country, and a minister who announces aid is of
the state that gives it, wherever he stands and whatever country the text tells of most.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.coups import overthrown
from dragoman.actors.entry import BLOCS, Kind
from dragoman.actors.names import Names
from dragoman.analysis.grammar import first_conjunct, subjects

_ANNOUNCING = frozenset({"announce", "unveil", "pledge", "promise"})
_GIVING = frozenset({"give", "provide", "donate", "grant", "contribute", "allocate", "send",
                     "pledge", "promise", "announce", "offer", "commit"})  # fmt: skip
_GIFTS = frozenset(
    {"aid", "funding", "fund", "funds", "support", "grant", "donation", "contribution",
     "assistance", "relief", "package", "million", "billion", "dollar", "euro", "pound"}
)  # fmt: skip
_OFFERED = _GIFTS | frozenset(
    {"programme", "program", "training", "scholarship", "course", "project", "equipment", "vehicle",
     "seminar", "workshop", "loan"}
)  # fmt: skip
# What rulers do to their own alone.
_AT_HOME = frozenset(
    "muzzle gag silence censor purge sack dismiss pardon persecute jail imprison suppress "
    "repress".split()
)
_RULERS = frozenset({Kind.LEADER, Kind.COUNTRY, Kind.ADJECTIVE})


class OwnDeeds:
    """What deeds tell of the country of those who do them.

    Args:
        names: the document's names.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._givers = frozenset(filter(None, map(self._giver, names.doc)))

    def country(self, doer: Token, *, serves: bool) -> str | None:
        """The country that what the phrase of ``doer`` is told to do makes plain, or None.

        Args:
            doer: the head of the phrase.
            serves: whether it serves a state.
        """
        for toppled in overthrown(doer) if serves else ():
            for token in toppled.subtree:
                hit = self._names.hit(token)
                if hit is not None and hit.kind in _RULERS and hit.entry.country not in BLOCS:
                    return hit.entry.country
        first = first_conjunct(doer)
        if (ruler := self._ruler_over(first)) is not None:
            return ruler
        announces = first.dep_ == "nsubj" and first.head.lemma_ in _ANNOUNCING
        if announces and _gives(first.head) and len(self._givers) == 1:
            return next(iter(self._givers))
        return None

    def _ruler_over(self, first: Token) -> str | None:
        """The land of the ruler who does what one does at home: 'Hun Sen muzzled *the media*'."""
        if first.dep_ != "dobj" or first.head.lemma_ not in _AT_HOME:
            return None
        hits = (self._names.hit(s) for s in subjects(first.head))
        return next((h.entry.country for h in hits if h is not None and h.kind in _RULERS), None)

    def _giver(self, token: Token) -> str | None:
        """The state that the token names as giving something, or None."""
        hit = self._names.hit(token)
        if hit is None or hit.kind is not Kind.COUNTRY or token.dep_ != "nsubj":
            return None
        verb = token.head
        return hit.entry.country if verb.lemma_ in _GIVING and _gives(verb) else None


def is_offered_to(token: Token) -> bool:
    """Whether something given is for whom the token tells: 'a programme for magistrates'."""
    first = first_conjunct(token)
    if first.dep_ != "pobj" or first.head.lower_ not in ("for", "to"):
        return False
    return first.head.head.lemma_.lower() in _OFFERED


def _gives(verb: Token) -> bool:
    """Whether what the verb is about is aid or money."""
    told = [c for c in verb.rights if c.dep_ == "dobj"]
    words = {t.lemma_.lower() for c in told for t in (c, *c.lefts)}
    return not words.isdisjoint(_GIFTS) or any(t.ent_type_ == "MONEY" for t in told)
