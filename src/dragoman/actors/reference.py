"""Who pronouns and phrases like 'both sides' and 'the minister' refer back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from dragoman.actors.fitting import BODIES, fits_body, holds, is_like, is_man_or_woman, is_state
from dragoman.actors.party import Party, Told
from dragoman.actors.phrases import left_edge
from dragoman.actors.pointing import (
    SAYING,
    heads_line,
    is_spoken_of,
    made_to_say,
    means_two,
    number_told,
    owners_around,
    points_back,
)
from dragoman.actors.roles import Role
from dragoman.actors.several import (
    PERSONS,
    SENTENCES_BACK,
    SIDES,
    SIDES_BACK,
    STATES,
    Several,
)
from dragoman.actors.topic import FEMALE, MALE, SUBJECTS, Topic

_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_SPEAKING = frozenset({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"})
_PRONOUNS = MALE | FEMALE | _PLURAL | _NEUTER | _SPEAKING
_COUNTRIES = frozenset(
    {"country", "nation", "republic", "kingdom", "state", "emirate", "island", "monarchy", "regime"}
)
_DEFINITE = frozenset({"the", "these", "those", "all"})
_TOLD_AS = ("nsubj", "nsubjpass", "dobj", "dative", "pobj")
_OTHERS = ("dobj", "dative", "prep")
_WHERE = frozenset({"over", "in", "near", "into", "across", "at", "through", "around"})
_SALIENCE = 4  # at most what a subject counts
_GENDERED = 4  # what it counts that a person's gender is told, and not only fits


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
        self._several = Several(self.told, self._number, government)
        self._topic = Topic(self.told, self._number)
        self._named = Counter(t.party.country for t in self.told if t.party.kind == "country")

    @staticmethod
    def is_pronoun(token: Token) -> bool:
        """Whether the token is a personal or possessive pronoun."""
        return token.tag_ in ("PRP", "PRP$") and token.lower_ in _PRONOUNS

    def pronoun(self, token: Token) -> tuple[Party, ...]:
        """Whom a pronoun of the third person means; empty where not plain."""
        word = token.lower_
        if word in MALE | FEMALE:
            gender = "m" if word in MALE else "f"
            found = self._best(token, lambda p: p.kind == "person" or is_man_or_woman(p), gender)
            return (found,) if found else ()
        if word in _NEUTER:
            found = self._best(
                token, lambda p: p.kind in ("country", "body"), "", subjects=word == "it"
            )
            return (found,) if found else ()
        if word in _PLURAL:
            return self._several.they(token)
        return ()

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
        number = number_told(head)
        if number and words & _DEFINITE and (many := self._several.counted(head, noun, number)):
            return many
        if means_two(head, noun, words):
            return self._several.pair(head, noun)
        definite = bool(words & {"the", "this", "that"}) or heads_line(head)
        if not definite or any(c.dep_ == "relcl" or c.lower_ == "of" for c in head.rights):
            return ()
        if _is_many(head, role):
            meant = noun in PERSONS - {"official", "diplomat"} and len(words) == 1
            return self._several.pair(head, noun) if meant else ()
        found: Party | None = None
        if noun in _COUNTRIES and len(words) <= 2 and (own is None or not _is_told(own)):
            found = self._country(head, named=len(words) > 1)
        elif (body := lemma if role and lemma in BODIES else noun) in BODIES and len(words) <= 2:
            found = self._best(head, lambda p: fits_body(p, body, own), "", back=SIDES_BACK)
        elif role is not None and role.refers:
            found = self._holder(head, role, own, noun)
        return (found,) if found else ()

    def _country(self, head: Token, *, named: bool) -> Party | None:
        """What 'the country' means, or 'the rogue state', where more than the noun names it."""
        if (above := self._above(head)) is not None:
            return self._government(above)
        if named and (code := self._state(head)):
            return self._government(code)
        found = self._best(head, is_state, "", back=SIDES_BACK)
        return self._government(str(found.country)) if found else None

    def _above(self, head: Token) -> str | None:
        """The only state told as, or in, the subject of the clause on which that of the head hangs.

        'Chad's last test was in May, when the isolated state fired': Chad. Nobody speaks so of
        himself: not in 'Chad said that the isolated state fired'.
        """
        clause = head.head
        if head.dep_ not in SUBJECTS or clause.dep_ not in ("advcl", "relcl"):
            return None
        verb = next((v for v in clause.ancestors if any(c.dep_ in SUBJECTS for c in v.lefts)), None)
        if verb is None or verb.lemma_ in SAYING:
            return None
        within = {t.i for c in verb.lefts if c.dep_ in SUBJECTS for t in c.subtree if t.i < head.i}
        states = {
            t.party.country for t in self.told if t.index in within and t.party.kind == "country"
        }
        return states.pop() if len(states) == 1 else None

    def _holder(self, head: Token, role: Role, own: Party | None, noun: str) -> Party | None:
        """The person that 'the minister' or 'the man' means."""
        if noun in ("man", "woman") and self._met(head, noun):
            return None  # 'a man' was told of before: this is he, whoever else is named
        if (met := self._last_met(head, noun)) is not None:
            return met if _is_told(met) else None
        return self._best(head, lambda p: holds(p, role, own), role.gender, back=99)

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
            if told.index >= head.i or not is_like(party, noun):
                continue
            if here - told.sentence > SENTENCES_BACK or party.plural or not party.unnamed:
                return None
            token = head.doc[told.index]
            first_told = any(c.lower_ in ("a", "an", "another") for c in token.lefts)
            alone = token.dep_ in _TOLD_AS and all(c.dep_ != "appos" for c in token.rights)
            return party if first_told and alone and token.head.lower_ != "as" else None
        return None

    def _best(
        self, token: Token, fits: Callable[[Party], bool], gender: str,
        back: int = SENTENCES_BACK, *, subjects: bool = False,
    ) -> Party | None:
        """The nearest fitting party before: a subject of this or the last sentences first."""
        here = self._number(token)
        beside = self._beside(token)
        owners, sayer = owners_around(token), made_to_say(token)
        best: Told | None = None
        rank = -1.0
        for told in reversed(self.told):
            distance = here - told.sentence
            if distance > back and told.index < token.i:
                break
            party = told.party
            if told.index >= token.i or (subjects and not told.subject):
                continue
            if not fits(party) or (gender and party.gender and party.gender != gender):
                continue
            if distance == 0 and self._is_another(token, told, gender):
                continue
            if gender and party.unnamed and token.doc[told.index].dep_ == "attr":
                continue  # 'Russia is the largest employer. He said ...'
            if gender and self._topic.has_left(told, token, gender):
                continue
            if party.country in beside:
                continue
            score = 10.0 - 3 * distance + (4 if told.subject else 0)
            score += _GENDERED if gender and party.gender == gender else 0
            score += 8 if gender and told.index in owners else 0
            score += 8 if gender and told.index == sayer and not told.subject else 0
            score += (-5 if party.unnamed else 2) if gender else 0
            if party.kind == "country":  # what the text is about, and not where something went
                score += _SALIENCE * self._named[party.country] / self._named.total()
                score -= 2 if token.doc[told.index].head.lower_ in _WHERE else 0
            if score > rank:
                best, rank = told, score
        if best is None or best.index == sayer or not gender:
            return best.party if best is not None else None
        return None if self._topic.is_one_of_many(best, gender) else best.party

    def _is_another(self, token: Token, told: Told, gender: str) -> bool:
        """Whether grammar forbids that the pronoun means whom its own sentence tells before it."""
        if token.doc[told.index].is_ancestor(token) and not told.subject:
            return True  # 'the man he had overthrown'
        if gender and is_spoken_of(token, told.index):
            return True  # 'X took bribes, he said'
        return _same_clause_object(token, told, self.told)

    def _beside(self, token: Token) -> frozenset[str]:
        """The states told in what the verb does, whose subject the token is: not its own."""
        if token.dep_ not in SUBJECTS:
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
        back = self._number(head) - SENTENCES_BACK
        return self.same_noun(head, own, back) if points_back(head) else None

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
            near = here - told.sentence <= SIDES_BACK and is_like(party, own.noun)
            if told.index >= head.i or party.guessed or not (near or party.noun == own.noun):
                continue
            if party.country or not points_back(head.doc[told.index]):
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

    def _number(self, token: Token) -> int:
        return self._numbers.get(token.sent.start, 0)


def _is_told(party: Party) -> bool:
    """Whether the text tells its country."""
    return party.country is not None and not party.guessed


def _is_many(head: Token, role: Role | None) -> bool:
    if role is None or (role.kind == "group" and head.tag_ == "NN"):
        return head.tag_ == "NNS"
    return role.plural


def _same_clause_object(token: Token, told: Told, all_told: Sequence[Told]) -> bool:
    """'He' cannot be the object of its own verb: 'he met X'."""
    return token.dep_ == "dobj" and told.subject and told.index > token.head.i - 8 and any(
        other.sentence == told.sentence and other.index < told.index for other in all_told
    )
