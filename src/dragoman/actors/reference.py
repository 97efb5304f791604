"""Who pronouns and phrases like 'both sides' and 'the minister' refer back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.phrases import left_edge
from dragoman.actors.roles import Role

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_SPEAKING = frozenset({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"})
_PRONOUNS = _MALE | _FEMALE | _PLURAL | _NEUTER | _SPEAKING
_STATES = frozenset(
    {"country", "nation", "state", "neighbour", "neighbor", "government", "republic", "capital",
     "power", "kingdom", "rival", "ally"}
)  # fmt: skip
_SIDES = frozenset({"side", "party", "sides", "parties", "pair", "duo"})
_PERSONS = frozenset(
    {"minister", "leader", "president", "official", "diplomat", "man", "premier", "politician",
     "general", "envoy", "negotiator", "counterpart", "woman", "foreign minister", "king",
     "defence minister", "defense minister", "prime minister", "pair", "duo", "ambassador",
     "spokesman"}
)  # fmt: skip
_MEETING = _PERSONS & {"minister", "leader", "president", "premier", "foreign minister",
                       "defence minister", "defense minister", "prime minister"}  # fmt: skip
_BODIES = frozenset(
    {"group", "organisation", "organization", "movement", "party", "company", "firm", "agency",
     "bloc", "alliance", "union", "body", "newspaper", "bank", "militia", "network", "coalition",
     "watchdog", "charity", "broadcaster", "outlet", "faction", "airline", "council",
     "commission", "tribunal"}
)  # fmt: skip
_FIRMS = frozenset({"company", "firm", "bank", "airline", "group", "newspaper", "broadcaster",
                    "outlet", "network", "organisation", "organization"})  # fmt: skip
_COUNTRIES = frozenset(
    {"country", "nation", "republic", "kingdom", "state", "emirate", "island", "monarchy", "regime"}
)
_OVERSEERS = frozenset({"agency", "watchdog", "regulator"})
_TOLD_AS = ("nsubj", "nsubjpass", "dobj", "dative", "pobj")
_OTHERS = ("dobj", "dative", "prep")
_WHERE = frozenset({"over", "in", "near", "into", "across", "at", "through", "around"})
_SALIENCE = 4  # at most what a subject counts
_GENDERED = 4  # what it counts that a person's gender is told, and not only fits
_SENTENCES_BACK = 3
_SIDES_BACK = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A party told at a place of the text."""

    index: int
    sentence: int
    party: Party
    subject: bool
    group: int
    """Index of the first conjunct of the coordination it stands in."""


