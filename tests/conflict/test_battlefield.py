from collections.abc import Callable

import numpy as np
import pytest
from scipy import stats

from volteface.conflict.arrays import BY_ARMS, FIGHTING, OUT
from volteface.conflict.battlefield import chance, ruin
from volteface.conflict.compiled_rates import poisson
from volteface.conflict.load import load_conflict

DRAWS = 4000

MANY = """
begins = 2011-03-01
months = 900
forts = 12
[battlefield]
source = "judgement"
overstretch = 0
[[party]]
id = "A"
regime = true
forts = 5
source = "judgement"
{strong}
[[party]]
id = "B"
forts = 4
source = "judgement"
[[party]]
id = "C"
forts = 3
source = "judgement"
[[hostility]]
between = ["A", "B"]
source = "judgement"
[[hostility]]
between = ["B", "C"]
source = "judgement"
[[hostility]]
between = ["C", "A"]
source = "judgement"
"""


def within(values: np.ndarray, expected: float) -> bool:
    """Whether a mean lies within three Monte Carlo standard errors."""
    return abs(values.mean() - expected) < 3 * values.std(ddof=1) / np.sqrt(len(values))


@pytest.mark.parametrize("strength", [0.8, 1.0, 1.3])
def test_two_parties_are_the_gamblers_ruin(two: Callable, run: Callable, strength: float) -> None:
    """Without overstretch the kernel has Smith's chances, battles and months, with a core."""
    conflict = two(months=900, forts=16, held=8, battles=5, gov=f"strength = {strength}\ncore = 2")
    state, _ = run(conflict, DRAWS)
    wins, battles = ruin(strength / (1 + strength), 6, 14)
    assert (state.over == BY_ARMS).all()
    assert within((state.status[:, 0] == FIGHTING).astype(float), wins)
    assert within(state.battles.astype(float), battles)
    assert within(state.ended, battles / 5)


def test_many_fair_parties_win_by_their_share(run: Callable) -> None:
    """All against all and fair: P_i = k_i / K, and the sum of products of forts in battles."""
    state, _ = run(load_conflict(MANY.format(strong="")), DRAWS)
    for party, forts in enumerate((5, 4, 3)):
        assert within((state.status[:, party] == FIGHTING).astype(float), forts / 12)
    assert within(state.battles.astype(float), 5 * 4 + 4 * 3 + 3 * 5)


def test_same_odds_against_all_is_the_formula_for_two(run: Callable) -> None:
    """A party with one chance against every enemy has the two-party chance of winning."""
    state, _ = run(load_conflict(MANY.format(strong="strength = 1.2")), DRAWS)
    assert within((state.status[:, 0] == FIGHTING).astype(float), ruin(1.2 / 2.2, 5, 12)[0])


def test_ruin_is_continuous_at_a_fair_battle() -> None:
    """The formula for a fair battle is the limit of the other."""
    assert ruin(0.5, 7, 20) == pytest.approx(ruin(0.5 + 1e-7, 7, 20), rel=1e-5)


def test_overstretch_makes_long_wars(two: Callable, run: Callable) -> None:
    """What is a rout without overstretch is a stalemate with it."""
    routs, _ = run(two(months=240, forts=40, held=20), 500)
    stalemates, _ = run(two(months=240, forts=40, held=20, overstretch=0.9), 500)
    assert (routs.over == BY_ARMS).mean() > 0.5
    assert (stalemates.over == BY_ARMS).mean() < 0.01


def test_chance_is_the_contest_of_strengths_and_burdens() -> None:
    """Twice the strength and twice the forts cancel at overstretch 1; alone they do not."""
    field = np.array([[1.0, 1.0, 0.0]])
    held, strength = np.array([[20, 10]]), np.array([[2.0, 1.0]])
    assert chance(field, held, strength)[0] == pytest.approx(0.5)
    assert chance(field, held[:, ::-1], strength)[0] == pytest.approx(4 / 5)


def test_poisson_counts_are_poisson() -> None:
    """Counting by inversion gives the quantile of the Poisson distribution."""
    for rate in (0.0, 0.3, 5.0, 200.0):
        for u in (1e-12, 0.2, 0.5, 0.999, 1 - 1e-12):
            assert poisson(rate, u) == max(0, stats.poisson.ppf(u, rate))
    assert poisson(3.0, 1 - 2.0**-54) < 200


def test_attrition_wears_down_and_territory_restores(two: Callable, run: Callable) -> None:
    """Losses cost own strength; without battles it returns to the full."""
    worn, _ = run(two(overstretch=0.9, gov="attrition = 0.05", opp="attrition = 0.05"))
    assert (worn.own[:, 0] < 1).mean() > 0.9
    quiet, _ = run(two(months=400, battles=0, gov="start = 0.2\nmobilisation = 3"))
    assert quiet.own[:, 0] == pytest.approx(1)


def test_the_fallen_hand_on_forts_and_strength(two: Callable, run: Callable) -> None:
    """When a party falls, the victor gets its forts and part of its strength."""
    text = "strength = 0.0001\ncore = 7"
    state, _ = run(two(months=24, gov=text, opp="mobilisation = 1e9"))
    assert (state.status[:, 0] == OUT).all()
    assert (state.forts == [0, 20]).all()


def test_a_party_enters_out_of_another(run: Callable) -> None:
    """It takes its forts from its parent in its month, at most half of them."""
    text = MANY.format(strong="").replace(
        'id = "C"\nforts = 3', 'id = "C"\nforts = 9\nenters = 2011-06-01\nsplits_from = "B"'
    )
    conflict = load_conflict(text.replace("forts = 4", "forts = 7").replace("900", "4"))
    quiet = {f"hostility.{pair}.battles" for pair in ("A.B", "B.C", "C.A")}
    assert quiet <= set(conflict.quantities.names)
    state, record = run(conflict, 200)
    column = conflict.record.party + 2 * 4
    assert (record[:, 2, column] == 0).all()
    assert (record[:, 3, column] > 0).mean() > 0.9
    assert (state.forts.sum(axis=1) == 12).all()


def test_a_party_without_support_fades(two: Callable, run: Callable) -> None:
    """A rebel group dissolves at its rate, and slower when it is supported."""
    patron = """
[[patron]]
id = "P"
client = "OPP"
starts = "arms"
source = "judgement"
face = 1000
arms = { effect = 1 }
"""
    alone, _ = run(two(battles=0, opp="fade = 0.1"), 2000)
    helped, _ = run(two(battles=0, opp="fade = 0.1\nfade_support = 1", more=patron), 2000)
    assert within((alone.status[:, 1] == OUT).astype(float), 1 - np.exp(-1.2))
    assert within((helped.status[:, 1] == OUT).astype(float), 1 - np.exp(-1.2 * np.exp(-1)))


def test_a_removed_party_is_out_and_the_others_fight_on(run: Callable) -> None:
    """An intervention that forces the regime out ends its war, not the others'."""
    conflict = load_conflict(MANY.format(strong="removed = 1").replace("900", "1"))
    state, _ = run(conflict, 100)
    assert (state.status[:, 0] == OUT).all()
    assert (state.over != BY_ARMS).any()
    assert (state.forts.sum(axis=1) == 12).all()
