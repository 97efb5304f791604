"""Persons told of at one place of a text and named at another: of what country and trade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter, itemgetter

from spacy.tokens import Token

from dragoman.actors.description import Describer
from dragoman.actors.entry import KIN
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED, Party, Told
from dragoman.actors.people import NameRun, People
from dragoman.actors.phrases import appositions, possessor
from dragoman.actors.told_parties import ToldParties
from dragoman.analysis.grammar import first_conjunct, subjects

_INTRODUCED_BACK = 2  # sentences
_ANYBODY = frozenset({"", "UNK", "CVL", "UAF"})
# By what besides his nation somebody is told whom no office or trade sets apart.
_NATIONALS = frozenset({"", "national", "citizen", "man", "woman", "father", "mother"})


class Introductions:
    """Lets the persons of a document be known by what is told of them elsewhere in it.

    Args:
        names: the document's names.
        people: its persons, who learn what is found.
        describer: what tells a phrase's role.
    """

    def __init__(self, names: Names, people: People, describer: Describer) -> None:
        self._names = names
        self._doc = names.doc
        self._people = people
        self._describer = describer

    def recognise(self, told: ToldParties, saying: frozenset[str]) -> bool:
        """'A Greek nurse was freed. Eleni X had been held': the name nobody introduces is hers.

        Only a name of which nothing is told, by the first after an indefinite phrase for one
        person of a nation, at most two sentences on, and not as somebody who comments.

        Args:
            told: the parties told in the text.
            saying: lemmas of the verbs of commenting.

        Returns:
            Whether anybody was so known.
        """
        claimed: set[int] = set()
        known: set[str] = set()
        named_in: defaultdict[str, set[int]] = defaultdict(set)
        for run in self._people.names():
            number = self._names.sentences.number(self._doc[run.start])
            named_in[run.party.name].add(number)
        for run in sorted(self._people.names(), key=attrgetter("start")):
            party = run.party
            identified = party.country is not None or party.sectors != UNIDENTIFIED
            if identified or party.name in known or " " not in party.name:
                continue
            head = self._doc[run.start : run.end].root
            speaks = head.dep_ == "nsubj" and head.head.lemma_ in saying
            if speaks or any(self._describer.role(beside) for beside in appositions(head)):
                continue
            first = self._introduced(run, told, claimed, named_in[party.name])
            if first is not None:
                claimed.add(first.index)
                known.add(party.name)
                self._people.learn(party.name, first.party)
        return bool(known)

    def _introduced(
        self, run: NameRun, told_parties: ToldParties, claimed: set[int], beside: set[int]
    ) -> Told | None:
        """Of the unnamed persons of a told nation just before a name the foremost, if nobody's.

        None told in the sentences ``beside``, which name him: 'a guard said that X fled'.
        """
        first = self._doc[run.start]
        number = self._names.sentences.number(first)
        found: list[tuple[tuple[int, int], Told]] = []
        for told in told_parties.before(first, _INTRODUCED_BACK):
            back = number - told.sentence
            party, token = told.party, self._doc[told.index]
            single = party.unnamed and not party.plural and party.kind == "people"
            indefinite = any(c.lower_ in ("a", "an") for c in token.lefts)
            indefinite = indefinite and token.dep_ != "attr" and token.head.lower_ != "as"
            apart = told.sentence in beside and not self._leads_to(token, run)
            other = apart or not party.country or party.guessed
            if single and indefinite and not other:
                found.append(((back, sum(1 for _ in token.ancestors)), told))
        _, foremost = min(found, key=itemgetter(0), default=(None, None))
        return None if foremost is None or foremost.index in claimed else foremost

    def _leads_to(self, noun: Token, run: NameRun) -> bool:
        """Whether the name follows on the noun's phrase: 'a *judge* from Ghana, Ama Osei, as'."""
        between = self._doc[noun.i + 1 : run.start]
        follows = len(between) > 0 and between[-1].text == ","
        return follows and all(noun.is_ancestor(t) for t in between[:-1])

    def learn_members(self) -> None:
        """'The freed rebels included X', 'five reporters, among them X': X is one of those.

        Only somebody of whom nothing else is told but whose relative he is.
        """
        for run in self._people.names():
            party, head = run.party, self._doc[run.start : run.end].root
            group = _group_of(head)
            if group is None or party.sectors != UNIDENTIFIED or party.noun:
                continue
            beside = (self._describer.role(b) for b in appositions(head))
            if any(role is not None and role.noun not in KIN for role in beside):
                continue
            for told in self._describer.describe(group)[:1]:
                persons = told.unnamed and told.plural and told.kind == "people"
                if persons and told.sector not in _ANYBODY:
                    code = None if told.guessed else told.country
                    self._people.learn(
                        party.name, replace(party, country=code, sectors=told.sectors)
                    )

    def learn_nations(self, told_parties: ToldParties) -> bool:
        """'Iran held Nora X. The 41-year-old *Canadian* is ill': X is Canadian.

        Where the last sentences name one person whose country nobody told, and no other of that
        nation.

        Args:
            told_parties: the parties told in the text.

        Returns:
            Whether any was so known.
        """
        known = False
        for told in told_parties.all:
            token, nation = self._doc[told.index], told.party
            single = nation.unnamed and not nation.plural and nation.kind == "people"
            if not single or nation.sector != "CVL" or nation.guessed or not nation.country:
                continue
            if all(c.lower_ != "the" for c in token.lefts) or nation.noun not in _NATIONALS:
                continue
            near = told_parties.before(token, _INTRODUCED_BACK)
            persons = {t.party.name: t.party for t in near if t.party.kind == "person"}
            untold = [p for p in persons.values() if p.country is None or p.guessed]
            here = any(p.country == nation.country and not p.guessed for p in persons.values())
            if len(untold) == 1 and not here:
                told_now = replace(untold[0], country=nation.country, guessed=False)
                known = self._people.learn(untold[0].name, told_now) or known
        return known

    def learn_kin(self, parties: Callable[[Token, int], tuple[Party, ...]]) -> None:
        """'Her father, X' is of her country."""
        for run in self._people.names():
            party = run.party
            if party.country is not None or party.noun not in KIN:
                continue
            heads = (self._doc[run.start : run.end].root, *self._doc[run.left : run.start])
            beside = [b for h in heads for b in (h, h.head) if b.lower_ == party.noun]
            owners = [o for h in (*heads, *beside) if (o := possessor(h)) is not None]
            told = [p for o in owners for p in parties(o, 2) if p.country]
            if told:
                self._people.learn(party.name, replace(party, country=told[0].country))


def _group_of(name: Token) -> Token | None:
    """The noun for those of whom somebody named is one: 'rebels' in 'rebels, including X'."""
    first = first_conjunct(name)
    link = first.head
    if link.lemma_ == "include" and link.pos_ == "VERB" and first.dep_ in ("dobj", "attr"):
        return next(iter(subjects(link)), None)
    if first.dep_ == "pobj" and link.lower_ == "including" and link.head.pos_ == "NOUN":
        return link.head
    among = any(c.lower_ == "among" for c in first.lefts)
    return link if first.dep_ == "appos" and among else None
