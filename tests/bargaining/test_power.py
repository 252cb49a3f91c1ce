import itertools
from fractions import Fraction
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.bargaining.power import power_indices
from volteface.errors import UsageError


def test_the_security_council_has_its_published_indices() -> None:
    """Five vetoes among fifteen, nine votes: exact fractions."""
    vetoes = [True] * 5 + [False] * 10
    shapley, banzhaf = power_indices([1] * 15, 9, vetoes)
    assert shapley == [Fraction(421, 2145)] * 5 + [Fraction(4, 2145)] * 10
    assert banzhaf == [Fraction(106, 635)] * 5 + [Fraction(21, 1270)] * 10


def test_weights_stand_for_vetoes() -> None:
    """The Council as a weighted game, 39 of 45 with 7 for each permanent seat, is the same."""
    by_weight = power_indices([7] * 5 + [1] * 10, 39)
    assert by_weight == power_indices([1] * 15, 9, [True] * 5 + [False] * 10)


bodies = st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=5)


@given(bodies, st.integers(1, 12))
def test_the_indices_count_what_they_say(members: list[tuple[int, bool]], quota: int) -> None:
    """Both agree with going through every order and every coalition."""
    weights = [weight for weight, _ in members]
    vetoes = [veto for _, veto in members]
    if quota > sum(weights):
        with pytest.raises(UsageError):
            power_indices(weights, quota, vetoes)
        return

    def wins(coalition: tuple[int, ...]) -> bool:
        has = all(member in coalition for member, veto in enumerate(vetoes) if veto)
        return has and sum(weights[member] for member in coalition) >= quota

    count = len(members)
    pivots, swings = [0] * count, [0] * count
    for order in itertools.permutations(range(count)):
        place = next(k for k in range(count) if wins(order[: k + 1]))
        pivots[order[place]] += 1
    for size in range(count + 1):
        for coalition in itertools.combinations(range(count), size):
            for member in set(range(count)) - set(coalition):
                swings[member] += wins((*coalition, member)) and not wins(coalition)
    shapley, banzhaf = power_indices(weights, quota, vetoes)
    assert shapley == [Fraction(pivot, factorial(count)) for pivot in pivots]
    assert banzhaf == [Fraction(swing, sum(swings)) for swing in swings]


def test_sixty_members_are_counted() -> None:
    """A body of sixty is exact too: equals are equal and sum to one."""
    shapley, banzhaf = power_indices([1] * 60, 31)
    assert shapley == banzhaf == [Fraction(1, 60)] * 60


def test_a_body_that_cannot_decide_is_refused() -> None:
    """A quota that nobody reaches, or weights below zero, give no index."""
    with pytest.raises(UsageError, match="cannot decide"):
        power_indices([1, 1], 3)
    with pytest.raises(UsageError, match="negative"):
        power_indices([1, -1], 1)
