"""Verdicts on readings that may be wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.positions.doubt import right
from volteface.positions.judge import Rules, judge
from volteface.records import DateInterval, Observation

DAY = DateInterval(date(2012, 1, 1), date(2012, 1, 1), "day", "test")


def _read(doubts: list[float]) -> list[Observation]:
    return [
        Observation((f"s-{k}",), DAY, 0.8, 0.04, "A", conduct=False, doubt=d)
        for k, d in enumerate(doubts)
    ]


@given(doubts=st.lists(st.floats(0, 0.99), max_size=7), least=st.integers(1, 4))
def test_the_chance_of_enough_right_readings_equals_enumeration(
    doubts: list[float], least: int
) -> None:
    """The recursion gives what summing over all sets of right readings gives."""
    expected = sum(
        prod(1 - d if ok else d for d, ok in zip(doubts, oks, strict=True))
        for oks in product((True, False), repeat=len(doubts))
        if sum(oks) >= least
    )
    assert right(_read(doubts), least) == pytest.approx(expected, abs=1e-12)


def test_doubtful_readings_make_no_shift(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """A jump that rests on two doubtful readings a side is not told; surely read, it is."""
    series = monthly(0.8, 0.8, -0.8, -0.8)
    assert judge(series, rules).outcome == "shift"
    assert judge([replace(o, doubt=0.4) for o in series], rules).outcome != "shift"


def test_doubt_lowers_the_probability_of_no_shift_and_many_readings_restore_it(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Two readings right with .8 each cannot carry a verdict at .9; eight can."""
    few = [replace(o, doubt=0.2) for o in monthly(0.8, 0.8, 0.8)]
    many = [replace(o, doubt=0.2) for o in monthly(*[0.8] * 8)]
    assert judge(few[:2], rules).outcome == "insufficient evidence"
    assert judge(many, rules).outcome == "no shift"
    found, sure = judge(many, rules), judge(monthly(*[0.8] * 8), rules)
    assert found.probability is not None
    assert sure.probability is not None
    assert found.probability < sure.probability
