"""Dates as reports write them: full, day first or month first, without a year, or a month alone.

A mention is an interval of days, or a month (and day) whose year the text leaves open.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from volteface.records import Precision, Span

# Not calendar.month_name: that changes with the locale.
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
MONTH_NUMBERS = _MONTHS | _SHORT
"""Names and short forms of the months, in small letters."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of ``date.weekday()``."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first of each season's three months, as the north counts."""
_WEEK = 7

# Months in capital letters only: "may" and "march" are verbs.
_MONTH = (
    r"(?P<{0}>(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER"
    r"|DECEMBER)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)\b"
_WEEKDAY = rf"(?:\b(?P<weekday>{'|'.join(day.capitalize() for day in WEEKDAYS)}),? (?:the )?)?"
_SHAPES = (
    rf"{_YEAR.format('y1')}(?P<sep1>[-/.])(?P<m1>0?[1-9]|1[0-2])(?P=sep1)(?P<d1>0?[1-9]|[12]\d|3[01])(?!\d)",
    rf"(?P<a2>0?[1-9]|[12]\d|3[01])(?P<sep2>[-/.])(?P<b2>0?[1-9]|[12]\d|3[01])(?P=sep2){_YEAR.format('y2')}",
    rf"{_DAY.format('d3')},? (?:of )?{_MONTH.format('m3')},?(?: {_YEAR.format('y3')})?",
    rf"{_MONTH.format('m4')} {_DAY.format('d4')}(?:,? {_YEAR.format('y4')})?",
    rf"{_MONTH.format('m5')},?(?: of)? {_YEAR.format('y5')}",
    rf"(?P<season>winter|spring|summer|autumn|fall) (?:of )?{_YEAR.format('y6')}",
    _MONTH.format("m7"),
    _YEAR.format("y8"),
)
_DATE = re.compile(
    rf"{_WEEKDAY}(?<![\w/.-])(?:{'|'.join(_SHAPES)})(?!(?!T\d)\w|/\d)".replace(" ", r"[ \xa0]")
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date in a text.

    ``readings`` are the intervals it may mean: two for 05/04/2012, none when the text gives no
    year; then ``month`` (and ``day``) say what it gives. ``precision`` is the unit of the text;
    ``weekday`` counts from Monday, 0, where one stands before the date.
    """

    span: Span
    words: str
    precision: Precision
    readings: tuple[tuple[date, date], ...]
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def in_year(self, year: int) -> tuple[date, date] | None:
        """The days it means in a year, for one that gives none; None where there is no such day.

        A weekday before the date leaves only the years in which the two agree.
        """
        if self.month is None:
            return None
        if self.day is None:
            return month_interval(year, self.month)
        day = _valid(year, self.month, self.day)
        if day is None or self.weekday not in {None, day.weekday()}:
            return None
        return day, day


def date_mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Every date between two offsets of the text, in order; days that do not exist are left out."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        if (found := _mention(match)) is not None:
            yield found


def month_interval(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= date.max.year:
        return date.max if year > 1 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def span_precision(earliest: date, latest: date) -> Precision:
    """The unit that an interval of days comes closest to from above."""
    days = (latest - earliest).days
    if days == 0:
        return "day"
    if days < _WEEK:
        return "week"
    return "month" if earliest + timedelta(31) > latest else "interval"


def _mention(match: re.Match[str]) -> DateMention | None:
    got = {name: value for name, value in match.groupdict().items() if value}
    year = next((int(got[name]) for name in got if name.startswith("y")), None)
    month = next((_month(got[name]) for name in got if name[0] == "m"), None)
    day = next((int(got[name]) for name in ("d1", "d3", "d4") if name in got), None)
    if "a2" in got:
        readings = _numeric(int(got["a2"]), int(got["b2"]), int(got["y2"]), got.get("weekday"))
        return _of(match, "day", readings) if readings else None
    if month is None:
        assert year is not None
        return _of(match, *_part_of_year(got.get("season"), year))
    if year is None:
        if day is not None and day > calendar.monthrange(2000, month)[1]:
            return None
        return _of(match, "day" if day else "month", (), month, day)
    if day is None:
        return _of(match, "month", (month_interval(year, month),), month)
    exact = _valid(year, month, day)
    return _of(match, "day", ((exact, exact),), month, day) if exact else None


def _of(
    match: re.Match[str],
    precision: Precision,
    readings: tuple[tuple[date, date], ...],
    month: int | None = None,
    day: int | None = None,
) -> DateMention:
    words = " ".join(match.group().split())
    weekday = match["weekday"]
    number = None if weekday is None else WEEKDAYS.index(weekday.lower())
    return DateMention(match.span(), words, precision, readings, month, day, number)


def _month(name: str) -> int:
    if name.isdecimal():
        return int(name)
    return MONTH_NUMBERS[name.lower().rstrip(".")]


def _numeric(
    first: int, second: int, year: int, weekday: str | None
) -> tuple[tuple[date, date], ...]:
    """Readings of 05/04/2012, day first before month first; a weekday beside it decides."""
    days = dict.fromkeys(
        day for day in (_valid(year, second, first), _valid(year, first, second)) if day
    )
    if weekday:
        fitting = [day for day in days if WEEKDAYS[day.weekday()] == weekday.lower()]
        days = dict.fromkeys(fitting or days)
    return tuple((day, day) for day in days)


def _part_of_year(season: str | None, year: int) -> tuple[Precision, tuple[tuple[date, date], ...]]:
    if season is None:
        return "year", ((date(year, 1, 1), date(year, 12, 31)),)
    return "season", (_season(season, year),)


def _season(name: str, year: int) -> tuple[date, date]:
    """First and last day; a year has two winters, and the text does not say which it means."""
    if name == "winter":
        return date(year - 1, 12, 1), month_interval(year + 1, 2)[1]
    first = date(year, SEASONS[name], 1)
    return first, add_months(first, 3) - timedelta(1)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
