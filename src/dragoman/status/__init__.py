"""Did it happen, how sure is it, and who says so."""

from dragoman.status.attribution import Attribution, Attributor
from dragoman.status.cues import CueTables
from dragoman.status.standing import Judge, Standing

__all__ = ["Attribution", "Attributor", "CueTables", "Judge", "Standing"]
