"""The persons of a text by name, and what it tells of each: who bears which name already told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.actors.entry import BLOCS, Entry
from dragoman.actors.leaders import Leaders, is_called, name_parts
from dragoman.actors.party import UNIDENTIFIED, Party, tells_more
from dragoman.actors.roles import Roles
from dragoman.actors.titles import BORROWING, NameTitle
from dragoman.actors.traits import DEALING
from dragoman.letters import fold

_BY_GIVEN_NAME = frozenset(
    {"King", "Queen", "Prince", "Princess", "Crown Prince", "Crown Princess", "Emir", "Sultan",
     "Emperor", "Empress", "Pope"}
)  # fmt: skip
_LONGEST_ARTICLE = 3  # letters: al, ash
_OF_BODIES = BORROWING - {"President"}


class Register:
    """What is told of persons, by their names.

    Args:
        roles: the tables of roles, titles and given names.
        leaders: the leaders whom names mean.
        published: day of publication, which tells who held an office; or None.
    """

    def __init__(self, roles: Roles, leaders: Leaders, published: date | None) -> None:
        self._roles = roles
        self._leaders = leaders
        self._published = published
        self._persons: dict[str, Party] = {}
        self._by_word: dict[str, str] = {}

    def known(self, words: list[str], title: NameTitle) -> str | None:
        """The name of a person named before whom these words fit, and their title too."""
        name = self._by_word.get(" ".join(words))
        if name is None and len(words) > 1 and (other := self._by_word.get(words[-1])):
            theirs = [fold(w) for w in other.split()]
            name = other if len(theirs) > 1 and theirs[0] == words[0] else None
        if name is None or name_parts(name) == words:
            return name
        party = self._persons.get(fold(name))
        return None if party is not None and _contradicts(party, words, title) else name

    def add(
        self, name: str, words: list[str], title: NameTitle, spelt: Sequence[Entry]
    ) -> Party:
        """Enter a person, or complete what was told of him before.

        Args:
            name: his name, as it is known where it was told before.
            words: the words of the name here, folded.
            title: what stands directly before them.
            spelt: the leaders who are so called in full.
        """
        if fold(name) in self._persons:
            told = self._told(name, name_parts(name), title, spelt)
        else:
            told = self._told(name, words, title, spelt)
        key = fold(told.name)
        old = self._persons.get(key)
        self._persons[key] = told if old is None else _completed(old, told)
        if old is None:
            called = len(words) == 1 and bool(title.office or title.gender)
            for word in (words[-1], words[0]):
                if len(word) > 1 and (called or word not in self._by_word):
                    self._by_word[word] = told.name
            self._by_word.setdefault(" ".join(words), told.name)
        return self._persons[key]

    def learn(self, name: str, party: Party) -> bool:
        """Complete what is told of a person; whether there is one of that name, and it is news."""
        key = fold(name)
        old = self._persons.get(key)
        if old is None or (new := _completed(old, party)) == old:
            return False
        self._persons[key] = new
        return True

    def current(self, party: Party) -> Party:
        """The party with all that was told of it since."""
        return self._persons.get(fold(party.name), party)

    def surnames(self) -> dict[str, Party]:
        """Folded surnames of the persons named in full, with those whom they mean."""
        full = (fold(party.name).split() for party in self._persons.values())
        surnames = {words[-1] for words in full if len(words) > 1} & self._by_word.keys()
        meant = {word: self._persons.get(fold(self._by_word[word])) for word in surnames}
        return {word: party for word, party in meant.items() if party is not None}

    def _told(
        self, name: str, words: list[str], title: NameTitle, spelt: Sequence[Entry]
    ) -> Party:
        title = self._leaders.of_namesake(words, title, spelt)
        party = Party(
            name, next(iter(title.countries), None),
            UNIDENTIFIED if title.sectors is None else title.sectors,
            None if title.former else title.office, "person", noun=title.noun,
            gender=title.gender or (self._roles.gender(name) if " " in name else ""),
        )  # fmt: skip
        full = title.sectors is not None and party.country is not None
        if full and len(words) == 1 and not title.office:
            return party  # 'Chinese spokesman Wang' is none of the tables
        leader = self._leaders.meant(words, title, spelt)
        if leader is None or _has_other_surname(name, leader):
            return party
        called = leader.name if is_called(words, leader, spelt) else name
        if full:
            return replace(party, name=called)
        ended = self._published is not None and leader.has_ended(self._published)
        if title.office in _OF_BODIES and not (title.countries or ended):
            party = replace(party, sectors=UNIDENTIFIED)  # 'its secretary-general X'
        known = Party(
            called, leader.country, ("ELI",) if ended else leader.sectors,
            None if ended else leader.office, "person", gender=self._roles.gender(leader.name),
        )  # fmt: skip
        return replace(_completed(party, known), name=known.name)


def _has_other_surname(name: str, leader: Entry) -> bool:
    """Whether a surname of two goes with the name: 'Shirley-Brown' is not Brown."""
    halves = name_parts(name.split()[-1]) if "-" in name.split()[-1] else []
    own = {half for half in halves if len(half) > _LONGEST_ARTICLE}  # not 'al-Sisi'
    return len(halves) > 1 and not own <= set(name_parts(leader.name))


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


def _completed(old: Party, new: Party) -> Party:
    """What was told of a person first, with what a later telling adds."""
    more = tells_more(new.sectors, old.sectors, new.office)
    sectors = new.sectors if more and (new.sectors or new.country) else old.sectors
    better = old.country is None or (old.guessed and not new.guessed and new.country)
    return replace(
        old,
        country=new.country if better else old.country,
        guessed=new.guessed if better else old.guessed,
        sectors=sectors,
        office=old.office or (new.office if sectors[:1] != ("ELI",) else None),
        gender=old.gender or new.gender,
        noun=old.noun or new.noun,
    )
