"""The verdict rules on series whose answer any reader would give."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.positions.conditions import Rules
from volteface.positions.dates import canonical
from volteface.positions.judge import judge
from volteface.records import DateInterval, Observation

FIRST = date(2012, 1, 1)


def _after(days: int) -> date:
    return FIRST + timedelta(days=days)


def test_one_statement_is_insufficient(observed: Callable[..., Observation], rules: Rules) -> None:
    """One utterance is no verdict."""
    found = judge([observed(FIRST, 0.8)], rules)
    assert found.outcome == "insufficient evidence"
    assert found.probability is None


def test_twenty_voices_of_one_day_are_insufficient(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """All at one time shows no change and no constancy."""
    series = [observed(FIRST, 0.8 * (-1) ** k, f"s{k}") for k in range(20)]
    assert judge(series, rules).outcome == "insufficient evidence"


def test_four_repetitions_over_nine_months_are_no_shift(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """The same line by four speakers is evidence that the position held."""
    found = judge([observed(_after(90 * k), 0.8, f"s{k}") for k in range(4)], rules)
    assert found.outcome == "no shift"
    assert found.probability > 0.95
    assert found.period == (FIRST, _after(270))


def test_a_fortnight_cannot_show_constancy(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Agreement within two weeks is not yet no shift."""
    series = [observed(_after(3 * k), 0.8, f"s{k}") for k in range(5)]
    assert judge(series, rules).outcome == "insufficient evidence"


