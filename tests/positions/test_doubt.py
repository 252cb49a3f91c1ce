"""Verdicts on readings that may be wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.positions.conditions import Rules, steady
from volteface.positions.dates import DAYS_A_YEAR
from volteface.positions.doubt import SAYS_NOTHING, misread, right
from volteface.positions.judge import judge
from volteface.positions.movement import chance_of_move
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


def test_every_way_to_misread_is_weighed() -> None:
    """The ways' probabilities sum to one; one wording is right or wrong as a whole."""
    read = [replace(o, wording="u-1") for o in _read([0.3, 0.2])] + _read([0.0, 0.5])
    ways = list(misread(read))
    assert len(ways) == 4
    assert sum(chance for chance, _ in ways) == pytest.approx(1.0, abs=1e-12)
    assert ways[0][1] == tuple(read)
    for chance, way in ways:
        wrong = [o.variance == SAYS_NOTHING for o in way]
        assert wrong[0] == wrong[1]
        assert not wrong[2]
        assert chance == pytest.approx((0.2 if wrong[0] else 0.8) * 0.5)
    assert list(misread(_read([0.1] * 5))) == []


def test_no_shift_is_averaged_over_what_may_be_misread(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Summed by hand over who may be misread, where that is less than the evidence's own answer."""
    days = [date(2012 + k, 1, 1) for k in range(7)]
    doubts = [0.5, 0.5, 0.0, 0.0, 0.0, 0.5, 0.5]
    series = [
        replace(observed(day, 0.8, f"s{k}", sd=0.05), doubt=doubt)
        for k, (day, doubt) in enumerate(zip(days, doubts, strict=True))
    ]
    by_hand = 0.0
    places = [k for k, doubt in enumerate(doubts) if doubt]
    for wrong in product((False, True), repeat=len(places)):
        gone = [k for k, one in zip(places, wrong, strict=True) if one]
        seen = [replace(o, variance=SAYS_NOTHING) if k in gone else o for k, o in enumerate(series)]
        by_hand += 0.5 ** len(places) * (1 - rules.moved(seen))
    averaged = steady(series, rules.moved(series), rules)
    assert averaged == pytest.approx(by_hand, abs=1e-9)
    certain = [replace(o, doubt=0.0) for o in series]
    assert averaged < steady(certain, rules.moved(certain), rules)


def test_nothing_holds_where_two_right_readings_are_not_likely(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Three readings right with .7 each are too doubtful, with .8 they are not."""
    series = monthly(*[0.8] * 3, sd=0.1)
    for doubt, outcome in ((0.3, "insufficient evidence"), (0.2, "no shift")):
        assert judge([replace(o, doubt=doubt) for o in series], rules).outcome == outcome


def test_no_shift_must_hold_if_a_jump_had_been_as_likely_as_not(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Readings without doubt leave the evidence's own answer, which is the lower one."""
    sure = monthly(0.8, 0.8, 0.8, 0.8)
    motion = rules.motion.at_even_odds(90 / DAYS_A_YEAR)
    alone = 1 - chance_of_move(sure, motion, rules.thresholds.delta)
    assert steady(sure, rules.moved(sure), rules) == pytest.approx(alone, abs=1e-12)
    assert alone < 1 - rules.moved(sure)


def test_doubt_lowers_the_probability_of_no_shift_and_many_readings_restore_it(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Two readings cannot carry a verdict at .9; eight can, at less than if they were sure."""
    few = [replace(o, doubt=0.2) for o in monthly(0.8, 0.8, 0.8)]
    many = [replace(o, doubt=0.45) for o in monthly(*[0.8] * 8)]
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
