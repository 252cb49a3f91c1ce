"""Power in a weighted body with vetoes: exact Shapley-Shubik and Banzhaf indices.

Shapley and Shubik (1954): the share of orders in which a member turns a losing coalition into a
winning one. Banzhaf (1965): the share of all swings that are its own. Both are counted, not
simulated, by a dynamic programme over size and weight of coalitions (Brams and Affuso 1976).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from volteface.errors import UsageError


def power_indices(
    weights: Sequence[int], quota: int, vetoes: Sequence[bool] | None = None
) -> tuple[list[Fraction], list[Fraction]]:
    """Shapley-Shubik and normalised Banzhaf index of every member, exactly.

    Args:
        weights: Votes of each member, whole and not negative; up to 60 members.
        quota: Votes that win, at least 1 and at most all.
        vetoes: Whose consent every winning coalition needs; left out: nobody's.

    Raises:
        UsageError: nobody can win, or a weight or the quota makes no sense.
    """
    members = len(weights)
    needed = [False] * members if vetoes is None else list(vetoes)
    if len(needed) != members or any(weight < 0 for weight in weights):
        raise UsageError("weights must not be negative, and vetoes as many as weights")
    if not 1 <= quota <= sum(weights):
        raise UsageError(f"a quota of {quota} votes out of {sum(weights)} cannot decide anything")
    swings = [_swings(weights, quota, needed, member) for member in range(members)]
    orders = factorial(members)
    shapley = [
        Fraction(
            sum(
                count * factorial(size) * factorial(members - size - 1)
                for size, count in enumerate(by_size)
            ),
            orders,
        )
        for by_size in swings
    ]
    totals = [sum(by_size) for by_size in swings]
    return shapley, [Fraction(total, sum(totals)) for total in totals]


def _swings(weights: Sequence[int], quota: int, vetoes: Sequence[bool], member: int) -> list[int]:
    """By size, the coalitions without ``member`` that lose and win once it joins."""
    others = [other for other in range(len(weights)) if other != member]
    counts = _coalitions(weights, others, [other for other in others if vetoes[other]])
    least = 0 if vetoes[member] else quota - weights[member]
    swings = [0] * len(weights)
    for (size, weight), count in counts.items():
        if max(least, quota - weights[member]) <= weight and (vetoes[member] or weight < quota):
            swings[size] += count
    return swings


def _coalitions(
    weights: Sequence[int], others: Sequence[int], needed: Sequence[int]
) -> dict[tuple[int, int], int]:
    """How many coalitions there are of each size and weight, all with the ``needed`` members."""
    counts = {(len(needed), sum(weights[member] for member in needed)): 1}
    for member in others:
        if member in needed:
            continue
        joined = dict(counts)
        for (size, weight), count in counts.items():
            key = (size + 1, weight + weights[member])
            joined[key] = joined.get(key, 0) + count
        counts = joined
    return counts
