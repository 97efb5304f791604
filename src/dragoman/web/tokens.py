"""Tokens: who may come in, from a file or the environment."""

from __future__ import annotations

from pathlib import Path

from dragoman.web.settings import SettingsError

SHORTEST = 20  # characters; a guesser gets nowhere against so many drawn at random


def tokens_of(path: Path) -> dict[str, str]:
    """The tokens in a file, each with its holder's name.

    A line holds a name, a blank and the token; empty lines and those that begin with # are passed
    over.

    Raises:
        SettingsError: the file cannot be read, or a line is none of these.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: cannot be read ({error}); check the path") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, _, token = line.strip().rpartition(" ")
        if not name.strip():
            raise SettingsError(f"{path} line {number}: holds no name; write: NAME TOKEN")
        found[checked(token, f"{path} line {number}")] = name.strip()
    if not found:
        raise SettingsError(f"{path}: holds no token; write a line: NAME TOKEN")
    return found


def checked(token: str, where: str) -> str:
    """The token, if it cannot be guessed and can be sent.

    Raises:
        SettingsError: it is too short, or has other characters than printable ASCII.
    """
    if len(token) < SHORTEST or not token.isascii() or not token.isprintable():
        what = f"the token is to have at least {SHORTEST} letters and digits"
        raise SettingsError(f"{where}: {what}; make one with: openssl rand -hex 20")
    return token
