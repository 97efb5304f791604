"""Who is who: names and noun phrases to person, office, organisation, country and sector.

`Actors` makes a `Cast` of an analysed article; the cast answers whom a phrase means.
"""

from __future__ import annotations

from dragoman.actors.actors import Actors
from dragoman.actors.cast import Cast

__all__ = ["Actors", "Cast"]
