"""Series made to mislead: repetition, outliers, alternation, vague dates, drift, many points."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.case.schema import Case
from volteface.positions.channels import Key
from volteface.positions.conditions import Rules
from volteface.positions.judge import judge
from volteface.positions.level import estimate
from volteface.positions.observations import Measured
from volteface.positions.verdicts import verdicts
from volteface.records import Observation

FIRST = date(2012, 1, 1)
LEVELS = st.floats(-0.9, 0.9).map(lambda x: round(x, 2))


def _day(days: int) -> date:
    return FIRST + timedelta(days=days)


def _noisy(
    observed: Callable[..., Observation], level: float, count: int, seed: int, gap: int = 40
) -> list[Observation]:
    rng = np.random.default_rng(seed)
    return [
        observed(_day(gap * k), float(level + rng.normal(0, 0.15)), f"s{k}") for k in range(count)
    ]


@settings(max_examples=20, deadline=None)
@given(
    levels=st.tuples(LEVELS, LEVELS),
    count=st.integers(2, 8),
    timing=st.tuples(st.integers(0, 300), st.integers(0, 99)),
)
def test_one_outlet_repeating_itself_makes_no_shift(
    observed: Callable[..., Observation],
    rules: Rules,
    levels: tuple[float, float],
    count: int,
    timing: tuple[int, int],
) -> None:
    """Fifty repetitions by one outlet, whatever it says and whenever it begins."""
    (level, says), (start, seed) = levels, timing
    others = _noisy(observed, level, count, seed)
    outlet = [
        replace(observed(_day(start + 4 * k), says, "Outlet"), wording="same") for k in range(50)
    ]
    assert judge([*others, *outlet], rules).outcome != "shift"


@settings(max_examples=20, deadline=None)
@given(levels=st.tuples(LEVELS, LEVELS), place=st.integers(0, 8), seed=st.integers(0, 99))
def test_one_outlier_makes_no_shift(
    observed: Callable[..., Observation],
    rules: Rules,
    levels: tuple[float, float],
    place: int,
    seed: int,
) -> None:
    """Whatever it says and wherever it stands."""
    series = _noisy(observed, levels[0], 9, seed)
    series[place] = replace(series[place], value=levels[1])
    assert judge(series, rules).outcome != "shift"


def test_alternating_sources_disagree_and_nobody_moved(
    observed: Callable[..., Observation], case: Case
) -> None:
    """Two outlets that contradict each other month by month are told, not averaged."""
    series = tuple(observed(_day(30 * k), 0.8 * (-1) ** k, "AB"[k % 2]) for k in range(20))
    found = verdicts(Measured({Key("RUS", "stay", "stated"): series}, {}, {}, {}), case)
    assert [v.verdict for v in found] == ["insufficient evidence", "disagreement"]
    assert set(found[1].against) == {o.records[0] for o in series if o.source == "B"}


def test_a_year_of_contradictions_without_days_shows_nothing(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Dates known only to the year order nothing within it."""
    series = [
        observed(FIRST, 0.8 if k < 5 else -0.8, f"s{k}", until=date(2012, 12, 31))
        for k in range(10)
    ]
    assert judge(series, rules).outcome == "insufficient evidence"


def test_all_on_one_day_shows_nothing(observed: Callable[..., Observation], rules: Rules) -> None:
    """Neither agreement nor contradiction of one day is constancy or change."""
    for values in ([0.8] * 30, [0.8, -0.8] * 15):
        series = [observed(FIRST, value, f"s{k}") for k, value in enumerate(values)]
        assert judge(series, rules).outcome == "insufficient evidence"


@pytest.mark.parametrize("seed", range(3))
def test_a_drift_too_slow_for_a_jump_is_a_shift_by_drift(
    observed: Callable[..., Observation], rules: Rules, seed: int
) -> None:
    """Twelve years from pole to pole through noise: it moved, and no day can be named."""
    rng = np.random.default_rng(seed)
    slope = [
        observed(
            _day(90 * k), float(np.clip(-0.9 + 1.8 * k / 48 + rng.normal(0, 0.1), -1, 1)), f"s{k}"
        )
        for k in range(49)
    ]
    found = judge(slope, rules)
    assert (found.outcome, found.form) == ("shift", "drift")
    assert found.since is not None
    assert found.since[1] - found.since[0] > timedelta(days=2000)


@pytest.mark.parametrize("conduct", [False, True])
def test_two_occasions_months_apart_are_no_constancy(
    observed: Callable[..., Observation],
    rules: Rules,
    conduct: bool,  # noqa: FBT001
) -> None:
    """Two deeds or two statements at one level leave open what lay between."""
    two = [observed(_day(k), 0.9, f"s{k}", conduct=conduct, record=f"r{k}") for k in (0, 150)]
    assert judge(two, rules).outcome == "insufficient evidence"


def test_the_two_ends_of_one_deed_are_one_occasion(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """A deed that lasted and one other are two, however often they were measured."""
    lasted = [observed(_day(k), 0.9, "UN", conduct=True, record="long") for k in (0, 60)]
    other = observed(_day(200), 0.9, "UN", conduct=True, record="short")
    assert judge([*lasted, other], rules).outcome == "insufficient evidence"


@pytest.mark.parametrize(("turn", "outcome"), [(None, "no shift"), (0.6, "shift")])
def test_ten_thousand_points(
    observed: Callable[..., Observation], rules: Rules, turn: float | None, outcome: str
) -> None:
    """A series of any length is judged, and its bands have numbers."""
    rng = np.random.default_rng(1)
    days = np.sort(rng.integers(0, 700, 10_000))
    moved = days > (turn or 2) * 700
    values = np.where(moved, -0.3, 0.5) + rng.normal(0, 0.2, days.size)
    series = [
        observed(_day(int(day)), float(value), f"s{k % 3}", record=f"r{k}")
        for k, (day, value) in enumerate(zip(days, values, strict=True))
    ]
    found = judge(series, rules)
    assert found.outcome == outcome
    if turn is not None:
        assert found.since is not None
        assert abs((found.since[0] - _day(420)).days) < 5
    level = estimate(series, rules.motion, [_day(k) for k in (-30, 100, 421, 800)])
    assert np.isfinite([level.mean, level.low90, level.high90]).all()
    assert (level.low90 <= level.low50).all()
    assert (level.high50 <= level.high90).all()
