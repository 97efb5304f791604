"""Linking: what is never one event, which of several rounds it is, and how far a chain leads."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dragoman import Article, Mention
from dragoman.mention import Entity, Magnitudes, Span, When, Where
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.linking.likeness import likeness
from dragoman.record.linking.linking import link
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import histories
from dragoman.record.rows.mentionrows import dump_traits, load_traits
from dragoman.record.store.mending import remove
from dragoman.record.traits.deeds import Deed
from dragoman.record.traits.traits import Traits, setting_of, traits_of
from dragoman.record.traits.turns import Turn, turn_of

Coded = tuple[Article, list[Mention]]
Who = tuple[str, str | None]


def tells(
    published: str, text: str, *actors: Who, whom: tuple[Who, ...] = (), event: str = "CONSULT",
    mode: str | None = None, status: str = "occurred", when: str | None = None,
    place: str | None = None, name: str = "",
) -> Coded:  # fmt: skip
    """A hand-made article with one mention, whose trigger is in square brackets."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    name = name or f"{published}-{plain}"
    mention = Mention(
        id=f"m-{name}", article_id=name, event=event, mode=mode, contexts=(), quad_class=1,
        intensity=1.0, trigger=Span(plain[start:end], start, end),
        sentence=Span(plain, 0, len(plain)), actors=tuple(map(_entity, actors)),
        recipients=tuple(map(_entity, whom)), status=status, certainty="asserted",
        background=False, attribution=(), when=When("", 0, 0, when, "stated") if when else None,
        where=(_where(place),) if place else (), magnitudes=Magnitudes(), confidence=0.9,
    )  # fmt: skip
    return Article(plain, id=name, published=date.fromisoformat(published), source=name), [mention]


def _entity(who: Who) -> Entity:
    name, country = who
    guessed = bool(country and country.endswith("?"))
    code = country.rstrip("?") if country else None
    return Entity(name, 0, len(name), name, code, ("GOV",), country_inferred=guessed)


def _where(country: str) -> Where:
    return Where(country, 0, len(country), country, country, None, None, None, "country")


def grouped(*told: Coded) -> list[list[int]]:
    """The places in ``told`` of the reports of each event."""
    made = [
        traits_of(mention, article.published, setting_of(article)) for article, (mention,) in told
    ]
    events = link(made)
    assert link(reversed(made)) == events
    found: dict[str, list[int]] = defaultdict(list)
    for number, traits in enumerate(made):
        found[events[traits.id]].append(number)
    return sorted(found.values())


CROSSED = {"event": "MOBILIZE", "mode": "troops"}
ATTACKED = {"event": "ASSAULT", "mode": "firearms"}


@pytest.mark.parametrize(
    "told",
    [
        # By countries of the parties, told or taken from the text around.
        [
            tells("2025-03-01", "Ghana denied that its troops had [crossed] over.", ("troops", "GHA"), **CROSSED),
            tells("2025-03-02", "Nepal denied that its troops had [crossed] over.", ("troops", "NPL"), **CROSSED),
        ],
        [
            tells("2025-03-01", "The president [condemned] it.", ("president", "GHA?"), event="ACCUSE"),
            tells("2025-03-01", "The president [condemned] it, too.", ("president", "NPL?"), event="ACCUSE"),
        ],
        [
            tells("2025-03-01", "They held long [talks] on fishing.", ("presidents", "GHA")),
            tells("2025-03-01", "They held long [talks] on fishing rights.", ("presidents", "NPL")),
        ],
        # By the country of the place, where no party is told to be of one country.
        [
            tells("2025-03-02", "Gunmen [attacked] a market in the north.", ("gunmen", None), place="GHA", **ATTACKED),
            tells("2025-03-02", "Gunmen [attacked] a market in the far north.", ("gunmen", None), place="NPL", **ATTACKED),
        ],
    ],
)  # fmt: skip
def test_different_countries_are_never_one_event(told: list[Coded]) -> None:
    assert grouped(*told) == [[0], [1]]


