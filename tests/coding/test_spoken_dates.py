"""On which day each statement was made, from the course of the report."""

from collections.abc import Callable
from datetime import date

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]
WEEK = (date(2014, 5, 29), date(2014, 6, 4))
"""The week to publication, a Wednesday."""


def days(said: tuple[Statement, ...]) -> tuple[date, date]:
    """First and last day of the first of the statements."""
    when = said[0].said_on
    assert when is not None
    assert when.basis
    return when.earliest, when.latest


def june(first: int, last: int | None = None) -> tuple[date, date]:
    """Days of June 2014."""
    return date(2014, 6, first), date(2014, 6, last or first)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Tomas Beltran said that the war is over. "
                '"We must negotiate," Tomas Beltran told reporters on Monday.'
            ),
            june(2),
        ),
        (
            (
                "Tomas Beltran spoke on Monday of a war that is over.\n\n"
                "Foreign troops must leave, Oleg Sidorov told Reuters on Tuesday.\n\n"
                '"The war is over," Tomas Beltran added.'
            ),
            june(2),
        ),
        (
            'Tomas Beltran stepped down on Monday. "The war is over," he wrote.',
            june(2),
        ),
        (
            (
                "Oleg Sidorov said on Monday that foreign troops must leave. "
                "Tomas Beltran replied that the war is over."
            ),
            june(2, 4),
        ),
        (
            (
                "Oleg Sidorov said on Monday that foreign troops must leave.\n\n"
                "Tomas Beltran said that the war is over."
            ),
            WEEK,
        ),
        (
            (
                "Tomas Beltran said on Monday that foreign troops must leave. "
                "He hopes that the war is over."
            ),
            WEEK,
        ),
    ],
)
def test_a_day_goes_on(read: Read, text: str, expected: tuple[date, date]) -> None:
    """What a speaker says next is of the same day, an answer is since, a view is of now."""
    words = "war is over" if "war is over" in text else ""
    found = [s for s in read(text, words) if s.person == "Tomas Beltran"]
    assert days(tuple(found[-1:])) == expected


def test_what_is_passed_on_was_said_before(read: Read) -> None:
    """Speech inside speech was made by the time that the outer speaker spoke."""
    text = (
        "Oleg Sidorov said on Monday that Tomas Beltran had told him that the war must be won on "
        "the battlefield."
    )
    inner = [s for s in read(text, "battlefield") if s.person == "Tomas Beltran"]
    assert days(tuple(inner)) == (date(2014, 5, 29), date(2014, 6, 2))


def test_a_headline_is_of_what_the_report_tells_first(read: Read) -> None:
    """It was written since the first day that the report names."""
    text = (
        "Foreign troops must leave, Sidorov says\n\n"
        "Oleg Sidorov said on Tuesday that foreign troops had to leave the country at once."
    )
    assert days(read(text, "troops must leave")) == june(3, 4)


def test_a_quotation_over_paragraphs_is_of_one_day(read: Read) -> None:
    """The paragraphs before the speaker is named are of the day that is given with him."""
    text = (
        '"Foreign troops must leave the country at once.\n\n'
        '"The parties must negotiate," Oleg Sidorov said on Monday.'
    )
    assert days(read(text, "troops must leave")) == june(2)


def test_without_a_date_of_the_report_only_full_dates_tell(read: Read) -> None:
    """Nothing is counted from a day that is not known."""
    text = "Oleg Sidorov said on Monday that foreign troops must leave."
    assert read(text, "troops", None)[0].said_on is None
