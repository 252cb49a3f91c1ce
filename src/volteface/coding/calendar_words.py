"""Date expressions of English reporting: what they look like and the days they mean."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from volteface.records import DateInterval, Precision

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
"""Words that are capitalised and are no names."""

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d)"
_CENTURY = 36_600
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_SLACK = {"day": 0, "week": 3, "month": 20, "year": 183}
_COUNTS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: max(1, n) for n, word in enumerate(_COUNTS)}
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}

Found: TypeAlias = "re.Match[str]"
Reader: TypeAlias = Callable[[Found, DateInterval | None], DateInterval | None]
"""From the words and the report's date to the days meant; None where they cannot be told."""


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its first three letters or more."""
    key = name.lower()[:3]
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(key))


def _last_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _on(year: int, month: int, day: str, basis: str) -> DateInterval | None:
    digits = re.match(r"\d+", day)
    try:
        when = date(year, month, int(digits.group() if digits else day))
    except ValueError:
        return None
    return DateInterval(when, when, "day", basis)


def _full(found: Found, _: DateInterval | None) -> DateInterval | None:
    month, basis = month_number(found["month"]), f"date in the text ({found.group()})"
    return _on(int(found["year"]), month, found["day"], basis)


def _month_day(found: Found, published: DateInterval | None) -> DateInterval | None:
    if published is None:
        return None
    basis = f"{found.group()}, the last before publication"
    for year in (published.latest.year, published.latest.year - 1):
        when = _on(year, month_number(found["month"]), found["day"], basis)
        if when is not None and when.earliest <= published.latest:
            return when
    return None


def _season(found: Found, _: DateInterval | None) -> DateInterval:
    year, (first, last) = int(found["year"]), _SEASONS[found["season"].lower()]
    end = _last_of(year + (last < first), last)
    return DateInterval(date(year, first, 1), end, "season", f"{found.group()} in the text")


def _month_year(found: Found, _: DateInterval | None) -> DateInterval:
    year, month = int(found["year"]), month_number(found["month"])
    first, basis = date(year, month, 1), f"{found.group()} in the text"
    return DateInterval(first, _last_of(year, month), "month", basis)


def _in_month(found: Found, published: DateInterval | None) -> DateInterval | None:
    if published is None:
        return None
    month = month_number(found["month"])
    year = published.latest.year - (month > published.latest.month)
    basis = f"{found.group()}, the last before publication"
    last = min(_last_of(year, month), published.latest)
    return DateInterval(date(year, month, 1), last, "month", basis)


def _weekday(found: Found, published: DateInterval | None) -> DateInterval | None:
    if published is None:
        return None
    wanted = WEEKDAYS.index(found["weekday"].lower())

    def before(day: date) -> date:
        return day - timedelta(days=(day.weekday() - wanted) % len(WEEKDAYS))

    earliest, latest = before(published.earliest), before(published.latest)
    if published.latest - published.earliest >= timedelta(days=len(WEEKDAYS)):
        earliest = published.earliest - timedelta(days=len(WEEKDAYS) - 1)
    precision: Precision = "day" if earliest == latest else "interval"
    basis = f"{found['weekday'].capitalize()} before publication"
    return DateInterval(min(earliest, latest), latest, precision, basis)


def _ago(found: Found, published: DateInterval | None) -> DateInterval | None:
    count, unit = found["n"].lower(), found["unit"].lower()
    days = (_NUMBERS.get(count) or int(count)) * _DAYS[unit]
    if days > _CENTURY:
        return None
    precision: Precision = "day" if unit == "day" else "interval"
    slack = _SLACK[unit]
    return before_publication(
        published, max(0, days - slack), days + slack, precision, found.group()
    )


def _month_of(found: Found, published: DateInterval | None) -> DateInterval | None:
    if published is None:
        return None
    first, last = published.earliest.replace(day=1), published.latest
    if found["which"].lower() == "last":
        first = (first - timedelta(days=1)).replace(day=1)
        last = published.latest.replace(day=1) - timedelta(days=1)
    return DateInterval(first, last, "month", f'"{found.group()}", counted from publication')


def _year_of(found: Found, published: DateInterval | None) -> DateInterval | None:
    if published is None:
        return None
    last_year = found["which"].lower() == "last"
    first = date(published.earliest.year - last_year, 1, 1)
    last = date(published.latest.year - 1, 12, 31) if last_year else published.latest
    return DateInterval(first, last, "year", f'"{found.group()}", counted from publication')


def _in_year(found: Found, _: DateInterval | None) -> DateInterval:
    year = int(found["year"])
    return DateInterval(
        date(year, 1, 1), date(year, 12, 31), "year", f"{found.group()} in the text"
    )


def before_publication(
    published: DateInterval | None, least: int, most: int, precision: Precision, words: str
) -> DateInterval | None:
    """From ``most`` to ``least`` days before the report's date, as narrow as that date allows."""
    if published is None:
        return None
    if published.earliest != published.latest:
        precision = "interval"
    first = published.earliest - timedelta(days=most)
    last = published.latest - timedelta(days=least)
    return DateInterval(first, last, precision, f'"{words}", counted from publication')


