"""Verdicts on readings that may be wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.positions.conditions import Rules
from volteface.positions.doubt import right
from volteface.positions.judge import judge
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


def test_one_wording_is_read_rightly_or_wrongly_each_time() -> None:
    """Fifty repetitions of one line are one reading; two of them are known if it is right."""
    repeated = [replace(o, wording="u-1") for o in _read([0.3] * 50)]
    assert right(repeated) == pytest.approx(0.7)
    assert right(repeated, 2) == pytest.approx(0.7)
    assert right(_read([0.3] * 50)) > 0.999
    other = _read([0.5])
    assert right([*repeated, *other], 51) == pytest.approx(0.35)


def test_repeating_a_wording_makes_no_shift_surer(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Noise that a wording carries with it does not average out."""
    before = monthly(*[0.4] * 6)
    after = monthly(*[-0.3] * 6, start=date(2012, 9, 1))
    different = judge([*before, *after], rules)
    alike = judge([*before, *(replace(o, wording="u-1") for o in after)], rules)
    assert different.outcome == "shift"
    assert alike.outcome != "shift"
