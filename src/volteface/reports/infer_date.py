"""The day of publication that the mentions inside an undated report allow, given the case.

Firm clues are intersected. Where they contradict each other the interval widens to hold both
sides and says so. The habits of reporting (a month without a year is the latest one, "yesterday"
beside a known fact) narrow it only where they agree with the firm clues. The result is never
narrower than the clues warrant; with a bound on one side only, the case's own days bound the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from volteface.records import DateInterval
from volteface.reports.clue import Clue, Recurring, dated_clues, duration_clues
from volteface.reports.clue_case import CaseClues
from volteface.reports.dates import span_precision

MOST_CHARACTERS = 200_000
"""As much of a report as is looked at: many times the longest article."""
_MOST_OF_A_YEAR = timedelta(330)
"""Within less than this a month without a year can be only one."""

_FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class _Bound:
    day: date
    words: str


def infer_date(text: str, case: CaseClues) -> DateInterval | None:
    """The interval of publication that the text allows; None where nothing bounds it.

    Args:
        text: The report without its boilerplate; picture captions may stay.
        case: The case's offices and facts.
    """
    text = text[:MOST_CHARACTERS]
    durations = duration_clues(text, case.begins, case.known)
    found = list(chain(durations, case.clues(text), dated_clues(text)))
    clues = [clue for clue in found if isinstance(clue, Clue)]
    lower, upper = _bounds([clue for clue in clues if clue.firm])
    if lower is not None and upper is not None and lower.day > upper.day:
        return _contradiction(clues, lower, upper)
    for clue in clues:
        if not clue.firm:
            lower, upper = _narrowed(clue, lower, upper)
    bounds = _closed(lower, upper, case)
    if bounds is None:
        return None
    lower, upper = bounds
    for mention in found:
        if isinstance(mention, Recurring):
            lower = _latest_occurrence(mention, lower, upper)
    basis = f"not before {lower.day} ({lower.words}), not after {upper.day} ({upper.words})"
    return DateInterval(lower.day, upper.day, span_precision(lower.day, upper.day), basis)


def _closed(
    lower: _Bound | None, upper: _Bound | None, case: CaseClues
) -> tuple[_Bound, _Bound] | None:
    """Both bounds, an open one taken from the case; None where the clues bound nothing."""
    if lower is not None and lower.day <= case.begins:
        lower = None
    if lower is None and upper is None:
        return None
    if upper is None and case.ends is not None:
        upper = _Bound(case.ends, "the case's last day")
    lower = lower or _Bound(case.begins, "the conflict's first day")
    return None if upper is None or lower.day > upper.day else (lower, upper)


def _bounds(clues: Sequence[Clue]) -> tuple[_Bound | None, _Bound | None]:
    """The latest of the earliest days, and the earliest of the latest."""
    lower = [_Bound(clue.earliest, clue.words) for clue in clues if clue.earliest is not None]
    upper = [_Bound(clue.latest, clue.words) for clue in clues if clue.latest is not None]
    return (
        max(lower, key=lambda bound: bound.day, default=None),
        min(upper, key=lambda bound: bound.day, default=None),
    )


def _narrowed(
    clue: Clue, lower: _Bound | None, upper: _Bound | None
) -> tuple[_Bound | None, _Bound | None]:
    """The bounds with a soft clue applied, or as they were where it does not fit into them."""
    new_lower, new_upper = lower, upper
    if clue.earliest is not None and (lower is None or clue.earliest > lower.day):
        new_lower = _Bound(clue.earliest, clue.words)
    if clue.latest is not None and (upper is None or clue.latest < upper.day):
        new_upper = _Bound(clue.latest, clue.words)
    if new_lower is not None and new_upper is not None and new_lower.day > new_upper.day:
        return lower, upper
    return new_lower, new_upper


def _latest_occurrence(mention: Recurring, lower: _Bound, upper: _Bound) -> _Bound:
    """A past "in November" means the last one: not before it, where only one can be meant."""
    if upper.day - lower.day >= _MOST_OF_A_YEAR:
        return lower
    # The 28th stands in for a 29th of February, which most years do not have.
    day = min(mention.day, 28) if mention.month == _FEBRUARY else mention.day
    this_year = date(upper.day.year, mention.month, day)
    latest = this_year if this_year <= upper.day else this_year.replace(year=upper.day.year - 1)
    return _Bound(latest, mention.words) if latest > lower.day else lower


def _contradiction(clues: Sequence[Clue], lower: _Bound, upper: _Bound) -> DateInterval:
    """An interval that holds both sides of a contradiction."""
    sides = [clue for clue in clues if clue.words in {lower.words, upper.words}]
    days = [day for clue in sides for day in (clue.earliest, clue.latest) if day is not None]
    first, last = min(days), max(days)
    basis = (
        f"contradictory: not before {lower.day} ({lower.words}), "
        f"yet not after {upper.day} ({upper.words})"
    )
    return DateInterval(first, last, "interval", basis)
