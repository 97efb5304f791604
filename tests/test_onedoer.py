"""One doer by several words, told by several reports of one event."""

from __future__ import annotations

import pytest

from dragoman.record.event import Party
from dragoman.record.life.onedoer import each_once

STATE = Party("Pakistan", "PAK", ("GOV",))
ARMED = Party("Pakistan", "PAK", ("MIL",))
ARMY = Party("military", "PAK", ("MIL",))
GUNMEN = Party("Gunmen", None, ("UAF",))
REBELS = Party("Separatists", None, ("REB",))
KABUL = Party("Afghanistan", "AFG", ("GOV",))
JETS = Party("jets", None, ("MIL",))
HOSTAGES = Party("33 hostages", None, ("CVL",))
ISRAELIS = Party("Eight Israeli hostages", "ISR", ("CVL",))
RED_CROSS = Party("Red Cross", None, ("CVL",))


@pytest.mark.parametrize(
    ("parties", "kept"),
    [
        ((ARMY, STATE), (ARMY,)),
        ((STATE, ARMY), (STATE,)),
        ((STATE, ARMED), (STATE,)),
        ((GUNMEN, REBELS), (REBELS,)),
        ((STATE, KABUL), (STATE, KABUL)),
        ((ARMY, KABUL), (ARMY, KABUL)),
        ((GUNMEN, KABUL), (GUNMEN, KABUL)),
        ((JETS, ARMY), (ARMY,)),
        ((ISRAELIS, HOSTAGES), (ISRAELIS,)),
        ((ISRAELIS, JETS), (ISRAELIS, JETS)),
        ((ISRAELIS, RED_CROSS), (ISRAELIS, RED_CROSS)),
    ],
)
def test_a_doer_whom_reports_call_by_several_words_is_one(parties, kept):
    assert each_once(parties, [(party,) for party in parties]) == kept


def test_whom_one_report_tells_side_by_side_are_two():
    assert each_once((ARMY, GUNMEN), [(ARMY, GUNMEN), (ARMY,)]) == (ARMY, GUNMEN)
    assert each_once((JETS, ARMY), [(JETS, ARMY)]) == (JETS, ARMY)
    assert each_once((STATE, ARMY), [(STATE, ARMY)]) == (STATE, ARMY)
