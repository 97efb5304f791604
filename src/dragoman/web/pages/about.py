"""About: what the fields mean, the codebook, the model card, the limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.events.ontology import Kind, contexts, kinds
from dragoman.formats.jsonl import mention_schema
from dragoman.record.questions.extent import extent
from dragoman.web import links
from dragoman.web.pages.desk import record_of
from dragoman.web.rendering import page
from dragoman.wording import SIGNS

router = APIRouter(include_in_schema=False)
_MEANINGS = {
    "occurred": "It took place, by the latest well-sourced report.",
    "ongoing": "It is taking place, or goes on without a known end.",
    "planned": "It is announced or intended and lies ahead.",
    "postponed": "It was planned and is put off, with or without a new day.",
    "cancelled": "It was planned and will not take place.",
    "possible": "It may happen or may have happened: wishes, warnings, conditions.",
    "negated": "The outlet says in its own voice that it did not happen.",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table of the model card."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@router.get(links.ABOUT, response_class=HTMLResponse)
def about(request: Request) -> HTMLResponse:
    """What the desk shows and how far it can be trusted."""
    return page(
        request,
        "about",
        extent=extent(record_of(request)),
        fields=_fields(),
        statuses=[(name, SIGNS[name], words) for name, words in _MEANINGS.items()],  # type: ignore[index]
        kinds={event: list(among) for event, among in groupby(kinds().values(), _type)},
        contexts=contexts(),
        card=_card(),
    )


def _type(kind: Kind) -> str:
    return kind.event


def _fields() -> list[tuple[str, str]]:
    properties: dict[str, Any] = mention_schema()["properties"]
    return [(name, _meaning(value)) for name, value in properties.items()]


def _meaning(schema: dict[str, Any]) -> str:
    return str(schema.get("description", ""))


@cache
def _card() -> tuple[Block, ...]:
    text = (files("dragoman.events") / "model" / "MODEL_CARD.md").read_text("utf-8")
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    """The card's paragraphs and tables; its own heading is left out."""
    for part in re.split(r"\n\s*\n", text):
        if part.startswith("#"):
            continue
        if part.startswith("|"):
            lines = [line for line in part.splitlines() if not re.fullmatch(r"[|\s:-]+", line)]
            yield Block(rows=tuple(_cells(line) for line in lines))
        else:
            yield Block(text=_plain(part))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_plain(cell.strip()) for cell in line.strip().strip("|").split("|"))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\*\*|`", "", text).split())
