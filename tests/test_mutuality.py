"""Who deals with each other, and who only acts beside another: a table of sentences."""

from __future__ import annotations

import pytest

from dragoman.mutuality import is_mutual

CASES = [
    # sentence, trigger, type, mode, mutual
    ("Kenya and Somalia met in Nairobi.", "met", "CONSULT", None, True),
    ("Kenya and Somalia agreed to share water.", "agreed", "AGREE", None, True),
    ("Kenya and Somalia signed a treaty.", "signed", "SUPPORT", None, True),
    ("Kenya and Somalia praised the treaty.", "praised", "SUPPORT", None, False),
    ("The presidents of Kenya and Chad visited on Friday.", "visited", "CONSULT", "visit", False),
    ("Kenya and Somalia began a truce.", "truce", "RETREAT", "ceasefire", True),
    ("Kenya and Somalia shelled the hills.", "shelled", "ASSAULT", "heavy-weapons", False),
    ("Kenya and Somalia condemned the raid.", "condemned", "ACCUSE", "disapprove", False),
    ("Kenya and Somalia refused to come.", "refused", "REJECT", None, False),
    ("Kenya and Somalia clashed at the border.", "clashed", "ASSAULT", None, True),
    ("Kenya and Somalia exchanged heavy fire.", "fire", "ASSAULT", "firearms", True),
    ("An exchange of fire by Kenya and Somalia ended.", "fire", "ASSAULT", "firearms", True),
    ("Kenya and Somalia trade bitter barbs.", "barbs", "ACCUSE", None, True),
    ("Kenya and Somalia imposed trade curbs.", "curbs", "SANCTION", None, False),
    ("Kenya and Somalia are at war.", "war", "ASSAULT", None, True),
    ("The strikes between Kenya and Somalia went on.", "strikes", "ASSAULT", "aerial", True),
    ("Kenya and Chad made strikes between Monday and Friday.", "strikes", "ASSAULT", None, False),
    ("Kenya and Somalia expelled each other's envoys.", "expelled", "SANCTION", "expel", True),
    ("Kenya and Chad shelled it within hours of each other.", "shelled", "ASSAULT", None, False),
    ("Kenya and Somalia made mutual threats.", "threats", "THREATEN", None, True),
    ("Kenya and Somalia fought together in the hills.", "fought", "ASSAULT", None, False),
]


@pytest.mark.parametrize(("sentence", "trigger", "event", "mode", "mutual"), CASES)
def test_the_type_or_the_words_tell_what_is_mutual(
    sentence: str, trigger: str, event: str, mode: str | None, mutual: bool
) -> None:
    start = sentence.index(trigger)
    assert is_mutual(event, mode, sentence, (start, start + len(trigger))) is mutual


@pytest.mark.parametrize(
    ("sentence", "trigger", "mutual"),
    [
        ("Fighting between Kenya and Somalia killed nine soldiers.", "Fighting", True),
        ("Clashes broke out on Friday between Kenya and Somalia and killed nine.", "Clashes", True),
        ("Kenya and Somalia clashed with herders.", "clashed", False),
        ("Kenya and Somalia traded fire with gunmen.", "fire", False),
    ],
)
def test_who_clashes_with_others_does_so_with_them(sentence: str, trigger: str, mutual: bool) -> None:
    start = sentence.index(trigger)
    assert is_mutual("ASSAULT", None, sentence, (start, start + len(trigger)), others=True) is mutual


@pytest.mark.parametrize(
    ("sentence", "trigger", "mutual"),
    [
        ("Kenya and Somalia freed five men each in a swap.", "freed", True),
        ("Kenya and Somalia freed each other's prisoners.", "freed", True),
        ("Kenya and Somalia freed five men.", "freed", False),
    ],
)
def test_who_frees_captives_in_an_exchange_deals_with_who_frees_the_others(
    sentence: str, trigger: str, mutual: bool
) -> None:
    start = sentence.index(trigger)
    place = (start, start + len(trigger))
    assert is_mutual("RETREAT", "release", sentence, place, others=True) is mutual
