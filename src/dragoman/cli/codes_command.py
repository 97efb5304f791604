"""``dragoman codes``: what the codes of the output mean."""

from __future__ import annotations

import click

_TITLES = {
    "type": "Event types", "status": "Statuses", "certainty": "Certainties",
    "sector": "Sectors", "body": "In a country's place", "country": "Countries",
}  # fmt: skip


@click.command("codes")
@click.argument("word", required=False)
def command(word: str | None) -> None:
    """Tell what the codes mean: all of them, or those that fit WORD.

    WORD is a code (UAF), a country (Togo) or a word of a meaning (gangs). Countries are listed
    only where WORD fits them.
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
            click.echo(f"  {code.code:<10} {code.meaning}")
