"""The formats that events are exported in, and the export itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any

from dragoman.days import as_day
from dragoman.extras import install
from dragoman.formats import cameo, flat, gdelt, geojson, icews, ics, lines, parquet, plover
from dragoman.formats.strict import day_of
from dragoman.formats.uninferred import uninferred
from dragoman.formats.whole import WholeFile
from dragoman.mention import DONE
from dragoman.record.event import History

Refusal = Callable[[History], "str | None"]


class ExportError(ValueError):
    """An export cannot be made; says why and what to do."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export.

    Attributes:
        name: what it is called on the command line and in addresses.
        suffixes: endings of its files, one for each file that it consists of.
        media_type: of each file.
        about: what it is, in a line.
        says_status: whether it can say that an event has not happened; from one that cannot, such
            events are left out unless everything is asked for.
        write: writes histories to as many binary streams as it has files; takes the histories,
            the streams, and the day taken for today.
        cannot: why the format has no place for an event at all, or None.
        will_not: why an event is left out unless everything is asked for, or None.
        is_text: whether it may go to a terminal.
        extra: the extra of the package that it needs, or None.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    about: str
    says_status: bool
    write: Callable[..., None]
    cannot: Refusal = field(default=lambda history: None)
    will_not: Refusal = field(default=lambda history: None)
    is_text: bool = True
    extra: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did.

    Attributes:
        written: how many events were written.
        left_out: how many were not, by reason.
    """

    written: int
    left_out: Mapping[str, int]


def _unhappened(history: History) -> str | None:
    event = history.event
    if not event.actors and not event.recipients:
        return "nobody named"
    if event.took_place:
        return None
    return event.status if event.status not in DONE else "told only to be denied"


def _undated(history: History) -> str | None:
    return "no date" if day_of(history.event) is None else None


def _unplanned(history: History) -> str | None:
    return None if history.was_planned else "never planned"


def _formats() -> Iterator[Format]:
    tabs, json = "text/tab-separated-values", "application/jsonl"
    yield Format(
        "plover", (".plover.jsonl",), json, "PLOVER 2.0 records, strict types, one JSON a line",
        True, plover.write, _undated, plover.refuses,
    )  # fmt: skip
    yield Format(
        "cameo", (".cameo.tsv",), tabs, "directed pairs with CAMEO codes, with a header", False,
        cameo.write, _undated, _unhappened,
    )  # fmt: skip
    yield Format(
        "gdelt", (".export.CSV", ".mentions.CSV"), tabs,
        "GDELT 2.0 event table and mention table, two files without header", False, gdelt.write,
        _undated, _unhappened,
    )  # fmt: skip
    yield Format(
        "icews", (".icews.tab",), tabs, "ICEWS's columns with their header", False, icews.write,
        _undated, _unhappened,
    )  # fmt: skip
    yield Format(
        "csv", (".csv",), "text/csv", "one event a line, for spreadsheets", True, flat.write
    )
    yield Format(
        "parquet", (".parquet",), "application/vnd.apache.parquet",
        "typed columns with lists and dates, for pandas, polars, DuckDB", True, parquet.write,
        is_text=False, extra="archives",
    )  # fmt: skip
    yield Format(
        "geojson", (".geojson",), "application/geo+json", "placed events as points, for maps",
        True, geojson.write, will_not=geojson.refuses,
    )  # fmt: skip
    yield Format(
        "ics", (".ics",), "text/calendar", "what is or was planned, for calendars", True,
        ics.write, ics.refuses, _unplanned, extra="calendar",
    )  # fmt: skip
    yield Format(
        "jsonl", (".jsonl",), json, "each event in full with its history, one JSON a line", True,
        lines.write,
    )  # fmt: skip


FORMATS: Mapping[str, Format] = {made.name: made for made in _formats()}


def export(
    histories: Iterable[History],
    name: str,
    *streams: IO[bytes],
    everything: bool = False,
    inferred: bool = True,
    today: date | None = None,
) -> Exported:
    """Write events in a format, one at a time; memory does not grow with their number.

    Args:
        histories: the events, as `dragoman.record.questions.questions.histories` gives them.
        name: a name in `FORMATS`.
        streams: binary streams, as many as the format has files; they stay open.
        everything: write also what the format cannot say of it that it has not happened, and
            what lacks a part that the format asks for, as near as the format comes.
        inferred: write also countries that no word told of a party says; else they are unknown.
        today: the day taken for today, by which what is planned is overdue.

    Raises:
        TypeError: ``histories`` has something else, or ``today`` is no date.
        ExportError: no such format, another number of streams than it has files, one that takes
            no bytes, or a library that the format needs is not installed.
    """
    chosen = FORMATS.get(name)
    if chosen is None:
        raise ExportError(f"{name!r} is no format of export; choose from {', '.join(FORMATS)}")
    if len(streams) != len(chosen.suffixes):
        number = len(chosen.suffixes)
        raise ExportError(f"{name} consists of {number} files; give {number} streams")
    for stream in streams:
        _try_bytes(stream)
    on = as_day("today", today) or date.today()
    left_out: Counter[str] = Counter()
    written = 0

    def kept() -> Iterator[History]:
        nonlocal written
        told = map(_history, histories)
        for history in told if inferred else map(uninferred, told):
            reason = (None if everything else chosen.will_not(history)) or chosen.cannot(history)
            if reason:
                left_out[reason] += 1
            else:
                written += 1
                yield history

    try:
        chosen.write(kept(), *streams, today=on)
    except ModuleNotFoundError as error:
        what = f"{name} needs {error.name}, which is not installed"
        raise ExportError(f"{what}: {install(str(chosen.extra))}") from error
    return Exported(written, dict(left_out.most_common()))


def _history(given: Any) -> History:
    if not isinstance(given, History):
        what = "export takes histories, as dragoman.record.histories gives them"
        raise TypeError(f"{what}, not {type(given).__name__}")
    return given


def _try_bytes(stream: IO[bytes]) -> None:
    try:
        stream.write(b"")
    except (TypeError, AttributeError) as error:
        what = f"a {type(stream).__name__} takes no bytes"
        raise ExportError(f"{what}; give io.BytesIO() or a file opened with 'wb'") from error


def export_to(
    histories: Iterable[History],
    name: str,
    path: Path,
    *,
    everything: bool = False,
    inferred: bool = True,
    today: date | None = None,
) -> tuple[Exported, tuple[Path, ...]]:
    """Export to files, written whole or not at all: under other names first, then renamed.

    Args:
        histories: see `export`.
        name: see `export`.
        path: the file; of a format of several files their common beginning, or a folder.
        everything: see `export`.
        inferred: see `export`.
        today: see `export`.

    Returns:
        what was done, and the files.

    Raises:
        ExportError: see `export`; or the files cannot be written.
    """
    targets = paths_of(name, path)
    try:
        with ExitStack() as stack:  # closing writes, too, and may fail
            made = [stack.enter_context(WholeFile(target)) for target in targets]
            streams = (part.stream for part in made)
            done = export(
                histories, name, *streams, everything=everything, inferred=inferred, today=today
            )
            for part in made:
                part.finish()
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error
    return done, targets


def paths_of(name: str, path: Path) -> tuple[Path, ...]:
    """The files that an export of this format to ``path`` consists of."""
    suffixes = FORMATS[name].suffixes if name in FORMATS else ("",)
    if path.is_dir():
        return tuple(path / f"events{suffix}" for suffix in suffixes)
    if len(suffixes) == 1:
        return (path,)
    return tuple(path.with_name(path.name + suffix) for suffix in suffixes)
