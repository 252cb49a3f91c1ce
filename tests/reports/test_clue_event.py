"""Clues from events that came once."""

from datetime import date

import pytest

from volteface.case.schema import Case
from volteface.reports.clue_event import Events


def clues(text: str, case: Case | None = None) -> list[tuple[str, str]]:
    """First and last day of each clue; * for an open side."""
    return [
        (
            ", ".join(str(first) for first, _ in clue.days),
            ", ".join("*" if last == date.max else str(last) for _, last in clue.days),
        )
        for clue in Events(case).clues(text)
    ]


def test_a_fact_bounds_from_below(case: Case) -> None:
    """By any of its phrases, across line breaks and with either apostrophe."""
    assert clues("They met at the Lorn\nsummit.", case) == [("2012-12-21", "*")]
    assert clues("They met at Lorn\u2019s second summit.", case) == [("2014-05-02", "*")]


def test_a_phrase_of_two_facts_may_mean_either(case: Case) -> None:
    """Words that count from publication allow the days of both."""
    found = clues("They met at Lorn's second summit yesterday.", case)
    assert found[1] == ("2014-05-03, 2015-06-04", "2014-05-03, 2015-06-04")


def test_what_lasts_long_is_not_counted_from(case: Case) -> None:
    """A truce of a month was not "yesterday" on one day."""
    assert clues("Yesterday the Isles truce held.", case) == [("2013-05-01", "*")]


def test_the_worlds_events_need_no_case() -> None:
    """What every newspaper names bounds every report."""
    assert clues("since the annexation of Crimea") == [("2014-03-18", "*")]


def test_an_organisation_is_not_yesterday() -> None:
    """Whom somebody met last week was not founded then; what is new was founded lately."""
    assert clues("He met Covid-19 patients yesterday.") == [("2020-02-11", "*")]
    assert clues("the new Covid-19 ward")[1] == ("2020-02-11", "2020-06-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under Resolution 1973", ["2011-03-17"]),
        ("UN Resolution 1976 says", ["2011-03-17"]),
        ("Resolution 242 says", []),
    ],
)
def test_numbers_in_order_of_time(text: str, expected: list[str]) -> None:
    """A number is not earlier than the known one below it."""
    assert [first for first, _ in clues(text)] == expected
