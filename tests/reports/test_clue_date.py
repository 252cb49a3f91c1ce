"""Clues from dates in the text."""

from datetime import date

import pytest

from volteface.reports.clue import weighed
from volteface.reports.clue_date import date_clues

YEARS = range(2010, 2017)
DOMAIN = (date(2010, 1, 1), date(2016, 12, 31))


def left(text: str) -> tuple[str, str]:
    """First and last day that the dates in a text leave of 2010 to 2016."""
    verdict = weighed(date_clues(text, YEARS), DOMAIN, DOMAIN)
    return str(verdict.earliest), str(verdict.latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 3 March 2013.", ("2013-03-03", "2016-12-31")),
        ("They will meet on 3 March 2013.", ("2010-01-01", "2013-03-03")),
        ("They fled in 2013.", ("2013-01-01", "2016-12-31")),
        ("They fled in the spring of 2013.", ("2013-03-01", "2016-12-31")),
        ("They met on 05/04/2012.", ("2012-04-05", "2016-12-31")),
    ],
)
def test_dates_with_a_year(text: str, expected: tuple[str, str]) -> None:
    """What is told as past bounds from below, what is awaited from above."""
    assert left(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The plan runs to 2013.",
        "A 2013 coin was found.",
        "The pact of 3 March 2013 is void.",
        "They hoped to win by 3 March 2013.",
        "The Sept. 11 attacks changed that.",
        "The March 23 movement fought on.",
        "LORN, March 5 (Agency) — They met.",
        "They may march on.",
    ],
)
def test_what_gives_no_bound(text: str) -> None:
    """Goals, names, datelines, verbs, and days that no verb puts on one side."""
    assert left(text) == ("2010-01-01", "2016-12-31")


def within(text: str, year: int) -> tuple[str, str]:
    """What a text leaves, given that it was written in that year or the next."""
    domain = (date(year, 1, 1), date(year + 1, 12, 31))
    verdict = weighed(date_clues(text, range(year - 1, year + 3)), domain, domain)
    return str(verdict.earliest), str(verdict.latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday, March 5, they met.", ("2012-03-05", "2012-06-03")),
        ("They meet on May 5 next month.", ("2012-04-01", "2013-04-30")),
    ],
)
def test_dates_without_a_year(text: str, expected: tuple[str, str]) -> None:
    """A weekday chooses the year; a month beside it the month."""
    assert within(text, 2012) == expected


def allowed(text: str, day: str) -> bool:
    """Whether every clue from the dates of a text allows that the report is from a day."""
    found = list(date_clues(text, YEARS))
    assert found
    return all(clue.allows(date.fromisoformat(day)) for clue in found)


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("They met on March 5.", "2012-03-20", "2012-03-01"),
        ("They will meet on March 5.", "2012-02-20", "2012-03-06"),
        ("They met there in March.", "2012-06-20", "2012-02-20"),
        ("They will meet there in March.", "2012-01-20", "2012-04-20"),
        ("The envoy has visited Lorn twice in March.", "2012-03-28", "2012-05-20"),
        ("They met this summer.", "2012-09-20", "2012-04-20"),
        ("They will meet this summer.", "2012-04-20", "2012-10-01"),
    ],
)
def test_what_comes_every_year(text: str, yes: str, no: str) -> None:
    """Within some months on the side that the verbs say, whatever the year."""
    assert allowed(text, yes)
    assert not allowed(text, no)


def test_a_year_goes_on_through_its_paragraph() -> None:
    """After "in 2011" a day without a year is not taken for one of this year."""
    found = date_clues("In 2011 they rose. On March 5 they won.\nOn March 6 they lost.", YEARS)
    assert {clue.words for clue in found} == {'"2011"', '"March 6"'}


def test_days_that_do_not_exist_in_any_year_are_left() -> None:
    """A weekday that never agrees says nothing."""
    assert list(date_clues("On Monday, March 5, they met.", range(2010, 2012))) == []
