"""Who pronouns and phrases like 'both sides' and 'the minister' refer back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.addressed import addressing, speakers, told_just_before
from dragoman.actors.antecedents import Antecedents
from dragoman.actors.earlier import Earlier
from dragoman.actors.fitting import (
    BODIES,
    fits_body,
    fits_own,
    has_office,
    holds,
    is_man_or_woman,
    is_so_old,
    is_state,
)
from dragoman.actors.pairs import PERSONS, SIDES, STATES
from dragoman.actors.party import UNIDENTIFIED, Party, government_of
from dragoman.actors.phrases import left_edge
from dragoman.actors.pointing import (
    SAYING,
    heads_line,
    leads,
    means_two,
    number_told,
    owner_in_aside,
    tells_age,
)
from dragoman.actors.roles import Role
from dragoman.actors.several import SIDES_BACK, Several
from dragoman.actors.told_parties import ToldParties
from dragoman.actors.topic import FEMALE, MALE
from dragoman.analysis.grammar import NOUN_SUBJECTS
from dragoman.letters import HYPHENS

_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_ACTING = frozenset({"he", "she"})
_NEUTER = frozenset({"it", "its", "itself"})
_SPEAKING = frozenset({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"})
_PRONOUNS = MALE | FEMALE | _PLURAL | _NEUTER | _SPEAKING
_COUNTRIES = frozenset(
    {"country", "nation", "republic", "kingdom", "state", "emirate", "island", "monarchy", "regime"}
)
_SINGULAR = {"men": "man", "women": "woman"}
_QUARRELLING = frozenset({"armed", "feuding", "warring", "hostile", "estranged", "rival", "arch"})
_FORCES = frozenset({"army", "military", "navy"})
_MEMBERS = frozenset({"member", "nation", "state", "country"})
_OTHERS = frozenset("a an another any each every no new next then ex late acting interim".split())
_DEFINITE = frozenset({"the", "these", "those", "all"})


class Reference:
    """Finds whom words that are no names mean, among the parties told before.

    Args:
        told: the parties that the text tells by name or noun.
        state: the country that 'the rogue state' means at a token.
    """

    def __init__(self, told: ToldParties, state: Callable[[Token], str | None]) -> None:
        self.told = told
        self._state = state
        self._several = Several(told)
        self._antecedents = Antecedents(told)
        self.earlier = Earlier(told)
        """What was told before under the same noun."""

    @staticmethod
    def is_pronoun(token: Token) -> bool:
        """Whether the token is a personal or possessive pronoun."""
        return token.tag_ in ("PRP", "PRP$") and token.lower_ in _PRONOUNS

    def pronoun(self, token: Token) -> tuple[Party, ...]:
        """Whom a pronoun of the third person means; empty where not plain."""
        word = token.lower_
        if word in _PLURAL:
            return self._several.they(token)
        found: Party | None = None
        if word in MALE | FEMALE:
            found = self._antecedents.best(token, _is_one_person, "m" if word in MALE else "f")
            if found is None and (before := self._said_before(token)) is not None:
                return self.pronoun(before)
        elif word in _NEUTER:
            owner = owner_in_aside(token)
            beside = (t.party for t in self.told.at([owner.i] if owner is not None else ()))
            found = next(filter(_is_one_thing, beside), None)
            found = found or self._antecedents.best(token, _is_one_thing, subjects=word == "it")
            # "Abe spoke of Peru's raids; it had also shut a post": no other can be meant.
            found = found or self._antecedents.best(token, _is_one_thing, back=0)
        return (found,) if found else ()

    def _said_before(self, token: Token) -> Token | None:
        """The 'he' of the main clause before the main clause of a 'he', if nobody else acts since.

        'He studied with Silva. *He* fled': he who studied.
        """
        number, word = self.told.sentences.number(token), token.lower_
        if number == 0 or word not in _ACTING or not leads(token):
            return None
        before = [t for t in self.told.sentences[number - 1] if t.lower_ == word and leads(t)]
        since = self.told.between(before[-1].i, token.i) if before else ()
        gender = "m" if word in MALE else "f"
        acts = (t.party for t in since if t.subject)
        if any(_is_one_person(party) and party.gender in ("", gender) for party in acts):
            return None
        return before[-1] if before else None

    def phrase(self, head: Token, role: Role | None, own: Party | None) -> tuple[Party, ...]:
        """Whom 'both sides', 'the two countries', 'the ministers', 'the group' mean, or nobody.

        Args:
            head: the phrase's head.
            role: its role noun.
            own: what its own words tell, which the antecedent must not contradict.
        """
        lemma = head.lemma_.lower()
        noun = lemma if role is None or lemma in STATES | SIDES else role.noun
        words = {t.lower_ for t in head.doc[left_edge(head) : head.i]}
        if tells_age(head):
            near = (t.party for t in self.told.before(head, SIDES_BACK) if t.index < head.i)
            aged = {p.name: p for p in near if is_so_old(p, own)}
            return tuple(aged.values()) if len(aged) == 1 else ()
        number = number_told(head)
        if number and words & _DEFINITE and (many := self._several.counted(head, noun, number)):
            return many
        one = _SINGULAR.get(noun, noun)
        if means_two(head, one, words):
            counted = self._several.counted(head, noun, 2)
            return counted or self._two(head, one) or _of_no_land(own)
        if lemma in STATES and words & {"the"} and words & _QUARRELLING and head.tag_ == "NNS":
            return self._several.pair(head, lemma)  # 'the nuclear-armed neighbours'
        if lemma in _FORCES and words & {"both", "two"}:
            two = self._several.pair(head, "country")
            armies = tuple(replace(p, sectors=("MIL",), kind="body") for p in two if p.country)
            return armies or _of_no_land(own)
        sole = self._sole_holder(role, own) if role and not words & _OTHERS else None
        if sole is not None and not _is_many(head, role):
            return (sole,)
        definite = bool(words & {"the", "this", "that"}) or heads_line(head)
        if not definite or any(c.dep_ == "relcl" or c.lower_ == "of" for c in head.rights):
            return ()
        return self._known(head, role, own, noun, words)

    def _known(
        self, head: Token, role: Role | None, own: Party | None, noun: str, words: set[str]
    ) -> tuple[Party, ...]:
        """Whom 'the ministers', 'the island', 'the group', 'the man' mean, or nobody.

        Args:
            head: the phrase's head.
            role: its role noun.
            own: what its own words tell.
            noun: the noun by which it is told.
            words: what stands before it.
        """
        if _is_many(head, role):
            meant = noun in PERSONS - {"official", "diplomat"} and len(words) == 1
            return self._several.pair(head, noun) if meant else ()
        lemma, found = head.lemma_.lower(), None
        if noun in _COUNTRIES and len(words) <= 2 and (own is None or not _is_told(own)):
            found = self._country(head, named=len(words) > 1)
        elif (body := lemma if role and lemma in BODIES else noun) in BODIES and _is_bare(words):
            found = self._antecedents.best(head, lambda p: fits_body(p, body, own), back=SIDES_BACK)
        elif role is not None:
            named = self.earlier.named(head, noun)
            found = named if named is not None and fits_own(named, own) else None
            found = self._holder(head, role, own, noun) if role.refers and not found else found
        return (found,) if found else ()

    def both_of(self, noun: Token) -> tuple[Party, ...]:
        """The two whom 'both of his neighbours', 'both of these states' mean, or nobody."""
        lemma = noun.lemma_.lower()
        if lemma not in STATES | SIDES | PERSONS or any(c.lower_ == "of" for c in noun.rights):
            return ()
        return self._two(noun, lemma)

    def _two(self, head: Token, noun: str) -> tuple[Party, ...]:
        """The two that a noun means; states that somebody addresses, those told just before."""
        verb = addressing(head) if noun in STATES else None
        if verb is None:
            return self._several.pair(head, noun)
        asking = speakers(verb)
        own = [t.party for t in self.told.at({token.i for token in asking})]
        own += (p for token in asking if self.is_pronoun(token) for p in self.pronoun(token))
        lands = {party.country for party in own}
        number = self.told.sentences.number(head)
        two = told_just_before(self.told.before(head), number, lands, head.doc)
        return tuple(government_of(str(party.country)) for party in two)

    def _country(self, head: Token, *, named: bool) -> Party | None:
        """What 'the country' means, or 'the rogue state', where more than the noun names it."""
        code = self._above(head) or (self._state(head) if named else None)
        if code is not None:
            return government_of(code)
        found = self._antecedents.best(head, is_state, back=SIDES_BACK)
        return government_of(str(found.country)) if found else None

    def _above(self, head: Token) -> str | None:
        """The only state told as, or in, the subject of the clause on which that of the head hangs.

        'Chad's last test was in May, when the isolated state fired': Chad. Nobody speaks so of
        himself: not in 'Chad said that the isolated state fired'.
        """
        clause = head.head
        if head.dep_ not in NOUN_SUBJECTS or clause.dep_ not in ("advcl", "relcl"):
            return None
        verb = next((v for v in clause.ancestors if _own_subjects(v)), None)
        if verb is None or verb.lemma_ in SAYING:
            return None
        within = {t.i for c in _own_subjects(verb) for t in c.subtree if t.i < head.i}
        states = {
            t.party.country for t in self.told.at(within) if t.party.kind == "country"
        }
        return states.pop() if len(states) == 1 else None

    def _sole_holder(self, role: Role, own: Party | None) -> Party | None:
        """Who alone is named, before or after, with an office of a land: "Ghana's *president*"."""
        if own is None or not _is_told(own) or own.sector != "GOV":
            return None
        named = {
            t.party.name: t.party for t in self.told.all
            if not t.party.unnamed and has_office(t.party, role.noun)
            and t.party.country == own.country
        }  # fmt: skip
        return next(iter(named.values())) if len(named) == 1 else None

    def _holder(self, head: Token, role: Role, own: Party | None, noun: str) -> Party | None:
        """The person that 'the minister' or 'the man' means."""
        if noun in ("man", "woman") and self.earlier.has(head, noun):
            return None  # 'a man' was told of before: this is he, whoever else is named
        if (met := self.earlier.last(head, noun)) is not None:
            return met if _is_told(met) else None
        return self._antecedents.best(head, lambda p: holds(p, role, own), role.gender, back=99)

    def nearest_body(self, head: Token) -> Party | None:
        """The body that this sentence or the last ones speak of, before the head."""
        return self._antecedents.best(
            head, lambda p: p.kind == "body" and p.country is not None, back=2
        )

    def whole(self, part: Token) -> Party | None:
        """The named body of which a part is told: 'branches' after 'the Teachers' Union said'."""
        named = self._antecedents.best(
            part, lambda p: p.kind == "body" and _has_name(p) and "JRN" not in p.sectors, back=1
        )
        return named if named is None or named.sectors != UNIDENTIFIED or named.country else None


