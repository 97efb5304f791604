"""Persons: where a text names them, and what it tells of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Span, Token

from dragoman.actors.entry import BLOCS, Entry, Kind
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.leaders import Leaders, name_parts
from dragoman.actors.name_runs import PARTICLES, NameFinder, without_stop
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.roles import Roles
from dragoman.actors.shared_titles import SharedTitles
from dragoman.actors.titles import NameTitle, Titles
from dragoman.actors.traits import DEALING
from dragoman.letters import fold

_PERSONAL_ACTS = frozenset(
    {"hold", "arrest", "detain", "charge", "jail", "meet", "kill", "free", "release", "appoint",
     "name", "elect", "sack", "dismiss", "summon", "accuse", "sentence", "shoot", "wound", "deport",
     "marry", "succeed", "resign", "die", "speak", "lead", "win", "deny", "believe", "think"}
)  # fmt: skip
_BY_GIVEN_NAME = frozenset(
    {"King", "Queen", "Prince", "Princess", "Crown Prince", "Crown Princess", "Emir", "Sultan",
     "Emperor", "Empress", "Pope"}
)  # fmt: skip
# First words of names of places that look like persons': 'Khor Abdullah'.
_GROUNDS = frozenset(
    {"ain", "bandar", "beit", "cape", "cerro", "deir", "hawr", "jabal", "jebel", "kafr", "khor",
     "koh", "kuh", "lake", "mount", "nahr", "ras", "shatt", "tal", "tell", "umm", "wadi"}
)  # fmt: skip
_AT = frozenset({"in", "near", "into", "outside", "around", "across", "throughout"})
_LONGEST_TITLE = 8  # tokens of a title that mean the person named after it
_LONGEST_ACRONYM = 5  # letters


@dataclass(frozen=True, slots=True)
class NameRun:
    """Tokens ``start`` to ``end`` (exclusive) that make a person's name; ``left`` its titles.

    ``shared`` is the index of the plural noun that is several persons' title, -1 without one.
    """

    start: int
    end: int
    left: int
    party: Party
    shared: int = -1


class People:
    """The persons of a document.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        gazetteer: the tables of names.
        published: day of publication, which tells who held an office; or None.
    """

    def __init__(
        self, names: Names, roles: Roles, gazetteer: Gazetteer, published: date | None
    ) -> None:
        self._names = names
        self._roles = roles
        self._leaders = Leaders(names, gazetteer, published)
        self._published = published
        self._doc = names.doc
        self._persons: dict[str, Party] = {}
        self._by_word: dict[str, str] = {}
        self.runs: dict[int, NameRun] = {}
        """Token index to the name it is part of, titles directly before it included."""
        titles, shared = Titles(names, roles), SharedTitles(names, roles)
        found = list(NameFinder(names, roles).runs())
        spans = [
            (start, end, shared.before(start) or titles.before(start)) for start, end in found
        ]
        spans.sort(key=lambda s: (s[1] - s[0] == 1, s[0]))  # full names introduce, surnames follow
        for start, end, title in spans:
            self._read(start, end, title)
        self._claim_surnames()
        self.runs = {index: self._refreshed(run) for index, run in self.runs.items()}
        self._named_at: dict[str, list[int]] = {}
        for index, run in self.runs.items():
            self._named_at.setdefault(self._key(run.party.name), []).append(index)

    def _claim_surnames(self) -> None:
        """Let a surname that is a town's, a firm's or a title too mean the person named in full."""
        full = [fold(p.name).split() for p in self._persons.values()]
        surnames = {words[-1] for words in full if len(words) > 1}
        firms = (Kind.CITY, Kind.ORGANISATION)
        for token in self._doc:
            hit = self._names.hit(token)
            if token.i in self.runs or (hit is not None and hit.kind not in firms):
                continue
            if hit is not None and _is_acronym(token):
                continue  # 'UN' is not Kim Jong Un
            word = fold(token.text)
            if word not in surnames or not token.text[0].isupper():
                continue
            titled = token.pos_ == "PROPN" and not any(c.dep_ == "det" for c in token.lefts)
            if self._names.span(token) == (token.i, token.i + 1) if hit is not None else titled:
                party = self._persons.get(self._key(self._by_word.get(word, "")))
                if party is not None:
                    self.runs[token.i] = NameRun(token.i, token.i + 1, token.i, party)

    def sharing(self, index: int) -> tuple[Token, ...]:
        """The heads of the names that share the plural title at the token, or the title before it.

        At 'ministers', and at 'A' in 'ministers A and B'; empty at any other token.
        """
        run = self.runs.get(index)
        noun = index if run is None or not run.left <= run.shared < run.start else run.shared
        starts = {r.start: r.end for r in self.runs.values() if r.shared == noun}
        return tuple(self._doc[start:end].root for start, end in sorted(starts.items()))

    def learn(self, name: str, party: Party) -> None:
        """Add what is told of a person elsewhere ('Wang Yi, China's foreign minister')."""
        key = self._key(name)
        if key in self._persons:
            self._persons[key] = _completed(self._persons[key], party)
            for index in self._named_at.get(key, ()):
                self.runs[index] = self._refreshed(self.runs[index])

    def _refreshed(self, run: NameRun) -> NameRun:
        current = self._persons.get(self._key(run.party.name), run.party)
        return replace(run, party=current)

    def _key(self, name: str) -> str:
        return fold(name)

    def _read(self, start: int, end: int, title: NameTitle) -> None:
        words = self._words(start, end)
        text = without_stop(self._doc[start:end].text.rstrip("’'"))
        known = self._known(words, title)
        if known is None and not self._is_person(start, end, title):
            return
        name = known or text
        key = self._key(name)
        old = self._persons.get(key)
        spelt = self._leaders.spelt(start, end)
        told = self._told(name, words if old is None else name_parts(name), title, spelt)
        name, key = told.name, self._key(told.name)
        old = self._persons.get(key)
        party = told if old is None else _completed(old, told)
        self._persons[key] = party
        called = len(words) == 1 and bool(title.office or title.gender)
        if old is None:
            for word in (words[-1], words[0]):
                if len(word) > 1 and (called or word not in self._by_word):
                    self._by_word[word] = name
            self._by_word.setdefault(" ".join(words), name)
        run = NameRun(start, end, title.start, party, title.shared)
        beside = start
        if title.noun or title.office:
            beside = max(title.start, start - _LONGEST_TITLE)
        for index in range(beside, start):
            if self._doc[index].pos_ in ("NOUN", "PROPN") and self._names.hit(index) is None:
                self.runs[index] = run
        self.runs.update(dict.fromkeys(range(start, end), run))

    def _words(self, start: int, end: int) -> list[str]:
        return [
            fold(t.text.rstrip(".’'"))
            for t in self._doc[start:end]
            if t.text[0].isalpha() and t.lower_ not in PARTICLES
        ] or [fold(self._doc[start].text)]

    def _known(self, words: list[str], title: NameTitle) -> str | None:
        """The name of a person named before whom these words fit, and their title too."""
        name = self._by_word.get(" ".join(words))
        if name is None and len(words) > 1 and (other := self._by_word.get(words[-1])):
            theirs = [fold(w) for w in other.split()]
            name = other if len(theirs) > 1 and theirs[0] == words[0] else None
        if name is None or name_parts(name) == words:
            return name
        party = self._persons.get(self._key(name))
        return None if party is not None and _contradicts(party, words, title) else name

    def _is_person(self, start: int, end: int, title: NameTitle) -> bool:
        if title.is_body:
            return False
        tokens = self._doc[start:end]
        hits = [self._names.hit(i) for i in range(start, end)]
        if any(hit is not None and hit.kind is Kind.LEADER for hit in hits):
            return True
        if title.noun and not title.office and self._continues_body(start):
            return False
        if title.office or title.noun or title.gender:
            return True
        if end - start == 1 and _is_acronym(tokens[0]):
            return False
        labels = [t.ent_type_ for t in tokens]
        if self._is_ground(tokens):
            return self._speaks(tokens)
        if "PERSON" in labels:
            return True
        if end - start == 1:
            return bool(self._leaders.fitting(self._words(start, end), title))
        if any(label in ("GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT") for label in labels):
            return self._speaks(tokens)
        return self._acts(tokens) or self._has_personal_apposition(tokens)

    def _is_ground(self, tokens: Span) -> bool:
        """Whether words without a title name a place: 'Khor Abdullah', 'in Khan Younis'."""
        root = tokens.root
        within = root.dep_ == "pobj" and root.head.lower_ in _AT and root.head.i == tokens.start - 1
        return len(tokens) > 1 and (within or fold(tokens[0].text) in _GROUNDS)

    def _continues_body(self, start: int) -> bool:
        """Whether the token goes on with a body's name: 'National' in 'National Orchestra'."""
        token, before = self._doc[start], self._doc[start - 1]
        return token.ent_type_ == "ORG" and token.ent_iob_ == "I" and before.text[0].isupper()

    def _speaks(self, tokens: Span) -> bool:
        root = tokens.root
        return root.dep_ == "nsubj" and root.head.lemma_ in ("say", "tell", "add", "warn", "vow")

    def _acts(self, tokens: Span) -> bool:
        """Whether words that no table or tagger knows do, or suffer, what persons do."""
        root = tokens.root
        unlabelled = not any(t.ent_type_ for t in tokens)
        if self._speaks(tokens):
            return True
        return unlabelled and root.dep_ in ("nsubj", "nsubjpass", "dobj") and (
            root.head.lemma_ in _PERSONAL_ACTS
        )

    def _has_personal_apposition(self, tokens: Span) -> bool:
        for child in tokens.root.rights:
            if child.dep_ == "appos":
                role = self._roles.noun_at(self._doc, child.i)
                if role is not None and role.kind in ("person", "carrier") and not role.plural:
                    return True
        return False

    def _told(
        self, name: str, words: list[str], title: NameTitle, spelt: Sequence[Entry]
    ) -> Party:
        title = self._leaders.of_namesake(words, title, spelt)
        party = Party(
            name,
            title.countries[0] if title.countries else None,
            UNIDENTIFIED if title.sectors is None else title.sectors,
            None if title.former else title.office,
            "person",
            False,
            title.gender or (self._roles.gender(name.split()[0]) if " " in name else ""),
            title.noun,
        )
        if title.sectors is not None and party.country is not None:
            return party
        leader = self._leaders.meant(words, title, spelt)
        if leader is None:
            return party
        ended = self._published is not None and leader.has_ended(self._published)
        known = Party(
            leader.name if len(words) == 1 else name,
            leader.country,
            ("ELI",) if ended else leader.sectors,
            None if ended else leader.office,
            "person",
            gender=self._roles.gender(leader.name.split()[0]),
        )
        return replace(_completed(party, known), name=known.name)

def _contradicts(party: Party, words: list[str], title: NameTitle) -> bool:
    """Whether a title tells somebody else: of another country or gender, or a king.

    Kings and popes go by their given names: 'King Abdullah' is nobody called Khor Abdullah. An
    envoy's country may be the one that he deals with.
    """
    deals = title.noun.rpartition(" ")[2] in DEALING
    states = {*title.countries, party.country}
    plain = not deals and title.countries and None not in states and BLOCS.isdisjoint(states)
    if plain and party.country not in title.countries:
        return True
    if title.gender and party.gender and title.gender != party.gender:
        return True
    return title.office in _BY_GIVEN_NAME and name_parts(party.name)[0] != words[0]


def _is_acronym(token: Token) -> bool:
    return token.is_upper and len(token) <= _LONGEST_ACRONYM


def _completed(old: Party, new: Party) -> Party:
    """What was told of a person first, with what a later telling adds."""
    unknown = old.sectors in (UNIDENTIFIED, ())
    sectors = new.sectors if unknown and (new.sectors or new.country) else old.sectors
    return replace(
        old,
        country=old.country or new.country,
        guessed=new.guessed if old.country is None else old.guessed,
        sectors=sectors,
        office=old.office or (new.office if sectors[:1] != ("ELI",) else None),
        gender=old.gender or new.gender,
        noun=old.noun or new.noun,
    )
