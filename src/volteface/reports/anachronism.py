"""Lines at a report's edges that speak of a time the report cannot know: later banners, footers."""

import re
from collections.abc import Iterator
from datetime import timedelta

from volteface.records import DateInterval
from volteface.reports.boilerplate import Cleaned, Removal
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


def anachronisms(
    cleaned: Cleaned, published: DateInterval, case: CaseClues | None
) -> Iterator[Removal]:
    """Units at the edges, quoting nobody, that name a fact or a past year after publication."""
    known = {removal.start for removal in cleaned.removals}
    edges = dict.fromkeys((*cleaned.units[:_EDGE], *cleaned.units[-_EDGE:]))
    for unit in edges:
        if (
            unit.start not in known
            and unit is not cleaned.head.title
            and unit.words <= MOST_WORDS
            and not attributes(unit.text)
            and _later(unit, published, case)
        ):
            yield Removal(unit.start, unit.end, "anachronism")


def _later(unit: Unit, published: DateInterval, case: CaseClues | None) -> bool:
    years = (int(match[1]) for match in _SINCE.finditer(unit.text))
    if any(year > published.latest.year + 1 for year in years):
        return True
    horizon = published.latest + _LATER
    return case is not None and any(fact.from_ > horizon for fact, _, _ in case.facts_in(unit.text))
