"""Where sentences end at full stops of abbreviations and answers, and where they do not."""

from __future__ import annotations

import pytest

from dragoman import Article
from dragoman.analysis import Analyser

# Each text with a stroke where its next sentence begins.
PARTED = [
    # titles of all regions, of the church, of ranks
    "Marchers led by Ven. Nimal Thero blocked a road.| They sang.",
    "Police held Fr. Paul Okot and Rt. Rev. Ann Low in Juba.",
    "Gunmen shot dead Insp. Ravi Das, Supt. Mary Moyo and Pvt. Ali Isa.| Troops came.",
    "Rebels killed Capt. Jean Kone, Cpl. Paul Sow and Sgt. Eric Ba.",
    "Troops of Maj.-Gen. Ivan Bor shelled the town.",
    "They held Atty. Lea Cruz, Engr. Tunde Oke, Alh. Musa Isa and Smt. Rani Das.",
    "The court jailed Lt. Col. (retd.) Rahim on Monday.",
    "It fined Orchid Pte. Ltd. for the sale.| Police left.",
    # numbers and sums
    "He cited Art. 9 and Sec. 144 of the code, and Nos. 4 and 5 of the list.",
    "It cost Rs. 500 and approx. 20 lives.",
    "They met at No. 10.| Police came.",
    "Its No. 2 was held.",
    # an answer
    "The rebels said no.| Police arrested ten people.",
    "He asked, and Togo said yes.| Soldiers left.",
    "Did he go?| No.| Police stopped him.",
    "The answer was a flat no.| Then he left.",
    # hyphens
    "They were held.| Pro-Russian militants fled.| Ex-President Low spoke.",
    # the hour, and what ends an abbreviation
    "It ended at 6 p.m.| Police fired.| It began at 9 a.m.| The army left.",
    "It began at 6 p.m. Monday in Gao.",
    "The raid began at 5 a.m. Kyiv time on Friday.",
    "At 5 p.m. President Ruto met the pope.",
    "Troops left for the U.S.| The army said so.| They left for the U.S.| He said so.",
    "He was held by the U.S. Police Foundation.",
    "Police raided Acme Ltd.| Police left.| They seized guns, drugs, etc.| Police left.",
    "Brig. Gen. Ali, Lt. Gen. Omar and Gen. He Wei met Vice Adm. Lee.",
    "The Museum of Modern Art.| Police closed it.",
]  # fmt: skip


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize("marked", PARTED)
def test_a_full_stop_ends_a_sentence_where_it_does(analyser, marked):
    wanted = [part.strip() for part in marked.split("|")]
    found = analyser.split([Article(marked.replace("|", ""))])[0].sentences
    assert [sentence.text.strip() for sentence in found] == wanted


def test_what_comes_after_no_is_not_denied(code):
    told = code("The junta sought a truce, but the rebels said no. Police arrested ten people in Gao.")
    arrest = next(m for m in told if m.mode == "arrest")
    assert (arrest.status, arrest.sentence.text) == ("occurred", "Police arrested ten people in Gao.")


def test_who_acts_before_a_title_is_the_doer(code):
    (arrest,) = code("Police in Colombo arrested Ven. Nimal and two other monks.")
    assert [a.country for a in arrest.actors] == ["LKA"]
    assert [r.sectors for r in arrest.recipients] == [("REL",), ("REL",)]
