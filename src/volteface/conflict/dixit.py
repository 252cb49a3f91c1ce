"""Dixit's triggers: when to enter and when to leave under uncertainty (Dixit 1989), exactly.

A firm, or a patron, that is in earns a flow that wanders; entering and leaving cost a lump. Between
the two triggers whoever is in stays in and whoever is out stays out: hysteresis.
"""

import math
from collections.abc import Callable

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.errors import UsageError

_STEPS = 200


def triggers(
    rho: float, sigma: float, entry: float, leave: float, *, running: float = 0.0
) -> tuple[float, float]:
    """Flow values at which to enter and to leave, for arithmetic Brownian motion without drift.

    They are ``running + rho (entry - leave) / 2`` plus and minus the h that solves
    ``h - tanh(r h) / r = rho (entry + leave) / 2`` with ``r = sqrt(2 rho) / sigma``. Without
    volatility they are Marshall's ``running + rho entry`` and ``running - rho leave``.

    Args:
        rho: Discount rate, above 0.
        sigma: Volatility of the flow, at least 0.
        entry: Lump cost of entering, k.
        leave: Lump cost of leaving, l.
        running: Running cost while in, w.

    Returns:
        Entry and exit trigger.
    """
    middle = running + rho * (entry - leave) / 2
    half = rho * (entry + leave) / 2
    if sigma == 0:
        return middle + half, middle - half
    r = math.sqrt(2 * rho) / sigma
    low, high = half, half + 1 / r
    for _ in range(_STEPS):
        h = (low + high) / 2
        if h - math.tanh(r * h) / r < half:
            low = h
        else:
            high = h
    return middle + high, middle - high


def geometric_triggers(
    rho: float, sigma: float, entry: float, leave: float, *, running: float
) -> tuple[float, float]:
    """The same for geometric Brownian motion without drift.

    With ``V1(P) = B P^b2 + (P - w) / rho`` in and ``V0(P) = A P^b1`` out, value matching and smooth
    pasting at both triggers, solved by Newton's method; no closed form.

    Args:
        rho: Discount rate, above 0.
        sigma: Volatility as a share of the flow, above 0.
        entry: Lump cost of entering, above 0.
        leave: Lump cost of leaving, at least 0.
        running: Running cost while in, above 0.

    Raises:
        UsageError: a number is out of its range, or no triggers were found.
    """
    if min(rho, sigma, entry, running) <= 0 or leave < 0:
        raise UsageError("rho, sigma, entry and running cost must be above 0, leave at least 0")
    root = math.sqrt(0.25 + 2 * rho / sigma**2)
    up, down = 0.5 + root, 0.5 - root

    def residuals(point: Reals) -> Reals:
        high, low = np.exp(point)
        # smooth pasting at both triggers is linear in A and B
        pasting = np.array(
            [[-up * price ** (up - 1), down * price ** (down - 1)] for price in (high, low)]
        )
        a, b = np.linalg.solve(pasting, [-1 / rho, -1 / rho])

        def advantage(price: float) -> float:
            return float(-a * price**up + b * price**down + (price - running) / rho)

        return np.array([advantage(high) - entry, advantage(low) + leave])

    start = np.log([running + 2 * rho * entry, running / (1 + 10 * rho)])
    with np.errstate(all="ignore"):  # steps too far are halved, and no root is said below
        high, low = np.exp(_newton(residuals, start))
    return float(high), float(low)


def _newton(residuals: Callable[[Reals], Reals], point: Reals) -> Reals:
    """A root in two dimensions: Newton's method with halved steps and a numerical Jacobian."""
    size = 1e-7
    for _ in range(_STEPS):
        value = residuals(point)
        if not np.abs(value).max() > 1e-11:  # noqa: PLR2004 - far below what is asked of a trigger
            break
        moved = [residuals(point + size * axis) for axis in np.eye(2)]
        step = np.linalg.solve((np.array(moved) - value).T / size, -value)
        scale = 1.0
        while (
            scale > size and not np.abs(residuals(point + scale * step)).sum() < np.abs(value).sum()
        ):
            scale /= 2
        point = point + scale * step
    if not np.abs(residuals(point)).max() < 1e-6:  # noqa: PLR2004 - rounding stops it before
        raise UsageError("no triggers were found for these numbers")
    return point
