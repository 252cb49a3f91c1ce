"""What several clues say together."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from volteface.reports.clue import (
    CERTAIN,
    HABIT,
    LIKELY,
    Clue,
    Verdict,
    not_after,
    not_before,
    shifted,
    weighed,
)

DOMAIN = (date(2010, 1, 1), date(2020, 12, 31))
DAYS = st.dates(date(2009, 1, 1), date(2021, 12, 31))


def clue(first: str, last: str, weight: float = LIKELY, source: str = "") -> Clue:
    """A clue that allows the days between two."""
    days = ((date.fromisoformat(first), date.fromisoformat(last)),)
    return Clue(days, f"{first}/{last}", weight, source)


def left(*clues: Clue) -> tuple[str, str]:
    """First and last day that the clues leave of 2010 to 2020."""
    verdict = weighed(clues, DOMAIN, DOMAIN)
    return str(verdict.earliest), str(verdict.latest)


def test_clues_that_agree_are_intersected() -> None:
    """Each side is drawn by the clue that bounds it most, and named."""
    early, late = clue("2012-01-01", "2014-06-30"), clue("2013-05-01", "2016-01-01")
    verdict = weighed([early, late], DOMAIN, DOMAIN)
    assert (verdict.earliest, verdict.latest) == (date(2013, 5, 1), date(2014, 6, 30))
    assert (verdict.lower, verdict.upper) == (late, early)
    assert verdict.against == ()


def test_no_clue_leaves_the_domain() -> None:
    """Without clues every day is left and no side is drawn."""
    assert weighed([], DOMAIN, DOMAIN) == Verdict(*DOMAIN, None, None, ())


def test_like_weights_that_contradict_leave_both_sides() -> None:
    """Where neither of two is heavier the interval holds both."""
    assert left(clue("2012-01-01", "2012-01-31"), clue("2014-01-01", "2014-01-31")) == (
        "2012-01-01",
        "2014-01-31",
    )


def test_the_lighter_is_outvoted() -> None:
    """One against two, or a habit against what is certain, is left aside and named."""
    lone = clue("2014-01-01", "2014-01-31")
    others = clue("2012-01-01", "2012-01-31"), clue("2012-01-10", "2012-02-20")
    verdict = weighed([lone, *others], DOMAIN, DOMAIN)
    assert (verdict.earliest, verdict.latest) == (date(2012, 1, 10), date(2012, 1, 31))
    assert verdict.against == (lone,)
    habit = clue("2012-01-01", "2012-01-31", HABIT)
    assert left(habit, clue("2014-01-01", "2014-01-31", CERTAIN)) == ("2014-01-01", "2014-01-31")


def test_one_thing_said_twice_counts_once() -> None:
    """The same mention does not outvote another by being repeated."""
    repeated = [clue("2012-01-01", "2012-01-31", source="a")] * 5
    assert left(*repeated, clue("2014-01-01", "2014-01-31")) == ("2012-01-01", "2014-01-31")


def test_of_what_comes_every_year_the_likely_years_count() -> None:
    """Days outside the likely ones are left out where others remain, and kept where none does."""
    every = Clue(tuple((date(y, 6, 1), date(y, 6, 9)) for y in range(2010, 2021)), "June", LIKELY)
    likely = (date(2013, 1, 1), date(2013, 12, 31))
    verdict = weighed([every], DOMAIN, likely)
    assert (verdict.earliest, verdict.latest) == (date(2013, 6, 1), date(2013, 6, 9))
    late = clue("2018-01-01", "2019-01-31", CERTAIN)
    verdict = weighed([every, late], DOMAIN, likely)
    assert (verdict.earliest, verdict.latest) == (date(2018, 6, 1), date(2018, 6, 9))


@given(
    st.lists(st.tuples(DAYS, st.integers(0, 900), st.floats(0.1, 6.0)), max_size=8),
    st.integers(0, 8),
)
def test_the_likeliest_day_is_always_left(drawn: list[tuple[date, int, float]], cut: int) -> None:
    """No order of the clues changes the result, and it holds a day that contradicts least."""
    clues = [
        Clue(((first, shifted(first, wide)),), f"{number}", weight)
        for number, (first, wide, weight) in enumerate(drawn)
    ]
    verdict = weighed(clues, DOMAIN, DOMAIN)
    again = weighed(clues[cut:] + clues[:cut], DOMAIN, DOMAIN)
    assert (again.earliest, again.latest) == (verdict.earliest, verdict.latest)
    assert DOMAIN[0] <= verdict.earliest <= verdict.latest <= DOMAIN[1]

    def cost(day: date) -> float:
        return sum(one.weight for one in clues if not one.allows(day))

    everywhere = [DOMAIN[0] + timedelta(n) for n in range((DOMAIN[1] - DOMAIN[0]).days + 1)]
    assert verdict.earliest <= min(everywhere, key=cost) <= verdict.latest


def test_days_beyond_the_calendar_stop_at_its_ends() -> None:
    """Shifts never leave what a date can hold."""
    assert shifted(date.max, 1) == date.max
    assert shifted(date.min, -1) == date.min
    assert not_before(date(2012, 1, 1)) == ((date(2012, 1, 1), date.max),)
    assert not_after(date(2012, 1, 1)) == ((date.min, date(2012, 1, 1)),)
