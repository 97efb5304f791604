"""Who words for several parties mean: 'they', 'both sides', 'the two ministers'."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from dragoman.actors.party import Party, Told

STATES = frozenset(
    {"country", "nation", "state", "neighbour", "neighbor", "government", "republic", "capital",
     "power", "kingdom", "rival", "ally"}
)  # fmt: skip
SIDES = frozenset({"side", "party", "sides", "parties", "pair", "duo"})
PERSONS = frozenset(
    {"minister", "leader", "president", "official", "diplomat", "man", "premier", "politician",
     "general", "envoy", "negotiator", "counterpart", "woman", "foreign minister", "king",
     "defence minister", "defense minister", "prime minister", "pair", "duo", "ambassador",
     "spokesman"}
)  # fmt: skip
_MEETING = PERSONS & {"minister", "leader", "president", "premier", "foreign minister",
                       "defence minister", "defense minister", "prime minister"}  # fmt: skip
_OFFICES = frozenset({"government", "ministry", "office"})
SENTENCES_BACK = 3
SIDES_BACK = 6


class Several:
    """Finds the parties that a word for several of them means, among those told before.

    Args:
        told: the parties that the text tells by name or noun, in order.
        number: the number of a token's sentence.
        government: the party that a country code stands for.
    """

    def __init__(
        self,
        told: Sequence[Told],
        number: Callable[[Token], int],
        government: Callable[[str], Party],
    ) -> None:
        self._told = tuple(told)
        self._number = number
        self._government = government

    def they(self, token: Token) -> tuple[Party, ...]:
        """'They': the last coordination of parties, group or plural."""
        here = self._number(token)
        groups: dict[int, list[Told]] = {}
        for told in self._told:
            if told.index < token.i and here - told.sentence <= SENTENCES_BACK:
                groups.setdefault(told.group, []).append(told)
        best: tuple[Party, ...] = ()
        rank = -1.0
        for members in groups.values():
            last = members[-1]
            back = here - last.sentence
            body = last.party.kind == "body" and "JRN" not in last.party.sectors
            if not (len(members) > 1 or last.party.plural or (body and back <= 1)):
                continue
            parallel = last.subject == (token.dep_ not in ("dobj", "pobj", "dative"))
            score = 10.0 - 3 * back + (4 if parallel else 0)
            score -= 3 if body and len(members) == 1 else 0
            if score >= rank:
                best, rank = tuple(m.party for m in members), score
        if len(best) == 1 and best[0].unnamed and best[0].noun in _MEETING:
            return self.pair(token, best[0].noun) or best  # 'the ministers met; they agreed'
        return best

    def pair(self, head: Token, noun: str) -> tuple[Party, ...]:
        """The last two distinct parties of the kind that the noun tells."""
        here = self._number(head)
        before = [t for t in self._told if t.index < head.i and here - t.sentence <= SIDES_BACK]
        if noun in PERSONS:  # whose talk is of another: 'the leaders agreed that Iran must'
            others = {t.party.country for t in self._told
                      if t.sentence == here and t.index > head.i and t.subject}  # fmt: skip
            apart = [t for t in before if t.party.country not in others - {None}]
            return self._two(apart, noun) or self._two(before, noun)
        return self._two(before, noun)

    def _two(self, before: Sequence[Told], noun: str) -> tuple[Party, ...]:
        if noun in PERSONS:
            fitting = [t for t in before if t.party.kind == "person" and t.party.country]
            found = _together(fitting, lambda p: str(p.country))
            found = found or _last_two(fitting, lambda p: p.name)
            if len(found) == 2:
                return found
        fitting = [t for t in before if t.party.country or _is_named_body(t.party)]
        fitting = [t for t in fitting if not t.party.guessed]
        if noun in PERSONS:  # not the staff or the rebels of two states
            fitting = [t for t in fitting if _sends(t.party)]
        found = _coordinated(fitting, by_country=noun not in SIDES)
        found = found or _together(fitting, lambda p: p.country or p.name)
        found = found or _last_two(fitting, lambda p: p.country or p.name)
        if noun in SIDES and len(found) < 2:
            found = _last_two(fitting, lambda p: p.name)
        if len(found) < 2:
            return ()
        if noun in STATES and all(p.country for p in found):
            return tuple(self._government(str(p.country)) for p in found)
        return found


def _is_named_body(party: Party) -> bool:
    return party.kind == "body" and not party.unnamed


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
        if len(found) >= 2 and here[0].subject:
            return tuple(found.values())[:2]
    return ()


def _coordinated(fitting: Sequence[Told], *, by_country: bool) -> tuple[Party, ...]:
    """The two parties last coordinated, of different countries where so asked."""
    for told in reversed(fitting):
        group = [t for t in fitting if t.group == told.group]
        codes = {(by_country and t.party.country) or t.party.name: t.party for t in group}
        if len(codes) == 2:
            return tuple(codes.values())
    return ()
