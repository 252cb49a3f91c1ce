"""The day of publication that the mentions inside an undated report allow.

Every mention is a clue (:mod:`volteface.reports.clue`); the days that remain are those that the
clues together do not rule out. Where they contradict each other and none weighs more, the interval
holds both sides and says so. With a bound on one side only, the case's own days bound the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from volteface.records import DateInterval, Span
from volteface.reports.clue import Clue, Verdict, weighed
from volteface.reports.clue_case import CaseClues
from volteface.reports.dates import span_precision

MOST_CHARACTERS = 200_000
"""As much of a report as is looked at: many times the longest article."""
_DOUBTFUL = 0.5
"""What a clue from a line that may be no reporting counts."""
_FIRST = date(1900, 1, 1)
_LAST = date(2199, 12, 31)


def infer_date(
    text: str, case: CaseClues, doubtful: Sequence[Span] = (), captions: Sequence[Span] = ()
) -> DateInterval | None:
    """The interval of publication that the text allows; None where nothing bounds it.

    Args:
        text: The report without its boilerplate; picture captions may stay.
        case: The case's offices and facts, with the world's calendar.
        doubtful: Lines that may be no reporting; what they say counts for half.
        captions: Where pictures are described.
    """
    found = _halved(case.clues(text[:MOST_CHARACTERS], captions), doubtful)
    domain = (case.begins or _FIRST, _LAST)
    verdict = weighed(found, domain, (domain[0], case.ends or _LAST))
    return _interval(verdict, case)


def _halved(clues: Iterable[Clue], doubtful: Sequence[Span]) -> list[Clue]:
    return [
        replace(clue, weight=clue.weight * _DOUBTFUL)
        if any(start <= clue.at < end for start, end in doubtful)
        else clue
        for clue in clues
    ]


def _interval(verdict: Verdict, case: CaseClues) -> DateInterval | None:
    earliest, latest = verdict.earliest, verdict.latest
    lower = "" if verdict.lower is None else verdict.lower.words
    upper = "" if verdict.upper is None else verdict.upper.words
    if not lower and not upper:
        return None
    if not lower:
        if case.begins is None:
            return None
        lower = "the conflict's first day"
    if not upper:
        if case.ends is None or case.ends < earliest:
            return None
        latest, upper = case.ends, "the case's last day"
    basis = f"not before {earliest} ({lower}), not after {latest} ({upper})"
    if verdict.against:
        basis += "; against " + ", ".join(clue.words for clue in verdict.against)
    return DateInterval(earliest, latest, span_precision(earliest, latest), basis)
