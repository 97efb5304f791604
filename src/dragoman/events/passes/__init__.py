"""What proposals go through before their parties are found: what kind of deed each tells of."""

from dragoman.events.passes.passes import passed

__all__ = ["passed"]
