"""What the text told before under the same noun: whose 'the rebels' or 'the embassy' are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from dragoman.actors.fitting import is_like
from dragoman.actors.party import Party, Told
from dragoman.actors.pointing import points_back
from dragoman.actors.several import SENTENCES_BACK, SIDES_BACK

_TOLD_AS = ("nsubj", "nsubjpass", "dobj", "dative", "pobj")


class Earlier:
    """Finds earlier parties of a phrase's noun, and the countries that were told of them.

    Args:
        told: the parties that the text tells by name or noun, in order.
        number: the number of a token's sentence.
    """

    def __init__(self, told: Sequence[Told], number: Callable[[Token], int]) -> None:
        self._told = told
        self._number = number

    def has(self, head: Token, noun: str) -> bool:
        """Whether 'a man' was told of before the head of 'the man', by no other name."""
        return any(
            t.index < head.i and t.party.noun == noun and t.party.unnamed and not t.party.plural
            for t in self._told
        )

    def last(self, head: Token, noun: str) -> Party | None:
        """The last of the noun told before, where it is 'an envoy' a few sentences back at most."""
        here = self._number(head)
        for told in reversed(self._told):
            party = told.party
            if told.index >= head.i or not is_like(party, noun):
                continue
            if here - told.sentence > SENTENCES_BACK or party.plural or not party.unnamed:
                return None
            token = head.doc[told.index]
            first_told = any(c.lower_ in ("a", "an", "another") for c in token.lefts)
            alone = token.dep_ in _TOLD_AS and all(c.dep_ != "appos" for c in token.rights)
            return party if first_told and alone and token.head.lower_ != "as" else None
        return None

    def named(self, head: Token, noun: str) -> Party | None:
        """Who was named beside the same noun: 'Japan's envoy, X, left', of 'the envoy' later."""
        near = [t for t in self._told if t.index < head.i]
        last = next((t for t in reversed(near) if t.party.noun == noun and t.party.unnamed), None)
        if last is None or last.party.plural:
            return None
        for told in near:
            token = head.doc[told.index]
            if told.party.kind == "person" and token.dep_ == "appos" and token.head.i == last.index:
                return told.party
        return None

    def lately(self, head: Token, own: Party) -> Party | None:
        """As `same_noun`, where the phrase points back ('the rebels') to the last few sentences."""
        back = self._number(head) - SENTENCES_BACK
        return self.same_noun(head, own, back) if points_back(head) else None

    def same_noun(self, head: Token, own: Party, since: int = 0) -> Party | None:
        """An earlier party of the same noun whose country was told: 'the rebels' are Syria's.

        In the last sentences also one of its kind: 'the envoy' is the special envoy, 'the ministry'
        the Ministry of Health. Sentences before number ``since`` are not asked.
        """
        here = self._number(head)
        for told in reversed(self._told):
            party = told.party
            if told.sentence < since:
                return None
            near = here - told.sentence <= SIDES_BACK and is_like(party, own.noun)
            if told.index >= head.i or party.guessed or not (near or party.noun == own.noun):
                continue
            if party.country or not points_back(head.doc[told.index]):
                return party if party.country else None
        return None

    def force(self, head: Token, own: Party) -> str | None:
        """The only country whose army, or rebels, the text has told of: 'soldiers' are its."""
        codes = {
            t.party.country for t in self._told
            if t.index < head.i and t.party.country and not t.party.guessed
            and t.party.sectors[:1] == own.sectors[:1]
        }  # fmt: skip
        return codes.pop() if len(codes) == 1 else None

    def mission(self, head: Token, own: Party) -> Party | None:
        """Whose consulate or embassy the text tells of most, before the head or after it."""
        like = [t.party for t in self._told if t.party.noun == own.noun and t.index != head.i]
        codes = Counter(p.country for p in like if p.country)
        if not codes:
            return None
        return next(p for p in reversed(like) if p.country == codes.most_common(1)[0][0])
