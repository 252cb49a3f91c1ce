"""When was it said: dates in the sentence, relative to the report's own date.

Every answer says its basis. A weekday is the last such day before publication or the day itself;
nothing is made narrower than the text allows. Which of the dates is a statement's own is for
:mod:`volteface.coding.spoken_dates` to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from volteface.coding.anchored_words import anchored, anchored_words
from volteface.coding.calendar_words import Days, at_both_ends, counted_dates
from volteface.records import DateInterval, Span
from volteface.reports.dates import WEEKDAYS, DateMention, date_mentions, month_interval
from volteface.reports.tense import OVER, tense_at

_DEFAULT_DAYS = 7
_LEAP = 8
"""Years in which every day of the calendar comes round."""
_SOON = 60
"""Days: a month or day so soon after publication is yet to come; of the year before it says so."""
_RECENT = 31
"""Days: what is told as past by its weekday or month alone is no older."""
_WEEKDAY = re.compile(rf"(?:{'|'.join(day.capitalize() for day in WEEKDAYS)})\b")
_BACK = 30
"""Characters before a date in which the words stand that say how it is meant."""
_SINCE = re.compile(r"\b(?:ever )?since\s+(?:the\s+|early\s+|late\s+|mid-)?$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:next|coming|following|until|till|by|before|every|each|due"
    r"|(?:scheduled|called|set) for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LONGER = re.compile(r"\b(?:month|week|then)$", re.IGNORECASE)
"""What may count from a month that was named as well as from a day."""
_LAST = re.compile(r"\blast\s+$", re.IGNORECASE)
_IN = re.compile(
    r"\b(?:in|since|during|last|this|early|late|ago as|(?:start|beginning|middle|end) of)\s+$"
    r"|\bmid-?\s*$",
    re.IGNORECASE,
)
_NAMED_AFTER_DAYS = re.compile(
    r"\s+(?:movement|alliance|coalition|bloc|camp|group)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a text names: where, and the days."""

    start: int
    end: int
    when: DateInterval


def times_in(
    text: str, published: DateInterval, told: DateInterval | None = None
) -> tuple[Time, ...]:
    """The times up to publication that a paragraph names, in order.

    Args:
        text: The paragraph.
        published: The report's own date.
        told: The time named last before the paragraph, from which "that evening" counts.
    """
    named: list[tuple[Span, DateInterval | re.Match[str]]] = [
        item for item in anchored_words(text) if not _ahead(text, item[0][0])
    ]
    named += _dates(text, published)
    found: list[Time] = []
    # Of two at one place the words that count from what was told come first.
    for (start, end), item in sorted(named, key=lambda one: one[0][0]):
        if found and start < found[-1].end:
            continue
        known = [*([] if told is None else [told]), *(time.when for time in found)]
        when = item if isinstance(item, DateInterval) else _from_told(item, known)
        if when is not None and when.earliest <= published.latest:
            found.append(Time(start, end, when))
    return tuple(found)


def _from_told(words: re.Match[str], known: list[DateInterval]) -> DateInterval | None:
    """Counted from the day named last, or from a month where the words allow one."""
    days = [when for when in known if when.earliest == when.latest]
    last = known if _LONGER.search(words.group()) else days or known
    return anchored(words, last[-1]) if last else None


def _ahead(text: str, start: int) -> bool:
    return bool(_AHEAD.search(text[max(0, start - _BACK) : start]))


def dates_in(text: str, published: DateInterval | None) -> list[tuple[int, DateInterval]]:
    """The times up to publication that the text names, each with its offset, in order.

    What holds *since* a date reaches from it to publication; what is still to come when the
    report is published (*next Tuesday*, *until May*) is left out.

    Args:
        text: A sentence or paragraph.
        published: The report's own date; without it only absolute dates can be told.
    """
    if published is None:
        known = sorted(_written(text, None), key=lambda item: item[0])
        return [(start, when) for (start, _), when in known]
    return [(start, when) for (start, _), when in _dates(text, published)]


def _dates(text: str, published: DateInterval) -> list[tuple[Span, DateInterval]]:
    found: list[tuple[Span, DateInterval]] = []
    for (start, end), when in (*_written(text, published), *counted_dates(text, published)):
        if _ahead(text, start) or any(s < end and start < e for (s, e), _ in found):
            continue
        if _SINCE.search(text[max(0, start - _BACK) : start]):
            found.append(((start, end), _since(when, published)))
        elif when.latest > published.earliest - timedelta(_RECENT) and _to_come(text, start, end):
            continue
        else:
            found.append(((start, end), when))
    return sorted(found, key=lambda item: item[0])


def _to_come(text: str, start: int, end: int) -> bool:
    """Whether the sentence awaits the day: then it is the next of its name, not the last."""
    return bool(_WEEKDAY.match(text, start)) and tense_at(text, start, end) == "future"


def _since(when: DateInterval, published: DateInterval) -> DateInterval:
    latest = max(when.latest, published.latest)
    return DateInterval(when.earliest, latest, "interval", f"since {when.basis}")


def _written(text: str, published: DateInterval | None) -> Iterator[tuple[Span, DateInterval]]:
    """Dates that give a month or a year."""
    for mention in date_mentions(text):
        start, end = mention.span
        before = text[max(0, start - _BACK) : start]
        if (mention.day is None and mention.precision in {"month", "year"}) and not (
            _IN.search(before) or (mention.readings and mention.month)
        ):
            continue
        if _NAMED_AFTER_DAYS.match(text, end):
            continue
        if mention.readings:
            when = _absolute(mention, published)
        else:
            last = _LAST.search(before) is not None
            past = last or tense_at(text, start, end) in OVER
            when = _without_year(mention, published, last=last, past=past)
        if when is not None:
            yield mention.span, when


def _absolute(mention: DateMention, published: DateInterval | None) -> DateInterval | None:
    first = min(first for first, _ in mention.readings)
    last = max(last for _, last in mention.readings)
    if published is not None:
        last = min(last, published.latest)
    precision = mention.precision if len(mention.readings) == 1 else "interval"
    basis = f"date in the text ({mention.words})"
    return DateInterval(first, last, precision, basis) if first <= last else None


def _without_year(
    mention: DateMention, published: DateInterval | None, *, last: bool, past: bool
) -> DateInterval | None:
    if published is None or mention.month is None:
        return None
    count = partial(_latest, mention.month, mention.day, last=last, past=past)
    basis = f"{mention.words}, the last before publication"
    return at_both_ends(count, published, mention.precision, basis)


def _latest(month: int, day: int | None, published: date, *, last: bool, past: bool) -> Days | None:
    """The last such month or day up to publication, None where the next one is near."""
    near = range(max(1, published.year - _LEAP), min(published.year + 2, date.max.year))
    known = [days for year in near if (days := _of_year(year, month, day)) is not None]
    soon = published + timedelta(_SOON)
    if not past and any(published < first <= soon for first, _ in known):
        return None
    over = [days for days in known if (days[1] if last else days[0]) <= published]
    return over[-1] if over else None


def _of_year(year: int, month: int, day: int | None) -> Days | None:
    first, last = month_interval(year, month)
    if day is None:
        return first, last
    return None if day > last.day else (first.replace(day=day), first.replace(day=day))


def said_by_default(published: DateInterval | None) -> DateInterval | None:
    """Speech with no date of its own: the week up to publication."""
    if published is None:
        return None
    return DateInterval(
        published.earliest - timedelta(days=_DEFAULT_DAYS - 1),
        published.latest,
        "interval",
        f"no date given: the week to publication ({published.basis})",
    )
