"""Rulings: what readers say of which reports are of one event holds, whatever comes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli import main
from dragoman.record import Event, Record, RecordError
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.brief import brief
from dragoman.record.linking.linking import Hold
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import histories, history
from dragoman.record.reviews.checks import ReviewError
from dragoman.record.reviews.reviews import submit
from dragoman.record.reviews.rulings import join, part, rulings, withdraw
from dragoman.record.rows.rulingrows import Ruled
from dragoman.record.store.mending import Dated, Removed, give_date, remove
from dragoman.record.store.regrouping import divided
from dragoman.record.store.relinking import relink
from tests.test_record import Coded, told

Parts = dict[str, list[str]]


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    with Record.open(address, create=True) as found:
        yield found


def _parts(record: Record) -> Parts:
    """For each event's id its mentions."""
    wanted = Filter(background=True)
    return {h.event.id: [s.mention_id for s in h.steps] for h in histories(record, wanted)}


def _events(record: Record) -> dict[str, Event]:
    return {h.event.id: h.event for h in histories(record, Filter(background=True))}


def _leads(record: Record, name: str) -> str | None:
    found = history(record, name)
    return found.event.id if found else None


def _visits(*days: str) -> list[Coded]:
    """Reports of one visit, each on its day; a is the first."""
    names = "abcdefg"
    return [told(0, day, id=names[n], when=days[0]) for n, day in enumerate(days)]


def test_two_events_that_a_reader_joins_are_one_and_stay_so(record: Record) -> None:
    record.add([told(0, "2025-07-02", id="a"), told(1, "2025-07-01", id="b")])
    made = join(record, "a-m", "b", reviewer="ana", note="one tour")
    assert (made.kind, made.mentions, made.others) == ("join", ("a-m",), ("b-m",))
    assert _parts(record) == {"b-m": ["b-m", "a-m"]}
    assert (_leads(record, "a-m"), _leads(record, "b-m")) == ("b-m", "b-m")
    record.add([told(0, "2025-07-03", id="c"), told(1, "2025-07-03", id="d"), told(2, "2025-07-03", id="e")])
    held = {"b-m": ["b-m", "a-m", "c-m", "d-m"], "e-m": ["e-m"]}
    assert _parts(record) == held
    relink(record)
    assert _parts(record) == held
    found = history(record, "a-m")
    assert found is not None
    assert found.rulings == rulings(record) == (made,)
    back = withdraw(record, made.id, reviewer="bo", note="two after all")
    assert back.withdrawn is not None
    assert (back.withdrawn.reviewer, back.withdrawn.note) == ("bo", "two after all")
    assert _parts(record) == {"b-m": ["b-m", "d-m"], "a-m": ["a-m", "c-m"], "e-m": ["e-m"]}
    for name in ("a-m", "b-m"):
        found = history(record, name)
        assert found is not None
        assert found.rulings == (back,)


def test_a_report_that_a_reader_takes_out_stays_out_whatever_comes(record: Record) -> None:
    record.add(_visits("2025-07-01", "2025-07-01", "2025-07-02"))
    made = part(record, ["b-m"], reviewer="ana")
    assert (made.mentions, made.others) == (("b-m",), ("a-m", "c-m"))
    assert _parts(record) == {"a-m": ["a-m", "c-m"], "b-m": ["b-m"]}
    # What is like both would bring them together again.
    late = [told(0, "2025-07-01", id=name, when="2025-07-01") for name in ("0", "aa", "d")]
    record.add(late)
    with_later = _parts(record)
    assert {len(members) for members in with_later.values()} <= {1, 2, 3, 4, 5}
    assert _leads(record, "b-m") != _leads(record, "a-m") == _leads(record, "c-m")
    assert sum(map(len, with_later.values())) == 6
    relink(record)
    assert _parts(record) == with_later
    withdraw(record, made.id, reviewer="ana")
    assert _parts(record) == {"0-m": ["0-m", "a-m", "aa-m", "b-m", "d-m", "c-m"]}


