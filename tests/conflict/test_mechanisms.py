"""What each further mechanism does, alone, in wars of two or three."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.conflict.arrays import FIGHTING, OUT, Reals
from volteface.conflict.channels import CouncilSeen, PatronSeen
from volteface.conflict.compiled_patrons import waits as compiled_waits
from volteface.conflict.conflict import Conflict
from volteface.conflict.load import load_conflict
from volteface.conflict.patrons import waits

from .conftest import two_text

ARMED = """
[[patron]]
id = "{id}"
client = "{client}"
starts = "arms"
source = "judgement"
face = 1000
arms = {{ effect = {effect}, cost = 0.1 }}
"""


def battles(run: Callable, **parts: object) -> float:
    """The mean number of battles of a year in 1,000 worlds."""
    text = two_text(**{"forts": 2000, "held": 1000, "battles": 4, **parts})
    state, _ = run(load_conflict(text), 1000)
    return float(state.battles.mean())


def test_battles_respond_to_what_comes_from_outside(run: Callable) -> None:
    """With both sides twice as strong by aid, at escalation 1, there are twice as many battles."""
    aid = "".join(
        ARMED.format(id=name, client=client, effect=1)
        for name, client in (("P", "GOV"), ("Q", "OPP"))
    )
    steady = "start = 1\nmobilisation = 1e9"
    still = battles(run, gov=steady, opp=steady, more=aid)
    twice = battles(run, gov=steady, opp=steady, more=aid, overstretch="0\nescalation = 1")
    error = 3 * np.sqrt(48 / 1000)
    assert still == pytest.approx(48, abs=error)
    assert twice == pytest.approx(96, abs=2 * error)


def test_cease_fires_and_talks_quieten_the_fronts(run: Callable) -> None:
    """A truce on a quarter of the fronts, and a lull of a half while both talk."""
    error = 3 * np.sqrt(48 / 1000)
    assert battles(run, battles="4\ntruce = 0.25") == pytest.approx(36, abs=error)
    talks = '[settlement]\nsource = "judgement"\ntalks_on = 1\nlull = 0.5\n'
    assert battles(run, more=talks) == pytest.approx(24, abs=error)
    assert battles(run, more=talks, opp="talks = 0") == pytest.approx(48, abs=error)


THIRD = """
[[party]]
id = "HILLS"
forts = 5
merges_into = "{into}"
merged = {merged}
start = 1
strength = 0.5
enters = 2011-04-01
splits_from = "OPP"
source = "judgement"
[[hostility]]
between = ["HILLS", "GOV"]
battles = 1e-9
source = "judgement"
"""


def test_a_party_that_merges_brings_all_it_has(run: Callable) -> None:
    """Its forts, its strength and what it could mobilise; it is then no party of its own."""
    more = THIRD.format(into="OPP", merged=1)
    conflict = load_conflict(two_text(battles=1e-9, opp="start = 1", more=more))
    state, record = run(conflict, 4)
    assert (state.status == [FIGHTING, FIGHTING, OUT]).all()
    assert (state.forts == [8, 12, 0]).all()
    assert np.allclose(state.own[:, 1], 1.5)
    assert np.allclose(record[:, -1, conflict.record.party + 5], 1.5)
    alone = load_conflict(two_text(battles=1e-9, more=THIRD.format(into="OPP", merged=0)))
    state, _ = run(alone, 4)
    assert (state.forts == [8, 7, 5]).all()


def test_two_lines_of_one_power_share_a_belief_and_a_purse(run: Callable) -> None:
    """A power believes the same of both clients, and what one costs makes the other dearer."""
    first = ARMED.format(id="P", client="GOV", effect=0.5).replace(
        "face", "prior = 0.8\nprior_size = 1e6\nface"
    )
    levels = {}
    for burden in (0, 3):
        second = f"""
[[patron]]
id = "P2"
power = "P"
client = "OPP"
starts = "none"
source = "judgement"
standing = 0.1
burden = {burden}
cover = {{ cost = 0.09, entry = 0 }}
volatility = 0
"""
        conflict = load_conflict(two_text(months=1, battles=1e-9, more=first + second))
        state, record = run(conflict, 1)
        at = conflict.record.patron + PatronSeen.BELIEF
        assert record[0, 0, at] == record[0, 0, at + len(PatronSeen)]
        levels[burden] = int(state.level[0, 1])
    assert levels == {0: 1, 3: 0}


def test_a_patron_of_both_sides_cancels_itself_in_the_council(run: Callable) -> None:
    """Cover for one side moves its vote one way, cover for the other the other way."""
    line = """
[[patron]]
id = "{id}"
client = "{client}"
starts = "cover"
source = "judgement"
face = 1000
{power}
"""
    body = """
[council]
source = "judgement"
votes = 1
draft = 0.5
noise = 0.05
[[council.member]]
id = "P"
ideal = 0.3
"""
    one = line.format(id="P", client="GOV", power="")
    both = one + line.format(id="P2", client="OPP", power='power = "P"')
    chances = []
    for patrons in ("", one, both):
        conflict = load_conflict(two_text(months=1, battles=1e-9, more=patrons + body))
        _, record = run(conflict, 1)
        chances.append(float(record[0, 0, conflict.record.council + CouncilSeen.ADOPTION]))
    assert chances[0] == pytest.approx(chances[2])
    assert chances[1] < chances[0] / 2


def test_a_rapprochement_raises_the_third_powers_stake(run: Callable) -> None:
    """As two others draw together its client is worth arming; without rivalry it is not."""
    patrons = "".join(
        f'[[patron]]\nid = "{name}"\nclient = "OPP"\nstarts = "cover"\nsource = "judgement"\n'
        "face = 1000\n"
        for name in ("A", "B")
    )
    patrons += """
