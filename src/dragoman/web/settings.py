"""What the web desk is told when it starts."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.sources.fetcher import Fetcher

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


class SettingsError(ValueError):
    """The settings do not go together; says which and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one desk.

    Attributes:
        record: path of an SQLite file, or a ``postgresql://`` URL.
        host: the address to listen at.
        port: the port to listen at.
        public_url: where people reach it, where a proxy stands before it; its host is let in.
        tokens: who may come in: each token with its holder's name.
        user_header: the header in which a proxy names who asks; None where there is none.
        reviewer: who reviews where nobody is told apart.
        read_only: nothing in the record may be changed.
        today: gives the day taken for today.
        fetcher: fetches the addresses that readers give.
        max_body: bytes of a request's body.
        max_text: characters of a text to code.
        max_query: bytes of an address's path and of its query.
        body_seconds: in which a request's body must have arrived.
        query_seconds: for one question to the record.
        coding_seconds: for coding one text, with waiting for others' texts.
        max_waiting: texts that may wait to be coded.
        max_exports: exports that may be under way at once.
        max_answers: answers of the record that are kept until it is written to; 0 for none.
    """

    record: str | Path
    host: str = "127.0.0.1"
    port: int = 8765
    public_url: str | None = None
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)
    user_header: str | None = None
    reviewer: str = "reader"
    read_only: bool = False
    today: Callable[[], date] = date.today
    fetcher: Fetcher = field(default_factory=Fetcher)
    max_body: int = 1_000_000
    max_text: int = 100_000
    max_query: int = 4_000
    body_seconds: float = 10.0
    query_seconds: float = 5.0
    coding_seconds: float = 60.0
    max_waiting: int = 8
    max_exports: int = 4
    max_answers: int = 256

    def __post_init__(self) -> None:
        self._check()
        outside = None if self.is_loopback else self.host or "every address"
        if self.public_url is not None and not is_loopback(_host(self.public_url)):
            outside = self.public_url
        if outside and not self.demands_name:
            what = (
                f"{outside} can be reached from other machines: give --token-file (or "
                "DRAGOMAN_TOKEN), or --user-header behind a proxy that names who asks; "
                "or listen at 127.0.0.1 without a --public-url"
            )
            raise SettingsError(what)

    def _check(self) -> None:
        """Refuse what is no value at all."""
        if self.public_url is not None and not _host(self.public_url):
            what = f"--public-url {self.public_url!r} is no web address"
            raise SettingsError(f"{what}; write it as https://desk.example.org/")
        if self.user_header is not None and not _HEADER.fullmatch(self.user_header):
            what = f"--user-header {self.user_header!r} is no name of a header"
            raise SettingsError(f"{what}; write it as X-Remote-User")
        if not self.reviewer.strip():
            raise SettingsError("--reviewer is empty; give a name, or leave it out")

    @property
    def is_loopback(self) -> bool:
        """Whether it listens to this machine alone."""
        return is_loopback(self.host)

    @property
    def demands_name(self) -> bool:
        """Whether nobody comes in without a token or a proxy's word."""
        return bool(self.tokens) or self.user_header is not None


def _host(url: str) -> str:
    """The host of a web address; empty where it is none."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and (parts.port or 1) > 0
    except ValueError:
        return ""
    return (parts.hostname or "") if known and url.isprintable() and " " not in url else ""


def is_loopback(host: str) -> bool:
    """Whether the host, a name or an address, means this machine and no other."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
