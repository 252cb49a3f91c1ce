"""Words that count from the time named last."""

from datetime import date, timedelta

import pytest

from volteface.coding.anchored_words import anchored, anchored_words
from volteface.records import DateInterval


def test_an_interval_moves_with_both_its_ends() -> None:
    """Counted from several days, the day after is one of as many, and the basis says from which."""
    ((span, found),) = anchored_words("and the next day")
    assert span == (4, 16)
    told = DateInterval(date(2014, 5, 1), date(2014, 5, 3), "interval", "given")
    when = anchored(found, told)
    assert when is not None
    assert (when.earliest, when.latest, when.precision) == (
        date(2014, 5, 2),
        date(2014, 5, 4),
        "interval",
    )
    assert "the next day" in when.basis
    assert "given" in when.basis


def test_nothing_is_counted_beyond_the_calendar() -> None:
    """Before the first day there is none."""
    ((_, found),) = anchored_words("the previous day")
    assert anchored(found, DateInterval(date.min, date.min, "day", "given")) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("minutes later", 10),
        ("an hour later", 10),
        ("shortly afterwards", 10),
        ("later in the day", 10),
        ("the following evening", 11),
        ("the next night", 11),
        ("two nights later", 12),
        ("a fortnight earlier,", -4),
    ],
)
def test_days_counted_from_the_day_told_last(words: str, day: int) -> None:
    """Minutes and hours stay on the day; nights and fortnights move on or back."""
    told = DateInterval(date(2014, 5, 10), date(2014, 5, 10), "day", "given")
    ((_, found),) = anchored_words(f"He left {words} for the coast.")
    when = anchored(found, told)
    assert when is not None
    meant = date(2014, 5, 10) + timedelta(day - 10)
    assert (when.earliest, when.latest) == (meant, meant)
