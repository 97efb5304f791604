"""``dragoman codes``: what the codes of the output mean."""

from __future__ import annotations

import click

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

    WORD is a code (UAF, third-party), a country (Togo), a word of a meaning (gangs), or a kind:
    type, mode, context, status, certainty, sector, body, country. A mode stands after its type.
    """
    from itertools import groupby

    from dragoman.codes import explained, glossary

    found = explained(word) if word is not None else glossary()
    if not found:
        raise click.ClickException(f"no code and no meaning has {word!r}; leave it out to see all")
    in_order = sorted(found, key=lambda code: tuple(_TITLES).index(code.kind))
    for kind, codes in groupby(in_order, key=lambda code: code.kind):
        click.echo(click.style(_TITLES[kind], bold=True))
        for code in codes:
            name = f"{', '.join(code.of)} {code.code}".strip()
            click.echo(f"  {name:<{_WIDTH.get(kind, 10)}} {code.meaning}")
