"""Who is named as the source, where commas, asides and side clauses stand around him."""

from __future__ import annotations

import pytest


def source(mention) -> str:
    return "; ".join(speaker.text for speaker in mention.attribution)


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        # Whom 'it' accuses.
        ("Dushanbe blamed the herders, who it said had burned a post.", "ASSAULT", "Dushanbe"),
        ("Kenya accused al-Shabab, which it said had fired two rockets.", "ASSAULT", "Kenya"),
        ("The raid was condemned by Israel, which it said had killed a girl.", "ASSAULT", ""),
        # Who is cited, not who cites him.
        ('"The raid killed ten men," Reuters cited the army as saying.', "ASSAULT", "army"),
        ('"Our men carried out the attack," AFP quoted the rebels as saying.', "ASSAULT", "rebels"),
        ("Rebels killed ten men, Reuters said, citing the army.", "ASSAULT", "Reuters"),
        ("Mali closed its border with Chad on Monday, citing threats by rebels.", "COERCE", ""),
        # A name beside the source.
        ("Troops shelled the town, the mayor, Juma Ali, said.", "ASSAULT", "mayor"),
        ("Rebels killed six men, the army's spokesman, Juma Ali, said.", "ASSAULT", "army's spokesman"),
        ("Rebels killed six men, but the governor, Juma Ali, said nobody died.", "ASSAULT", ""),
        ("Rebels took Goma, the provincial capital, Kinshasa said.", "ASSAULT", "Kinshasa"),
        (
            "Ghana will sign the pact on August 25, when Chinese Premier Li Qiang visits Accra, "
            "the cabinet spokesman, Felix Kwakye, said on Friday.",
            "CONSULT",
            "cabinet spokesman",
        ),
        # What follows the source only as a matter of time.
        ("Israel bombed the port, residents said, a day after Macron visited Beirut.", "CONSULT", ""),
        ("Rebels attacked the base, the army said, after troops shelled a village.", "ASSAULT", "army"),
        # The object before it is no source.
        (
            "Russia shelled Kherson, Ukraine's army said, hours before Macron was to arrive in Kyiv.",
            "ASSAULT",
            "Ukraine's army",
        ),
        ("Israel shelled Gaza City, Hamas said.", "ASSAULT", "Hamas"),
        # What was then, told by the outlet behind what somebody says.
        (
            "Turkey said on Tuesday it was withdrawing its envoy from Mali, hours after France "
            "bombed a rebel convoy near Gao.",
            "ASSAULT",
            "",
        ),
        ("The army said it would leave Gao, as rebels attacked the airport.", "ASSAULT", ""),
        (
            "The army said it left Gao, after rebels attacked the airport.",
            "ASSAULT",
            "army",
        ),
        ("The army said it would leave as soon as rebels left Gao.", "RETREAT", "army"),
        # A paper's own finding; who learns of a deed is no source of it.
        ("Rebels attacked the base in Gao, the Daily Post has learnt.", "ASSAULT", "Daily Post"),
        ("The mayor has learnt that rebels attacked the base in Gao.", "ASSAULT", ""),
        ("Rebels attacked the base in Gao, a security source has told the Post.", "ASSAULT",
         "security source"),
        ("A court in Perm has freed Oleg Petrov, 61, for \"good conduct\", the OVD-Info monitoring "
         "group reported on Tuesday.", "RETREAT", "OVD-Info monitoring group"),
        ("Mali, which accuses Algeria of arming rebels, left the talks.", "AID", "Mali"),
        (
            "Soldiers killed at least 31 villagers and burned their houses, most of them Fulani "
            "herders, in Gao on July 4, 2025, Human Rights Watch said today.",
            "ASSAULT",
            "Human Rights Watch",
        ),
    ],
)  # fmt: skip
def test_source(code, text, event, who) -> None:
    found = [m for m in code(text) if m.event == event]
    assert found
    assert {source(m) for m in found} == {who}
