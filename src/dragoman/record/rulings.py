"""Rulings of readers on linking, as they are given from Python; see docs/linking.md."""

from dragoman.record.reviews.rulings import events_now, join, part, rulings, withdraw

__all__ = ["events_now", "join", "part", "rulings", "withdraw"]
