"""Days counted from publication."""

from datetime import date

import pytest

from volteface.coding.calendar_words import CALENDAR, at_both_ends, counted_dates
from volteface.records import DateInterval


def counted(text: str, on: str) -> list[tuple[str, str, str]]:
    """First day, last day and unit of what the text counts from a day."""
    day = date.fromisoformat(on)
    found = counted_dates(text, DateInterval(day, day, "day", "given"))
    return [(str(w.earliest), str(w.latest), w.precision) for _, w in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("on Tuesday", "2013-05-14"),  # 14 May 2013 was a Tuesday
        ("last Tuesday", "2013-05-07"),
        ("on Wednesday", "2013-05-08"),
        ("last Wednesday", "2013-05-08"),
        ("on Monday", "2013-05-13"),
        ("on Monday last week", "2013-05-06"),
        ("Thursday of last week", "2013-05-09"),
        ("on THURSDAY night", "2013-05-09"),
    ],
)
def test_weekdays(text: str, first: str) -> None:
    """A weekday is the last one up to publication, that day included; *last* leaves it out."""
    assert counted(text, "2013-05-14")[0] == (first, first, "day")


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("yesterday", "2014-01-01", ("2013-12-31", "2013-12-31", "day")),
        ("last night", "2014-01-01", ("2013-12-31", "2013-12-31", "day")),
        ("the day before yesterday", "2014-01-01", ("2013-12-30", "2013-12-30", "day")),
        ("Today the army left", "2014-01-01", ("2014-01-01", "2014-01-01", "day")),
        ("this morning", "2014-01-01", ("2014-01-01", "2014-01-01", "day")),
        ("overnight", "2014-01-01", ("2013-12-31", "2014-01-01", "interval")),
        ("three days ago", "2014-01-02", ("2013-12-30", "2013-12-30", "day")),
        ("10 days ago", "2014-01-12", ("2014-01-02", "2014-01-02", "day")),
        ("a couple of days ago", "2014-01-12", ("2014-01-10", "2014-01-10", "day")),
        ("three nights ago", "2014-01-12", ("2014-01-09", "2014-01-09", "day")),
        ("a fortnight ago", "2014-01-22", ("2014-01-05", "2014-01-11", "interval")),
        ("two Sundays ago", "2014-01-15", ("2014-01-05", "2014-01-05", "day")),
        ("two Sundays ago", "2014-01-12", ("2013-12-29", "2013-12-29", "day")),
        ("an hour ago", "2014-01-12", ("2014-01-11", "2014-01-12", "interval")),
        ("48 hours ago", "2014-01-12", ("2014-01-09", "2014-01-10", "interval")),
        ("a day or two ago", "2014-01-12", ("2014-01-10", "2014-01-11", "interval")),
        ("the other day", "2014-01-12", ("2014-01-03", "2014-01-10", "interval")),
        ("in the past week", "2014-01-12", ("2014-01-05", "2014-01-12", "interval")),
        ("over the last two days", "2014-01-12", ("2014-01-10", "2014-01-12", "interval")),
        ("earlier in the week", "2014-01-10", ("2014-01-06", "2014-01-09", "interval")),
        ("earlier in the month", "2014-01-10", ("2014-01-01", "2014-01-09", "interval")),
        ("three weeks ago", "2014-05-09", ("2014-04-15", "2014-04-21", "interval")),
        ("two days earlier", "2014-05-09", ("2014-05-01", "2014-05-07", "interval")),
        ("the day before", "2014-05-09", ("2014-05-02", "2014-05-08", "interval")),
        ("99 years ago", "2014-05-09", ("1914-08-25", "1915-08-26", "interval")),
        ("last week", "2014-05-12", ("2014-05-05", "2014-05-11", "week")),
        ("last week", "2014-05-18", ("2014-05-05", "2014-05-11", "week")),
        ("this week", "2014-05-16", ("2014-05-12", "2014-05-16", "week")),
        ("spent the week", "2014-05-16", ("2014-05-12", "2014-05-16", "week")),
        ("earlier this week", "2014-05-16", ("2014-05-12", "2014-05-15", "week")),
        ("earlier this week", "2014-05-12", ("2014-05-11", "2014-05-11", "week")),
        ("over the weekend", "2014-05-13", ("2014-05-10", "2014-05-11", "interval")),
        ("over the weekend", "2014-05-10", ("2014-05-10", "2014-05-10", "day")),
        ("earlier this month", "2014-05-16", ("2014-05-01", "2014-05-15", "month")),
        ("this month", "2014-05-16", ("2014-05-01", "2014-05-16", "month")),
        ("last month", "2014-01-16", ("2013-12-01", "2013-12-31", "month")),
        ("this year", "2014-01-16", ("2014-01-01", "2014-01-16", "year")),
        ("late last year", "2014-01-16", ("2013-01-01", "2013-12-31", "year")),
        ("last summer", "2014-07-16", ("2013-06-01", "2013-08-31", "season")),
        ("this summer", "2014-07-16", ("2014-06-01", "2014-07-16", "season")),
        ("last winter", "2014-03-16", ("2013-12-01", "2014-02-28", "season")),
        ("this winter", "2014-01-16", ("2013-12-01", "2014-01-16", "season")),
        ("a few days ago", "2014-01-16", ("2014-01-07", "2014-01-15", "interval")),
        ("in recent weeks", "2014-06-13", ("2014-05-09", "2014-06-13", "interval")),
        ("in recent months", "2014-07-03", ("2014-01-01", "2014-07-03", "interval")),
    ],
)
def test_counted_days(text: str, on: str, expected: tuple[str, str, str]) -> None:
    """Words that count from publication mean whole units, with slack where they are loose."""
    assert counted(text, on)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "told the Sunday Times",
        "Bloody Sunday in Derry",
        "the Good Friday Agreement",
        "Russia Today",
        "later this year",
        "101 years ago",
        "two weeks before the vote",
        "every sunday",
    ],
)
def test_names_and_what_is_to_come_count_nothing(text: str) -> None:
    """Days in names, plans and centuries are no time of speaking."""
    assert counted(text, "2014-05-16") == []


def test_nothing_is_counted_beyond_the_calendar() -> None:
    """Days before the first day that a calendar can hold are left out."""
    start = DateInterval(date.min, date.min, "day", "given")
    assert list(counted_dates("two years ago, last Friday", start)) == []


def test_at_both_ends_takes_what_one_end_allows() -> None:
    """Where only one end of the interval gives days, they are taken; where none, nothing."""
    published = DateInterval(date(2014, 5, 1), date(2014, 5, 9), "interval", "given")

    def late(day: date) -> tuple[date, date] | None:
        return (day, day) if day.day > 5 else None

    found = at_both_ends(late, published, "day", "late")
    assert found == DateInterval(date(2014, 5, 9), date(2014, 5, 9), "day", "late")
    assert at_both_ends(lambda _: None, published, "day", "never") is None
    after = (date(2015, 1, 1), date(2015, 1, 2))
    assert at_both_ends(lambda _: after, published, "day", "after") is None


def test_calendar_words_are_no_names() -> None:
    """Months and weekdays are known in lower case."""
    assert {"may", "march", "sunday"} <= CALENDAR
    assert len(CALENDAR) == 19
