"""A party as the document tells it, before it is tied to words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.countries import name_of


@dataclass(frozen=True, slots=True)
class Party:
    """Who somebody is; the fields are those of `dragoman.mention.Entity`, and what reference needs.

    Attributes:
        name: canonical name.
        country: PLOVER country code, or None.
        sectors: PLOVER sectors, primary first.
        office: the office, or None.
        kind: ``country``, ``person``, ``body`` or ``people``.
        plural: whether 'they' may stand for it.
        gender: ``m``, ``f`` or empty where unknown.
        noun: the role noun that told it, singular; empty for bare names.
        unnamed: whether it is known by a common noun alone.
        guessed: whether the country is taken from the setting and not told.
    """

    name: str
    country: str | None
    sectors: tuple[str, ...]
    office: str | None = None
    kind: str = "people"
    plural: bool = False
    gender: str = ""
    noun: str = ""
    unnamed: bool = False
    guessed: bool = False

    @property
    def sector(self) -> str:
        """The primary sector; empty where there is none."""
        return self.sectors[0] if self.sectors else ""


UNIDENTIFIED = ("UNK",)
"""Sectors of somebody of whom nothing is known."""
# What a bare title tells: 'Prof', 'Mullah', 'Dr'.
_OF_TITLES = frozenset({"EDU", "REL", "MED"})
SERVING = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Sectors of who serves a state, and is of the one where he is told of."""


def government_of(code: str) -> Party:
    """The government that a country code stands for."""
    return Party(name_of(code), code, ("GOV",), None, "country")


def serves_state(sectors: tuple[str, ...]) -> bool:
    """Whether somebody of these sectors is first of all one who serves a state."""
    return not SERVING.isdisjoint(sectors[:1])


def tells_more(sectors: tuple[str, ...], than: tuple[str, ...], office: str | None) -> bool:
    """Whether sectors told beside a name tell more of somebody than those of his title.

    Where nothing is known of him, or he holds a state's office: 'the minister, Prof X'.
    """
    holds = office is not None and serves_state(sectors)
    return than in (UNIDENTIFIED, ()) or (holds and not _OF_TITLES.isdisjoint(than[:1]))


@dataclass(frozen=True, slots=True)
class Told:
    """A party told at a place of the text."""

    index: int
    sentence: int
    party: Party
    subject: bool
    group: int
    """Index of the first conjunct of the coordination it stands in."""


def gendered(told: Told, name: str, gender: str) -> Told:
    """The party told, as a man or a woman where it is the person of that name."""
    if told.party.name != name or told.party.kind != "person":
        return told
    return replace(told, party=replace(told.party, gender=gender))
