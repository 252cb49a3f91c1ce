import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, special, stats

from volteface.conflict.belief import prospect, survival_known
from volteface.conflict.compiled_belief import prospect as compiled_prospect

BELIEF = "horizon = 2e11"
STILL = "prior = {prior}\nprior_size = {size}\nsees = 0\nforgetting = 0\ncore = {core}"


def believed(two: Callable, run: Callable, distance: int, prior: float, size: float) -> float:
    """The government's belief as the kernel records it, at 200 battles within the horizon."""
    gov = STILL.format(prior=prior, size=size, core=12 - distance)
    conflict = two(months=1, forts=24, held=12, battles=1e-9, belief=BELIEF, gov=gov)
    _, record = run(conflict, 1)
    return float(record[0, 0, conflict.record.party + 3])


@pytest.mark.parametrize("prior", [0.3, 0.45, 0.5, 0.52, 0.7])
@pytest.mark.parametrize("distance", [1, 5, 10])
def test_a_sure_belief_is_the_inverse_gaussian(
    two: Callable, run: Callable, prior: float, distance: int
) -> None:
    """As the belief's size grows, survival in the kernel is that of a walk with known drift."""
    x, y = distance / math.sqrt(200), (2 * prior - 1) * math.sqrt(200)
    exact = special.ndtr(x + y) - math.exp(-2 * x * y) * special.ndtr(y - x)
    assert believed(two, run, distance, prior, 1e15) == pytest.approx(exact, abs=1e-9)


@pytest.mark.parametrize("prior", [0.4, 0.5, 0.55])
@pytest.mark.parametrize("size", [30, 60, 200])
def test_the_closed_form_is_near_quadrature_over_the_beta(
    two: Callable, run: Callable, prior: float, size: float
) -> None:
    """The normal stands in for the Beta distribution with little error from 30 battles on."""
    x = 10 / math.sqrt(200)

    def exact(p: float) -> float:
        y = (2 * p - 1) * math.sqrt(200)
        fall = math.exp(-2 * x * y + special.log_ndtr(y - x))
        return float(
            (special.ndtr(x + y) - fall) * stats.beta.pdf(p, prior * size, size - prior * size)
        )

    whole = integrate.quad(exact, 0, 1, points=[prior], limit=200)[0]
    assert believed(two, run, 10, prior, size) == pytest.approx(whole, abs=0.015)


@pytest.mark.parametrize(("strength", "distance"), [(1.0, 6), (1.2, 5), (0.8, 9)])
def test_known_odds_are_the_skellam_formula(
    two: Callable, run: Callable, strength: float, distance: int
) -> None:
    """The share of the kernel's worlds that hold out is the exact one for a Poisson walk."""
    gov = f"strength = {strength}\ncore = {20 - distance}"
    conflict = two(months=12, forts=400, held=20, battles=4, gov=gov)
    state, _ = run(conflict, 4000)
    stays = (state.forts[:, 0] > 0).astype(float)
    exact = survival_known(strength / (1 + strength), distance, 48)
    assert abs(stays.mean() - exact) < 3 * stays.std() / math.sqrt(4000)


def test_the_skellam_formula_has_the_limits_of_a_walk() -> None:
    """A doubtful regime far from its fall is safe in the short run and lost in the long."""
    assert survival_known(0.4, 30, 1.0) == pytest.approx(1)
    assert survival_known(0.4, 3, 4000.0) == pytest.approx(0, abs=1e-9)
    assert survival_known(0.6, 3, 4000.0) == pytest.approx(1 - (0.4 / 0.6) ** 3, abs=1e-9)


beliefs = st.tuples(
    st.floats(0.01, 90),
    st.floats(1e-6, 5000),
    st.floats(0.05, 500),
    st.floats(0.05, 500),
    st.floats(-30, 30),
)


@settings(deadline=None)  # the first example compiles
@given(beliefs)
def test_survival_and_fall_are_probabilities_that_add_up(
    numbers: tuple[float, float, float, float, float],
) -> None:
    """Whatever the belief, survival and fall lie in [0, 1] and sum to 1, in both kernels."""
    stays, falls = compiled_prospect(*numbers, True), compiled_prospect(*numbers, False)
    assert 0 <= stays <= 1
    assert 0 <= falls <= 1
    assert stays + falls == pytest.approx(1, abs=1e-9)
    arrays = [np.array([number]) for number in numbers]
    assert prospect(*arrays)[0] == pytest.approx(stays, abs=1e-12)
    assert prospect(*arrays, regime=False)[0] == pytest.approx(falls, abs=1e-12)


def test_survival_ends_at_the_fall_and_is_sure_without_battles() -> None:
    """At the fall there is none; with no battle to come there is no risk."""
    for distance, pace, stays in ((0.0, 5.0, 0.0), (-3.0, 5.0, 0.0), (4.0, 0.0, 1.0)):
        numbers = [np.array([value]) for value in (distance, pace, 10.0, 10.0, 0.0)]
        assert prospect(*numbers)[0] == stays == 1 - prospect(*numbers, regime=False)[0]
        assert compiled_prospect(distance, pace, 10.0, 10.0, 0.0, True) == stays
        assert compiled_prospect(distance, pace, 10.0, 10.0, 0.0, False) == 1 - stays


def test_actors_learn_what_they_see_and_forget(two: Callable, run: Callable) -> None:
    """One who sees all counts every battle; one who sees none keeps its first belief."""
    blind, seer = "sees = 0\nprior = 0.3\nprior_size = 20", "sees = 1\nforgetting = 0"
    state, _ = run(two(overstretch=0.9, gov=blind, opp=seer))
    assert state.wins[:, 0] == pytest.approx(6)
    assert state.wins[:, 1] + state.losses[:, 1] == pytest.approx(30 + state.battles)
    gone, _ = run(two(battles=0, months=200, opp="prior = 0.6\nforgetting = 1"))
    assert gone.wins[:, 1] == pytest.approx(18)
