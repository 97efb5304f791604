"""Who words for several parties mean: 'they', 'both sides', 'the two ministers'."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from spacy.tokens import Token

from dragoman.actors.encounters import who_met
from dragoman.actors.mediators import is_own_side, mediates, quoted_speaker, standing_between
from dragoman.actors.pairs import MEETING, PERSONS, SIDES, STATES, last_two
from dragoman.actors.party import Party, Told, government_of
from dragoman.actors.phrases import value_of
from dragoman.actors.plight import acts_on, likelihood, plight
from dragoman.actors.subject_matter import is_subject_matter
from dragoman.actors.things import means_things
from dragoman.actors.told_parties import ToldParties
from dragoman.analysis.grammar import NOUN_SUBJECTS, first_conjunct

_PEOPLE = frozenset({"man", "woman", "men", "women", "people"})
_MUTUAL = frozenset({"agree", "meet", "discuss", "negotiate"})
_APPEALING = frozenset({"call", "urge", "appeal", "plead"})
SENTENCES_BACK = 3
SIDES_BACK = 6


class Several:
    """Finds the parties that a word for several of them means, among those told before.

    Args:
        told: the parties that the text tells by name or noun.
    """

    def __init__(self, told: ToldParties) -> None:
        self._told = told
        self._number = told.sentences.number

    def they(self, token: Token) -> tuple[Party, ...]:
        """'They': the last coordination of parties, group or plural."""
        if token.head.lower_ == "between" and (sides := self.pair(token, "side")):
            return sides  # 'to mediate between them'
        if means_things(token, self._told):
            return ()
        here, speaking = self._number(token), quoted_speaker(token)
        own = [t.party for t in self._told.at(speaking)]
        done_to = _done_to(token)
        groups: dict[int, list[Told]] = {}
        for told in self._told.before(token, SENTENCES_BACK):
            apart = told.group != done_to
            apart = apart and not any(is_own_side(told.party, one) for one in own)
            if apart and not is_subject_matter(token.doc[told.index]):
                groups.setdefault(told.group, []).append(told)
        state = plight(token, self._told.in_sentence(here))
        best: tuple[Party, ...] = ()
        rank = -1.0
        for members in groups.values():
            score = _salience(token, members, here - members[-1].sentence)
            likely = likelihood(state, members, token)
            if score is not None and likely is not None and score + likely >= rank:
                best, rank = tuple(m.party for m in members), score + likely
        if _agree(token) and (not best or (len(best) == 1 and not best[0].plural)):
            return self.pair(token, "leader") or best  # not the last body told
        of_whom = len(best) == 1 and best[0].unnamed and best[0].noun in MEETING
        if of_whom and (best[0].guessed or best[0].country is None):
            return self.pair(token, best[0].noun) or best  # 'the ministers met; they agreed'
        return best or who_met(self._told.in_sentence(here - 1), token.doc)

    def counted(self, head: Token, noun: str, number: int) -> tuple[Party, ...]:
        """Those of whom so many were told: 'the three countries', 'the two men'; else nobody."""
        before = self._told.before(head, SIDES_BACK)
        if noun in STATES and number > 2:
            return tuple(map(government_of, _states(before, number)))
        for told in reversed(before) if noun in _PEOPLE else ():
            party, token = told.party, head.doc[told.index]
            many = party.plural and party.unnamed and party.kind == "people"
            if many and any(c.dep_ == "nummod" and value_of(c) == number for c in token.lefts):
                return (party,)
        return ()

    def pair(self, head: Token, noun: str) -> tuple[Party, ...]:
        """The last two distinct parties of the kind that the noun tells."""
        here = self._number(head)
        between = standing_between(head) if noun in SIDES else frozenset()
        asking = {state for t in self._told.at(between) if (state := _state(t.party))}
        before = [
            t for t in self._told.before(head, SIDES_BACK)
            if t.index not in between and _state(t.party) not in asking
        ]  # fmt: skip
        own = {t.party.country for t in before if t.sentence == here and acts_on(head, t.index)}
        before = [t for t in before if t.party.country not in own - {None}]
        if noun == "both" and len(they := self.they(head)) == 2:
            return they
        if noun in PERSONS or noun == "both":  # not what they talk of
            apart = [t for t in before if not is_subject_matter(head.doc[t.index])]
            apart = [t for t in apart if not mediates(head.doc[t.index])]
        else:
            apart = [t for t in before if not _appeals(head.doc[t.index], noun)]
        if noun in PERSONS:  # whose talk is of another: 'the leaders agreed that Iran must'
            others = {t.party.country for t in self._told.in_sentence(here)
                      if t.index > head.i and t.subject}  # fmt: skip
            apart = [t for t in apart if t.party.country not in others - {None}]
        return last_two(apart, noun) or last_two(before, noun)


def _appeals(party: Token, noun: str) -> bool:
    """Whether it appeals to the sides together with another: '*Peru and Chile* called for calm'."""
    first = first_conjunct(party)
    joint = any(c.dep_ == "conj" for c in first.rights)
    return noun in SIDES and joint and first.dep_ == "nsubj" and first.head.lemma_ in _APPEALING


def _states(before: Sequence[Told], number: int) -> tuple[str, ...]:
    """The codes of so many countries as were last told together: coordinated, or in a sentence."""
    for key in (attrgetter("group"), attrgetter("sentence")):
        together: dict[int, dict[str, None]] = {}
        for told in before:
            if told.party.country and not told.party.guessed:
                together.setdefault(key(told), {})[told.party.country] = None
        for codes in reversed(together.values()):
            if len(codes) == number:
                return tuple(codes)
    return ()


def _salience(token: Token, members: Sequence[Told], back: int) -> float | None:
    """How much the text has those told together in view; None where 'they' cannot mean them."""
    last = members[-1]
    alone = len(members) == 1 and not last.party.plural
    body = last.party.kind == "body" and "JRN" not in last.party.sectors
    counted = token.head.lower_ == "of" and token.head.head.pos_ == "NUM"
    if alone and (counted or not (body and back <= 1)):
        return None  # 'two of them' are people, and not of a body
    parallel = last.subject == (token.dep_ not in ("dobj", "pobj", "dative"))
    return 10.0 - 3 * back + (4 if parallel else 0) - (3 if body and len(members) == 1 else 0)


def _done_to(token: Token) -> int | None:
    """Whom the token does something to in a clause about them: 'two *firms* that they accuse'."""
    clause = token.head
    if token.dep_ not in NOUN_SUBJECTS or clause.dep_ != "relcl":
        return None
    return first_conjunct(clause.head).i


def _agree(token: Token) -> bool:
    """Whether it is who do what takes two: 'they agreed', 'they met'."""
    return token.dep_ == "nsubj" and token.head.lemma_ in _MUTUAL


def _state(party: Party) -> str | None:
    """The code of the state that it is or governs; else None."""
    return party.country if party.kind == "country" or party.sector == "GOV" else None