class Reference:
    """Finds antecedents among the parties told before.

    Args:
        told: the parties that the text tells by name or noun, in order.
        numbers: number of each sentence, by the index of its first token.
        government: the party that a country code stands for.
        state: the country that 'the rogue state' means at a token.
    """

    def __init__(
        self,
        told: Sequence[Told],
        numbers: dict[int, int],
        government: Callable[[str], Party],
        state: Callable[[Token], str | None],
    ) -> None:
        self.told = tuple(told)
        self._numbers = numbers
        self._government = government
        self._state = state
        self._named = Counter(t.party.country for t in self.told if t.party.kind == "country")

    @staticmethod
    def is_pronoun(token: Token) -> bool:
        """Whether the token is a personal or possessive pronoun."""
        return token.tag_ in ("PRP", "PRP$") and token.lower_ in _PRONOUNS

    def pronoun(self, token: Token) -> tuple[Party, ...]:
        """Whom a pronoun of the third person means; empty where not plain."""
        word = token.lower_
        if word in _MALE | _FEMALE:
            gender = "m" if word in _MALE else "f"
            found = self._best(token, lambda p: p.kind == "person" or _one(p), gender)
            return (found,) if found else ()
        if word in _NEUTER:
            found = self._best(
                token, lambda p: p.kind in ("country", "body"), "", subjects=word == "it"
            )
            return (found,) if found else ()
        if word in _PLURAL:
            return self._several(token)
        return ()

    def phrase(self, head: Token, role: Role | None, own: Party | None) -> tuple[Party, ...]:
        """Whom 'both sides', 'the two countries', 'the ministers', 'the group' mean, or nobody.

        Args:
            head: the phrase's head.
            role: its role noun.
            own: what its own words tell, which the antecedent must not contradict.
        """
        lemma = head.lemma_.lower()
        noun = lemma if role is None or lemma in _STATES | _SIDES else role.noun
        words = {t.lower_ for t in head.doc[left_edge(head) : head.i]}
        several = "both" in words or ("two" in words and words & {"the", "these", "those", "their"})
        if head.lower_ in ("both", "each", "pair", "duo") or (
            several and noun in _STATES | _SIDES | _PERSONS
        ) or (head.tag_ == "NNS" and noun in _SIDES and "the" in words):  # fmt: skip
            return self._pair(head, noun)
        single = role is not None and role.kind == "group" and head.tag_ == "NN"
        plural = head.tag_ == "NNS" if role is None or single else role.plural
        body = lemma if role is not None and lemma in _BODIES else noun
        definite = bool(words & {"the", "this", "that"}) or _heads_line(head)
        if not definite or any(c.dep_ == "relcl" or c.lower_ == "of" for c in head.rights):
            return ()
        if plural:
            return self._pair(head, noun) if noun in _PERSONS - {"official", "diplomat"} and len(
                words
            ) == 1 else ()  # fmt: skip
        told = own is not None and own.country is not None and not own.guessed
        if noun in _COUNTRIES and len(words) <= 2 and not told:  # 'the country', 'the rogue state'
            if len(words) > 1 and (code := self._state(head)):
                return (self._government(code),)
            found = self._best(head, _is_state, "", back=_SIDES_BACK)
            return (self._government(str(found.country)),) if found else ()
        if body in _BODIES and len(words) <= 2:
            found = self._best(head, lambda p: _fits_body(p, body, own), "", back=_SIDES_BACK)
            return (found,) if found else ()
        if role is not None and role.refers:
            if noun in ("man", "woman") and self._met(head, noun):
                return ()  # 'a man' was told of before: this is he, whoever else is named
            if (met := self._last_met(head, noun)) is not None:
                return (met,) if met.country and not met.guessed else ()
            found = self._best(head, lambda p: _holds(p, role, own), role.gender, back=99)
            return (found,) if found else ()
        return ()

    def _met(self, head: Token, noun: str) -> bool:
        return any(
            t.index < head.i and t.party.noun == noun and t.party.unnamed and not t.party.plural
            for t in self.told
        )

    def _last_met(self, head: Token, noun: str) -> Party | None:
        """The last of the noun told before, where it is 'an envoy' a few sentences back at most."""
        here = self._number(head)
        for told in reversed(self.told):
            party = told.party
            if told.index >= head.i or not _is_like(party, noun):
                continue
            if here - told.sentence > _SENTENCES_BACK or party.plural or not party.unnamed:
                return None
            token = head.doc[told.index]
            first_told = any(c.lower_ in ("a", "an", "another") for c in token.lefts)
            alone = token.dep_ in _TOLD_AS and all(c.dep_ != "appos" for c in token.rights)
            return party if first_told and alone and token.head.lower_ != "as" else None
        return None

    def _best(
        self, token: Token, fits: Callable[[Party], bool], gender: str,
        back: int = _SENTENCES_BACK, *, subjects: bool = False,
    ) -> Party | None:
        """The nearest fitting party before: a subject of this or the last sentences first."""
        here = self._number(token)
        beside = self._beside(token)
        owners = _owners(token)
        best: Told | None = None
        rank = -1.0
        for told in reversed(self.told):
            if told.index >= token.i:
                continue
            distance = here - told.sentence
            if distance > back:
                break
            party = told.party
            if subjects and not told.subject:
                continue
            if not fits(party) or (gender and party.gender and party.gender != gender):
                continue
            if distance == 0 and token.doc[told.index].is_ancestor(token) and told.subject is False:
                continue  # 'the man he had overthrown'
            if distance == 0 and _same_clause_object(token, told, self.told):
                continue
            if party.country in beside:
                continue
            score = 10.0 - 3 * distance + (4 if told.subject else 0)
            score += _GENDERED if gender and party.gender == gender else 0
            score += 8 if gender and told.index in owners else 0
            score += (-5 if party.unnamed else 2) if gender else 0
            if party.kind == "country":  # what the text is about, and not where something went
                score += _SALIENCE * self._named[party.country] / self._named.total()
                score -= 2 if token.doc[told.index].head.lower_ in _WHERE else 0
            if score > rank:
                best, rank = told, score
        return best.party if best else None

    def _beside(self, token: Token) -> frozenset[str]:
        """The states told in what the verb does, whose subject the token is: not its own."""
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return frozenset()
        verb = token.head
        within = {t.i for c in verb.rights if c.dep_ in _OTHERS for t in (c, *c.children)}
        return frozenset(
            told.party.country
            for told in self.told
            if told.index in within and told.party.country and told.party.kind == "country"
        )

    def nearest_body(self, head: Token) -> Party | None:
        """The body that this sentence or the last ones speak of, before the head."""
        return self._best(head, lambda p: p.kind == "body" and p.country is not None, "", back=2)

    def known_by_noun(self, head: Token, own: Party) -> Party | None:
        """As `same_noun`, where the phrase points back ('the rebels') to the last few sentences."""
        back = self._number(head) - _SENTENCES_BACK
        return self.same_noun(head, own, back) if _points_back(head) else None

    def same_noun(self, head: Token, own: Party, since: int = 0) -> Party | None:
        """An earlier party of the same noun whose country was told: 'the rebels' are Syria's.

        In the last sentences also one of its kind: 'the envoy' is the special envoy, 'the ministry'
        the Ministry of Health. Sentences before number ``since`` are not asked.
        """
        here = self._number(head)
        for told in reversed(self.told):
            party = told.party
            if told.sentence < since:
                return None
            near = here - told.sentence <= _SIDES_BACK and _is_like(party, own.noun)
            if told.index >= head.i or party.guessed or not (near or party.noun == own.noun):
                continue
            if party.country or not _points_back(head.doc[told.index]):
                return party if party.country else None
        return None

    def force(self, head: Token, own: Party) -> str | None:
        """The only country whose army, or rebels, the text has told of: 'soldiers' are its."""
        codes = {
            t.party.country for t in self.told
            if t.index < head.i and t.party.country and not t.party.guessed
            and t.party.sectors[:1] == own.sectors[:1]
        }  # fmt: skip
        return codes.pop() if len(codes) == 1 else None

    def mission(self, head: Token, own: Party) -> Party | None:
        """Whose consulate or embassy the text tells of most, before the head or after it."""
        like = [t.party for t in self.told if t.party.noun == own.noun and t.index != head.i]
        codes = Counter(p.country for p in like if p.country)
        if not codes:
            return None
        return next(p for p in reversed(like) if p.country == codes.most_common(1)[0][0])

    def _several(self, token: Token) -> tuple[Party, ...]:
        """'They': the last coordination of parties, group or plural."""
        here = self._number(token)
        groups: dict[int, list[Told]] = {}
        for told in self.told:
            if told.index < token.i and here - told.sentence <= _SENTENCES_BACK:
                groups.setdefault(told.group, []).append(told)
        best: tuple[Party, ...] = ()
        rank = -1.0
        for members in groups.values():
            last = members[-1]
            plural = len(members) > 1 or last.party.plural or last.party.kind == "body"
            if not plural:
                continue
            parallel = last.subject == (token.dep_ not in ("dobj", "pobj", "dative"))
            score = 10.0 - 3 * (here - last.sentence) + (4 if parallel else 0)
            score -= 3 if last.party.kind == "body" and len(members) == 1 else 0
            if score >= rank:
                best, rank = tuple(m.party for m in members), score
        if len(best) == 1 and best[0].unnamed and best[0].noun in _MEETING:
            return self._pair(token, best[0].noun) or best  # 'the ministers met; they agreed'
        return best

    def _pair(self, head: Token, noun: str) -> tuple[Party, ...]:
        """The last two distinct parties of the kind that the noun tells."""
        here = self._number(head)
        before = [t for t in self.told if t.index < head.i and here - t.sentence <= _SIDES_BACK]
        if noun in _PERSONS:  # whose talk is of another: 'the leaders agreed that Iran must'
            others = {t.party.country for t in self.told
                      if t.sentence == here and t.index > head.i and t.subject}  # fmt: skip
            apart = [t for t in before if t.party.country not in others - {None}]
            return self._two(apart, noun) or self._two(before, noun)
        return self._two(before, noun)

    def _two(self, before: Sequence[Told], noun: str) -> tuple[Party, ...]:
        if noun in _PERSONS:
            fitting = [t for t in before if t.party.kind == "person" and t.party.country]
            found = _together(fitting, lambda p: str(p.country))
            found = found or _last_two(fitting, lambda p: p.name)
            if len(found) == 2:
                return found
        fitting = [t for t in before if t.party.country or t.party.kind == "body"]
        fitting = [t for t in fitting if not t.party.guessed]
        found = _coordinated(fitting, by_country=noun not in _SIDES)
        found = found or _together(fitting, lambda p: p.country or p.name)
        found = found or _last_two(fitting, lambda p: p.country or p.name)
        if noun in _SIDES and len(found) < 2:
            found = _last_two(fitting, lambda p: p.name)
        if len(found) < 2:
            return ()
        if noun in _STATES and all(p.country for p in found):
            return tuple(self._government(str(p.country)) for p in found)
        return found

    def _number(self, token: Token) -> int:
        return self._numbers.get(token.sent.start, 0)


