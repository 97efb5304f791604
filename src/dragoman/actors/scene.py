"""The country that a whole text is about, and where it plays."""

from __future__ import annotations

from collections import Counter

from dragoman.actors.country_marks import CountryMarks
from dragoman.actors.entry import BLOCS
from dragoman.actors.names import Names

# A country with this share of all country names is what the text is about.
_MAIN_SHARE = 0.5
# Where a text plays: half of so many places or all of fewer are one country's, most are surely.
_PLACES = 4
_SURE_SHARE = 0.75


class Scene:
    """What one text is about as a whole.

    Attributes:
        dateline: the country of the dateline, or None; None, too, where it is a mere venue.
        main: the country of most places that the text tells, else the one that it names most; None
            where no country is told so much, or it is a mere venue.

    Args:
        names: the document's names.
        marks: the countries that it tells.
    """

    def __init__(self, names: Names, marks: CountryMarks) -> None:
        self._names = names
        self._grounds = Counter(mark.country for mark in marks if mark.manner == "place")
        self.dateline = self._unless_venue(names.dateline_country, marks)
        self.main = self._unless_venue(self._mostly(marks), marks)

    def plays_in(self, code: str, share: float = _MAIN_SHARE) -> bool:
        """Whether enough of the places that the text tells are the country's."""
        told, total = self._grounds[code], self._grounds.total()
        return told >= share * total if total >= _PLACES else 0 < told == total

    def ground(self) -> str | None:
        """The country that the text surely plays in, or None."""
        most = max(self._grounds, key=self._grounds.__getitem__, default=None)
        return most if most is not None and self.plays_in(most, _SURE_SHARE) else None

    def _mostly(self, marks: CountryMarks) -> str | None:
        places = self._grounds + marks.venues
        if places and places.most_common(1)[0][1] > _MAIN_SHARE * places.total():
            return places.most_common(1)[0][0]
        told = Counter(self._names.countries) - marks.aside
        states = {c: n for c, n in told.most_common() if c not in BLOCS}
        first = next(iter(states), None)
        plain = first is not None and states[first] >= _MAIN_SHARE * sum(states.values())
        return first if plain else None

    def _unless_venue(self, code: str | None, marks: CountryMarks) -> str | None:
        """The country, but not where the text tells it only as where parties meet.

        Its dateline and nothing else may be of that country, where it tells of another.
        """
        if code not in marks.venues:
            return code
        doc = self._names.doc
        apart = (m for m in marks if not self._names.in_dateline(doc[m.index]))
        return code if any(mark.country == code for mark in apart) else None