[[patron]]
id = "T"
client = "GOV"
source = "judgement"
stake = 0
volatility = 0
sees = 0
arms = { cost = 0.2, entry = 0, effect = 9 }
"""
    relation = """
[[relation]]
between = ["A", "B"]
third = "T"
rivalry = {rivalry}
cooperation = 0.1
reversion = 0
source = "judgement"
[settlement]
source = "judgement"
talks_on = 1
"""
    ends = []
    for rivalry in (0, 1):
        text = two_text(
            battles=1e-9, belief="horizon = 1e11", more=patrons + relation.format(rivalry=rivalry)
        )
        conflict = load_conflict(text)
        state, record = run(conflict, 1)
        assert record[0, 0, conflict.record.patron + 2 * len(PatronSeen)] == 0
        ends.append(int(state.level[0, 2]))
    assert ends == [0, 2]


numbers = st.floats(-2, 2)
costs = st.floats(0, 10)


@given(numbers, costs, costs, st.floats(0.001, 0.1), st.floats(0, 2), st.floats(0, 2))
def test_waiting_is_one_rule_in_both_kernels(  # noqa: PLR0917 - hypothesis gives them in order
    advantage: float, entry: float, leave: float, rho: float, swing: float, reveal: float
) -> None:
    """Compiled or not; and nobody waits for what cannot swing."""
    arrays = [np.array([one]) for one in (advantage, entry, leave, rho, swing, reveal)]
    assert waits(*arrays)[0] == compiled_waits(advantage, entry, leave, rho, swing, reveal)
    assert not compiled_waits(advantage, entry, leave, rho, 0.0, reveal)


@given(costs, costs, st.floats(0.001, 0.1), st.floats(0.01, 2))
def test_without_a_swing_to_speak_of_waiting_ends_at_marshalls_trigger(
    entry: float, leave: float, rho: float, reveal: float
) -> None:
    """As the swing vanishes, one acts from rho times the cost of entry on."""
    for factor, waiting in ((0.9, True), (1.1, False)):
        advantage = factor * rho * (entry + 0.01)
        assert compiled_waits(advantage, entry + 0.01, leave, rho, 1e-9, reveal) == waiting


@given(costs, costs, st.floats(0.001, 0.1), st.floats(0.01, 2), st.floats(0, 1))
def test_only_bad_news_makes_one_wait(
    entry: float, leave: float, rho: float, reveal: float, swing: float
) -> None:
    """Where even the worse government would enter, there is nothing to wait for."""
    advantage = rho * (entry + 0.01) + swing
    assert not compiled_waits(advantage, entry, leave, rho, swing, reveal)


RIVALS = """
[council]
source = "judgement"
votes = 1
draft = 0.5
noise = 0.02
cost = {cost}
[[council.member]]
id = "HAWK"
ideal = 0.5
[[council.member]]
id = "DOVE"
ideal = 0
permanent = {veto}
[[council.rival]]
id = "counter"
title = "a draft against the rebels"
asks = -0.5
gain = 0
cost = 0.5
reply = 1
resolution = 0.4
[[patron]]
id = "P"
client = "GOV"
source = "judgement"
[[patron]]
id = "Q"
client = "OPP"
source = "judgement"
"""


def drafts(run: Callable, cost: float, veto: str) -> tuple[Conflict, Reals]:
    """The record of two months of rival drafts."""
    text = two_text(months=2, battles=1e-9, more=RIVALS.format(cost=cost, veto=veto))
    conflict = load_conflict(text)
    return conflict, run(conflict, 50)[1]


def test_a_draft_is_answered_by_its_rival(run: Callable) -> None:
    """The counter-draft is tabled only where the first one is."""
    for cost, there in ((0.5, 1), (5, 0)):
        conflict, record = drafts(run, cost, "false")
        first = conflict.record.council + CouncilSeen.TABLED
        assert (record[:, 0, first] == there).all()
        assert (record[:, 0, first + len(CouncilSeen)] == there).all()


def test_what_has_passed_presses_the_patrons_of_the_side_it_is_against(run: Callable) -> None:
    """The first draft presses the regime's patron; the counter-draft fails and presses nobody."""
    conflict, record = drafts(run, 0.5, "false")
    at = conflict.record.patron + PatronSeen.PRESSURE
    assert (record[:, 0, conflict.record.council + CouncilSeen.PASSED] == 1).all()
    assert (record[:, 1, at] == 0.5).all()
    assert (record[:, 1, at + len(PatronSeen)] == 0).all()


def test_a_party_cannot_take_a_step_that_is_closed(run: Callable) -> None:
    """However much it would pay; opened by a change of the quantity, it is taken."""
    patron = """
[[patron]]
id = "P"
client = "GOV"
source = "judgement"
force = { interest = 100, effect = 1, open = 0 }
"""
    closed, _ = run(load_conflict(two_text(months=2, more=patron)), 4)
    assert (closed.level == 0).all()
    opened = patron.replace("open = 0", "open = 1")
    state, _ = run(load_conflict(two_text(months=2, more=opened)), 4)
    assert (state.level == 3).all()