def test_no_chain_leads_from_one_country_to_another() -> None:
    text = "Gunmen [attacked] a crowded market and fled with the takings"
    assert grouped(
        tells("2025-03-01", f"{text}.", ("gunmen", None), place="GHA", **ATTACKED),
        tells("2025-03-01", f"{text} again.", ("gunmen", None), name="b", **ATTACKED),
        tells("2025-03-02", f"{text} at noon.", ("gunmen", None), place="NPL", **ATTACKED),
    ) in ([[0, 1], [2]], [[0], [1], [2]])


def test_a_party_of_one_country_strikes_in_two() -> None:
    strike = {"event": "ASSAULT", "mode": "aerial", "when": "2025-03-01"}
    assert grouped(
        tells("2025-03-02", "Ruritania's army [bombed] the depots.", ("army", "RUR"), place="GHA", **strike),
        tells("2025-03-02", "Ruritania's army [bombed] the fuel depots.", ("army", "RUR"), place="NPL", **strike),
    ) == [[0, 1]]  # fmt: skip


def test_undated_reports_chain_no_longer_than_a_week_or_so() -> None:
    days = [(date(2025, 3, 1) + timedelta(days=3 * step)).isoformat() for step in range(12)]
    rows = [
        tells(day, "Shopkeepers [protested] against the new market tax.", ("shopkeepers", None),
              event="PROTEST", name=f"p{day}")
        for day in days
    ]  # fmt: skip
    groups = grouped(*rows)
    assert sorted(number for group in groups for number in group) == list(range(12))
    assert max(len(group) for group in groups) > 1
    for group in groups:
        first, last = (date.fromisoformat(days[number]) for number in (group[0], group[-1]))
        assert (last - first).days <= 7


HOSTS = (("Ghana", "GHA"), ("Nepal", "NPL"))


@pytest.mark.parametrize(
    "told",
    [
        [
            ("2025-08-03", "Ghana and Nepal will hold a second round of trade [talks] on Friday.", "planned", "2025-08-08"),
            ("2025-08-09", "Ghana and Nepal held a second round of trade [talks] on Friday.", "occurred", "2025-08-08"),
            ("2025-08-14", "A third round of trade [talks] between Ghana and Nepal will be held.", "planned", "2025-08-20"),
            ("2025-08-21", "Ghana and Nepal held a third round of trade [talks] on Wednesday.", "occurred", "2025-08-20"),
        ],
        [
            ("2025-08-03", "Ghana and Nepal will [meet] on trade in Rome on Friday.", "planned", "2025-08-08"),
            ("2025-08-09", "Ghana and Nepal [met] on trade in Rome on Friday.", "occurred", "2025-08-08"),
            ("2025-08-09", "Ghana and Nepal agreed to [meet] again on trade in Rome.", "planned", None),
            ("2025-08-16", "Ghana and Nepal [met] again on trade in Rome.", "occurred", "2025-08-15"),
        ],
        [  # nothing but the day tells that it is another
            ("2025-08-03", "Ghana and Nepal will [meet] on trade in Rome on Friday.", "planned", "2025-08-08"),
            ("2025-08-09", "Ghana and Nepal [met] on trade in Rome on Friday.", "occurred", "2025-08-08"),
            ("2025-08-14", "Ghana and Nepal will [meet] on trade in Rome on Wednesday.", "planned", "2025-08-20"),
            ("2025-08-21", "Ghana and Nepal [met] on trade in Rome on Wednesday.", "occurred", "2025-08-20"),
        ],
    ],
)  # fmt: skip
def test_the_next_round_is_an_event_of_its_own(
    told: list[tuple[str, str, str, str | None]], tmp_path: Path
) -> None:
    rows = [
        tells(day, text, *HOSTS, status=status, when=when, name=f"r{number}")
        for number, (day, text, status, when) in enumerate(told)
    ]
    assert grouped(*rows) == [[0, 1], [2, 3]]
    with Record.open(tmp_path / "rounds.db", create=True) as record:
        record.add(rows[:3])
        ahead = agenda(record, on=date(2025, 8, 15))
        assert len(ahead.coming) == (1 if told[2][3] else 0)


