"""What a deed told before lends to one that is told again, answered or returned."""

from dragoman.events.echoes.echoes import settle_echoes

__all__ = ["settle_echoes"]
