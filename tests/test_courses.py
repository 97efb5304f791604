"""What goes with an event: the threat before a deed, and what ended it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from dragoman import Coder
from dragoman.cli import main
from dragoman.record import Record
from dragoman.record.questions.courses import course
from dragoman.record.questions.questions import histories
from dragoman.web.app import create_app
from dragoman.web.settings import Settings
from tests.grouping import Told, coded


def _courses(coder: Coder, path: Path, told: list[Told]) -> dict[str, list[tuple[str, str]]]:
    """For the type of each event what goes with it."""
    with Record.open(path / "news.db", create=True) as record:
        record.add(coded(coder, told))
        return {
            found.event.event: [(one.part, one.event.event) for one in course(record, found)]
            for found in histories(record)
        }


def test_a_strike_goes_with_the_threat_before_it_and_with_its_end(
    coder: Coder, tmp_path: Path
) -> None:
    told = [
        ("02-20", "Nurses in Togo threatened to go on strike unless their wages are paid."),
        ("03-02", "Nurses in Togo went on strike on Monday."),
        ("03-09", "Nurses in Togo suspended their strike on Monday."),
    ]
    assert _courses(coder, tmp_path, told) == {
        "THREATEN": [("deed", "PROTEST")],
        "PROTEST": [("threat", "THREATEN"), ("end", "CONCEDE")],
        "CONCEDE": [("deed", "PROTEST")],
    }


def test_the_terminal_and_the_page_of_a_deed_tell_what_goes_with_it(
    coder: Coder, tmp_path: Path
) -> None:
    told = [
        ("02-20", "Nurses in Togo threatened to go on strike unless their wages are paid."),
        ("03-02", "Nurses in Togo went on strike on Monday."),
    ]
    _courses(coder, tmp_path, told)
    path = tmp_path / "news.db"
    with Record.open(path) as record:
        (strike,) = (found.event.id for found in histories(record) if found.event.mode == "strike")
    shown = CliRunner().invoke(main, ["show", strike, "--record", str(path)])
    assert "What goes with it" in shown.output
    assert "threat" in shown.output
    with TestClient(create_app(Settings(path)), base_url="http://127.0.0.1:8765") as client:
        page = client.get(f"/events/{strike}").text
    assert "What goes with it" in page
    assert "threatened to go on strike" in page


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ([("03-02", "Latvia threatened to expel Belarusian diplomats."),
          ("03-03", "Latvia expelled three Belarusian diplomats on Tuesday.")], ("THREATEN", "SANCTION")),
        ([("02-23", "Farmers in Spain blockaded the border crossing with France at Irun on Monday."),
          ("02-28", "Spanish farmers lifted their blockade of the border crossing with France on Saturday.")],
         ("PROTEST", "CONCEDE")),
        ([("03-06", "Malawi closed its border with Zambia on Friday."),
          ("03-09", "Malawi reopened its border with Zambia on Monday.")], ("COERCE", "CONCEDE")),
    ],
)  # fmt: skip
def test_a_deed_goes_with_its_threat_and_its_end(
    coder: Coder, tmp_path: Path, told: list[Told], types: tuple[str, str]
) -> None:
    found = _courses(coder, tmp_path, told)
    assert [[kind for _, kind in found[name]] for name in types] == [[types[1]], [types[0]]]


@pytest.mark.parametrize(
    "told",
    [
        # other people, another deed, against somebody else, threatened after it was done
        [("02-20", "Nurses in Togo threatened to go on strike."), ("03-02", "Teachers in Benin went on strike on Monday.")],
        [("02-20", "Nurses in Togo threatened to march on the palace."), ("03-02", "Nurses in Togo went on strike on Monday.")],
        [("03-02", "Latvia threatened to expel Russian diplomats."), ("03-03", "Latvia expelled three Belarusian diplomats on Tuesday.")],
        [("03-02", "Nurses in Togo went on strike on Monday."), ("03-04", "Nurses in Togo threatened to go on strike again in May.")],
    ],
)  # fmt: skip
def test_what_does_not_go_together(coder: Coder, tmp_path: Path, told: list[Told]) -> None:
    assert set(map(len, _courses(coder, tmp_path, told).values())) == {0}
