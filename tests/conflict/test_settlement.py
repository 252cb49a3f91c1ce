from collections.abc import Callable

import numpy as np
import pytest

from volteface.conflict.arrays import BY_SETTLEMENT
from volteface.conflict.channels import OptionSeen, PartySeen
from volteface.conflict.load import load_conflict

from .conftest import two_text

QUIET = {"forts": 40, "held": 20, "battles": 1e-9, "belief": "horizon = 2e11"}
COSTS = "sees = 0\nprior_size = 1e9\nprior = 0.502\ncore = 10\nwar_cost = {}"
OPTION = """
[[option]]
id = "share"
title = "power is shared"
source = "judgement"
tabled = 1
risk = {risk}
payoff = {{ GOV = {gov}, OPP = {opp} }}
[settlement]
source = "judgement"
adoption_rate = {rate}
talks_on = {talks}
"""


def run_option(
    run: Callable, *, gov: float, opp: float, months: int = 1, draws: int = 1, **option: float
) -> tuple[np.ndarray, np.ndarray, float]:
    """Who blocks and what is adopted, month by month, and the government's belief."""
    given = {"risk": 0, "rate": 0.2, "talks": 0, **option}
    text = two_text(
        **QUIET,
        months=months,
        gov=COSTS.format(0.1),
        opp=COSTS.format(0.05).replace("core = 10\n", ""),
        more=OPTION.format(gov=gov, opp=opp, **given),
    )
    conflict = load_conflict(text)
    state, record = run(conflict, draws)
    feasible = record[:, :, conflict.record.option + OptionSeen.FEASIBLE]
    return feasible, state.over, float(record[0, 0, conflict.record.party + PartySeen.BELIEF])


def test_the_bargaining_range_is_fearons(run: Callable) -> None:
    """Two who agree on the odds settle on what lies between p - c and p + d, on nothing else."""
    _, _, p = run_option(run, gov=0, opp=0)
    assert 0.2 < p < 0.9
    for share, open_ in (
        (p - 0.1 + 1e-9, 1),
        (p - 0.1 - 1e-9, 0),
        (p + 0.05 - 1e-9, 1),
        (p + 0.05 + 1e-9, 0),
    ):
        # out of reach of adoption, so that the record shows whether nobody is against it
        feasible, _, _ = run_option(run, gov=share, opp=1 - share, rate=0)
        assert feasible[0, 0] == open_


def test_a_commitment_risk_closes_the_range(run: Callable) -> None:
    """What may not be kept is worth less: the same shares are refused."""
    _, _, p = run_option(run, gov=0, opp=0)
    assert run_option(run, gov=p, opp=1 - p, rate=0)[0][0, 0] == 1
    assert run_option(run, gov=p, opp=1 - p, rate=0, risk=0.5)[0][0, 0] == 0


@pytest.mark.parametrize(("talks", "rate"), [(0.0, 0.2), (1.0, 0.4)])
def test_a_feasible_option_is_adopted_at_its_rate(run: Callable, talks: float, rate: float) -> None:
    """After n months 1 - exp(-rate n) of the worlds have settled, sooner with talks."""
    _, over, _ = run_option(run, gov=0.9, opp=0.9, months=4, draws=4000, talks=talks)
    share = (over == BY_SETTLEMENT).mean()
    exact = 1 - np.exp(-4 * rate)
    assert abs(share - exact) < 3 * np.sqrt(exact * (1 - exact) / 4000)


def test_a_party_too_small_or_not_at_the_table_blocks_nothing(run: Callable) -> None:
    """Only a party to talks above the share of forts is a veto player."""
    refuses = OPTION.format(gov=0.9, opp=0, risk=0, rate=0, talks=0)
    for opposition, open_ in (("", 0), ("talks = 0", 1)):
        text = two_text(**QUIET, opp=opposition, more=refuses)
        conflict = load_conflict(text)
        _, record = run(conflict, 1)
        assert record[0, 0, conflict.record.option] == open_
    small = load_conflict(two_text(**QUIET, more=refuses + "party_share = 0.6\n"))
    _, record = run(small, 1)
    assert record[0, 0, small.record.option] == 1


def test_failed_talks_embitter(run: Callable) -> None:
    """Months of talks without result add up and fade."""
    text = two_text(**QUIET, months=3, more=OPTION.format(gov=0, opp=0, risk=0, rate=1, talks=1))
    state, _ = run(load_conflict(text), 1)
    assert state.bitterness[0] == pytest.approx(1 + 0.9 + 0.81)


def test_a_party_that_leaves_under_an_option_is_out_of_power(run: Callable) -> None:
    """An option that is imposed ends the war, and with it the power of those who leave."""
    option = OPTION.format(gov=0, opp=0, risk=0, rate=0, talks=0)
    text = two_text(**QUIET, months=2, more=option)
    text = text.replace("tabled = 1", 'tabled = 1\nleaves = ["GOV"]')
    shock = """
[[shock]]
id = "imposed"
text = "outside powers impose it"
quantity = "share.imposed"
from = 2011-04-01
set = 1
source = "judgement"
"""
    conflict = load_conflict(text + shock)
    state, record = run(conflict, 1)
    power = conflict.record.party + PartySeen.IN_POWER
    assert record[0, :, power].tolist() == [1, 0]
    assert record[0, :, power + len(PartySeen)].tolist() == [1, 1]
    assert state.over[0] == BY_SETTLEMENT
    assert state.ended[0] == 2
