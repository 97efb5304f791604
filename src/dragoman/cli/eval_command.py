"""``dragoman eval``: score the coder, or one stage of it, against gold data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from dragoman.cli.options import model_option

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
Figures = Mapping[str, Any]


@click.group("eval")
def command() -> None:
    """Score the coder, or one stage of it, against gold data."""


def _scored(function: F, *, folders: bool = False) -> F:
    """The arguments that every scoring command takes; ``folders``: GOLD may be one of files."""
    for decorate in (
        click.option(
            "--predictions", type=click.Path(path_type=Path), help="Write one line an item here."
        ),
        click.option("--json", "as_json", is_flag=True, help="Figures as one JSON object."),
        click.argument(
            "gold", type=click.Path(exists=True, dir_okay=folders, path_type=Path)
        ),
    ):
        function = decorate(function)
    return function


@command.command("times")
@_scored
def times(gold: Path, as_json: bool, predictions: Path | None) -> None:
    """Time expressions to EDTF, against GOLD (JSON Lines: id, text, published, expression,
    edtf).
    """
    from dragoman.evaluation.times import score

    report = _run(lambda: score(_rows(gold)))
    _finish(report, as_json, predictions)


@command.command("geo")
@_scored
@model_option
def geo(gold: Path, as_json: bool, predictions: Path | None, model: str) -> None:
    """Toponyms to coordinates, against GOLD, a GeoWebNews XML file."""
    from dragoman.analysis import Analyser
    from dragoman.evaluation.geo import read_gold, score
    from dragoman.places import Places

    analyser, places = Analyser(model), Places()
    scores = _run(
        lambda: score(
            _some(read_gold(gold), gold),
            lambda articles: (places(a) for a in analyser.pipe(articles)),
        )
    )
    _finish(scores, as_json, predictions, items="items")


@command.command("actors")
@_scored
@model_option
def actors(gold: Path, as_json: bool, predictions: Path | None, model: str) -> None:
    """Who a phrase denotes, against GOLD (JSON Lines: id, text, published, mention, country,
    sector, name).
    """
    from dragoman.actors import Actors
    from dragoman.analysis import Analyser
    from dragoman.evaluation.actors import score

    report = _run(lambda: score(_rows(gold), Analyser(model), Actors()))
    _finish(report, as_json, predictions)


@command.command("status")
@_scored
@model_option
def status(gold: Path, as_json: bool, predictions: Path | None, model: str) -> None:
    """Whether it happened and who says so, against GOLD (JSON Lines: id, text, published,
    trigger, event, status, certainty, attribution, background).
    """
    from dragoman.coder import Coder
    from dragoman.evaluation.status import score

    report = _run(lambda: score(_rows(gold), Coder(model=model)))
    _finish(report, as_json, predictions)


@command.command("plv")
@_scored
def plv(gold: Path, as_json: bool, predictions: Path | None) -> None:
    """Types between a marked source and target, against GOLD, a PLV table (root and penta)."""
    from dragoman.evaluation.plv import score
    from dragoman.evaluation.plv_table import read

    report = _run(lambda: score(_some(read(gold), gold)))
    _finish(report, as_json, predictions)


@command.command("plover")
@_scored
@model_option
def plover(gold: Path, as_json: bool, predictions: Path | None, model: str) -> None:
    """Types, modes, contexts and parties of texts, against GOLD, PLOVER's gold standard records
    (a JSON list, or one record a line).
    """
    from dragoman.coder import Coder
    from dragoman.evaluation.plover import read, score

    report = _run(lambda: score(_some(read(gold), gold), Coder(model=model)))
    _finish(report, as_json, predictions)


@command.command("roles")
@_scored
def roles(gold: Path, as_json: bool, predictions: Path | None) -> None:
    """Source and target spans, against GOLD (JSON Lines: tokens, tags)."""
    from dragoman.evaluation.roles import score

    report = _run(lambda: score(_rows(gold)))
    _finish(report, as_json, predictions)


@command.command("corpus")
@partial(_scored, folders=True)
def corpus(gold: Path, as_json: bool, predictions: Path | None) -> None:
    """Every judgement of the encoder, against GOLD in the corpus's form (a file or a folder)."""
    from dragoman.evaluation.corpus import score
    from dragoman.evaluation.gold import read_all

    report = _run(lambda: score(_some(read_all(gold), gold)))
    _finish(report, as_json, predictions)


