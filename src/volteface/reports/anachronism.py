"""Lines at a report's edges that speak of a time the report cannot know: later banners, footers."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from volteface.records import DateInterval, Span
from volteface.reports.boilerplate import Cleaned, Removal
from volteface.reports.clue import CERTAIN
from volteface.reports.clue_case import CaseClues
from volteface.reports.layout import Unit
from volteface.reports.wording import MOST_WORDS, attributes

_EDGE = 3
"""Units at either end of a text that may be banners or footers."""
_LATER = timedelta(365)
"""A fact that begins this long after publication was not foreseen by name."""
_SINCE = re.compile(
    r"\b(?:since|(?:began|begun|started|ended|founded|launched|invaded|updated|until) (?:in|on))\b"
    r"[^.]{0,24}?\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def doubtful(cleaned: Cleaned) -> tuple[Span, ...]:
    """The lines at the edges that may be no reporting; what they say of the time counts less."""
    return tuple((unit.start, unit.end) for unit in _edges(cleaned) if not unit.prose)


def anachronisms(cleaned: Cleaned, published: DateInterval, case: CaseClues) -> Iterator[Removal]:
    """Units at the edges, quoting nobody, that name an event or a past year after publication."""
    for unit in _edges(cleaned):
        if _later(unit, published, case):
            yield Removal(unit.start, unit.end, "anachronism")


def _edges(cleaned: Cleaned) -> Iterator[Unit]:
    known = {removal.start for removal in cleaned.removals}
    for unit in dict.fromkeys((*cleaned.units[:_EDGE], *cleaned.units[-_EDGE:])):
        if (
            unit.start not in known
            and unit is not cleaned.head.title
            and unit.words <= MOST_WORDS
            and not attributes(unit.text)
        ):
            yield unit


def _later(unit: Unit, published: DateInterval, case: CaseClues) -> bool:
    years = (int(match[1]) for match in _SINCE.finditer(unit.text))
    if any(year > published.latest.year + 1 for year in years):
        return True
    if published.latest > date.max - _LATER:
        return False
    horizon = published.latest + _LATER
    return any(
        clue.weight >= CERTAIN and all(first > horizon for first, _ in clue.days)
        for clue in case.clues(unit.text)
    )
