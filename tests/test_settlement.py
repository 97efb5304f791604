"""Whose word holds where grammar and encoder disagree."""

from __future__ import annotations

import pytest

from dragoman import Article
from dragoman.events.proposal import Proposal
from dragoman.events.settlement import SettledTyper

SENTENCE = "Mali expelled two envoys and talks stalled."


@pytest.fixture(scope="module")
def analysis(coder):
    return coder.stages.analyse(Article(SENTENCE))


def settle(analysis, read, listed):
    def typer(found):
        def propose(analysed):
            return tuple(
                Proposal(analysed.doc[index], event, None, confidence)
                for index, (event, confidence) in found.items()
            )

        return propose

    found = SettledTyper(typer(read), typer(listed))(analysis)
    return [(p.trigger.i, p.event, round(p.confidence, 2)) for p in found]


CASES = [
    # encoder, tables, settled
    ({1: ("SANCTION", 0.8)}, {1: ("SANCTION", 0.7)}, [(1, "SANCTION", 0.9)]),
    ({1: ("COERCE", 0.8)}, {1: ("SANCTION", 0.6)}, [(1, "COERCE", 0.8)]),
    ({1: ("COERCE", 0.8)}, {1: ("SANCTION", 0.7)}, [(1, "SANCTION", 0.7)]),
    ({1: ("COERCE", 0.97)}, {1: ("SANCTION", 0.7)}, [(1, "COERCE", 0.97)]),
    ({1: ("COERCE", 0.3)}, {1: ("SANCTION", 0.6)}, [(1, "SANCTION", 0.6)]),
    ({5: ("CONSULT", 0.9)}, {}, [(5, "CONSULT", 0.9)]),
    ({5: ("CONSULT", 0.3)}, {}, []),
    ({}, {5: ("CONSULT", 0.7)}, [(5, "CONSULT", 0.7)]),
    ({}, {5: ("CONSULT", 0.6)}, []),
]


@pytest.mark.parametrize(("read", "listed", "settled"), CASES)
def test_disagreements_are_settled_as_the_module_says(analysis, read, listed, settled):
    assert settle(analysis, read, listed) == settled


def test_proposals_come_in_order_of_the_text(analysis):
    read = {5: ("CONSULT", 0.9), 1: ("SANCTION", 0.9)}
    assert [index for index, _, _ in settle(analysis, read, {})] == [1, 5]
