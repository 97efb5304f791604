"""What the text told before under the same noun: whose 'the rebels' or 'the embassy' are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from spacy.tokens import Token

from dragoman.actors.fitting import is_like
from dragoman.actors.party import Party, Told
from dragoman.actors.pointing import points_back
from dragoman.actors.several import SENTENCES_BACK, SIDES_BACK
from dragoman.actors.told_parties import ToldParties

_TOLD_AS = ("nsubj", "nsubjpass", "dobj", "dative", "pobj")


class Earlier:
    """Finds earlier parties of a phrase's noun, and the countries that were told of them.

    Args:
        told: the parties that the text tells by name or noun.
    """

    def __init__(self, told: ToldParties) -> None:
        self._told = told
        self._number = told.sentences.number
        self._of_noun: defaultdict[str, list[Told]] = defaultdict(list)
        self._first: defaultdict[str, dict[str, int]] = defaultdict(dict)
        """Where each country is first told, by the sector of whoever is of it."""
        for one in told.all:
            party = one.party
            self._of_noun[party.noun].append(one)
            if party.country and not party.guessed:
                self._first[party.sector].setdefault(party.country, one.index)

    def has(self, head: Token, noun: str) -> bool:
        """Whether 'a man' was told of before the head of 'the man', by no other name."""
        return any(
            t.party.unnamed and not t.party.plural for t in self._of_noun_before(noun, head.i)
        )

    def last(self, head: Token, noun: str) -> Party | None:
        """The last of the noun told before, where it is 'an envoy' a few sentences back at most."""
        for told in reversed(self._told.before(head, SENTENCES_BACK)):
            party = told.party
            if not is_like(party, noun):
                continue
            if party.plural or not party.unnamed:
                return None
            token = head.doc[told.index]
            first_told = any(c.lower_ in ("a", "an", "another") for c in token.lefts)
            alone = token.dep_ in _TOLD_AS and all(c.dep_ != "appos" for c in token.rights)
            return party if first_told and alone and token.head.lower_ != "as" else None
        return None

    def named(self, head: Token, noun: str) -> Party | None:
        """Who was named beside the same noun: 'Japan's envoy, X, left', of 'the envoy' later."""
        alike = reversed(self._of_noun_before(noun, head.i))
        last = next((t for t in alike if t.party.unnamed), None)
        if last is None or last.party.plural:
            return None
        beside = (c.i for c in head.doc[last.index].children if c.dep_ == "appos" and c.i < head.i)
        named = (t.party for t in self._told.at(beside) if t.party.kind == "person")
        return next(named, None)

    def lately(self, head: Token, own: Party) -> Party | None:
        """As `same_noun`, where the phrase points back ('the rebels') to the last few sentences."""
        back = self._number(head) - SENTENCES_BACK
        return self.same_noun(head, own, back) if points_back(head) else None

    def same_noun(self, head: Token, own: Party, since: int = 0) -> Party | None:
        """An earlier party of the same noun whose country was told: 'the rebels' are Syria's.

        In the last sentences also one of its kind: 'the envoy' is the special envoy, 'the ministry'
        the Ministry of Health. Sentences before number ``since`` are not asked.
        """
        for told in self._alike(head, own.noun):
            party = told.party
            if told.sentence < since:
                return None
            if not party.guessed and (party.country or not points_back(head.doc[told.index])):
                return party if party.country else None
        return None

    def _alike(self, head: Token, noun: str) -> Iterator[Told]:
        """Those of the noun told before the head, the last first; near it those of its kind too."""
        near = self._told.before(head, SIDES_BACK)
        for told in reversed(near):
            if told.party.noun == noun or is_like(told.party, noun):
                yield told
        yield from reversed(self._of_noun_before(noun, near[0].index if near else head.i))

    def _of_noun_before(self, noun: str, index: int) -> Sequence[Told]:
        """Those told by a noun before an index, in order."""
        alike = self._of_noun.get(noun, [])
        return alike[: bisect_left(alike, index, key=attrgetter("index"))]

    def force(self, head: Token, own: Party) -> str | None:
        """The only country whose army, or rebels, the text has told of: 'soldiers' are its."""
        firsts = self._first.get(own.sector, {})
        codes = [code for code, index in firsts.items() if index < head.i]
        return codes[0] if len(codes) == 1 else None

    def mission(self, head: Token, own: Party) -> Party | None:
        """Whose consulate or embassy the text tells of most, before the head or after it."""
        like = [t.party for t in self._of_noun.get(own.noun, ()) if t.index != head.i]
        codes = Counter(p.country for p in like if p.country)
        most = next(iter(codes.most_common(1)), None)
        return None if most is None else next(p for p in reversed(like) if p.country == most[0])
