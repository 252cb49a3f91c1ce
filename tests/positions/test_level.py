"""Positions over time."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from volteface.positions.conditions import Rules
from volteface.positions.level import estimate, fit, gaps, level_on
from volteface.positions.segments import Motion
from volteface.records import Observation

FIRST = date(2012, 1, 1)


def _grid(first: date, days: int, step: int) -> list[date]:
    return [first + timedelta(days=k) for k in range(0, days, step)]


def test_bands_are_nested_around_the_mean(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Half the probability lies inside nine tenths of it, on every day, inside and outside."""
    level = estimate(monthly(0.7, 0.6, -0.5, -0.6), rules.motion, _grid(date(2011, 6, 1), 600, 13))
    assert (level.low90 < level.low50).all()
    assert (level.low50 < level.high50).all()
    assert (level.high50 < level.high90).all()
    assert np.isfinite(level.mean).all()


def test_a_jump_is_found_where_it_is(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """The gap in which the stance turns has the jump and its size."""
    level = estimate(monthly(*[0.6] * 5, *[-0.6] * 5), rules.motion, [FIRST])
    place = max(level.gaps, key=lambda gap: gap.jump)
    assert place.earliest == FIRST + timedelta(days=120)
    assert place.latest == FIRST + timedelta(days=150)
    assert place.jump > 0.95
    assert place.size == pytest.approx(-1.2, abs=0.1)
    assert level.drift == pytest.approx(0.0, abs=0.05)


def test_without_jumps_all_change_is_drift(monthly: Callable[..., list[Observation]]) -> None:
    """With a rate of zero nothing jumps and drift accounts for the whole change."""
    level = estimate(monthly(0.0, 0.2, 0.4), Motion(0.5, 0.0, 0.64), _grid(FIRST, 61, 20))
    assert [gap.jump for gap in level.gaps] == [0.0, 0.0]
    assert level.drift == pytest.approx(level.mean[-1] - level.mean[0])


@pytest.mark.parametrize("offset", [-500, -1, 0, 7, 30, 47, 150, 151, 3000])
def test_any_day_equals_enumeration(
    offset: int,
    monthly: Callable[..., list[Observation]],
    enumerate_jumps: Callable[..., Iterator[Any]],
) -> None:
    """The level on a day is that of a series with an observation of no weight on that day.

    Drift is off: with drift, an extra day in a gap moves where the redrawn level starts to drift.
    """
    motion = Motion(0.0, 0.8, 0.64)
    series = monthly(0.8, 0.7, -0.2, -0.6, -0.5, -0.4)
    times = np.array([30.0 * k for k in range(6)] + [float(offset)])
    order = np.argsort(times, kind="stable")
    values = np.array([o.value for o in series] + [0.0])[order]
    noise = np.array([o.variance for o in series] + [1e9])[order]
    every = list(enumerate_jumps(times[order] / 365.25, values, noise, motion))
    weight = np.exp(np.array([one.log for one in every]) - every[0].log)
    weight /= weight.sum()
    place = int(np.flatnonzero(order == 6)[0])
    means = np.array([one.mean[place] for one in every])
    spread = np.array([one.covariance[place, place] for one in every])
    mean, variance = level_on(fit(series, motion), FIRST + timedelta(days=offset)).moments()
    assert mean == pytest.approx(weight @ means, abs=1e-6)
    assert variance == pytest.approx(weight @ (spread + (means - weight @ means) ** 2), abs=1e-6)


def test_far_from_all_evidence_the_level_is_the_prior_s(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """A century on, nothing is known but the prior."""
    motion = rules.motion._replace(drift=0.0)
    mean, variance = level_on(fit(monthly(0.9, 0.9), motion), date(2150, 1, 1)).moments()
    assert mean == pytest.approx(0.0, abs=1e-4)
    assert variance == pytest.approx(motion.spread, rel=1e-3)


def test_gaps_of_uncertain_dates_cover_all_their_days(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Jump probability is spread over the days on which it can have been."""
    series = [
        observed(FIRST, 0.8),
        observed(date(2012, 6, 1), -0.8, until=date(2012, 12, 31)),
        observed(date(2013, 6, 1), -0.8, "B"),
    ]
    cells = gaps(fit(series, rules.motion))
    assert cells[0].earliest == FIRST
    assert cells[-1].latest == date(2013, 6, 1)
    assert all(a.latest == b.earliest for a, b in pairwise(cells))
    assert sum(cell.jump for cell in cells) == pytest.approx(1.0, abs=0.1)


def test_effective_nodes_say_how_far_dates_are_averaged_over(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """One row for known days; many where the dates do not matter to the fit."""
    known = estimate([observed(FIRST, 0.5)], rules.motion, [FIRST])
    loose = estimate([observed(FIRST, 0.5, until=date(2012, 6, 1))], rules.motion, [FIRST])
    assert known.effective_nodes == 1.0
    assert loose.effective_nodes == pytest.approx(32.0)


def test_one_day_has_no_gaps(observed: Callable[..., Observation], rules: Rules) -> None:
    """All on one day: a level, and nothing before or after it."""
    level = estimate([observed(FIRST, 0.5), observed(FIRST, -0.5, "B")], rules.motion, [FIRST])
    assert level.gaps == ()
    assert level.mean[0] == pytest.approx(0.0, abs=1e-12)
