"""What would settle insufficient evidence, found by trying it."""

from collections.abc import Callable
from datetime import date, timedelta

from volteface.positions.conditions import Rules
from volteface.positions.judge import judge
from volteface.positions.settle import settle
from volteface.records import Observation

FIRST = date(2012, 1, 1)


def test_two_more_statements_settle_a_clear_one(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """The clause names how many, what, after when, and the verdict."""
    assert settle([observed(FIRST, 0.8)], rules) == (
        "2 more dated statements from other sources after 2012-01-01 in line with the latest "
        "would make it no shift"
    )


def test_vague_statements_need_more_of_their_kind(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """The number is what the rules then ask for, and it does settle."""
    series = [observed(FIRST + timedelta(days=180 * k), 0.8, f"s{k}", sd=0.45) for k in range(2)]
    clause = settle(series, rules)
    more = int(clause.split()[0])
    assert clause.endswith("would make it no shift")
    last = FIRST + timedelta(days=180)
    later = [
        observed(last + timedelta(days=30 * (k + 1)), 0.8, f"t{k}", sd=0.45) for k in range(more)
    ]
    assert judge([*series, *later], rules).outcome == "no shift"
    assert judge([*series, *later[:-1]], rules).outcome == "insufficient evidence"


def test_an_old_level_that_rests_on_one_voice_needs_an_earlier_one(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Later statements alone cannot show where the actor stood before."""
    series = [observed(FIRST, 0.8), observed(FIRST + timedelta(days=180), -0.8, "B")]
    clause = settle(series, rules)
    assert "before 2012-01-01 in line with the earliest" in clause
    assert clause.endswith("would make it a shift")


def test_deeds_are_settled_by_deeds(observed: Callable[..., Observation], rules: Rules) -> None:
    """Where there is only conduct, more conduct is asked for."""
    assert "dated deeds from" in settle([observed(FIRST, 0.8, conduct=True)], rules)


def test_too_far_off_is_said(observed: Callable[..., Observation], rules: Rules) -> None:
    """Hopelessly vague statements are not settled by a handful."""
    assert settle([observed(FIRST, 0.1, sd=3.0)], rules).startswith("more than 5 further dated")
