"""What tests of parties share: the only mention of a type in a text, and who is told on a side."""

from __future__ import annotations


def told(mention, side: str = "actors") -> set[tuple[str, str | None, str]]:
    """Name, country and first sector (empty for none) of each party of a side."""
    return {(e.name, e.country, (*e.sectors, "")[0]) for e in getattr(mention, side)}


def only(code, text: str, event: str):
    """The only mention of the type in the text."""
    (mention,) = [m for m in code(text) if m.event == event]
    return mention