def _owners(token: Token) -> frozenset[int]:
    """Who owns what the token stands in: 'X' in "X's call with his counterpart"."""
    return frozenset(
        child.i for above in token.ancestors for child in above.lefts
        if child.dep_ == "poss" and child.i < token.i
    )  # fmt: skip


def _is_like(party: Party, noun: str) -> bool:
    """Whether the noun may stand for it: 'envoy' for a special envoy, 'agency' for a watchdog."""
    last = party.noun.rpartition(" ")[2]
    if last == noun or (last in _OVERSEERS and noun in _OVERSEERS):
        return True
    return party.kind == "body" and noun in party.name.lower().split()


def _heads_line(head: Token) -> bool:
    """Whether it begins a line without an article, as in a headline: 'Agency seeks fine'."""
    if head.tag_ not in ("NN", "NNP") or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return head.i == 0 or "\n" in head.nbor(-1).text_with_ws


def _points_back(head: Token) -> bool:
    """Whether it is told as known already: 'the hackers'."""
    return any(t.lower_ in ("the", "this", "these", "those") for t in head.lefts)


def _is_state(party: Party) -> bool:
    return party.kind == "country" and party.country is not None


def _one(party: Party) -> bool:
    return party.kind == "people" and not party.plural and party.noun != "" and party.unnamed


