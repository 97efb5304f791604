"""The country that a whole text is about, and where it plays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from dragoman.actors.country_marks import CountryMarks
from dragoman.actors.entry import BLOCS
from dragoman.actors.names import Names

# A country with this share of all country names is what the text is about.
_MAIN_SHARE = 0.5
# Where a text plays: half of so many places or all of fewer are one country's, most are surely.
_PLACES = 4
# So often a text tells its only country that nothing else is to be thought of.
_SEVERAL = 3
_SURE_SHARE = 0.75


class Scene:
    """What one text is about as a whole.

    Attributes:
        dateline: the country of the dateline, or None; None, too, where it is a mere venue.
        main: the country of most places that the text tells, else the one that it names most; None
            where no country is told so much, or it is a mere venue.

        alone: the country that it plays in and tells of several times, where it tells of no other;
            else None.

    Args:
        names: the document's names.
        marks: the countries that it tells.
        lands: the countries of the persons whom it names.
    """

    def __init__(self, names: Names, marks: CountryMarks, lands: Collection[str]) -> None:
        self._names = names
        self._lands = lands
        self._grounds = Counter(mark.country for mark in marks if mark.manner == "place")
        self.dateline = self._unless_venue(names.dateline_country, marks)
        self.main = self._unless_venue(self._mostly(marks), marks)
        self.alone = self._alone(marks)

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
        if not states and len(self._lands) == 1:
            return next(iter(self._lands))  # a home paper names its president, and no land
        first = next(iter(states), None)
        plain = first is not None and states[first] >= _MAIN_SHARE * sum(states.values())
        return first if plain else None

    def _alone(self, marks: CountryMarks) -> str | None:
        told = [mark.country for mark in marks]
        known = {*self._names.countries, *self._lands, *marks.venues, *told} - BLOCS
        plays = self.dateline or self.ground()
        plain = known == {plays} and len(told) >= _SEVERAL
        return plays if plain else None

    def _unless_venue(self, code: str | None, marks: CountryMarks) -> str | None:
        """The country, but not where the text tells it only as where parties meet.

        Its dateline and nothing else may be of that country, where it tells of another.
        """
        if code not in marks.venues:
            return code
        doc = self._names.doc
        apart = (m for m in marks if not self._names.in_dateline(doc[m.index]))
        return code if any(mark.country == code for mark in apart) else None