@command.command("stories")
@_scored
@click.option("--half", help="Only the rows of this half: tune or report.")
@click.option("--curve", "curved", is_flag=True, help="The figures at each likeness as a table.")
@model_option
def stories(
    gold: Path, as_json: bool, predictions: Path | None, half: str | None, curved: bool, model: str
) -> None:
    """Linking of mentions to events, against GOLD (JSON Lines: articles with their story and, for
    B-cubed, mentions with trigger, start and event).
    """
    from dragoman.coder import Coder
    from dragoman.evaluation.stories import curve, read, score

    rows = [row for row in _run(lambda: _rows(gold)) if half in (None, row.get("half"))]
    if not rows:
        raise click.ClickException(f"{gold}: no row is of the half {half!r}")
    articles = _run(lambda: read(rows, Coder(model=model)))
    report = score(articles)
    if not curved:
        _finish(report, as_json, predictions)
        return
    reports = curve(articles)
    names = ("astray", "joined", "precision", "recall", "f1")
    click.echo("".join(f"| {name} " for name in ("likeness", *names)) + "|\n" + "|---" * 6 + "|")
    for bar, one in reports.items():
        values = "".join(f"| {getattr(one, name).value:.3f} " for name in names)
        click.echo(f"| {bar:.2f} {values}|")


def _run(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except UnicodeDecodeError as error:
        what = f"the gold file is not text in UTF-8 ({error})"
        raise click.ClickException(f"{what}; give the file that --help tells of") from error
    except (ValueError, OSError) as error:
        raise click.ClickException(str(error)) from error


def _rows(path: Path) -> list[dict[str, Any]]:
    from dragoman.evaluation.gold import objects

    return _some((row for _, row in objects(path)), path)


def _some(items: Iterable[T], path: Path) -> list[T]:
    """The items of a gold file.

    Raises:
        ValueError: there is none.
    """
    found = list(items)
    if not found:
        form = " ".join((click.get_current_context().command.help or "").split())
        raise ValueError(f"{path}: holds no gold item; expected: {form}")
    return found


def _finish(
    report: Any, as_json: bool, predictions: Path | None, *, items: str = "predictions"
) -> None:
    """Tell every field of a report but its items; these are written to a file that is asked for."""
    figures = asdict(replace(report, **{items: ()}))
    del figures[items]
    if as_json:
        click.echo(json.dumps(figures, default=str))
    else:
        _print(figures)
    if predictions is not None:
        told = map(asdict, getattr(report, items))
        lines = (f"{json.dumps(one, ensure_ascii=False, default=str)}\n" for one in told)
        _run(lambda: predictions.write_text("".join(lines), "utf-8"))


def _print(figures: Figures) -> None:
    tables = {name: value for name, value in figures.items() if _is_table(value)}
    for name, value in figures.items():
        if name not in tables:
            click.echo(f"{name.replace('_', ' '):<24} {_written(value)}")
    for name, table in tables.items():
        click.echo(f"\n{name.replace('_', ' ')}")
        for label, cell in table.items():
            click.echo(f"  {label:<22} {_cell(cell)}")


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping) and "low" not in value


def _cell(cell: Any) -> str:
    if isinstance(cell, Mapping):
        return ", ".join(f"{name} {count}" for name, count in cell.items())
    return _written(cell)


def _written(value: Any) -> str:
    if isinstance(value, Mapping) and not value["total"]:
        return "-  (n 0)"
    if isinstance(value, Mapping):
        span = f"{value['low']:.3f} to {value['high']:.3f}"
        return f"{value['value']:.3f}  ({span}, n {value['total']})"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
