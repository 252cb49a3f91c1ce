from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.reports.dates import add_months, date_mentions, span_precision


def found(text: str) -> list[tuple[str, str, list[str]]]:
    """Words, precision and readings of each date; a single day is given once."""
    return [
        (
            one.words,
            one.precision,
            [str(first) if first == last else f"{first}/{last}" for first, last in one.readings],
        )
        for one in date_mentions(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published on 23/08/2013", ("23/08/2013", "day", ["2013-08-23"])),
        ("08:15, 9 October 2014", ("9 October 2014", "day", ["2014-10-09"])),
        ("on May 31st, 2012.", ("May 31st, 2012", "day", ["2012-05-31"])),
        ("the 21st of May, 2012", ("21st of May, 2012", "day", ["2012-05-21"])),
        ("SEPT. 3 2013", ("SEPT. 3 2013", "day", ["2013-09-03"])),
        ("2013-08-23T10:00:00Z", ("2013-08-23", "day", ["2013-08-23"])),
        ("31\u00a0May\u00a02012", ("31 May 2012", "day", ["2012-05-31"])),
        ("05.04.2012", ("05.04.2012", "day", ["2012-04-05", "2012-05-04"])),
        ("Friday 05/04/2012", ("Friday 05/04/2012", "day", ["2012-05-04"])),
        ("Monday 05/04/2012", ("Monday 05/04/2012", "day", ["2012-04-05", "2012-05-04"])),
        ("in May of 2012", ("May of 2012", "month", ["2012-05-01/2012-05-31"])),
        ("the fall of 2015", ("fall of 2015", "season", ["2015-09-01/2015-11-30"])),
        ("winter 2015", ("winter 2015", "season", ["2014-12-01/2016-02-29"])),
        ("since 2011", ("2011", "year", ["2011-01-01/2011-12-31"])),
        ("on Oct. 19 in", ("Oct. 19", "day", [])),
        ("as far back as March", ("March", "month", [])),
    ],
)
def test_dates_are_read(text: str, expected: tuple[str, str, list[str]]) -> None:
    """Each usual way to write a date gives its days, both where two are possible."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "he may march",
        "31.02.2012",
        "February 30",
        "30 February 2012",
        "3/4",
        "May2012x",
    ],
)
def test_what_is_no_date_is_left(text: str) -> None:
    """Verbs, days that do not exist and numbers of other kinds are no dates."""
    assert not [one for one in found(text) if one[1] == "day"]


def test_month_and_day_are_kept_where_the_year_is_open() -> None:
    """A date without a year says which month and day it is."""
    mention = next(date_mentions("Oct. 19"))
    assert (mention.month, mention.day) == (10, 19)


@given(st.dates(date(1902, 1, 1), date(2098, 12, 31)), st.integers(-600, 600))
def test_adding_months_moves_the_month(day: date, months: int) -> None:
    """The month moves by so many; the day stays or becomes the month's last."""
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day <= day.day


def test_adding_months_stays_within_the_calendar() -> None:
    """Durations of thousands of years end at the calendar's ends."""
    assert add_months(date(2011, 3, 15), 12 * 9999) == date.max
    assert add_months(date(2011, 3, 15), -12 * 9999) == date.min


@pytest.mark.parametrize(
    ("last", "expected"),
    [(1, "day"), (7, "week"), (8, "month"), (31, "month")],
)
def test_precision_of_an_interval(last: int, expected: str) -> None:
    """An interval takes the name of the smallest unit that holds it."""
    assert span_precision(date(2012, 5, 1), date(2012, 5, last)) == expected


def test_long_intervals_have_no_unit() -> None:
    """More than a month is an interval."""
    assert span_precision(date(2012, 5, 1), date(2012, 6, 2)) == "interval"


@given(st.text(alphabet="0123456789/-. JanuryMay,of", max_size=60))
def test_mentions_are_in_order_and_inside(text: str) -> None:
    """Whatever looks like dates, mentions are disjoint, in order and within the text."""
    at = 0
    for mention in date_mentions(text):
        assert at <= mention.span[0] < mention.span[1] <= len(text)
        assert all(first <= last for first, last in mention.readings)
        at = mention.span[1]
