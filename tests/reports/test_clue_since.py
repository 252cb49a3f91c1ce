"""Clues from how long before or after an event a report was written."""

from datetime import date

import pytest

from volteface.reports.clue_since import ordinal, since_clues

SUMMIT = ((date(2012, 12, 21), date(2012, 12, 21)),)


def told(text: str) -> list[tuple[str, str]]:
    """First and last day that the words before the summit give; * for an open side."""
    start = text.index("summit")
    return [
        (str(first), "*" if last == date.max else str(last))
        for clue in since_clues(text, start, "the summit", SUMMIT)
        for first, last in clue.days
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two weeks since the summit", ("2012-12-30", "2013-01-09")),
        ("a month into the summit", ("2012-12-30", "2013-02-10")),
        ("He fled two weeks after the summit.", ("2012-12-30", "*")),
        ("Two weeks after the summit the city is dark.", ("2012-12-30", "2013-01-09")),
        ("He fled less than a month after the summit.", ("2012-12-20", "*")),
        ("Four days before the summit he fled.", ("2012-12-17", "2012-12-17")),
        ("They mark the second anniversary of the Lorn summit.", ("2014-11-20", "2015-01-21")),
        ("They had marked the 2nd anniversary of the summit.", ("2014-11-20", "*")),
    ],
)
def test_counts_from_an_event(text: str, expected: tuple[str, str]) -> None:
    """Counted with the slack of round numbers; *after* alone leaves the later side open."""
    assert told(text) == [expected]


def test_no_count_no_clue() -> None:
    """An event without a count before it says nothing here."""
    assert told("He fled after the summit.") == []


def test_ordinals() -> None:
    """In words and figures."""
    assert [ordinal(word) for word in ("First", "tenth", "3rd", "21st")] == [1, 10, 3, 21]
