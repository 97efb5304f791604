"""The terminal page of a coded article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.mention import COUNTED, STATUSES, Entity, Magnitude, Mention, Speaker
from dragoman.relations import Relation, relations
from dragoman.wording import SIGNS, coded_kind

if TYPE_CHECKING:
    from dragoman.reading import Reading

_COLOURS = ("green", "cyan", "blue", "yellow", "magenta", "bright_black", "red")
STATUS = {
    status: (SIGNS[status], colour) for status, colour in zip(STATUSES, _COLOURS, strict=True)
}
"""The sign and the colour of each status."""
CERTAINTY = {
    "asserted": "",
    "attributed": "attributed",
    "alleged": "alleged",
    "denied": "denied",
}
MARKS = {"trigger": "bold reverse", "actor": "bold green", "recipient": "bold magenta"}
_MOST_OMISSIONS = 6


def page(reading: Reading) -> Iterator[RenderableType]:
    """The parts of the page, top to bottom: heading, mentions, relations, what was left out."""
    yield _heading(reading)
    if not reading.mentions and reading.article.is_codable:
        yield Padding(Text("No political event was found in this text.", style="italic"), (1, 2))
    for mention in reading.mentions:
        yield _card(mention)
    found = relations(reading.mentions)
    if found:
        yield Rule("Relations", align="left", style="bright_black")
        yield Group(*(_relation(relation) for relation in found))
    if reading.article.left_out:
        yield Rule("Left out", align="left", style="bright_black")
        yield _left_out(reading)


def _heading(reading: Reading) -> RenderableType:
    article = reading.article
    facts = [
        article.source or article.url,
        article.published.isoformat() if article.published else "no publication date",
        f"{len(reading.mentions)} mention{'' if len(reading.mentions) == 1 else 's'}",
    ]
    legend = Text("trigger", style=MARKS["trigger"])
    legend.append(" ")
    legend.append("actor", style=MARKS["actor"]).append(" ")
    legend.append("recipient", style=MARKS["recipient"])
    return Group(
        Text(article.title or "(no headline)", style="bold underline"),
        Text(" · ".join(fact for fact in facts if fact), style="bright_black"),
        legend,
    )


def _card(mention: Mention) -> RenderableType:
    sign, colour = STATUS[mention.status]
    kind = coded_kind(mention.event, mention.mode)
    head = Table.grid(padding=(0, 1))
    head.add_column(style=colour, width=11, no_wrap=True)
    head.add_column(style="bold", width=22, no_wrap=True)
    head.add_column()
    denied = "\n  denied" if mention.certainty == "denied" else ""
    head.add_row(f"{sign} {mention.status}{denied}", kind, _parties(mention))
    table = Table.grid(padding=(0, 1))
    table.add_column(style="bright_black", width=9, no_wrap=True)
    table.add_column()
    for label, value in _facts(mention):
        table.add_row(label, value)
    table.add_row("", _marked(mention))
    return Padding(Group(head, Padding(table, (0, 0, 0, 2))), (1, 0, 0, 0))


def _parties(mention: Mention) -> str:
    actors = ", ".join(map(_party, mention.actors)) or "(nobody named)"
    if not mention.recipients:
        return actors
    return f"{actors} → {', '.join(map(_party, mention.recipients))}"


def _party(entity: Entity | Speaker) -> str:
    guessed = "?" if isinstance(entity, Entity) and entity.country_inferred else ""
    country = f"{entity.country}{guessed}" if entity.country else None
    codes = " ".join(filter(None, (country, *entity.sectors)))
    inferred = ", inferred" if isinstance(entity, Entity) and entity.inferred else ""
    return f"{entity.name} ({codes}{inferred})" if codes or inferred else entity.name


def _facts(mention: Mention) -> Iterator[tuple[str, str]]:
    if mention.when:
        date = mention.when.edtf or "date unknown"
        yield "when", f"{date}  ({mention.when.text})"
    if mention.where:
        yield "where", "; ".join(
            w.name + (f", {w.country}" if w.country and w.precision != "country" else "")
            for w in mention.where
        )
    denied = mention.certainty == "denied"  # which stands above
    certainty = "" if denied else CERTAINTY[mention.certainty]
    speakers = ", ".join(map(_party, mention.attribution))
    if certainty or speakers:
        yield "says", " · ".join(filter(None, (speakers, certainty)))
    counts = [
        f"{name} {_number(m)}"
        for name in COUNTED
        if (m := getattr(mention.magnitudes, name)) is not None
    ]
    if counts:
        yield "numbers", ", ".join(counts)
    if mention.background:
        yield "note", "told as background"


def _number(told: Magnitude) -> str:
    """``12``, ``12–15``, ``12 or more``."""
    if told.high is None:
        return f"{told.low} or more"
    return str(told.low) if told.low == told.high else f"{told.low}–{told.high}"


def _marked(mention: Mention) -> Text:
    """The evidence sentence with trigger, actors and recipients marked."""
    text = Text(" ".join(mention.sentence.text.split("\n")))
    start, end = mention.sentence.start, mention.sentence.end
    spans = [(e, "actor") for e in mention.actors] + [(e, "recipient") for e in mention.recipients]
    for span, role in [*spans, (mention.trigger, "trigger")]:
        if start <= span.start and span.end <= end:
            text.stylize(MARKS[role], span.start - start, span.end - start)
    return text


def _relation(relation: Relation) -> Text:
    colour = {"cooperative": "green", "in conflict": "red", "mixed": "yellow",
              "neutral": "default"}[relation.tone]  # fmt: skip
    line = Text(f"  {relation.first}–{relation.second}  ")
    line.append(f"{relation.tone:<12}", style=colour)
    line.append(
        f" {relation.cooperation} cooperative, {relation.conflict} conflictual, "
        + (f"{relation.requests} asking, " if relation.requests else "")
        + f"mean {relation.intensity:+.1f}"
        + (f", {relation.claimed} only claimed" if relation.claimed else ""),
        style="bright_black",
    )
    return line


def _left_out(reading: Reading) -> RenderableType:
    omissions = reading.article.left_out
    lines = [Text(f"{o.reason}: {o.detail}", style="bright_black") for o in omissions]
    more = len(lines) - _MOST_OMISSIONS
    if more > 0:
        lines = [*lines[:_MOST_OMISSIONS], Text(f"… and {more} more", style="bright_black")]
    return Padding(Group(*lines), (0, 0, 0, 2))