def test_the_first_report_leaves_its_event_a_new_id_and_the_old_one_leads_to_it(record: Record) -> None:
    record.add(_visits("2025-07-01", "2025-07-02", "2025-07-03"))
    made = part(record, ["a-m"], reviewer="ana")
    assert _parts(record) == {"a-m": ["a-m"], "b-m": ["b-m", "c-m"]}
    found = history(record, "a-m")  # where the event went is told there
    assert found is not None
    assert found.rulings == (made,)
    assert _leads(record, made.others[0]) == "b-m"


def test_several_reports_are_taken_out_together(record: Record) -> None:
    record.add(_visits("2025-07-01", "2025-07-02", "2025-07-03", "2025-07-04"))
    part(record, ["c-m", "b-m", "c-m"], reviewer="ana")
    assert _parts(record) == {"a-m": ["a-m", "d-m"], "b-m": ["b-m", "c-m"]}


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (lambda r: join(r, "a-m", "c-m", reviewer="ana"), "lead to one event already"),
        (lambda r: join(r, "a-m", "nobody", reviewer="ana"), "no event 'nobody'"),
        (lambda r: join(r, "a-m", "z-m", reviewer=" "), "reader's name"),
        (lambda r: part(r, ["a-m", "z-m"], reviewer="ana"), "of several events"),
        (lambda r: part(r, ["a-m", "b-m", "c-m"], reviewer="ana"), "leave one"),
        (lambda r: part(r, ["z-m"], reviewer="ana"), "leave one"),
        (lambda r: part(r, ["a"], reviewer="ana"), "given whole"),
        (lambda r: part(r, ["a\0\ud800"], reviewer="ana"), "given whole"),
        (lambda r: join(r, "a-m", "\0", reviewer="ana\0", note="\0"), "no event"),
        (lambda r: part(r, [], reviewer="ana"), "name the mentions"),
        (lambda r: withdraw(r, "x" * 500, reviewer="ana"), "may be mistyped"),
    ],
)  # fmt: skip
def test_a_ruling_that_cannot_be_made_says_why(
    record: Record, rule: Callable[[Record], object], says: str
) -> None:
    record.add([*_visits("2025-07-01", "2025-07-02", "2025-07-03"), told(1, "2025-07-01", id="z")])
    before = _parts(record)
    with pytest.raises(ReviewError, match=says):
        rule(record)
    assert _parts(record) == before
    assert rulings(record) == ()


def test_a_ruling_is_taken_back_once(record: Record) -> None:
    record.add(_visits("2025-07-01", "2025-07-02"))
    made = part(record, ["b-m"], reviewer="ana")
    withdraw(record, made.id, reviewer="ana")
    with pytest.raises(ReviewError, match="taken back before"):
        withdraw(record, made.id, reviewer="bo")


def test_of_two_rulings_the_later_counts_until_it_is_taken_back(record: Record) -> None:
    record.add([*_visits("2025-07-01", "2025-07-02"), told(1, "2025-07-01", id="z")])
    one, two = {"a-m": ["a-m", "b-m"], "z-m": ["z-m"]}, {"a-m": ["a-m", "z-m", "b-m"]}
    join(record, "a-m", "z-m", reviewer="ana")
    assert _parts(record) == two
    first = part(record, ["z-m"], reviewer="bo")
    assert _parts(record) == one
    again = join(record, "a-m", "z-m", reviewer="ana")
    assert _parts(record) == two
    relink(record)
    assert _parts(record) == two
    withdraw(record, again.id, reviewer="ana")
    assert _parts(record) == one
    withdraw(record, first.id, reviewer="ana")
    assert _parts(record) == two
    # The report by which the two were joined goes; the others stay joined.
    part(record, ["a-m"], reviewer="bo")
    assert _parts(record) == {"a-m": ["a-m"], "z-m": ["z-m", "b-m"]}


