from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.errors import UsageError
from volteface.records import Report
from volteface.review.quoting import find_quote

TEXT = "He said: \u201cWe won\u2019t\ngo.\u201d\nShe said no. He said no."


@pytest.fixture
def report(reports: tuple[Report, ...]) -> Report:
    """A report of two lines."""
    return replace(reports[0], path="a.txt", text=TEXT)


def test_quote_with_other_marks_and_breaks(report: Report) -> None:
    """Straight marks and single spaces find curly marks and line breaks."""
    start, end = find_quote(report, '"We won\'t go."')
    assert TEXT[start:end] == "\u201cWe won\u2019t\ngo.\u201d"


def test_several_places(report: Report) -> None:
    """Words that stand twice are refused with their lines, or chosen by number."""
    with pytest.raises(UsageError, match=r"in 2 places \(lines 3, 3\)"):
        find_quote(report, "said no")
    assert find_quote(report, "said no", 2) == (TEXT.rindex("said no"), len(TEXT) - 1)
    with pytest.raises(UsageError, match="in 2 places"):
        find_quote(report, "said no", 3)


def test_no_place(report: Report) -> None:
    """Words that stand nowhere, and no words, are refused."""
    with pytest.raises(UsageError, match="does not have these words: 'said yes'"):
        find_quote(report, "said yes")
    with pytest.raises(UsageError, match="is empty"):
        find_quote(report, "  ")


@given(data=st.data())
def test_what_is_found_is_what_was_copied(data: st.DataObject, reports: tuple[Report, ...]) -> None:
    """Any words of a report are found where they stand, or said to stand several times."""
    report = reports[0]
    start = data.draw(st.integers(0, len(report.text) - 1))
    words = report.text[start : start + 60]
    try:
        found = find_quote(report, words)
    except UsageError as error:
        assert not words.strip() or "places" in str(error)  # noqa: PT017 - either is right
    else:
        assert report.text[slice(*found)].split() == words.split()
