from collections.abc import Callable

import numpy as np
import pytest

from volteface.conflict.arrays import DEAL, OPEN, STRUCK
from volteface.conflict.load import load_conflict

from .conftest import two_text

PATRONS = """
[[patron]]
id = "P"
client = "GOV"
starts = "arms"
source = "judgement"
face = 1000
[[patron]]
id = "Q"
client = "OPP"
starts = "arms"
source = "judgement"
face = 1000
"""
BARGAIN = """
[[bargain]]
id = "arms-given-up"
target = "GOV"
power = "Q"
source = "judgement"
threat = {threat}
damage = 1
worth = 0.4
gain = 1
reluctance = {reluctance}
harm = 0.3
"""


@pytest.mark.parametrize(
    ("threat", "reluctance", "deal", "strike"),
    [(0.8, 2, 1, 0), (0.2, 2, 0, 0), (0, 0, 0, 0), (0.8, 0, 0, 1)],
)
def test_a_bargain_needs_a_threat_and_a_reluctance_at_once(
    run: Callable, *, threat: float, reluctance: float, deal: int, strike: int
) -> None:
    """Without the threat nothing happens; without the reluctance there is a strike, no deal."""
    more = PATRONS + BARGAIN.format(threat=threat, reluctance=reluctance)
    state, record = run(load_conflict(two_text(months=40, battles=0, more=more)), 50)
    stands = DEAL if deal else STRUCK if strike else OPEN
    assert (state.bargain[:, 0] == stands).all()
    assert record[:, -1, -2].mean() == deal
    assert record[:, -1, -1].mean() == strike


def test_a_strike_costs_strength(run: Callable) -> None:
    """The target loses its share of own strength in the month of the strike."""
    more = PATRONS + BARGAIN.format(threat=1, reluctance=0)
    text = two_text(months=1, battles=0, gov="mobilisation = 1e12", more=more)
    state, _ = run(load_conflict(text), 1)
    assert state.own[0, 0] == pytest.approx(0.7)


RELATION = """
[[relation]]
between = ["P", "Q"]
source = "judgement"
cooperation = {cooperation}
opposed = {opposed}
sanctions = {sanctions}
quarrel = {quarrel}
[settlement]
source = "judgement"
talks_on = {talks}
"""


def relation(run: Callable, **parts: float) -> tuple[float, float]:
    """Relation and trust after a year."""
    given = {"cooperation": 0, "opposed": 0, "sanctions": 0, "quarrel": 0, "talks": 0, **parts}
    conflict = load_conflict(two_text(battles=0, more=PATRONS + RELATION.format(**given)))
    _, record = run(conflict, 1)
    at = conflict.record.relation
    return float(record[0, -1, at]), float(record[0, -1, at + 1])


def test_relations_rise_and_fall_for_their_reasons(run: Callable) -> None:
    """Talks raise both; arms on opposite sides and sanctions lower both; quarrels one."""
    assert relation(run) == (0.0, 0.5)
    for sign, parts in (
        (1, {"cooperation": 0.1, "talks": 1}),
        (0, {"cooperation": 0.1}),
        (-1, {"opposed": 0.1}),
        (-1, {"sanctions": 0.1}),
    ):
        standing, trust = relation(run, **parts)
        assert (np.sign(standing), np.sign(trust - 0.5)) == (sign, sign)
    standing, trust = relation(run, quarrel=0.1)
    assert standing < 0
    assert trust == 0.5
