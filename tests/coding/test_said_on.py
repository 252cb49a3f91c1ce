"""When it was said: dates in a sentence, counted from the report's own date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.coding.said_on import dates_in, said_by_default, times_in
from volteface.records import DateInterval

WORDS = (
    "in", "since", "last", "this", "next", "until", "on", "the", "Monday", "Friday", "May", "March",
    "29", "February", "30", "5", "2012", "1999", "week", "month", "year", "summer", "winter", "of",
    "two", "a", "99", "years", "ago", "earlier", "yesterday", "today", "23/08/2013", ",",
)  # fmt: skip


def day(iso: str) -> DateInterval:
    """A report of that day, or of the days between two."""
    first, _, last = iso.partition("/")
    earliest = date.fromisoformat(first)
    latest = date.fromisoformat(last or first)
    return DateInterval(earliest, latest, "interval" if last else "day", "given")


def told(text: str, published: str | None) -> list[str]:
    """The dates in the text as ``first/last unit``; one day is said once."""
    found = dates_in(text, day(published) if published else None)
    return [
        f"{when.earliest}{'' if when.earliest == when.latest else f'/{when.latest}'} "
        f"{when.precision}"
        for _, when in found
    ]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("on May 5, 2012, in Goma", "2014-01-03", "2012-05-05 day"),
        ("on 5 May 2012", None, "2012-05-05 day"),
        ("on 23/08/2013", "2014-01-03", "2013-08-23 day"),
        ("in November 2012", None, "2012-11-01/2012-11-30 month"),
        ("in the spring of 2012", "2014-01-03", "2012-03-01/2012-05-31 season"),
        ("in 2011", "2014-01-03", "2011-01-01/2011-12-31 year"),
        ("in 2014", "2014-05-16", "2014-01-01/2014-05-16 year"),
        ("in May 2014", "2014-05-16", "2014-05-01/2014-05-16 month"),
    ],
)
def test_dates_with_a_year(text: str, published: str | None, expected: str) -> None:
    """A date with its year is taken as it stands and never reaches beyond publication."""
    assert told(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("on Dec. 28", "2014-01-03", "2013-12-28 day"),
        ("on the 28th of December", "2014-01-03", "2013-12-28 day"),
        ("on Jan. 3", "2014-01-03", "2014-01-03 day"),
        ("on Feb. 29", "2013-03-03", "2012-02-29 day"),
        ("in November", "2014-01-03", "2013-11-01/2013-11-30 month"),
        ("in May", "2014-05-09", "2014-05-01/2014-05-09 month"),
        ("last May", "2014-05-09", "2013-05-01/2013-05-31 month"),
        ("since March", "2014-05-16", "2014-03-01/2014-05-16 interval"),
        ("since early March", "2014-05-16", "2014-03-01/2014-05-16 interval"),
        ("he had insisted on it in December", "2014-11-21", "2013-12-01/2013-12-31 month"),
    ],
)
def test_dates_without_a_year(text: str, published: str, expected: str) -> None:
    """A month or day without a year is the last up to publication, across the new year too."""
    assert told(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("on Feb 30", "2014-05-03"),
        ("on October 28", "2014-10-10"),
        ("in November", "2014-10-10"),
        ("next Tuesday", "2014-05-16"),
        ("until Friday", "2014-05-16"),
        ("before the May 5 vote", "2014-05-16"),
        ("later this month", "2014-05-16"),
        ("on May 5, 2015", "2014-05-16"),
        ("the vote they have called for Sunday", "2014-05-16"),
        ("the ministers will meet on Friday", "2014-05-16"),
        ("May said no", "2014-05-16"),
        ("the rebels may 5 times", "2014-05-16"),
        ("they march 20 miles", "2014-05-16"),
        ("the March 23 Movement", "2014-05-16"),
        ("a force of 2000 soldiers", "2014-05-16"),
        ("in 101 years", "2014-05-16"),
    ],
)
def test_what_is_no_past_date(text: str, published: str) -> None:
    """Days that do not exist, that are still to come, verbs, names and numbers tell no time."""
    assert told(text, published) == []


def test_without_a_publication_date_only_absolute_dates_are_told() -> None:
    """A weekday of an undated report cannot be told."""
    assert told("on Tuesday, in November, two days ago, since May 5, 2012", None) == [
        "2012-05-05 day"
    ]


def test_dates_come_in_order_with_offsets_and_a_basis() -> None:
    """Each date says where it stands and what it rests on."""
    text = "On Tuesday, after talks in April, the army left."
    found = dates_in(text, day("2014-06-04"))
    assert [at for at, _ in found] == [text.index("Tuesday"), text.index("April")]
    assert [when.basis for _, when in found] == [
        "Tuesday before publication",
        "April, the last before publication",
    ]


def test_an_uncertain_publication_date_widens_what_rests_on_it() -> None:
    """Counted from an interval, a date is as wide as both of its ends allow."""
    assert told("on Monday", "2013-05-14/2013-05-20") == ["2013-05-13/2013-05-20 interval"]
    assert told("on Monday", "2013-05-15/2013-05-17") == ["2013-05-13 day"]
    assert told("in October", "2012-11-20/2013-11-20") == ["2012-10-01/2013-10-31 interval"]
    assert told("on Dec. 28", "2013-12-20/2014-01-10") == ["2013-12-28 day"]


def test_speech_without_a_date_was_in_the_week_to_publication() -> None:
    """The default is the seven days that end with publication; an undated report has none."""
    when = said_by_default(day("2014-05-16"))
    assert when is not None
    assert (when.earliest, when.latest) == (date(2014, 5, 10), date(2014, 5, 16))
    assert "given" in when.basis
    assert said_by_default(None) is None


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.integers(0, 500),
)
def test_dates_never_lie_after_publication(words: list[str], first: date, wide: int) -> None:
    """Intervals are in order, end by publication at the latest, and never overlap in the text."""
    published = DateInterval(first, date.fromordinal(first.toordinal() + wide), "interval", "given")
    text = " ".join(words)
    found = dates_in(text, published)
    assert [at for at, _ in found] == sorted({at for at, _ in found})
    for at, when in found:
        assert 0 <= at < len(text)
        assert when.earliest <= when.latest <= published.latest
        assert when.basis


@given(st.dates(date(1990, 1, 8), date(2030, 1, 1)), st.integers(0, 40), st.integers(0, 40))
def test_an_interval_holds_what_each_of_its_days_would_give(
    first: date, width: int, within: int
) -> None:
    """Knowing the day of publication never gives a weekday outside the interval without it."""
    wide = DateInterval(first, date.fromordinal(first.toordinal() + width), "interval", "given")
    one = date.fromordinal(first.toordinal() + min(within, width))
    exact = dates_in("on Friday", DateInterval(one, one, "day", "given"))[0][1]
    loose = dates_in("on Friday", wide)[0][1]
    assert loose.earliest <= exact.earliest <= exact.latest <= loose.latest


def times(text: str, named: str | None = None) -> list[tuple[str, str]]:
    """First and last day of each time in a paragraph of 16 May 2014, a Friday."""
    found = times_in(text, day("2014-05-16"), day(named) if named else None)
    return [(str(time.when.earliest), str(time.when.latest)) for time in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on Monday and spoke that evening.", ("2014-05-12", "2014-05-12")),
        ("He left on Monday and spoke the next day.", ("2014-05-13", "2014-05-13")),
        ("He left on Monday; the day before, he spoke.", ("2014-05-11", "2014-05-11")),
        ("He left on Monday. Within hours they spoke.", ("2014-05-12", "2014-05-13")),
        ("He left on Monday. A week earlier he had spoken.", ("2014-05-05", "2014-05-05")),
        ("He left on Monday. Two days later he spoke.", ("2014-05-14", "2014-05-14")),
        ("He left in April and spoke that month.", ("2014-04-01", "2014-04-30")),
        ("He left on Monday. A month earlier he spoke.", ("2014-03-22", "2014-05-01")),
    ],
)
def test_what_counts_from_the_time_named_last(text: str, expected: tuple[str, str]) -> None:
    """That evening, the next day and their like follow the day that the report has just named."""
    assert times(text)[-1] == expected


def test_the_time_named_last_may_stand_a_paragraph_before() -> None:
    """It is handed on; without any, the words fall back on publication or tell nothing."""
    assert times("He spoke that evening.", "2014-05-12") == [("2014-05-12", "2014-05-12")]
    assert times("He spoke that evening.") == []
    assert times("He spoke the day before.") == [("2014-05-09", "2014-05-15")]
    assert times("They wait until that day.", "2014-05-12") == []


def test_times_after_publication_are_left_out() -> None:
    """What comes two days after a day told of may be still to come."""
    assert times("He left on Thursday. Two weeks later, they say.") == [
        ("2014-05-15", "2014-05-15")
    ]
