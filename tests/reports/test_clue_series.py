"""Clues from what comes again."""

from datetime import date

import pytest

from volteface.reports.clue import weighed
from volteface.reports.clue_series import series_clues


def left(text: str, since: int = 2008, until: int = 2017) -> tuple[str, str]:
    """First and last day that a text leaves of some years."""
    domain = (date(since, 1, 1), date(until, 12, 31))
    verdict = weighed(series_clues(text), domain, domain)
    return str(verdict.earliest), str(verdict.latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at the G20 summit in Los Cabos yesterday.", ("2012-06-19", "2012-06-20")),
        ("They will meet at this month's NATO summit in Chicago.", ("2012-05-01", "2012-05-21")),
        ("They spoke at the 2013 G8 summit.", ("2013-06-17", "2017-12-31")),
        ("They will meet at the G8 summit in Deauville.", ("2010-04-21", "2011-05-27")),
        ("They praised the NATO summit in Wales.", ("2013-07-31", "2017-12-31")),
        ("after the June 14 presidential election in Iran", ("2012-11-26", "2014-04-10")),
    ],
)
def test_the_time_that_is_meant(text: str, expected: tuple[str, str]) -> None:
    """Told by a place, a year or a day beside the name."""
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "since", "until", "expected"),
    [
        ("The G20 summit ended on Tuesday.", 2012, 2012, ("2012-06-19", "2012-06-25")),
        ("the results of the U.S. presidential election", 2010, 2013, ("2012-11-06", "2013-03-06")),
        ("Ramadan, which began this week, is hot.", 2013, 2013, ("2013-07-03", "2013-07-15")),
        ("before next week's UN General Assembly debate", 2012, 2012, ("2012-09-12", "2012-09-24")),
        ("They meet at the Munich Security Conference.", 2012, 2012, ("2012-01-01", "2012-12-31")),
        ("They spoke on Victory Day on Tuesday.", 2012, 2012, ("2012-01-01", "2012-12-31")),
        ("ahead of next week's Victory Day parade", 2012, 2012, ("2012-04-26", "2012-05-08")),
    ],
)
def test_every_time_counts_where_none_is_told(
    text: str, since: int, until: int, expected: tuple[str, str]
) -> None:
    """Other clues leave some years, and the words beside the name the days in them."""
    assert left(text, since, until) == expected


def test_a_day_beside_the_place_of_a_meeting() -> None:
    """What was "yesterday in Brussels" is the summit that was held there."""
    text = (
        "He spoke to reporters on the way home after a summit between Russia and the European "
        "Union in Brussels. Yesterday in Brussels the sides had argued for hours."
    )
    assert left(text, 2011, 2011) == ("2011-12-15", "2011-12-16")
    assert left(text, 2014, 2014) == ("2014-01-29", "2014-01-29")


def test_a_year_without_a_meeting_says_nothing() -> None:
    """Nothing is counted from a time that the calendar does not hold."""
    assert list(series_clues("at the 1931 G20 summit")) == []
