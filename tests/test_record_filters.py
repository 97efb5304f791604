"""What finds events by who takes part, by how sure they are told, and by where they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman import Article, Coder
from dragoman.cli import main
from dragoman.record import Record
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events
from dragoman.record.rows.search import kept_names, sought_names
from dragoman.record.store.relinking import relink

NEWS = (
    "Egyptian President Abdel Fattah el-Sisi met Turkish Foreign Minister Hakan Fidan in Cairo on Tuesday.",
    "National Liberation Army guerrillas kidnapped two engineers in northern Colombia on Monday.",
    "Gunmen allegedly abducted a journalist in Port-au-Prince on Monday.",
    "Somali police arrested a journalist in Baidoa on Monday.",
)


@pytest.fixture(scope="module")
def address(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filters") / "record.db"
    articles = [Article(text, id=f"n{n}", published=date(2026, 3, 4)) for n, text in enumerate(NEWS)]
    with Record.open(path, create=True) as record:
        record.add(list(coder.code_all(articles)))
    return path


@pytest.fixture(scope="module")
def record(address: Path) -> Iterator[Record]:
    with Record.open(address) as found:
        yield found


def told(record: Record, wanted: Filter) -> set[int]:
    """Which of the news the events are of."""
    return {NEWS.index(event.text) for event in events(record, wanted).events}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Sisi",), {0}),
        (("el-Sisi",), {0}),
        (("abdel fattah",), {0}),
        (("ABDEL FATTAH EL-SISI",), {0}),
        (("Fidan",), {0}),  # on either side
        (("Sisi", "National Liberation Army"), {0, 1}),  # one or the other
        (("ELN",), {1}),
        (("Liberation Army",), {1}),
        (("Sis",), set()),  # no whole word
        (("Abdel Sisi",), set()),  # not in their order
        (("Army Liberation",), set()),
        (("Sisi Fidan",), set()),  # of two parties
    ],
)
def test_events_are_found_by_whole_words_of_a_party(
    record: Record, names: tuple[str, ...], found: set[int]
) -> None:
    assert told(record, Filter(actors=names)) == found


def test_events_are_found_by_sector_and_certainty(record: Record) -> None:
    assert told(record, Filter(sectors=("JRN",))) == {2, 3}
    assert told(record, Filter(sectors=("COP", "REB"))) == {1, 3}
    assert told(record, Filter(sectors=("JRN",), certainties=("alleged",))) == {2}
    assert told(record, Filter(certainties=("asserted", "alleged"))) == {0, 1, 2, 3}
    assert told(record, Filter(certainties=("denied",))) == set()


def test_a_place_is_found_by_the_name_of_its_country(record: Record) -> None:
    assert told(record, Filter(place="Egypt")) == told(record, Filter(place="EGY")) == {0}
    assert told(record, Filter(place="somalia")) == {3}
    assert told(record, Filter(place="egy")) == set()  # how a place's name begins


def test_relinking_keeps_the_names(address: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(address.read_bytes())
    with Record.open(copy) as record:
        before = told(record, Filter(actors=("journalist",)))
        relink(record)
        assert told(record, Filter(actors=("journalist",))) == before == {2, 3}


@pytest.mark.parametrize(
    "wrong",
    [{"types": ("FIGHT",)}, {"sectors": ("FOO",)}, {"certainties": ("sure",)}, {"modes": ("dance",)},
     {"statuses": ("done",)}, {"quads": (5,)}, {"actors": ("-",)}],
)  # fmt: skip
def test_a_filter_of_what_there_is_not_is_refused(wrong: dict[str, tuple[str]]) -> None:
    ((value,),) = wrong.values()
    with pytest.raises(ValueError, match=re.escape(repr(value))):
        Filter(**wrong)  # type: ignore[arg-type]


def test_the_command_takes_names_sectors_and_certainties(address: Path) -> None:
    def run(*options: str) -> str:
        found = CliRunner().invoke(main, ["events", "--record", str(address), *options])
        return found.output

    assert "1 event" in run("--actor", "Sisi")
    assert "2 events" in run("--sector", "jrn")
    assert "1 event" in run("--sector", "JRN", "--certainty", "alleged")
    assert "is no sector; one of COP, GOV" in run("--sector", "FOO")
    assert "has no letter of a name" in run("--actor", "?")


def test_names_are_kept_from_each_word_on() -> None:
    assert kept_names(["Vuk Vučić", "the Vuk"]) == ["the vuk", "vucic", "vuk", "vuk vucic"]
    assert kept_names(["", "?"]) == []
    long = " ".join(f"w{n}" for n in range(40))
    assert all(len(name.split()) <= 5 for name in kept_names([long]))
    assert sought_names(long) == ("w0 w1 w2 w3 w4",)
    assert sought_names("ELN") == ("eln", "national liberation army")
