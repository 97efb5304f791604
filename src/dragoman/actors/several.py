"""Who words for several parties mean: 'they', 'both sides', 'the two ministers'."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from spacy.tokens import Token

from dragoman.actors.mediators import mediates, standing_between
from dragoman.actors.pairs import PERSONS, SIDES, STATES, last_two
from dragoman.actors.party import Party, Told, government_of
from dragoman.actors.subject_matter import is_subject_matter
from dragoman.actors.things import means_things
from dragoman.actors.told_parties import ToldParties
from dragoman.analysis.grammar import NOUN_SUBJECTS, first_conjunct

_MUTUAL = frozenset({"agree", "meet", "discuss", "negotiate"})
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
        if means_things(token):
            return ()
        here, done_to = self._number(token), _done_to(token)
        groups: dict[int, list[Told]] = {}
        for told in self._told.before(token, SENTENCES_BACK):
            if told.group != done_to and not is_subject_matter(token.doc[told.index]):
                groups.setdefault(told.group, []).append(told)
        best: tuple[Party, ...] = ()
        rank = -1.0
        for members in groups.values():
            score = _salience(token, members, here - members[-1].sentence)
            if score is not None and score >= rank:
                best, rank = tuple(m.party for m in members), score
        if _agree(token) and (not best or (len(best) == 1 and not best[0].plural)):
            return self.pair(token, "leader") or best  # not the last body told
        return best

    def counted(self, head: Token, noun: str, number: int) -> tuple[Party, ...]:
        """Those of whom so many were told: 'the three countries'; else nobody."""
        before = self._told.before(head, SIDES_BACK)
        if noun in STATES and number > 2:
            return tuple(map(government_of, _states(before, number)))
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
        if noun == "both" and len(they := self.they(head)) == 2:
            return they
        if noun in PERSONS or noun == "both":  # not what they talk of
            apart = [t for t in before if not is_subject_matter(head.doc[t.index])]
            apart = [t for t in apart if not mediates(head.doc[t.index])]
        else:
            apart = before
        if noun in PERSONS:  # whose talk is of another: 'the leaders agreed that Iran must'
            others = {t.party.country for t in self._told.in_sentence(here)
                      if t.index > head.i and t.subject}  # fmt: skip
            apart = [t for t in apart if t.party.country not in others - {None}]
        return last_two(apart, noun) or last_two(before, noun)


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
