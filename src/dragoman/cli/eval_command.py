"""``dragoman eval``: score the coder, or one stage of it, against gold data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

import click

from dragoman.cli.options import model_option

F = TypeVar("F", bound=Callable[..., Any])
Figures = Mapping[str, Any]


@click.group("eval")
def command() -> None:
    """Score the coder, or one stage of it, against gold data."""


def _scored(function: F) -> F:
    """The arguments that every scoring command takes."""
    for decorate in (
        click.option(
            "--predictions", type=click.Path(path_type=Path), help="Write one line an item here."
        ),
        click.option("--json", "as_json", is_flag=True, help="Figures as one JSON object."),
        click.argument("gold", type=click.Path(exists=True, path_type=Path)),
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
    _finish(_figures(report, "predictions"), report.predictions, as_json, predictions)


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
            read_gold(gold), lambda articles: (places(a) for a in analyser.pipe(articles))
        )
    )
    _finish(_figures(scores, "items"), scores.items, as_json, predictions)


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
    _finish(_figures(report, "predictions"), report.predictions, as_json, predictions)


def _run(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except (ValueError, OSError) as error:
        raise click.ClickException(str(error)) from error


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path} line {number}: not JSON ({error})") from error


def _figures(report: Any, items: str) -> dict[str, Any]:
    """Every field of a report but its items, as JSON values."""
    found: dict[str, Any] = {}
    for field in fields(report):
        if field.name != items:
            value = getattr(report, field.name)
            found[field.name] = asdict(value) if hasattr(value, "__dataclass_fields__") else value
    return found


def _finish(
    figures: Figures, items: Iterable[Any], as_json: bool, predictions: Path | None
) -> None:
    if predictions is not None:
        lines = (json.dumps(asdict(item), ensure_ascii=False, default=str) for item in items)
        predictions.write_text("".join(line + "\n" for line in lines), "utf-8")
    if as_json:
        click.echo(json.dumps(figures, default=str))
        return
    for name, value in figures.items():
        click.echo(f"{name.replace('_', ' '):<28} {_written(value)}")


def _written(value: Any) -> str:
    if isinstance(value, Mapping) and "low" in value:
        span = f"{value['low']:.3f} to {value['high']:.3f}"
        return f"{value['value']:.3f}  ({span}, n {value['total']})"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
