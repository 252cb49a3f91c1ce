"""Words that count from publication, read backwards: from the day of an event to the report's own.

"The Lorn summit last week" puts the report one to thirteen days after the summit.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from volteface.reports.clue import shifted
from volteface.reports.dates import WEEKDAYS, add_months, month_interval
from volteface.reports.tense import Tense

Held: TypeAlias = tuple[date, date]
"""First and last day of what is dated."""
Counted: TypeAlias = Callable[["re.Match[str]", Held, Tense], Held | None]
"""From the words, the days of the event, and its tense to the days of publication."""

NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
"""The words for 1 to 20."""
NUMBER = rf"(?P<n>\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
"""A pattern for a count in figures or words."""
_UNITS = {"day": (1, 0), "week": (7, 4), "month": (30, 18), "year": (365, 190)}
"""Days in each, and how far such counts are rounded."""
_WEEK = 6
_TOLD = frozenset({"past", "perfect"})


def number_of(written: str) -> int:
    """The number that "three", "a" or "12" says."""
    word = written.lower()
    if word in {"a", "an"}:
        return 1
    return NUMBERS.index(word) + 1 if word in NUMBERS else int(word)


def length_of(found: re.Match[str]) -> tuple[int, int]:
    """Days that "three weeks" or "a month" means, and how far such counts are rounded."""
    length, slack = _UNITS[found["unit"].lower()]
    return number_of(found["n"]) * length, slack


def _offset(least: int, most: int) -> Counted:
    return lambda _, held, __: (shifted(held[0], least), shifted(held[1], most))


def _next_week(_: re.Match[str], held: Held, __: Tense) -> Held:
    """What begins next week."""
    return shifted(held[0], -13), shifted(held[0], -1)


def _part(found: re.Match[str]) -> str:
    return (found["part"] or "").strip().lower()


def _this_week(found: re.Match[str], held: Held, _: Tense) -> Held:
    part = _part(found)
    return (
        held[0] if part == "earlier" else shifted(held[0], -_WEEK),
        held[1] if part == "later" else shifted(held[1], _WEEK),
    )


def _this_month(found: re.Match[str], held: Held, _: Tense) -> Held:
    part = _part(found)
    return (
        held[0] if part == "earlier" else held[0].replace(day=1),
        held[1] if part == "later" else month_interval(held[1].year, held[1].month)[1],
    )


def _this_year(found: re.Match[str], held: Held, _: Tense) -> Held:
    part = _part(found)
    return (
        held[0] if part == "earlier" else date(held[0].year, 1, 1),
        held[1] if part == "later" else date(held[1].year, 12, 31),
    )


def _other_month(months: int) -> Counted:
    def count(_: re.Match[str], held: Held, __: Tense) -> Held:
        first = add_months(held[0].replace(day=1), months)
        last = add_months(held[1].replace(day=1), months)
        return first, month_interval(last.year, last.month)[1]

    return count


def _other_year(years: int) -> Counted:
    def count(_: re.Match[str], held: Held, __: Tense) -> Held | None:
        if not date.min.year < held[0].year + years <= held[1].year + years < date.max.year:
            return None
        return date(held[0].year + years, 1, 1), date(held[1].year + years, 12, 31)

    return count


def _weekday(found: re.Match[str], held: Held, tense: Tense) -> Held | None:
    wanted = WEEKDAYS.index(found["weekday"].lower())
    day = shifted(held[0], (wanted - held[0].weekday()) % (_WEEK + 1))
    if day > held[1]:
        return None
    which = (found["which"] or "").strip().lower()
    if which == "next":
        return shifted(day, -13), shifted(day, -1)
    if which == "last":
        return shifted(day, 1), shifted(day, 13)
    return (
        shifted(day, 0 if tense in _TOLD else -_WEEK),
        shifted(day, 0 if tense == "future" else _WEEK),
    )


def _ago(found: re.Match[str], held: Held, _: Tense) -> Held:
    days, slack = length_of(found)
    return shifted(held[0], days - slack), shifted(held[1], days + slack)


def _in_time(found: re.Match[str], held: Held, _: Tense) -> Held:
    days, slack = length_of(found)
    return shifted(held[0], -days - slack), shifted(held[1], slack - days)


_THIS = r"(?P<part>earlier |later |late |early )?this"
FORMS: tuple[tuple[str, Counted], ...] = (
    (r"the day before yesterday", _offset(2, 2)),
    (r"yesterday|last night", _offset(1, 1)),
    (r"today|tonight|this (?:morning|afternoon|evening)", _offset(0, 0)),
    (r"tomorrow", _offset(-1, -1)),
    (rf"{_THIS} week", _this_week),
    (r"last week", _offset(1, 13)),
    (r"next (?:week|weekend)", _next_week),
    (r"(?:over the|last) weekend", _offset(0, 8)),
    (r"this weekend", _offset(-6, 2)),
    (rf"{_THIS} month", _this_month),
    (r"last month", _other_month(1)),
    (r"next month", _other_month(-1)),
    (rf"{_THIS} year", _this_year),
    (r"last year", _other_year(1)),
    (r"next year", _other_year(-1)),
    (rf"{NUMBER} (?P<unit>day|week|month|year)s? ago", _ago),
    (rf"in {NUMBER} (?P<unit>day|week|month)s?['\u2019]?s? time", _in_time),
    (rf"(?P<which>last |next )?(?P<weekday>{'|'.join(WEEKDAYS)})", _weekday),
)
"""Patterns without their boundaries, and the days of publication that they give."""
EXACT = FORMS[1:3]
"""Those that give the day itself."""