def test_a_joined_event_whose_first_report_is_rejected_stays_joined(record: Record) -> None:
    record.add([*_visits("2025-07-01", "2025-07-02"), told(1, "2025-07-03", id="z")])
    join(record, "a-m", "z-m", reviewer="ana")
    submit(record, "a-m", reviewer="ana", verdict="rejected")
    assert _parts(record) == {"b-m": ["b-m", "z-m"]}
    assert _leads(record, "a-m") == "b-m"
    submit(record, "b-m", reviewer="ana", verdict="rejected")
    assert _parts(record) == {"z-m": ["z-m"]}
    submit(record, "a-m", reviewer="ana", verdict="accepted")
    assert _parts(record) == {"a-m": ["a-m", "z-m"]}
    submit(record, "a-m", reviewer="ana", verdict="corrected", changes={"status": "planned"})
    assert _parts(record) == {"a-m": ["a-m", "z-m"]}


def test_a_day_before_is_told_without_the_reports_that_came_later(record: Record) -> None:
    ahead = [
        told(0, "2025-07-01", id="a", status="planned", when="2025-08-01"),
        told(0, "2025-07-05", id="b", status="planned", when="2025-08-01"),
        told(1, "2025-07-10", id="z", status="cancelled", when="2025-08-01"),
    ]
    record.add(ahead)
    join(record, "a-m", "z-m", reviewer="ana")
    part(record, ["b-m"], reviewer="ana")
    assert not [e.id for e in agenda(record, on=date(2025, 7, 10)).coming if e.id == "a-m"]
    then = agenda(record, on=date(2025, 7, 6)).coming
    assert {e.id: (e.status, e.mentions) for e in then} == {"a-m": ("planned", 1), "b-m": ("planned", 1)}
    (new,) = (h.event for h in brief(record, on=date(2025, 7, 2), since=date(2025, 6, 26)).new if h.event.id == "a-m")
    assert (new.status, new.mentions) == ("planned", 1)
    now = history(record, "a-m")
    assert now is not None
    assert (now.event.status, now.event.mentions) == ("cancelled", 2)


def test_an_article_on_which_a_ruling_hangs_goes_only_where_that_is_said(record: Record) -> None:
    record.add(_visits("2025-07-01", "2025-07-02", "2025-07-03"))
    part(record, ["b-m"], reviewer="ana")
    remove(record, "c")  # the ruling still has the first on that side
    for name in ("a", "b"):
        with pytest.raises(RecordError, match="ruling on linking"):
            remove(record, name)
    assert remove(record, "b", reviewed=True) == Removed(1, 0)
    assert _parts(record) == {"a-m": ["a-m"]}
    (left,) = rulings(record)
    assert (left.mentions, left.others) == ((), ("a-m",))
    relink(record)
    withdraw(record, left.id, reviewer="ana")
    assert _parts(record) == {"a-m": ["a-m"]}


def test_an_article_that_gets_its_date_keeps_what_was_ruled(record: Record) -> None:
    undated, (seen,) = told(0, None, id="b", when="2025-07-01")
    record.add([*_visits("2025-07-01"), (undated, [seen])])
    part(record, ["b-m"], reviewer="ana")
    dated = undated.dated(date(2025, 7, 1))
    assert give_date(record, dated, [replace(seen, id="other")]) == Dated(mentions=0, kept=1)
    assert _parts(record) == {"a-m": ["a-m"], "b-m": ["b-m"]}


@pytest.mark.parametrize("seed", range(2))
def test_a_record_with_rulings_is_the_same_however_it_came_about(
    record: Record, sample_news: list[Coded], seed: int
) -> None:
    rng = random.Random(seed)
    shuffled = rng.sample(sample_news, len(sample_news))
    for start in range(0, len(shuffled), 20):
        record.add(shuffled[start : start + 20])
        parts = _parts(record)
        for _ in range(4):
            one, other = rng.sample(sorted(parts), 2)
            join(record, one, other, reviewer="ana")
            parts = _parts(record)
            several = [members for members in parts.values() if len(members) > 1]
            members = rng.choice(sorted(several))
            part(record, rng.sample(members, rng.randint(1, len(members) - 1)), reviewer="ana")
            parts = _parts(record)
        some = rng.choice(rulings(record))
        if some.withdrawn is None:
            withdraw(record, some.id, reviewer="bo")
        name = rng.choice(sorted(m for members in _parts(record).values() for m in members))
        submit(record, name, reviewer="bo", verdict="rejected")
        if rng.random() < 0.5:
            submit(record, name, reviewer="bo", verdict="accepted")
    before = _events(record), _parts(record)
    relink(record)
    assert (_events(record), _parts(record)) == before


