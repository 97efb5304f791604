"""Which leader of the tables a name means in a text, on the day of its publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.actors.entry import Entry, Kind
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.names import Names
from dragoman.actors.titles import NameTitle
from dragoman.letters import fold

_HEADS = frozenset({"President", "Prime Minister", "Supreme Leader", "Chancellor", "King"})
# States whose names are taken for each other: a leader's full name tells which is meant.
_NAMESAKES = (
    {"COD", "COG"}, {"GIN", "GNB", "GNQ"}, {"SDN", "SSD"}, {"DMA", "DOM"}, {"KOR", "PRK"},
)  # fmt: skip
_OF_CABINET = (" minister", " secretary")
_OUT_OF_OFFICE = 15  # years for which a former leader's bare surname still calls him to mind


class Leaders:
    """Finds the leaders whom names mean.

    Args:
        names: the document's names.
        gazetteer: the tables of names.
        published: day of publication, which tells who held an office; or None.
    """

    def __init__(self, names: Names, gazetteer: Gazetteer, published: date | None) -> None:
        self._names = names
        self._gazetteer = gazetteer
        self._published = published

    def spelt(self, start: int, end: int) -> tuple[Entry, ...]:
        """The leaders whom the tables know by the full name, in any of its spellings."""
        found: dict[Entry, None] = {}
        for index in range(start, end):
            hit = self._names.hit(index)
            first, last = (index, index) if hit is None else self._names.span(index)
            if hit is not None and last - first > 1 and start <= first and last <= end:
                full = (e for e in hit.entries if len(name_parts(e.name)) > 1)
                found |= dict.fromkeys(e for e in full if e.kind is Kind.LEADER)
        return tuple(found)

    def of_namesake(
        self, words: list[str], title: NameTitle, spelt: Sequence[Entry]
    ) -> NameTitle:
        """The title with the country of the leader so named, where it tells one easily confused.

        'Guinea's President Umaro Sissoco Embaló' is Guinea-Bissau's.
        """
        if len(words) == 1 or not title.countries:
            return title
        of = {e.country for e in self.fitting(words, replace(title, countries=()), spelt)}
        told = title.countries[0]
        if told in of:
            return title
        other = next((c for c in of if c and any({c, told} <= alike for alike in _NAMESAKES)), None)
        return title if other is None else replace(title, countries=(other, *title.countries[1:]))

    def meant(
        self, words: list[str], title: NameTitle, spelt: Sequence[Entry]
    ) -> Entry | None:
        """The leader whom the words mean, in the office that counts; None where it is not plain."""
        candidates = self.fitting(words, title, spelt)
        if not candidates:
            return None
        if self._published is None:
            return candidates[0] if len({c.name for c in candidates}) == 1 else None
        day = self._published
        holding = [c for c in candidates if c.holds_on(day)]
        spoken_of = [c for c in holding if c.country in self._names.countries]
        heads = [c for c in spoken_of or holding if c.office in _HEADS]
        for group in (holding, spoken_of, heads):
            if len({c.name for c in group}) == 1:
                return next((c for c in group if c.office in _HEADS), group[-1])
        if holding:
            return None
        past = [c for c in candidates if c.has_ended(day)]
        past.sort(key=lambda c: c.until)
        if len(words) == 1 and past and day.year - int(past[-1].until[:4]) > _OUT_OF_OFFICE:
            return None
        return past[-1] if past else None

    def fitting(
        self, words: list[str], title: NameTitle, spelt: Sequence[Entry] = ()
    ) -> list[Entry]:
        """Leaders whom the words and the title fit; ``spelt``: whose full name it is."""
        found = list(spelt or self._gazetteer.leaders(words[-1]))
        if len(words) == 1:
            called = list(self._gazetteer.called(words[0]))
            told = title.office or title.countries  # a bare surname needs its state in the text
            found = called or [e for e in found if told or e.country in self._names.countries]
        elif not spelt:
            found = [e for e in found if name_parts(e.name)[0] == words[0]]
            family_first = self._gazetteer.leaders(words[0])
            found += [e for e in family_first if name_parts(e.name)[-1] == words[-1]]
        if title.countries:
            found = [e for e in found if e.country in title.countries]
        held = "" if title.former else (title.office or "")
        if held and len(words) == 1:
            found = [e for e in found if held.lower() in (e.office or "").lower()]
        elif held and not title.countries:
            found = [e for e in found if self._may_hold(e, held)]
        return found

    def _may_hold(self, leader: Entry, office: str) -> bool:
        """Whether a leader may be the one of this office, which is told before the full name.

        'Defence Minister Pedro Sánchez' is no prime minister of a state of which the text says
        nothing; who heads a department may head another, or be a deputy beside.
        """
        told, known = office.lower(), leader.office.lower() if leader.office else ""
        if leader.office not in _HEADS or not told.endswith(_OF_CABINET) or known in told:
            return True
        hits = (hit for token in self._names.doc if (hit := self._names.hit(token)) is not None)
        own = [h for h in hits if h.kind is Kind.LEADER and h.entry.country == leader.country]
        return self._names.countries.get(str(leader.country), 0) > len(own)


def name_parts(name: str) -> list[str]:
    """The words of a name, folded, the halves of a hyphened one apart."""
    return fold(name).replace("-", " ").split()


def is_called(words: Sequence[str], leader: Entry, spelt: Sequence[Entry]) -> bool:
    """Whether the words are a name of the leader's, so that the tables' own may take its place.

    'Tayyip Erdogan' is, and 'Abdel Fattah al-Sisi'; who shares but first name and last may be
    another.

    Args:
        words: the words of the name in the text, folded.
        leader: who is meant.
        spelt: the leaders whom the tables know by just these words.
    """
    if len(words) == 1 or any(entry.name == leader.name for entry in spelt):
        return True
    told, known = set(words), set(name_parts(leader.name))
    return told <= known or known <= told
