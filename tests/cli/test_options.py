from datetime import date

import click
import pytest

from volteface.cli.options import Day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012-05-31", date(2012, 5, 31), date(2012, 5, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2012-12", date(2012, 12, 1), date(2012, 12, 31)),
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        (date(2012, 5, 31), date(2012, 5, 31), date(2012, 5, 31)),
    ],
)
def test_days(text: object, first: date, last: date) -> None:
    """A month or year is its first day, or its last where the end of a period is asked for."""
    assert Day().convert(text, None, None) == first
    assert Day(last=True).convert(text, None, None) == last


@pytest.mark.parametrize("text", ["", "23/08/2013", "2012-02-30", "yesterday", "0"])
def test_no_days(text: str) -> None:
    """Anything else is refused with the forms that are allowed."""
    with pytest.raises(click.BadParameter, match="write 2012-05-31, 2012-05 or 2012"):
        Day().convert(text, None, None)