def test_what_is_put_off_and_held_weeks_later_is_one_event() -> None:
    assert grouped(
        tells("2025-09-03", "Ghana and Nepal will [sign] a mining accord.", *HOSTS, event="SUPPORT",
              status="planned", when="2025-09-20"),
        tells("2025-09-17", "Ghana and Nepal put off the [signing] of the mining accord.", *HOSTS,
              event="SUPPORT", status="postponed"),
        tells("2025-10-16", "Ghana and Nepal [signed] a mining accord.", *HOSTS, event="SUPPORT",
              when="2025-10-15"),
    ) == [[0, 1, 2]]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Ghana will hold a second round of trade [talks].", Turn("round", 2)),
        ("The third round of Ghana-Nepal [talks] is due.", Turn("round", 3)),
        ("They [met] in Accra for a third round of talks.", Turn("round", 3)),
        ("Her 4th [visit] to Accra began.", Turn("visit", 4)),
        ("A second [bomb] exploded in Accra.", Turn("bomb", 2)),
        ("They [met] in Accra for the second time this month.", Turn("", None)),
        ("It was the third [attack] in two days.", Turn("", None)),
        ("Another round of [talks] is due.", Turn("", None)),
        ("They agreed to [meet] again in May.", Turn("", None)),
        ("She will again [visit] Accra.", Turn("", None)),
        ("They [met] in Accra and agreed to meet again.", None),
        ("The third day of [talks] ended.", None),
        ("A second man was [arrested].", None),
        ("It was the second largest [attack] of the war.", None),
        ("It was her first [visit] since 2019.", None),
    ],
)
def test_which_of_several_it_is(text: str, turn: Turn | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert turn_of(text.replace("[", "").replace("]", ""), start, end) == turn


def test_traits_of_an_older_record_have_no_turn() -> None:
    article, (mention,) = tells("2025-08-03", "A second round of [talks] was put off.", *HOSTS, status="postponed")
    setting = setting_of(article)
    made = traits_of(mention, article.published, setting)
    assert load_traits(dump_traits(made), setting) == made
    assert (made.turn, made.put_off) == (Turn("round", 2), True)
    row = json.loads(dump_traits(made))
    for told in (row[:20], row[:18]):
        old = load_traits(json.dumps(told), setting)
        assert (old.turn, old.put_off) == ((made.turn, True) if len(told) > 18 else (None, False))
        assert old.deed == Deed()


def _saga() -> list[Coded]:
    """Reports that hang together in one chain and are of several events."""
    days = [date(2025, 3, 1) + timedelta(days=2 * step) for step in range(10)]
    rows = [
        tells(day.isoformat(), "Ghana and Nepal will [meet] on trade in Rome.", *HOSTS,
              status="planned", when=(day + timedelta(days=5)).isoformat(), name=f"plan{day}")
        for day in days[::3]
    ]  # fmt: skip
    rows += [
        tells((day + timedelta(days=6)).isoformat(), "Ghana and Nepal [met] on trade in Rome.",
              *HOSTS, when=(day + timedelta(days=5)).isoformat(), name=f"deed{day}")
        for day in days[::3]
    ]  # fmt: skip
    rows += [
        tells(day.isoformat(), "Shopkeepers [protested] against the new market tax.",
              ("shopkeepers", None), event="PROTEST", name=f"protest{day}")
        for day in days
    ]  # fmt: skip
    return rows


def _events(record: Record) -> list[tuple[str, tuple[str, ...]]]:
    found: Iterable[tuple[str, tuple[str, ...]]] = (
        (history.event.id, tuple(step.mention_id for step in history.steps))
        for history in histories(record, Filter(background=True))
    )
    return sorted(found)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_divided_is_the_same_in_any_order_and_without_what_was_removed(
    tmp_path: Path, seed: int
) -> None:
    rows = _saga()
    shuffled = random.Random(seed).sample(rows, len(rows))
    gone = shuffled.pop()
    with (
        Record.open(tmp_path / "one.db", create=True) as one,
        Record.open(tmp_path / "two.db", create=True) as other,
    ):
        one.add([row for row in rows if row is not gone])
        for start in range(0, len(shuffled), 3):
            other.add(shuffled[start : start + 3])
        assert _events(one) == _events(other)
        assert 5 < len(_events(one)) < len(rows)
        other.add([gone])
        remove(other, gone[0].id)
        assert _events(one) == _events(other)


def _visit(published: str, text: str, *travellers: tuple[str, str], status: str) -> Coded:
    """A report of a visit to Nepal by people of Ghana, each a name and an office."""
    article, (mention,) = tells(published, text, whom=(("Nepal", "NPL"),), mode="visit", status=status)
    people = tuple(
        replace(_entity((name, "GHA")), office=office or None) for name, office in travellers
    )
    return article, [replace(mention, actors=people)]


def test_the_trip_of_somebody_else_is_another_visit() -> None:
    king, minister = ("Kofi Annor", "President"), ("Ama Owusu", "Defence Minister")
    planned = _visit("2025-03-01", "He will [visit] Nepal in early March.", king, status="planned")
    off = _visit("2025-03-03", "Her [visit] to Nepal in early March was cancelled.", minister, status="cancelled")
    untold = _visit("2025-03-04", "The president's [visit] to Nepal in early March is off.", ("president", "President"), status="cancelled")
    both = _visit("2025-03-05", "They will [visit] Nepal in early March.", king, minister, status="planned")
    assert grouped(planned, off) == [[0], [1]]
    assert grouped(planned, off, untold) == [[0, 2], [1]]
    assert grouped(planned, both) == [[0, 1]]


def test_spellings_of_a_name_are_one_party() -> None:
    def jailed(name: str, article_id: str = "b") -> Traits:
        article, (mention,) = tells("2025-03-01", "A court [jailed] him.", whom=((name, "EGY"),),
                                    event="COERCE", mode="arrest", name=article_id)  # fmt: skip
        return traits_of(mention, article.published, setting_of(article))

    told = jailed("Omar Abdel Karim", "a")
    same = likeness(told, jailed("Omar Abdel Karim"))
    assert likeness(told, jailed("Omar Abd el-Karim")) == same
    assert likeness(told, jailed("Omar Abdel-Karim")) == same
    assert likeness(told, jailed("Salim Haddad")) < same


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in a market in Kano on Monday. Officials said 12 people died; the rebels put "
        "the toll at 40.",
        "Officials said 12 people died when rebels shelled Goma; the rebels put the toll at 40.",
        "Gunmen raided a mine, killing 12 people. The death toll was later revised down to nine.",
        "Ukrainian drones struck a depot near Rostov on Monday. At least four people were killed.",
        "Gunmen attacked a village in Plateau State on Sunday.\n\nTwelve people lost their lives, "
        "the governor said.",
    ],
)
def test_a_toll_told_apart_joins_its_deed_and_no_other(coder, text: str) -> None:
    other = "Soldiers shelled a town in Sudan on Saturday. Doctors put the toll at 12."
    made = []
    for name, words in (("one", text), ("other", other)):
        article = Article(words, id=name, published=date(2025, 7, 23))
        made += [traits_of(m, article.published, setting_of(article)) for m in coder.code(article)]
    events = link(made)
    here = {events[t.id] for t in made if t.article == "one"}
    assert len(here) == 1
    assert all(events[t.id] not in here for t in made if t.article == "other")