def _within(least: int, most: int, precision: Precision) -> Reader:
    return lambda found, published: before_publication(
        published, least, most, precision, found.group()
    )


def _pattern(form: str) -> re.Pattern[str]:
    named = form.format(month=_MONTH, day=_DAY, year=_YEAR, weekdays="|".join(WEEKDAYS))
    return re.compile(named, re.IGNORECASE)


READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_pattern(r"\b(?P<month>{month})\s+(?P<day>{day}),?\s+(?P<year>{year})\b"), _full),
    (_pattern(r"\b(?P<day>{day})\s+(?P<month>{month}),?\s+(?P<year>{year})\b"), _full),
    (_pattern(r"\b(?P<month>{month})\s+(?P<day>{day})\b(?!,?\s+\d{{4}})"), _month_day),
    (_pattern(r"\b(?P<day>{day})\s+(?:of\s+)?(?P<month>{month})\b(?!,?\s+\d{{4}})"), _month_day),
    (
        _pattern(r"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<year>{year})\b"),
        _season,
    ),
    (_pattern(r"\b(?P<month>{month}),?\s+(?:of\s+)?(?P<year>{year})\b"), _month_year),
    (
        _pattern(
            r"\b(?P<n>\d{{1,3}}|" + "|".join(_COUNTS) + r")\s+(?P<unit>day|week|month|year)s?\s+"
            r"(?:ago|earlier|before)\b"
        ),
        _ago,
    ),
    (_pattern(r"\b(?:earlier |later )?(?P<which>this|last) month\b"), _month_of),
    (_pattern(r"\b(?:earlier |later )?(?P<which>this|last) year\b"), _year_of),
    (
        _pattern(
            r"\b(?:in|since|during|late|early|mid-?|ago as|last|this)\s+(?P<month>{month})\b"
            r"(?!\s+\d)"
        ),
        _in_month,
    ),
    (_pattern(r"\b(?:last\s+)?(?P<weekday>{weekdays})\b"), _weekday),
    (_pattern(r"\b(?:in|of|since|during)\s+(?P<year>{year})\b"), _in_year),
    (
        _pattern(r"\b(?:yesterday|the (?:day|night) before|a day earlier|last night)\b"),
        _within(1, 1, "day"),
    ),
    (_pattern(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b"), _within(0, 0, "day")),
    (_pattern(r"\b(?:earlier )?this week\b"), _within(0, 6, "week")),
    (_pattern(r"\b(?:last week|a week (?:ago|earlier))\b"), _within(3, 13, "week")),
    (_pattern(r"\b(?:in recent days|a few days (?:ago|earlier))\b"), _within(1, 7, "week")),
    (_pattern(r"\bin recent weeks\b"), _within(0, 35, "interval")),
)
"""Patterns with what they mean, the more specific first."""
