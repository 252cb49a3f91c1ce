"""The head of a report: headline, byline, date line, source line, dateline.

These lines are no sentences of the report; they say where it comes from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from volteface.reports.dates import date_mentions
from volteface.reports.layout import Unit, without_bullet

_LABEL = re.compile(
    r"^(?P<label>published|posted|updated|last (?:updated|modified)|first published|issued|created"
    r"|date|time|date of publication|publication date|author|authors|byline|written by|source"
    r"|sources|agency|outlet|publication|publisher|correspondent|location|place)"
    r"(?: on| at| by)?(?: ?: ?| - | (?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))(?P<value>.{1,120})$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publi|posted|issued|created|^date|^time", re.IGNORECASE)
_UPDATED = re.compile(r"updated|modified", re.IGNORECASE)
_SOURCE = re.compile(r"source|agency|outlet|publisher|publication$", re.IGNORECASE)
_CREDIT = re.compile(
    r"^\(?(?:(?:additional )?(?:reporting|writing|editing|translation)|edited|translated|compiled"
    r"|written|reported)? ?\bby (?P<rest>.{2,160})$",
    re.IGNORECASE,
)
_CREDIT_WORDS = frozenset(
    (
        *("and", "in", "at", "for", "of", "the", "with", "from", "by", "to", "our"),
        *("additional", "reporting", "writing", "editing", "translation", "edited", "translated"),
        *("correspondent", "correspondents", "reporter", "staff", "writer", "editor", "agencies"),
    )
)
_TIME_WORDS = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?\b|\b(?:\d{1,2} ?)?[ap]\.?m\b"
    r"|\b(?:gmt|utc|bst|est|edt|cet|msk|et|local time|moscow time)\b"
    r"|\b(?:at|on|the|published|posted|updated)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|[+-]\d\d:?\d\d|[|,.:;()/·•\u2013-]",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w'.-]+(?:[ /][A-Z][\w'.-]+){0,3}"
    r"(?:, (?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][A-Za-z. ]{2,20})?)"
    r"(?:,? (?P<day>[^()—–]{3,24}?))? ?(?:\((?P<agency>[^()]{2,40})\))? ?(?:--?|—|–)(?: |$)"
)
_MOST_HEAD = 14
_DATE_LINE_LENGTH = 80
_LABEL_WORDS = 16
_CREDIT_LENGTH = 24
_TITLE_WORDS = range(3, 31)
_KICKER_WORDS = 4


@dataclass(frozen=True, slots=True)
class Label:
    """What a line such as "Published on 23/08/2013" says of the report."""

    role: str
    """"published", "updated", "source", "date line", or "other"."""
    value: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Dateline:
    """Date and agency of "MOSCOW, May 31 (Reuters) -", as written."""

    day: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a report; ``furniture`` are its units that are no reporting."""

    title: Unit | None
    labels: tuple[Label, ...]
    furniture: tuple[tuple[Unit, str], ...]


def label_of(unit: Unit) -> Label | None:
    """The unit as a line about the report (author, source, date); None for anything else."""
    if found := _LABEL.match(without_bullet(unit.text)):
        name, value = found["label"], found["value"].strip()
        if _PUBLISHED.search(name):
            return Label("published", value, unit) if _has_date(value) else None
        if _UPDATED.search(name):
            return Label("updated", value, unit) if _has_date(value) else None
        if unit.words > _LABEL_WORDS:
            return None
        return Label("source" if _SOURCE.search(name) else "other", value, unit)
    if is_date_line(unit.text):
        return Label("date line", unit.text, unit)
    return Label("other", unit.text, unit) if is_credit(unit.text) else None


def is_date_line(text: str) -> bool:
    """Nothing but a date, and perhaps a weekday, a time and a time zone."""
    if len(text) > _DATE_LINE_LENGTH:
        return False
    days = [mention.span for mention in date_mentions(text) if mention.precision == "day"]
    for start, end in reversed(days):
        text = text[:start] + text[end:]
    return bool(days) and not _TIME_WORDS.sub("", text).strip()


def is_credit(text: str) -> bool:
    """Says who wrote, edited or translated, in names only."""
    found = _CREDIT.match(text)
    if found is None or _has_date(found["rest"][:12]):
        return False
    words = re.findall(r"[\w'\u2019.-]+", found["rest"])
    first = words[0] if words else ""
    return (
        first[:1].isupper()
        and not first.endswith("day")
        and len(words) <= _CREDIT_LENGTH
        and all(word[:1].isupper() or word.lower() in _CREDIT_WORDS for word in words)
    )


def dateline(text: str) -> Dateline | None:
    """What "MOSCOW, May 31 (Reuters) -" at the start of a unit says; None where there is none."""
    found = _DATELINE.match(text[:120])
    if found is None:
        return None
    day = found["day"] if found["day"] and _has_date(found["day"]) else None
    if found["day"] and day is None:
        return None
    return Dateline(day, found["agency"]) if day or found["agency"] else None


def read_head(units: Sequence[Unit], body: int) -> Head:
    """Headline and furniture of the units before the report's running text.

    Args:
        units: Those not yet known to be boilerplate, in order.
        body: How many of them stand before the first unit of running text.
    """
    labels: list[Label] = []
    lines: list[Unit] = []
    for unit in units[: min(body, _MOST_HEAD)]:
        if (label := label_of(unit)) is not None:
            labels.append(label)
        else:
            lines.append(unit)
    title, copies = _title(lines)
    furniture = [(label.unit, "metadata") for label in labels]
    furniture += [(unit, "navigation") for unit in copies]
    furniture += [
        (unit, "heading")
        for unit in lines
        if title is not None
        and unit is not title
        and unit not in copies
        and not unit.ends
        and (unit.words <= _KICKER_WORDS or (bool(copies) and unit.start < title.start))
    ]
    return Head(title, tuple(labels), tuple(furniture))


def _title(lines: Sequence[Unit]) -> tuple[Unit | None, list[Unit]]:
    """The headline, and the other lines that hold it: repeats, and the path that leads to it.

    A line that comes twice, or at the end of a menu path, is the headline; else the first that
    looks like one is.
    """
    likely = [unit for unit in lines if title_like(unit)]
    for unit in likely:
        folded = unit.text.casefold()
        copies = [other for other in lines if other is not unit and folded in other.text.casefold()]
        if copies:
            return unit, copies
    return (likely[0] if likely else None), []


def title_like(unit: Unit) -> bool:
    """Whether a line may be a headline: some words, and no full stop."""
    return unit.words in _TITLE_WORDS and not unit.text.endswith((".", ":", ";", ",", "…"))


def _has_date(text: str) -> bool:
    return any(mention.precision == "day" for mention in date_mentions(text))
