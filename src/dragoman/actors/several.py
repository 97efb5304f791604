"""Who words for several parties mean: 'they', 'both sides', 'the two ministers'."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from spacy.tokens import Token

from dragoman.actors.encounters import who_met
from dragoman.actors.mediators import is_own_side, mediates, quoted_speaker, standing_between
from dragoman.actors.party import Party, Told, government_of
from dragoman.actors.phrases import value_of
from dragoman.actors.plight import acts_on, likelihood, plight
from dragoman.actors.subject_matter import is_subject_matter
from dragoman.actors.things import means_things
from dragoman.actors.told_parties import ToldParties
from dragoman.analysis.grammar import NOUN_SUBJECTS, first_conjunct

STATES = frozenset(
    {"country", "nation", "state", "neighbour", "neighbor", "government", "republic", "capital",
     "power", "kingdom", "rival", "ally"}
)  # fmt: skip
SIDES = frozenset({"side", "party", "sides", "parties", "pair", "duo"})
_MEETING = frozenset({"minister", "leader", "president", "premier", "foreign minister",
                      "defence minister", "defense minister", "prime minister"})  # fmt: skip
PERSONS = _MEETING | frozenset(
    "official diplomat man politician general envoy negotiator counterpart woman king pair duo "
    "ambassador spokesman".split()
)
_PEOPLE = frozenset({"man", "woman", "men", "women", "people"})
_MUTUAL = frozenset({"agree", "meet", "discuss", "negotiate"})
_OFFICES = frozenset({"government", "ministry", "office"})
_ARMED = frozenset({"MIL", "REB", "PRM"})
_BETWEEN = frozenset({"UNO", "IGO", "NGO"})
_SERVING = frozenset({"GOV", "MIL"})
_SIDED = _SERVING | _ARMED | {"PTY", "LEG", "LAB", "BUS"}
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
        of_whom = len(best) == 1 and best[0].unnamed and best[0].noun in _MEETING
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
            apart = before
        if noun in PERSONS:  # whose talk is of another: 'the leaders agreed that Iran must'
            others = {t.party.country for t in self._told.in_sentence(here)
                      if t.index > head.i and t.subject}  # fmt: skip
            apart = [t for t in apart if t.party.country not in others - {None}]
        return _two(apart, noun) or _two(before, noun)


def _two(before: Sequence[Told], noun: str) -> tuple[Party, ...]:
    """The last two of all told before that the noun may mean."""
    if noun in PERSONS:
        fitting = [t for t in before if t.party.kind == "person" and t.party.country]
        found = _together(fitting, lambda p: str(p.country))
        found = found or _last_two(fitting, lambda p: p.name)
        if len(found) == 2:
            return found
    fitting = [t for t in before if t.party.country or _is_named_body(t.party)]
    if noun in SIDES:
        return _two_sides(fitting)
    fitting = [t for t in fitting if not t.party.guessed]
    if noun in PERSONS:  # not the staff or the rebels of two states
        fitting = [t for t in fitting if _sends(t.party) and t.party.country not in _BETWEEN]
    found = _coordinated(fitting, by_country=True)
    found = found if found and not _is_left(found, fitting) else _told_last(fitting)
    if noun in STATES and all(p.country for p in found):
        return tuple(government_of(str(p.country)) for p in found)
    return found


def _two_sides(fitting: Sequence[Told]) -> tuple[Party, ...]:
    """The last two that can be sides; those who stand between only where no others are told."""
    able = [t for t in fitting if _is_side(t.party)]
    told = [t for t in able if not t.party.guessed]
    apart = [t for t in told if t.party.country not in _BETWEEN]
    armed = [t for t in able if t in apart or t.party.sector in _ARMED]
    pairs = [_coordinated(apart, by_country=False), _coordinated(armed, by_country=False)]
    pairs += (
        _told_last(group)
        or _last_two(group, lambda p: f"{p.country} {p.sector}")
        or _last_two(group, lambda p: p.name)
        for group in (apart, armed, told)
    )
    told_two = [two for two in pairs if two and not _is_left(two, told)]
    told_two.sort(key=_are_one)  # those of one side only where no others are told
    return _of_sides(told_two[0]) if told_two else ()


def _of_sides(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """The states of those who stand for them: of a minister, and of the guns of the other."""
    one, other = found
    if None in (one.country, other.country) or one.country == other.country:
        return found
    if "GOV" not in (one.sector, other.sector):
        return found  # troops and those whom they fight
    return tuple(government_of(str(p.country)) if _serves_state(p) else p for p in found)


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


def _is_named_body(party: Party) -> bool:
    return party.kind == "body" and not party.unnamed


def _told_last(fitting: Sequence[Told]) -> tuple[Party, ...]:
    """Two of different countries: of one sentence, or else the last told."""
    return _together(fitting, _land) or _last_two(fitting, _land)


def _land(party: Party) -> str:
    return party.country or party.name


def _is_side(party: Party) -> bool:
    """Whether it is of a kind that can be a side: a state, who serves one, an armed group, a body.

    Not people, nor persons of whom nothing of the kind is told.
    """
    if party.kind == "country" or _is_named_body(party):
        return "JRN" not in party.sectors
    return party.sector in _SIDED


def _are_one(parties: Sequence[Party]) -> bool:
    """Whether all serve one state, and so are one side."""
    return len({p.country for p in parties}) == 1 and all(
        p.sector in _SERVING | {"LEG"} and p.country is not None for p in parties
    )


def _serves_state(party: Party) -> bool:
    person = party.kind == "person" or party.unnamed
    return person and party.sector in _SERVING and "PRE" not in party.sectors


def _sends(party: Party) -> bool:
    """Whether 'the two ministers' may be its own: a state, a body, or persons of office."""
    office = party.noun.rpartition(" ")[2] in _OFFICES
    return not party.unnamed or office or party.noun in PERSONS


def _last_two(fitting: Sequence[Told], key: Callable[[Party], str]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for told in reversed(fitting):
        found.setdefault(key(told.party), told.party)
        if len(found) == 2:
            return tuple(reversed(tuple(found.values())))
    return ()


def _together(fitting: Sequence[Told], key: Callable[[Party], str]) -> tuple[Party, ...]:
    """The two that one sentence tells, its subject first: the last that tells two."""
    for number in sorted({t.sentence for t in fitting}, reverse=True):
        here = [t for t in fitting if t.sentence == number]
        here.sort(key=lambda t: not t.subject)
        found: dict[str, Party] = {}
        for told in here:
            found.setdefault(key(told.party), told.party)
        if len(found) > 2 and (two := _coordinated(here, by_country=True)):
            return two  # 'Peru's Silva received Chile's Soto and Cuba's Diaz': not the host
        if len(found) >= 2 and here[0].subject:
            return tuple(found.values())[:2]
    return ()


def _is_left(two: Sequence[Party], fitting: Sequence[Told]) -> bool:
    """Whether one sentence tells two others since the last of them was told."""
    lands = {_land(party) for party in two}
    last = max(n for n, told in enumerate(fitting) if _land(told.party) in lands)
    return bool(_together(fitting[last + 1 :], _land))


def _coordinated(fitting: Sequence[Told], *, by_country: bool) -> tuple[Party, ...]:
    """The two parties last coordinated, of different countries where so asked."""
    for told in reversed(fitting):
        group = [t for t in fitting if t.group == told.group]
        codes = {(by_country and t.party.country) or t.party.name: t.party for t in group}
        if len(codes) == 2:
            return tuple(codes.values())
    return ()
