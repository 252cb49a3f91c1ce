"""Observations on their possible days."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.positions.conditions import Rules
from volteface.positions.dates import FEW_NODES, LONGEST, NODES, canonical, middle, place
from volteface.positions.level import fit
from volteface.records import DateInterval, Observation

FIRST = date(2012, 1, 1)


def test_known_days_need_one_row(observed: Callable[..., Observation]) -> None:
    """Where every date is a day nothing is averaged over."""
    placed = place([observed(FIRST, 0.1), observed(date(2012, 3, 1), 0.2)])
    assert placed.days.tolist() == [[0, 60]]
    assert placed.day(60) == date(2012, 3, 1)


def test_one_uncertain_date_is_spread_evenly_over_its_days(
    observed: Callable[..., Observation],
) -> None:
    """An interval of as many days as nodes has one node a day."""
    last = FIRST + timedelta(days=NODES - 1)
    placed = place([observed(FIRST, 0.1, until=last)])
    assert sorted(placed.days[:, 0].tolist()) == list(range(NODES))


def test_rows_are_in_order_of_time(observed: Callable[..., Observation]) -> None:
    """Where two uncertain dates overlap, either can come first."""
    year = date(2012, 12, 31)
    placed = place([observed(FIRST, 0.1, until=year), observed(date(2012, 6, 1), 0.9)])
    assert (np.diff(placed.days) >= 0).all()
    assert {tuple(row) for row in placed.values.tolist()} == {(0.1, 0.9), (0.9, 0.1)}


def test_dates_that_rest_on_the_same_words_are_one_date(
    observed: Callable[..., Observation],
) -> None:
    """Two statements of one undated report were printed on one day."""
    until = date(2012, 12, 31)
    placed = place([observed(FIRST, 0.1, until=until), observed(FIRST, 0.9, "B", until=until)])
    assert (placed.days[:, 0] == placed.days[:, 1]).all()


def test_two_uncertain_dates_fill_the_box_of_both(observed: Callable[..., Observation]) -> None:
    """The nodes of two independent dates are not on a line."""
    a = observed(FIRST, 0.1, until=date(2012, 12, 31))
    b = observed(date(2013, 1, 1), 0.9, until=date(2013, 12, 31))
    days = place([a, b]).days
    assert abs(np.corrcoef(days[:, 0], days[:, 1])[0, 1]) < 0.3


def test_quadrature_agrees_with_every_day(
    observed: Callable[..., Observation], monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Thirty-two nodes give nearly the evidence of averaging over each of 91 days."""
    known = monthly(0.7, 0.7, 0.7, -0.7, -0.7, -0.7)
    loose = observed(date(2012, 3, 1), -0.6, until=date(2012, 5, 30))
    each = [
        fit(
            [*known, observed(date(2012, 3, 1) + timedelta(days=k), -0.6, record="one")],
            rules.motion,
        ).log_evidence
        for k in range(91)
    ]
    exact = np.log(np.mean(np.exp(each)))
    assert fit([*known, loose], rules.motion).log_evidence == pytest.approx(exact, abs=0.05)


@given(st.permutations(range(6)))
def test_the_order_given_does_not_count(order: list[int]) -> None:
    """One set of observations has one order."""
    day = DateInterval(FIRST, FIRST, "day", "test")
    some = [Observation((f"s{k % 3}",), day, 0.1 * k, 0.04, f"A{k % 2}", False) for k in range(6)]
    assert canonical([some[k] for k in order]) == canonical(some)


def test_a_long_series_is_pooled_by_the_day(
    observed: Callable[..., Observation],
) -> None:
    """Beyond the limit observations of one date are averaged, others are not, and none is lost."""
    daily = [observed(FIRST + timedelta(days=k // 2), 0.5, f"s{k}") for k in range(2 * LONGEST)]
    placed = place(canonical(daily))
    assert len(placed.members) == LONGEST
    assert sum(len(group) for group in placed.members) == 2 * LONGEST
    assert placed.variances == pytest.approx(np.full((1, LONGEST), 0.02))
    apart = place(canonical([observed(FIRST + timedelta(days=k), 0.5) for k in range(500)]))
    assert len(apart.members) == 500


def test_a_long_series_takes_few_sequences_of_days(observed: Callable[..., Observation]) -> None:
    """Its observations pin each other's dates down."""
    vague = [
        observed(FIRST + timedelta(days=k), 0.5, until=FIRST + timedelta(days=k + 6))
        for k in range(LONGEST + 1)
    ]
    assert len(place(canonical(vague)).days) == FEW_NODES
    assert len(place(canonical(vague[:-1])).days) == NODES


def test_pooling_a_day_keeps_the_evidence(
    observed: Callable[..., Observation], rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Observations of one day can be averaged without loss."""
    some = [
        observed(FIRST + timedelta(days=40 * (k // 3)), 0.1 * k, f"s{k}", sd=0.1 + 0.1 * (k % 3))
        for k in range(9)
    ]
    whole = fit(some, rules.motion).log_evidence
    monkeypatch.setattr("volteface.positions.dates.LONGEST", 3)
    assert fit(some, rules.motion).log_evidence == pytest.approx(whole, abs=1e-9)


def test_middle_of_an_interval() -> None:
    """An even stretch has its earlier middle day."""
    assert middle(DateInterval(FIRST, date(2012, 1, 4), "interval", "test")) == date(2012, 1, 2)