def test_two_vague_voices_do_not_show_constancy(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """That jumps are rare beforehand is no evidence that there was none."""
    series = [observed(_after(180 * k), 0.8, f"s{k}", sd=0.45) for k in range(2)]
    assert judge(series, rules).outcome == "insufficient evidence"


def test_a_jump_is_a_shift(monthly: Callable[..., list[Observation]], rules: Rules) -> None:
    """Five statements on each of two levels: from, to, since and form."""
    found = judge(monthly(*[0.4] * 5, *[-0.4] * 5), rules)
    assert (found.outcome, found.form) == ("shift", "jump")
    assert found.start == pytest.approx(0.4, abs=0.1)
    assert found.end == pytest.approx(-0.4, abs=0.1)
    assert found.since == (_after(120), _after(150))
    assert found.probability > 0.9


def test_a_slow_slope_is_a_shift_by_drift(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Ten years from one pole to the other without any step."""
    slope = [observed(_after(120 * k), -0.9 + 0.06 * k, f"s{k}") for k in range(31)]
    found = judge(slope, rules)
    assert (found.outcome, found.form) == ("shift", "drift")
    assert found.since == found.period


@pytest.mark.parametrize("place", [2, 3, 6])
def test_one_outlier_is_a_passing_remark(
    place: int, monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """In the middle or last, one voice that departs is named and moves nothing."""
    values = [0.8] * 7
    values[place] = -0.8
    found = judge(monthly(*values), rules)
    assert (found.outcome, found.apart) == ("passing remark", (f"source {place}",))
    assert found.observations[0].source == f"source {place}"


def test_who_speaks_first_departs_from_nothing(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """One voice on the old level is neither a remark nor enough for a shift."""
    assert judge(monthly(-0.8, *[0.8] * 5), rules).outcome == "insufficient evidence"


def test_a_prolific_outlet_alone_is_a_passing_remark(
    observed: Callable[..., Observation], monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Fifty repetitions by one outlet do not outweigh that no one else says so."""
    flip = [observed(_after(200 + 3 * k), -0.8, "Outlet") for k in range(50)]
    assert judge([*monthly(*[0.8] * 4), *flip], rules).outcome == "passing remark"


def test_conduct_persists_without_a_second_source(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Deeds recorded in one archive are as many facts as there are deeds."""
    deeds = [
        observed(_after(90 * k), 0.8 if k < 2 else -0.8, "Archive", conduct=True, record=f"d{k}")
        for k in range(5)
    ]
    assert judge(deeds, rules).outcome == "shift"


def test_words_of_one_source_are_no_shift_however_often(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """One speaker's turn needs somebody else to confirm it."""
    words = [observed(_after(90 * k), 0.8 if k < 2 else -0.8, "Lavrov") for k in range(5)]
    assert judge(words, rules).outcome == "insufficient evidence"


def test_a_last_deed_is_not_yet_a_shift(observed: Callable[..., Observation], rules: Rules) -> None:
    """One vote against the record, with nothing after it."""
    votes = [
        observed(_after(300 * k), 1 if k < 8 else -1, "UN", conduct=True, record=f"v{k}")
        for k in range(9)
    ]
    assert judge(votes, rules).outcome == "passing remark"


def test_a_last_deed_after_an_unsteady_record_is_no_shift(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Where no constancy is left to depart from, one deed is still only one."""
    deeds = [
        observed(_after(200 * k), value, "Archive", conduct=True, record=f"d{k}")
        for k, value in enumerate([0.5, -0.5, 0.6, -0.9, 0.4, 0.3, 0.5, 0.4, 0.6, -0.9])
    ]
    assert judge(deeds, rules).outcome == "insufficient evidence"


def test_a_first_deed_left_behind_is_a_shift(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """One abstention, then only votes against."""
    votes = [
        observed(_after(300 * k), 0 if k < 1 else -1, "UN", conduct=True, record=f"v{k}")
        for k in range(9)
    ]
    assert judge(votes, rules).outcome == "shift"


def test_a_deed_that_lasts_is_no_passing_remark(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """A campaign of half a year against the words before it is a change."""
    before = [
        observed(_after(90 * k), 0.8, "UN", conduct=True, record=f"before {k}") for k in range(4)
    ]
    campaign = [
        observed(_after(day), -0.8, "UN", conduct=True, record="campaign") for day in (400, 600)
    ]
    assert judge([*before, *campaign], rules).outcome == "shift"


def test_there_and_back_is_told_from_the_last_turn(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """That first and last agree does not hide the time between."""
    found = judge(monthly(*[0.8] * 3, *[-0.8] * 3, *[0.8] * 3), rules)
    assert found.outcome == "shift"
    assert found.start < 0 < found.end
    assert found.since == (_after(150), _after(180))


def test_a_record_that_contradicts_itself_is_insufficient(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """A new level for every statement is not a position that moves."""
    assert judge(monthly(*[0.8, -0.8] * 5), rules).outcome == "insufficient evidence"


def test_dates_known_to_the_year_can_show_a_shift(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Four years of yearly dates place the turn without inventing a day."""
    series = [
        observed(
            date(2012 + k // 4, 1, 1),
            0.8 if k < 8 else -0.8,
            f"s{k}",
            until=date(2012 + k // 4, 12, 31),
        )
        for k in range(16)
    ]
    found = judge(series, rules)
    assert found.outcome == "shift"
    assert found.since[0] >= date(2013, 1, 1)
    assert found.since[1] <= date(2014, 12, 31)


def test_one_year_alone_can_show_nothing(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Five statements of one unknown day each in one year may be of one day."""
    series = [observed(FIRST, 0.8, f"s{k}", until=date(2012, 12, 31)) for k in range(5)]
    assert judge(series, rules).outcome == "insufficient evidence"


DAYS = st.integers(0, 700)
VALUES = st.floats(-1, 1).map(lambda x: round(x, 2))
SERIES = st.lists(
    st.tuples(DAYS, st.integers(0, 90), VALUES, st.integers(0, 3)), max_size=7, min_size=1
)


def _series(drawn: list[tuple[int, int, float, int]]) -> list[Observation]:
    return [
        Observation(
            (f"s{k}",),
            DateInterval(_after(day), _after(day + width), "interval", "test"),
            value,
            0.04,
            f"source {source}",
            source == 0,
        )
        for k, (day, width, value, source) in enumerate(drawn)
    ]


@settings(max_examples=25, deadline=None)
@given(SERIES, st.randoms(use_true_random=False))
def test_the_order_of_observations_changes_no_bit(
    rules: Rules, drawn: list[tuple[int, int, float, int]], random: Random
) -> None:
    """Any order gives the same finding, and no number in it is not one."""
    series = _series(drawn)
    found = judge(series, rules)
    random.shuffle(series)
    assert judge(series, rules) == found
    for number in (found.probability, found.start, found.end):
        assert number is None or number == number  # noqa: PLR0124 - NaN differs from itself
    assert canonical(found.observations) == canonical(series)
