"""A date that stands alone: in a column of a table, a header of an export, a sidecar file."""

import re
from datetime import date

from volteface.records import DateInterval
from volteface.reports.dates import date_mentions, month_interval, span_precision

_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_ISO_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](?:19|20)\d\d\b")
_MONTHS = 12


def date_value(words: str, basis: str, *, day_first: bool | None = None) -> DateInterval | None:
    """The day, month or year that a field gives; None where it gives none.

    Args:
        words: The field: 2012-05-31, 20120531, 31/05/2012, May 31, 2012 Thursday, 2012-05, 2012.
        basis: What the date rests on, in words.
        day_first: How to read 05/04/2012; None keeps both days.
    """
    words = words.strip()
    if (compact := _COMPACT.fullmatch(words)) is not None:
        return _of_day(int(compact[1]), int(compact[2]), int(compact[3]), basis)
    if (iso_month := _ISO_MONTH.fullmatch(words)) is not None:
        first, last = month_interval(int(iso_month[1]), int(iso_month[2]))
        return DateInterval(first, last, "month", basis)
    dated = [mention for mention in date_mentions(words) if mention.readings]
    found = next((one for one in dated if one.precision == "day"), dated[0] if dated else None)
    if found is None:
        return None
    days = found.readings
    if len(days) > 1 and day_first is not None:
        days = (days[0],) if day_first else (days[-1],)
    first, last = min(start for start, _ in days), max(end for _, end in days)
    if len(days) > 1:
        unsure = f"{basis}, which may be {first} or {last}"
        return DateInterval(first, last, span_precision(first, last), unsure)
    return DateInterval(first, last, found.precision, basis)


def day_first_in(values: list[str]) -> bool | None:
    """Whether the numeric dates of a column put the day first, as those over 12 show.

    None where no value shows it, or some show one order and some the other.
    """
    firsts = lasts = False
    for value in values:
        if (found := _NUMERIC.match(value.strip())) is not None:
            firsts |= int(found[1]) > _MONTHS
            lasts |= int(found[2]) > _MONTHS
    return None if firsts == lasts else firsts


def _of_day(year: int, month: int, day: int, basis: str) -> DateInterval | None:
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return DateInterval(exact, exact, "day", basis)
