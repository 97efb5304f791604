"""What happened: the ontology, triggers and their types, arguments, modes and contexts."""

from dragoman.events.coding import CodedEvent, EventCoder
from dragoman.events.lexical import LexicalTyper
from dragoman.events.proposal import Proposal, Typer

__all__ = ["CodedEvent", "EventCoder", "LexicalTyper", "Proposal", "Typer"]