def _fits_body(party: Party, noun: str, own: Party | None) -> bool:
    if party.kind != "body" or party.unnamed:
        return False
    if own is not None and own.sectors[:1] in (("REB",), ("CRM",), ("PRM",)):
        return bool({"REB", "CRM", "PRM"} & set(party.sectors))
    if noun not in _FIRMS and ("BUS" in party.sectors or party.country == "MNC"):
        return False
    if noun in ("company", "firm", "bank", "airline"):
        return "BUS" in party.sectors or party.country == "MNC" or party.sectors == UNIDENTIFIED
    if noun in ("newspaper", "broadcaster", "outlet"):
        return "JRN" in party.sectors
    if noun == "party":
        return "PTY" in party.sectors or "OPP" in party.sectors
    if noun == "militia":
        return bool({"REB", "PRM"} & set(party.sectors))
    return True


def _holds(party: Party, role: Role, own: Party | None) -> bool:
    """Whether a person told before may be 'the minister', 'the Iranian president'."""
    if party.kind != "person":
        return False
    if own is not None and not own.guessed and own.country not in (None, party.country):
        return False
    office = (party.office or "").lower()
    if f" {role.noun} " in f" {office} " or role.noun == party.noun:
        return True
    if role.noun in ("man", "woman"):  # nobody who is told of by his office
        private = party.sectors[:1] in (UNIDENTIFIED, ("CVL",), ("UAF",), ("CRM",))
        return private and party.office is None and (role.noun == "man" or party.gender == "f")
    if role.noun in ("leader", "official", "politician", "head", "chief"):
        return party.sectors[:1] in (("GOV",), ("REB",), ("PTY",), ())
    return role.noun in ("diplomat", "envoy") and "foreign" in office


def _same_clause_object(token: Token, told: Told, all_told: Sequence[Told]) -> bool:
    """'He' cannot be the object of its own verb: 'he met X'."""
    return token.dep_ == "dobj" and told.subject and told.index > token.head.i - 8 and any(
        other.sentence == told.sentence and other.index < told.index for other in all_told
    )


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