def _is_bare(words: set[str]) -> bool:
    """Whether hardly a word stands before a noun, but for how many it has: 'the 15-member bloc'.

    Not those of 'the US-led coalition'.
    """
    if words & _MEMBERS and words & HYPHENS:
        words = {w for w in words if w not in _MEMBERS | HYPHENS and not w.isdecimal()}
    return len(words) <= 2 and not any("-" in word for word in words)


def _of_no_land(own: Party | None) -> tuple[Party, ...]:
    """Two of whom nobody told says who they are: not of the land that the text is about."""
    if own is None or not own.guessed:
        return ()
    return (replace(own, country=None, guessed=False),)


def _is_one_person(party: Party) -> bool:
    return party.kind == "person" or is_man_or_woman(party)


def _has_name(party: Party) -> bool:
    """Whether its name stands in capitals to the end, though no table may know it."""
    return not party.unnamed or party.name.split()[-1][:1].isupper()


def _is_one_thing(party: Party) -> bool:
    return party.kind in ("country", "body")


def _is_told(party: Party) -> bool:
    """Whether the text tells its country."""
    return party.country is not None and not party.guessed


def _is_many(head: Token, role: Role | None) -> bool:
    if role is None or (role.kind == "group" and head.tag_ == "NN"):
        return head.tag_ == "NNS"
    return role.plural


def _own_subjects(verb: Token) -> list[Token]:
    """The subjects before a verb, without those that it shares with another."""
    return [c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS]
