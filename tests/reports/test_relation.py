"""Words that tie an event to publication."""

from datetime import date

import pytest

from volteface.reports.relation import applied, relations, relations_at, relations_beside
from volteface.reports.time_words import Held, number_of

SUMMIT = (date(2012, 12, 20), date(2012, 12, 21))
"""A Thursday and a Friday."""


def told(text: str, held: Held = SUMMIT, *, clause: bool = True) -> list[tuple[str, str]]:
    """First and last day of publication that the words beside the summit give."""
    start = text.index("summit")
    found = relations(text, start, start + 6, clause=clause)
    return [(str(a), str(b)) for tie in found for a, b in applied(tie, [held])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at the summit yesterday.", ("2012-12-21", "2012-12-22")),
        ("They met at the summit the day before yesterday.", ("2012-12-22", "2012-12-23")),
        ("Yesterday's Lorn summit failed.", ("2012-12-21", "2012-12-22")),
        ("They will meet tomorrow at the summit.", ("2012-12-19", "2012-12-20")),
        ("The summit today is the last.", ("2012-12-20", "2012-12-21")),
        ("They met at the summit last week.", ("2012-12-21", "2013-01-03")),
        ("They will meet at the summit next week.", ("2012-12-07", "2012-12-19")),
        ("They meet at the summit this week.", ("2012-12-14", "2012-12-27")),
        ("They met at the summit earlier this week.", ("2012-12-20", "2012-12-27")),
        ("They meet at the summit later this week.", ("2012-12-14", "2012-12-21")),
        ("They met at the summit over the weekend.", ("2012-12-20", "2012-12-29")),
        ("They gather for this weekend's summit.", ("2012-12-14", "2012-12-23")),
        ("They gather for next weekend's summit.", ("2012-12-07", "2012-12-19")),
        ("They met at the summit this month.", ("2012-12-01", "2012-12-31")),
        ("They met at the summit earlier this month.", ("2012-12-20", "2012-12-31")),
        ("They meet at the summit later this month.", ("2012-12-01", "2012-12-21")),
        ("They met at the summit last month.", ("2013-01-01", "2013-01-31")),
        ("They will meet at the summit next month.", ("2012-11-01", "2012-11-30")),
        ("They met at the summit this year.", ("2012-01-01", "2012-12-31")),
        ("They met at last year's summit.", ("2013-01-01", "2013-12-31")),
        ("They will meet at the summit next year.", ("2011-01-01", "2011-12-31")),
        ("They met at the summit on Friday.", ("2012-12-21", "2012-12-27")),
        ("They will meet at the summit on Friday.", ("2012-12-15", "2012-12-21")),
        ("Friday's summit is the last.", ("2012-12-15", "2012-12-27")),
        ("They met at the summit last Friday.", ("2012-12-22", "2013-01-03")),
        ("They will meet at the summit next Friday.", ("2012-12-08", "2012-12-20")),
        ("They met at the summit three weeks ago.", ("2013-01-06", "2013-01-15")),
        ("They will meet at the summit in two weeks' time.", ("2012-12-02", "2012-12-11")),
        ("They spoke of the upcoming Lorn summit.", ("2011-11-16", "2012-12-21")),
        ("They spoke of the recent Lorn summit.", ("2012-12-20", "2013-04-20")),
        ("The summit, which began yesterday, goes on.", ("2012-12-21", "2012-12-21")),
        ("The summit ended on Friday.", ("2012-12-21", "2012-12-27")),
        ("The summit opens on Thursday.", ("2012-12-14", "2012-12-20")),
    ],
)
def test_words_beside_an_event(text: str, expected: tuple[str, str]) -> None:
    """The day of an event and the words that count back to it give the report's own days."""
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They met at the summit on Monday.",
        "Since the summit he has slept; he left yesterday.",
        "He said yesterday that the summit was over.",
        "They met at the summit. Yesterday it rained.",
        "They met at the summit.",
    ],
)
def test_words_that_belong_to_something_else(text: str) -> None:
    """A weekday that the event was not on, another clause, another sentence: no tie."""
    assert told(text) == []


def test_only_words_right_before_it() -> None:
    """What is met and named all year is tied by nothing further off."""
    assert told("They met at the summit yesterday.", clause=False) == []
    assert told("Yesterday's summit failed.", clause=False) == [("2012-12-21", "2012-12-22")]


def test_years_beyond_the_calendar_give_nothing() -> None:
    """No day before the first that a calendar holds."""
    first = (date.min, date.min)
    assert told("They will meet at the summit next year.", first) == []


def test_words_right_beside_a_date() -> None:
    """A date takes only what touches it."""

    def beside(text: str) -> list[str]:
        start = text.index("May 5")
        return [tie.words for tie in relations_beside(text, start, start + 5)]

    assert beside("They meet on May 5 next month.") == ["next month"]
    assert beside("They meet next month, on May 5.") == ["next month"]
    assert beside("Next month they meet those of May 5.") == []


def test_a_day_beside_the_place() -> None:
    """What was held at a place is tied by "yesterday" there, and not by a weekday."""
    found = list(relations_at("Yesterday in Lorn, he spoke. On Friday in Lorn it rained.", "Lorn"))
    assert [tie.words for tie in found] == ["Yesterday in Lorn"]
    assert applied(found[0], [SUMMIT]) == ((date(2012, 12, 21), date(2012, 12, 22)),)


def test_numbers() -> None:
    """Counts in figures and words."""
    assert [number_of(word) for word in ("a", "An", "three", "twenty", "45")] == [1, 1, 3, 20, 45]
