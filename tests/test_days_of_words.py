"""The day of the words in which something is said, and days of what only led to a deed.

Tables of sentences, published on Wednesday, 11 November 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import find

WEDNESDAY = date(2026, 11, 11)


def day(code, text, word) -> str | None:
    (mention,) = [m for m in code(text, published=WEDNESDAY.isoformat()) if m.trigger.text == word]
    return mention.when.edtf if mention.when else None


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("In a joint statement published on Nov. 3, Chile and Peru accused Bolivia of spying.", "accused", "2026-11-03"),
        ("The governor asked for mercy in a letter posted on Facebook on Tuesday.", "asked", "2026-11-10"),
        ("The warning, published Saturday by the palace, said Mali would expel the envoys.", "warning", "2026-11-07"),
        ("Speaking at a party congress on Tuesday, the Polish leader urged the EU to lift sanctions on Belarus.", "urged", "2026-11-10"),
        ("The Polish leader urged restraint, speaking in Lodz on Tuesday.", "urged", "2026-11-10"),
        ("The minister, in a letter he wrote yesterday in Lagos, condemned the arrests.", "condemned", "2026-11-10"),
        # Of what the words only tell, or pictures show, it is no day.
        ("In a statement published on Nov. 3, Chile accused Bolivia of arming smugglers.", "arming", None),
        ("Three men were beaten in a video posted on Sunday.", "beaten", None),
        ("A video showing the moment a hostage was freed by soldiers was released on Monday.", "freed", None),
        ("A clip that shows soldiers beating two students was posted on Sunday.", "beating", None),
    ],
)  # fmt: skip
def test_words_are_of_the_day_of_the_text_or_speech_that_they_stand_in(code, text, word, edtf):
    assert day(code, text, word) == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        # What led to a deed, at the end behind 'after', was before it; not who was hurt in it.
        ("Ghana voted for the resolution following the nuclear test on October 3.", "voted", None),
        ("Mali recalled its envoy after the shelling of its embassy on Monday.", "recalled", None),
        ("The army and the rebels met in Doha, following a summit in Cairo last week.", "met", None),
        ("The army and the rebels met in Doha, following a summit of Chad and Mali in Cairo last week.", "met", None),
        ("The union held a rally amid a wave of strikes over the past two years.", "rally", None),
        ("Police arrested two men following a raid on a bank on Monday.", "arrested", "2026-11-09"),
        ("Thousands marched in Lima amid a strike by teachers on Sunday.", "marched", "2026-11-08"),
        ("Mali recalled its envoy on Monday after the shelling of its embassy.", "recalled", "2026-11-09"),
        # What is feared is not of the day of what was done for fear.
        ("Oslo moved troops north last week amid fears of an attack by Russia.", "moved", "2026-11-02/2026-11-08"),
        # A year behind what words are over is that of the thing.
        ("Kenya is seeking the extradition of the banker over his role in the theft of funds in 2012.", "seeking", None),
        ("Togo summoned the envoy over a killing in 2018.", "summoned", None),
        # What somebody wore tells no day of wearing it.
        ("Two nuns were kidnapped by gunmen wearing army uniforms near Jos in August 2023.", "kidnapped", "2023-08"),
        ("Two monks were abducted by men riding motorcycles outside Kaduna last Friday.", "abducted", "2026-11-06"),
        # He says it of the noun, of which it is the day.
        ("The group claimed the attack, which officials said took place on Sunday.", "attack", "2026-11-08"),
        ("The army admitted the strikes, which residents say happened on Tuesday.", "strikes", "2026-11-10"),
        # What goes on, with the same people; what somebody else does may be later.
        ("Chile's foreign minister met the Peruvian envoy on Monday, and he accused Bolivia of spying.", "accused", "2026-11-09"),
        ("Soldiers raided the paper on Monday, and its editor accused them of theft.", "accused", None),
        ("The mayor was arrested and indicted in January over the attack on the court.", "arrested", "2026-01"),
        # Had been done as of a day: by then; closed as of a day: from then on.
        ("As of Sunday, police had arrested 300 protesters.", "arrested", "../2026-11-08"),
        ("More than 40 rebels have surrendered as of Monday, the army said.", "surrendered", "../2026-11-09"),
        ("Mali closed the border as of Sunday.", "closed", "2026-11-08/.."),
    ],
)  # fmt: skip
def test_a_day_told_behind_a_deed_is_its_own_or_that_of_what_led_to_it(code, text, word, edtf):
    assert day(code, text, word) == edtf


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("held in a 2019 police raid", ["2019"]),
        ("shot in a 2018 school attack", ["2018"]),
        ("sent 2019 police officers", []),
    ],
)
def test_a_year_behind_an_article_counts_nothing(text, years):
    assert [e.edtf for e in find(text, WEDNESDAY) if e.edtf] == years


def test_the_word_by_which_a_plan_was_told_has_its_own_day(code):
    text = "The bases will be handed over in line with the minister's pledge last week."
    assert day(code, text, "handed") is None
