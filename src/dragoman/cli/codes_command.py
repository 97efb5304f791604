"""``dragoman codes``: what the codes of the output mean, and what everyday words are coded as."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.codes import Code
    from dragoman.everyday import Everyday

_TITLES = {
    "type": "Event types", "mode": "Modes", "context": "Contexts", "status": "Statuses",
    "certainty": "Certainties", "sector": "Sectors", "body": "In a country's place",
    "country": "Countries",
}  # fmt: skip
_WIDTH = {"mode": 23, "context": 23}


@click.command("codes")
@click.argument("word", required=False)
def command(word: str | None) -> None:
    """Tell what the codes mean: all but those of countries, or those that fit WORD.

    WORD is a code (UAF, third-party), a country (Togo), a word of a meaning (gangs), an everyday
    word of the news (coup, truce, hostages: as what it is coded), or a kind: type, mode, context,
    status, certainty, sector, body, country. A mode stands after its type.
    """
    from dragoman.codes import explained, glossary
    from dragoman.everyday import meanings

    codes = explained(word) if word is not None else glossary()
    everyday = meanings(word) if word is not None else ()
    if not codes and not everyday:
        raise click.ClickException(f"no code and no meaning has {word!r}; leave it out to see all")
    if everyday:
        _tell_everyday(everyday)
    _tell(codes)


def _tell_everyday(found: Iterable[Everyday]) -> None:
    click.echo(click.style("In everyday words", bold=True))
    for one in found:
        codes = " ".join(filter(None, (one.event, one.mode))) or "no type"
        context = f" (context {one.context})" if one.context else ""
        click.echo(f"  {codes:<23} {', '.join(one.words)}: {one.meaning}{context}")
        if one.example:
            click.echo(f"  {'':<23} “{one.example}”")


def _tell(found: Iterable[Code]) -> None:
    in_order = sorted(found, key=lambda code: tuple(_TITLES).index(code.kind))
    for kind, codes in groupby(in_order, key=lambda code: code.kind):
        click.echo(click.style(_TITLES[kind], bold=True))
        for code in codes:
            name = f"{', '.join(code.of)} {code.code}".strip()
            click.echo(f"  {name:<{_WIDTH.get(kind, 10)}} {code.meaning}")