def test_exports_follow_a_ruling(record: Record, address: str) -> None:
    record.add([told(0, "2025-07-02", id="a"), told(1, "2025-07-01", id="b")])
    join(record, "a-m", "b-m", reviewer="ana")
    done = CliRunner().invoke(main, ["export", "--format", "jsonl", "--record", address])
    assert done.exit_code == 0, done.output
    (row,) = map(json.loads, done.stdout.splitlines())
    assert [step["mention_id"] for step in row["steps"]] == ["b-m", "a-m"]
    assert "ana" not in done.output  # readers' names are nobody else's business


def test_the_command_line_joins_parts_lists_and_takes_back(record: Record, address: str) -> None:
    def run(*given: str) -> Any:
        return CliRunner().invoke(main, ["link", *given, "--record", address])

    record.add([*_visits("2025-07-01", "2025-07-02"), told(1, "2025-07-01", id="z")])
    done = run("join", "a-m", "z-m", "--reviewer", "ana", "--note", "one tour")
    assert done.exit_code == 0, done.output
    assert "event a-m: 3 mentions" in done.stderr
    done = run("part", "b-m", "--reviewer", "bo")
    assert "event b-m: 1 mention\n" in done.stderr
    part_made, join_made = rulings(record)
    listed = run("list").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [part_made.id, join_made.id]
    assert "ana: a-m and 1 more and z-m are of one event “one tour”" in listed[1]
    shown = CliRunner().invoke(main, ["show", "a-m", "--record", address]).stdout
    assert "What readers said of its linking" in shown
    as_json = CliRunner().invoke(main, ["show", "a-m", "--json", "--record", address]).stdout
    assert [r["id"] for r in json.loads(as_json)["rulings"]] == [join_made.id, part_made.id]
    assert "taken back" in run("undo", part_made.id).stderr
    refused = run("undo", part_made.id)
    assert refused.exit_code == 1
    assert "taken back before" in refused.stderr
    assert json.loads(run("list", "--json").stdout.splitlines()[0])["withdrawn"]["reviewer"] == "reader"


# Dividing

_NUMBERS = st.integers(0, 9)
_SIDES = st.tuples(*[st.lists(_NUMBERS, min_size=1, max_size=3, unique=True).map(tuple)] * 2)


@given(
    st.lists(st.tuples(_NUMBERS, _NUMBERS, st.floats(0.4, 1.0)), max_size=12),
    st.lists(st.builds(Ruled, st.sampled_from(["join", "part"]), _SIDES), max_size=4),
)
def test_the_latest_ruling_always_holds(
    links: list[tuple[int, int, float]], made: list[Ruled]
) -> None:
    holds: dict[int, Hold | None] = dict.fromkeys(range(10))
    holds |= {max(a, b): Hold(min(a, b), alike) for a, b, alike in links if a != b}
    parts = divided(holds, made)
    assert sorted(n for part in parts for n in part) == list(range(10))
    if made:
        one, other = made[0].sides
        together = [any({a, b} <= set(part) for part in parts) for a in one for b in other if a != b]
        if made[0].kind == "part":
            assert not any(together)
        elif not set(one) & set(other):
            assert any(together)


def test_a_way_between_parted_mentions_is_cut_at_its_weakest_link() -> None:
    holds = {1: None, 2: Hold(1, 0.9), 3: Hold(2, 0.5), 4: Hold(3, 0.8)}
    apart = Ruled("part", ((1,), (4,)))
    assert sorted(divided(holds, [apart])) == [[1, 2], [3, 4]]
    assert divided(holds, []) == [[1, 2, 3, 4]]
