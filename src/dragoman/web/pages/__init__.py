"""The pages."""

from fastapi import APIRouter


def routers() -> tuple[APIRouter, ...]:
    """The routers of the pages."""
    return ()
