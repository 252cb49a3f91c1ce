"""What would settle insufficient evidence, found by trying it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from volteface.positions.conditions import Rules
from volteface.positions.judge import judge
from volteface.positions.settle import contradict, hinge, settle, turns
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


def test_what_would_turn_constancy_does(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """The clause counts statements for the other pole, and so many make a shift."""
    series = monthly(0.8, 0.8, 0.7, 0.8)
    clause = contradict(series, rules)
    more = int(clause.split()[0])
    assert clause.endswith("for the other pole would make it a shift")
    later = monthly(*[-0.8] * more, start=date(2012, 6, 1))
    sources = [replace(o, source=f"other {k}") for k, o in enumerate(later)]
    assert judge([*series, *sources], rules).outcome == "shift"
    assert judge([*series, *sources[:-1]], rules).outcome != "shift"


def test_vague_contradiction_turns_nothing(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Where nobody speaks clearly, a handful does not make a shift."""
    assert contradict(monthly(*[0.1] * 9, sd=3.0), rules).startswith("more than 5 further dated")


def test_a_shift_says_without_whom_it_would_not_stand(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """On two voices a side it hangs on each; on five, on none."""
    assert hinge(monthly(0.8, 0.8, -0.8, -0.8), rules) == (
        "it would not stand without source 0, or source 1, or source 2, or any of 1 more"
    )
    assert hinge(monthly(*[0.8] * 5, *[-0.8] * 5), rules) == (
        "it would stand without any one of its sources and deeds"
    )


def test_each_verdict_says_what_would_change_it(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Constancy by contradiction, a shift by whom it rests on, lack of evidence by more of it."""
    for values, says in (
        ([0.8] * 6, "for the other pole"),
        ([0.8] * 4 + [-0.8] * 4, "it would stand"),
        ([0.8, 0.7], "in line with the latest"),
    ):
        series = monthly(*values)
        assert says in str(turns(judge(series, rules), series, rules))
