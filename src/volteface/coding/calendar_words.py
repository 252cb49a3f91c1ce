"""Days that reporting counts from its own date: weekdays, yesterday, last week, two years ago."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

from volteface.coding.counts import COUNTS, DAYS, SLACK, number_of
from volteface.records import DateInterval, Precision, Span
from volteface.reports.dates import WEEKDAYS, month_interval

CALENDAR = frozenset(WEEKDAYS) | {
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
}  # fmt: skip
"""Words that are capitalised and are no names."""

Days: TypeAlias = tuple[date, date]
Found: TypeAlias = "re.Match[str]"
Count: TypeAlias = Callable[[Found, date], Days | None]
"""From the words and the day of publication to the first and last day meant."""

_WEEK = 7
_SATURDAY = 5
_CENTURY = 36_600
_HOURS = 24
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def counted_dates(text: str, published: DateInterval) -> Iterator[tuple[Span, DateInterval]]:
    """Where the text counts days from publication, and the days; what holds others comes first."""
    for pattern, count, precision, basis in _FORMS:
        for found in pattern.finditer(text):
            words = " ".join(found.group().split())
            when = at_both_ends(partial(count, found), published, precision, basis.format(words))
            if when is not None:
                yield found.span(), when


def at_both_ends(
    count: Callable[[date], Days | None], published: DateInterval, precision: Precision, basis: str
) -> DateInterval | None:
    """The days meant, whichever day of its interval the report was published on.

    None where they lie beyond what a calendar holds or after publication.
    """
    try:
        meant = {day: count(day) for day in (published.earliest, published.latest)}
    except (OverflowError, ValueError):
        return None
    days = {found for found in meant.values() if found is not None}
    if not days:
        return None
    first = min(first for first, _ in days)
    last = min(max(last for _, last in days), published.latest)
    unit = precision if len(days) == 1 else "interval"
    if unit == "interval" and first == last:
        unit = "day"
    return DateInterval(first, last, unit, basis) if first <= last else None


def _back(least: int, most: int) -> Count:
    return lambda _, day: (day - timedelta(most), day - timedelta(least))


def _weekday(found: Found, day: date) -> Days:
    wanted = WEEKDAYS.index(found["weekday"].lower())
    if found["week"]:
        when = _monday(day) - timedelta(_WEEK - wanted)
        return when, when
    ago = (day.weekday() - wanted) % _WEEK
    if ago == 0 and found["last"]:
        ago = _WEEK
    return day - timedelta(ago), day - timedelta(ago)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _nth_weekday(found: Found, day: date) -> Days:
    """*Two Sundays ago* is the Sunday before the last one."""
    ago = (day.weekday() - WEEKDAYS.index(found["weekday"].lower())) % _WEEK or _WEEK
    when = day - timedelta(ago + _WEEK * (number_of(found["n"]) - 1))
    return when, when


def _hours(found: Found, day: date) -> Days:
    """*48 hours ago* is two days back or, from the small hours, three at most."""
    days = number_of(found["n"] or "a") // _HOURS
    return day - timedelta(days + 1), day - timedelta(days)


def _past(found: Found, day: date) -> Days:
    """*In the past week*: up to the day itself."""
    days = number_of(found["n"] or "a") * DAYS[found["unit"].lower()]
    return day - timedelta(min(days, _CENTURY)), day


def _earlier_in(found: Found, day: date) -> Days:
    """*Earlier in the month*: from its first day to the day before."""
    first = {"week": _monday(day), "month": day.replace(day=1), "year": date(day.year, 1, 1)}
    last = day - timedelta(1)
    return min(first[found["unit"].lower()], last), last


def _weekend(_: Found, day: date) -> Days:
    saturday = day - timedelta((day.weekday() - _SATURDAY) % _WEEK)
    return saturday, min(saturday + timedelta(1), day)


def _last_week(_: Found, day: date) -> Days:
    """The calendar week before, from Monday to Sunday."""
    monday = _monday(day)
    return monday - timedelta(_WEEK), monday - timedelta(1)


def _this_week(found: Found, day: date) -> Days:
    """From Monday on; *earlier this week* is before the day itself."""
    return _up_to(found, _monday(day), day)


def _up_to(found: Found, first: date, day: date) -> Days:
    if (found["part"] or "").strip().lower() == "earlier":
        return min(first, day - timedelta(1)), day - timedelta(1)
    return first, day


def _ago(found: Found, day: date) -> Days | None:
    """*Earlier* and *before* count from what was told before, taken to lie in the last week."""
    unit = found["unit"].lower()
    days = number_of(found["n"]) * DAYS[unit]
    if days > _CENTURY:
        return None
    slack = SLACK[unit]
    more = 0 if found["how"].lower() == "ago" else _WEEK - 1
    return day - timedelta(days + slack + more), day - timedelta(max(0, days - slack))


def _month(found: Found, day: date) -> Days:
    if found["which"].lower() == "this":
        return _up_to(found, day.replace(day=1), day)
    last = day.replace(day=1) - timedelta(1)
    return last.replace(day=1), last


def _year(found: Found, day: date) -> Days:
    if found["which"].lower() == "this":
        return _up_to(found, date(day.year, 1, 1), day)
    return date(day.year - 1, 1, 1), date(day.year - 1, 12, 31)


def _season(found: Found, day: date) -> Days:
    """*This spring* has begun; *last spring* is over."""
    month = _SEASONS[found["season"].lower()]
    for year in (day.year, day.year - 1):
        first = date(year, month, 1)
        ends = (year + 1, 2) if first.month == max(_SEASONS.values()) else (year, month + 2)
        last = month_interval(*ends)[1]
        if (last if found["which"].lower() == "last" else first) <= day:
            break
    return first, min(last, day)


def phrase(form: str) -> re.Pattern[str]:
    """A pattern for whole words with any white space between them, letter case ignored."""
    return re.compile(rf"\b(?:{form})\b".replace(" ", r"\s+"), re.IGNORECASE)


_COUNTED = '"{}", counted from publication'
_NAMED_AFTER_DAYS = (
    r"(?! (?:Times|Telegraph|Mirror|Mail|Express|Herald|Tribune|Independent|Post|Agreement)\b)"
)
_DAY = rf"(?-i:(?P<weekday>{'|'.join(f'{d.capitalize()}|{d.upper()}' for d in WEEKDAYS)}))"
_FORMS: tuple[tuple[re.Pattern[str], Count, Precision, str], ...] = (
    (
        phrase(rf"(?P<n>{'|'.join(COUNTS)}) {_DAY}s ago"),
        _nth_weekday,
        "day",
        _COUNTED,
    ),
    (
        phrase(
            r"(?<!Good\s)(?<!Bloody\s)(?<!Black\s)(?<!Easter\s)(?P<last>last )?"
            rf"{_DAY}{_NAMED_AFTER_DAYS}(?P<week> (?:of )?last week\b)?"
        ),
        _weekday,
        "day",
        "{} before publication",
    ),
    (
        phrase(
            rf"(?P<n>\d{{1,3}}|{'|'.join(COUNTS)}) (?P<unit>{'|'.join(DAYS)})s? "
            r"(?P<how>ago|earlier|before(?=\s*(?:[,.;]|$)))"
        ),
        _ago,
        "interval",
        _COUNTED,
    ),
    (
        phrase(rf"(?:(?P<n>\d{{1,3}}|{'|'.join(COUNTS)}) )?hours? ago"),
        _hours,
        "interval",
        _COUNTED,
    ),
    (phrase(r"a day or two ago"), _back(1, 2), "interval", _COUNTED),
    (phrase(r"the other day"), _back(2, 9), "interval", _COUNTED),
    (
        phrase(
            r"(?:in|over|during|within) the (?:past|last) "
            rf"(?:(?P<n>\d{{1,3}}|{'|'.join(COUNTS)}) )?(?P<unit>{'|'.join(DAYS)})s?"
        ),
        _past,
        "interval",
        _COUNTED,
    ),
    (
        phrase(r"earlier in the (?P<unit>week|month|year)"),
        _earlier_in,
        "interval",
        _COUNTED,
    ),
    (phrase(r"the (?:day|night) before (?:yesterday|last)"), _back(2, 2), "day", _COUNTED),
    (phrase(r"the (?:day|night) before"), _back(1, 7), "interval", _COUNTED),
    (phrase(r"yesterday|last night"), _back(1, 1), "day", _COUNTED),
    (phrase(r"overnight"), _back(0, 1), "interval", _COUNTED),
    (
        phrase(r"(?-i:(?<![a-z]\s)Today|today)|tonight|this (?:morning|afternoon|evening)"),
        _back(0, 0),
        "day",
        _COUNTED,
    ),
    (phrase(r"(?:over|at|during) the weekend|last weekend"), _weekend, "interval", _COUNTED),
    (
        phrase(r"(?P<part>earlier )?(?<!later\s)this week|(?<=spent\s)the week"),
        _this_week,
        "week",
        _COUNTED,
    ),
    (phrase(r"last week"), _last_week, "week", _COUNTED),
    (
        phrase(r"(?P<part>earlier )?(?<!later\s)(?P<which>this|last) month"),
        _month,
        "month",
        _COUNTED,
    ),
    (
        phrase(r"(?P<part>earlier )?(?<!later\s)(?P<which>this|last) year"),
        _year,
        "year",
        _COUNTED,
    ),
    (
        phrase(rf"(?<!later\s)(?P<which>this|last) (?P<season>{'|'.join(_SEASONS)})"),
        _season,
        "season",
        _COUNTED,
    ),
    (phrase(r"(?:a few|several) days ago|in recent days"), _back(1, 9), "interval", _COUNTED),
    (phrase(r"in recent weeks"), _back(0, 35), "interval", _COUNTED),
    (phrase(r"in recent months"), _back(0, 183), "interval", _COUNTED),
)
"""Words, the days they mean, the unit they give, and the basis; what holds others comes first."""
