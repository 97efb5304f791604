"""Dyads in the terminal: two parties by week, one against all, and who has to do with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.cli.eventlines import event_lines
from dragoman.wording import count

if TYPE_CHECKING:
    from dragoman.record.dyads.dyads import Dyad
    from dragoman.record.dyads.partners import Pair, Partner

_BAR = 24  # columns of a full bar, where there is room
_BESIDE_BARS = 53  # columns that the rest of a table of bars takes
_FAINT = "bright_black"


def dyad_page(dyad: Dyad, width: int = 80) -> Iterator[RenderableType]:
    """Two parties by week, cooperation and conflict apart, then what is planned between them."""
    table = Table(box=None, pad_edge=False)
    room = _room(width)
    most = max([*(w.cooperation for w in dyad.weeks), *(w.conflict for w in dyad.weeks)], default=1)
    for name, justify in (
        ("week of", "left"), ("cooperation", "left"), ("conflict", "left"),
        (f"{dyad.first}\nbegan", "right"), (f"{dyad.second}\nbegan", "right"), ("mean", "right"),
        ("only\nclaimed", "right"),
    ):  # fmt: skip
        table.add_column(name, justify=justify, no_wrap=True)  # type: ignore[arg-type]
    for week in dyad.weeks:
        table.add_row(
            week.monday.isoformat(),
            _bar(week.cooperation, most, room, "green"),
            _bar(week.conflict, most, room, "red"),
            str(week.first or ""),
            str(week.second or ""),
            f"{week.intensity:+.1f}",
            str(week.claimed or ""),
        )
    nothing = "Nothing that took place between them is known."
    if dyad.undated:
        nothing = "Nothing that took place between them is dated."
    yield table if dyad.weeks else Text(nothing, style="italic")
    if dyad.undated:
        yield Text(f"and {count(dyad.undated, 'event')} of which no week is told", style=_FAINT)
    if dyad.ahead:
        yield Rule("Planned between them", align="left", style=_FAINT)
        yield from event_lines(dyad.ahead)


def partners_page(
    code: str, partners: Iterable[Partner], width: int = 80
) -> Iterator[RenderableType]:
    """One party against all: how much it did with and against each other one."""
    rows = [(partner.code, partner) for partner in partners]
    yield _tallies(code, rows, width) if rows else _nothing(f"Nothing is known of {code}.")


def pairs_page(pairs: Iterable[Pair], width: int = 80) -> Iterator[RenderableType]:
    """Every two parties that have to do with each other, and how much."""
    rows = [(f"{pair.first} {pair.second}", pair) for pair in pairs]
    yield _tallies("between", rows, width) if rows else _nothing("No two parties are known.")


def _tallies(
    title: str, rows: list[tuple[str, Partner]] | list[tuple[str, Pair]], width: int
) -> Table:
    table = Table(box=None, pad_edge=False)
    most, room = max(max(t.cooperation, t.conflict) for _, t in rows), _room(width)
    for name in (title, "cooperation", "conflict"):
        table.add_column(name, no_wrap=True)
    table.add_column("mean", justify="right")
    table.add_column("only\nclaimed", justify="right")
    for name, told in rows:
        table.add_row(
            name,
            _bar(told.cooperation, most, room, "green"),
            _bar(told.conflict, most, room, "red"),
            f"{told.intensity:+.1f}",
            str(told.claimed or ""),
        )
    return table


def _nothing(what: str) -> Text:
    return Text(what, style="italic")


def _room(width: int) -> int:
    """The columns of a full bar, in a table with two of them on a terminal of this width."""
    return max(4, min(_BAR, (width - _BESIDE_BARS) // 2))


def _bar(number: int, most: int, room: int, colour: str) -> Text:
    if not number:
        return Text("")
    length = max(1, round(room * number / max(most, 1)))
    return Text("█" * length, style=colour).append(f" {number}", style="none")
