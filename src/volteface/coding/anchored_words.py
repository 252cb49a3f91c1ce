"""Words that count from the time that a report has just named: that evening, the next day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from volteface.coding.calendar_words import Days, phrase
from volteface.coding.counts import COUNTS, DAYS, SLACK, number_of
from volteface.records import DateInterval, Precision, Span

_Found: TypeAlias = "re.Match[str]"
_Count: TypeAlias = Callable[[_Found, date], Days]


def anchored_words(text: str) -> Iterator[tuple[Span, _Found]]:
    """Where a text counts from the time named last; the match is for :func:`anchored`."""
    for pattern, _ in _FORMS:
        for found in pattern.finditer(text):
            yield found.span(), found


def anchored(found: re.Match[str], told: DateInterval) -> DateInterval | None:
    """The days meant, counted from both ends of what was told; None beyond the calendar.

    Args:
        found: As :func:`anchored_words` gives it.
        told: The time named last.
    """
    count = next(count for pattern, count in _FORMS if pattern is found.re)
    try:
        first, _ = count(found, told.earliest)
        _, last = count(found, told.latest)
    except (OverflowError, ValueError):
        return None
    words = " ".join(found.group().split())
    unit: Precision = "day" if first == last else "interval"
    return DateInterval(first, last, unit, f'"{words}" after {told.earliest} ({told.basis})')


def _shift(least: int, most: int) -> _Count:
    return lambda _, day: (day + timedelta(least), day + timedelta(most))


def _counted(sign: int) -> _Count:
    def count(found: _Found, day: date) -> Days:
        unit = found["unit"].lower()
        meant = day + sign * timedelta(number_of(found["n"]) * DAYS[unit])
        # "A week earlier" is the same weekday; months and years are rounded.
        slack = timedelta(0 if unit in {"week", "fortnight"} else SLACK[unit])
        return meant - slack, meant + slack

    return count


_N = rf"(?P<n>\d{{1,3}}|{'|'.join(COUNTS)}) (?P<unit>{'|'.join(DAYS)})s?"
_ENDS = r"(?=\s*[,.;:]|\s+(?!yesterday))"
_FORMS: tuple[tuple[re.Pattern[str], _Count], ...] = (
    (
        phrase(
            r"(?<=said\s)then|(?:an hour|hours|minutes|moments) later|within minutes"
            r"|(?:later|earlier) (?:in the|that|the same) day|(?:shortly |soon )?afterwards?"
            r"|(?:that|the same) (?:same )?(?:day|morning|afternoon|evening|night|week|month)"
        ),
        _shift(0, 0),
    ),
    (
        phrase(
            r"the (?:next|following) (?:day|morning|afternoon|evening|night)"
            r"|the day after|a day later"
        ),
        _shift(1, 1),
    ),
    (
        phrase(
            rf"(?:the (?:day|night|evening) before|a day earlier){_ENDS}"
            r"|the previous (?:day|night|evening)"
        ),
        _shift(-1, -1),
    ),
    (phrase(r"within (?:the |an )?hours?"), _shift(0, 1)),
    (phrase(rf"{_N} (?:earlier|before(?=\s*(?:[,.;]|$)))"), _counted(-1)),
    (phrase(rf"{_N} (?:later|afterwards)"), _counted(1)),
)
"""Words, and the days they mean."""
