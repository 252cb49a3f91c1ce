"""The day a report was published, as the report itself or its page states it.

In this order: the metadata of the page, the table or the export, a line such as "Published on
23/08/2013", a line that is nothing but a date, a dateline with its year, the file's name, the day
a mail was sent. What the mentions inside a report allow when none of these stands is in
:mod:`volteface.reports.infer_date`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from volteface.records import DateInterval
from volteface.reports.article import Article
from volteface.reports.boilerplate import Cleaned
from volteface.reports.dates import DateMention, date_mentions, span_precision
from volteface.reports.head import Label, dateline, label_of

_FILE_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_NEAR = timedelta(21)
"""Reports speak mostly of the weeks around them; this tells two readings of a date apart."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of the day: its readings (two for 05/04/2012), and what it rests on."""

    days: tuple[date, ...]
    basis: str


def stated_dates(article: Article, cleaned: Cleaned) -> Iterator[DateInterval]:
    """Each statement of the day of publication, most trustworthy first."""
    if article.published is not None:
        yield article.published
    file_day = _file_day(article.path)
    for stated in _from_text(cleaned):
        yield _decided(stated, article.text, file_day)
    if file_day is not None:
        yield DateInterval(file_day, file_day, "day", "the file's name")
    if article.sent is not None:
        yield article.sent


def _from_text(cleaned: Cleaned) -> Iterator[Stated]:
    labels = list(cleaned.head.labels)
    removed = {removal.start for removal in cleaned.removals if removal.kind == "metadata"}
    known = {label.unit.start for label in labels}
    below = (label_of(unit) for unit in cleaned.units if unit.start in removed - known)
    labels += [label for label in below if label is not None]
    for role in ("published", "date line", "updated"):
        yield from (stated for label in labels if label.role == role and (stated := _of(label)))
    for unit in cleaned.units:
        if unit.prose and (line := dateline(unit.text)) is not None and line.day is not None:
            for mention in date_mentions(line.day):
                if mention.precision == "day" and mention.readings:
                    yield Stated(_days(mention), f'the dateline "{line.day}"')


def _of(label: Label) -> Stated | None:
    for mention in date_mentions(label.value):
        if mention.precision == "day" and mention.readings:
            return Stated(_days(mention), f'the line "{label.unit.text}"')
    return None


def _days(mention: DateMention) -> tuple[date, ...]:
    return tuple(first for first, _ in mention.readings)


def _decided(stated: Stated, text: str, file_day: date | None) -> DateInterval:
    """One reading where the text or the file's name decides between two; else both."""
    day, *others = stated.days
    if not others:
        return DateInterval(day, day, "day", stated.basis)
    if file_day in stated.days:
        return DateInterval(file_day, file_day, "day", f"{stated.basis}, read by the file's name")
    supported = [one for one in stated.days if _supported(one, text)]
    if len(supported) == 1:
        basis = f"{stated.basis}, read by the other dates in the text"
        return DateInterval(supported[0], supported[0], "day", basis)
    first, last = min(stated.days), max(stated.days)
    basis = f"{stated.basis}, which may be {first} or {last}"
    return DateInterval(first, last, span_precision(first, last), basis)


def _supported(day: date, text: str) -> bool:
    """Whether another date in the text, with or without its year, lies shortly before the day."""
    for mention in date_mentions(text):
        if mention.precision not in {"day", "month"} or len(mention.readings) > 1:
            continue
        if mention.readings:
            first, last = mention.readings[0]
            if first <= day and day - last <= _NEAR:
                return True
        elif mention.month is not None and mention.month in {day.month, (day - _NEAR).month}:
            return True
    return False


def _file_day(path: str) -> date | None:
    found = _FILE_NAME.match(PurePosixPath(path).name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
