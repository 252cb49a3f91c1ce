from collections.abc import Callable

import numpy as np
import pytest

from volteface.conflict.channels import PartySeen, PatronSeen
from volteface.conflict.load import load_conflict

from .conftest import two_text

PATRON = """
[[patron]]
id = "{id}"
client = "{client}"
starts = "arms"
source = "judgement"
face = 1000
substitution = {substitution}
arms = {{ effect = {effect} }}
"""
BALANCE = {"months": 1, "forts": 40, "held": 20, "battles": 1e-9, "belief": "horizon = 2e12"}
"""2,000 battles within the horizon, none of them this month."""


def patron(name: str, client: str = "GOV", effect: float = 1.0, substitution: float = 0) -> str:
    """The text of a patron that arms its client whatever comes."""
    return PATRON.format(id=name, client=client, effect=effect, substitution=substitution)


def leverage(run: Callable, text: str) -> list[float]:
    """The leverage of every patron in the first month."""
    conflict = load_conflict(text)
    _, record = run(conflict, 1)
    first = conflict.record.patron + PatronSeen.LEVERAGE
    return [
        float(record[0, 0, first + place * len(PatronSeen)])
        for place in range(len(conflict.file.patrons))
    ]


def test_a_sole_patron_that_a_client_cannot_do_without_has_all(run: Callable) -> None:
    """Leverage is 1 where the client's survival without the patron is nil."""
    weak = "strength = 0.01\nprior = 0.55\nprior_size = 1e9\nsees = 0"
    assert leverage(run, two_text(**BALANCE, gov=weak, more=patron("P"))) == [
        pytest.approx(1, abs=1e-9)
    ]


def test_one_that_others_replace_has_none(run: Callable) -> None:
    """A second patron that makes up for all that the first withdraws takes its leverage away."""
    pair = patron("P") + patron("Q", substitution=1)
    assert leverage(run, two_text(**BALANCE, more=pair))[0] == 0
    half = patron("P") + patron("Q", substitution=0.5)
    whole = patron("P") + patron("Q")
    assert (
        0
        < leverage(run, two_text(**BALANCE, more=half))[0]
        < leverage(run, two_text(**BALANCE, more=whole))[0]
    )


def test_it_is_the_share_of_survival_that_the_patron_gives(two: Callable, run: Callable) -> None:
    """L = 1 - b(without) / b(with), b(with) being the client's belief on the record."""
    conflict = two(**BALANCE, gov="prior = 0.5\nsees = 0", more=patron("P"))
    _, record = run(conflict, 1)
    with_all = record[0, 0, conflict.record.party + PartySeen.BELIEF]
    odds = 0.5  # half the strength at decisiveness 1
    prior = odds / (1 + odds)
    bare = two(**BALANCE, gov=f"prior = {prior}\nsees = 0")
    _, record = run(bare, 1)
    without = record[0, 0, bare.record.party + PartySeen.BELIEF]
    found = leverage(run, two_text(**BALANCE, gov="prior = 0.5\nsees = 0", more=patron("P")))
    assert found == [pytest.approx(1 - without / with_all, abs=1e-9)]


def test_no_client_in_the_war_no_leverage(run: Callable) -> None:
    """A patron of a party that has left the war has no leverage."""
    text = two_text(**{**BALANCE, "months": 2}, opp="removed = 1", more=patron("P", "OPP"))
    conflict = load_conflict(text)
    _, record = run(conflict, 1)
    assert (record[0, :, conflict.record.patron + PatronSeen.LEVERAGE] == 0).all()


DEAL = """
[[patron]]
id = "P"
client = "GOV"
starts = "arms"
source = "judgement"
stake = 1
face = {face}
prior_size = 1e9
prior = 0.5
sees = 0
volatility = 0.5
arms = {{ cost = {cost}, effect = 1, entry = 2 }}
[[option]]
id = "cede"
title = "it cedes power"
source = "judgement"
tabled = 1
payoff = {{ GOV = 0.05, OPP = 0.9, P = 0.8 }}
"""


@pytest.mark.parametrize(
    ("face", "cost", "exit_value", "demands", "yields"),
    [(2, 0.85, 2, 1, 1), (2, 0.85, 0, 1, 0), (2, 0, 2, 0, 0), (500, 0.85, 2, 0, 0)],
)
def test_a_demand_needs_a_credible_threat_and_a_way_out(
    run: Callable, *, face: float, cost: float, exit_value: float, demands: int, yields: int
) -> None:
    """Only one that would rather leave demands; the client yields if it keeps more that way."""
    text = two_text(
        **BALANCE,
        gov=f"exit_value = {exit_value}\nprior = 0.75\nprior_size = 1e9\nsees = 0\nwar_cost = 0",
        more=DEAL.format(face=face, cost=cost),
    )
    conflict = load_conflict(text)
    state, record = run(conflict, 200)
    at = conflict.record.patron
    assert (record[:, 0, at + PatronSeen.DEMANDS] == demands).all()
    assert (record[:, 0, at + PatronSeen.GIVES_IN] == yields).all()
    assert np.isin(state.adopted, [-1, 0]).all()


def test_what_is_promised_under_pressure_is_kept_at_the_rate_of_compliance(run: Callable) -> None:
    """A client that gives in opens the way to the option only as often as it complies."""
    yielding = "exit_value = 2\nprior = 0.75\nprior_size = 1e9\nsees = 0\nwar_cost = 0"
    swift = '[settlement]\nadoption_rate = 1e6\nsource = "judgement"\n'
    shares = {}
    for compliance in (0.0, 0.3, 1.0):
        text = two_text(
            **BALANCE,
            gov=f"{yielding}\ncompliance = {compliance}",
            more=DEAL.format(face=2, cost=0.85) + swift,
        )
        state, _ = run(load_conflict(text), 2000)
        shares[compliance] = float((state.adopted == 0).mean())
    assert shares[0.0] == 0
    assert shares[0.3] == pytest.approx(0.3, abs=3 * np.sqrt(0.3 * 0.7 / 2000))
    assert shares[1.0] == 1
