"""How an extra is installed: said in one way wherever a library is missing."""

from __future__ import annotations


def install(extra: str) -> str:
    """The command that installs the extra, from the folder that Dragoman was cloned to."""
    return f"pip install '.[{extra}]' in Dragoman's folder"
