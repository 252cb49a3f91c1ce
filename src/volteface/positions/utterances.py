"""One utterance is one observation, however often it is printed; and so is one deed.

Records are one utterance when they say the same (their wording is the same, one repeats the
other, or a reprint of a report gives the same person the same stance), on the same side, at what
can be the same time. The same words once more after the news has passed are a new observation.
A deed is told in many wordings: deeds on the same side at what can be the same time are one.

Two observations of one wording share the error of coding that wording. It is left out of the
model: it cancels from every change, and so makes claims of change only more careful.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from volteface.records import DateInterval, Report, Statement

NEWS_CYCLE = timedelta(days=3)
"""A wording printed again within so many days is a reprint, not said again."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A record with the days on which it can have happened, its noise and who vouches for it.

    ``statement`` is None for a fact of the case; ``grade`` is empty where none was given.
    """

    record: str
    when: DateInterval
    stance: float
    variance: float
    source: str
    statement: Statement | None
    grade: str = ""

    @property
    def doubt(self) -> float:
        """Probability that it was misread; a fact of the case is read by nobody."""
        return 0.0 if self.statement is None else 1.0 - self.statement.confidence

    @property
    def deed(self) -> bool:
        """Whether it is conduct, not words."""
        return self.statement is None or self.statement.register == "conduct"


def utterances(dated: Iterable[Dated], reports: Mapping[str, Report]) -> list[tuple[Dated, ...]]:
    """Groups of records of one utterance or deed, each with its best record first.

    The best is the least noisy, then the earliest. Records are placed narrowest date first, so
    that one dated loosely joins a group and never ties two occasions together.
    """
    groups: list[list[Dated]] = []
    for one in sorted(dated, key=_width):
        home = next((g for g in groups if _same(one, g, reports)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [tuple(sorted(group, key=_quality)) for group in groups]


def _width(one: Dated) -> tuple[object, ...]:
    return (one.when.latest - one.when.earliest, one.when.earliest, one.record)


def _quality(one: Dated) -> tuple[object, ...]:
    return (one.variance, one.when.earliest, one.when.latest, one.record)


def _same(one: Dated, group: Sequence[Dated], reports: Mapping[str, Report]) -> bool:
    first = group[0]
    if (one.stance > 0) != (first.stance > 0) or (one.stance < 0) != (first.stance < 0):
        return False
    if any(_reprinted(one.statement, other.statement, reports) for other in group):
        return True
    apart = max(one.when.earliest - first.when.latest, first.when.earliest - one.when.latest)
    if apart > NEWS_CYCLE:
        return False
    if one.deed and first.deed:
        return True
    return any(_same_message(one.statement, other.statement) for other in group)


def _same_message(one: Statement | None, other: Statement | None) -> bool:
    if one is None or other is None:
        return False
    if one.repeats is not None and one.repeats == other.repeats:
        return True
    return one.utterance == other.utterance or one.repeats == other.id or other.repeats == one.id


def _reprinted(
    one: Statement | None, other: Statement | None, reports: Mapping[str, Report]
) -> bool:
    if one is None or other is None or one.report == other.report:
        return False
    if _root(one.report, reports) != _root(other.report, reports):
        return False
    return one.utterance == other.utterance or (one.person, one.stance) == (
        other.person,
        other.stance,
    )


def _root(report: str, reports: Mapping[str, Report]) -> str:
    """The report that this one is a reprint of, through any number of reprints; or itself."""
    seen = {report}
    while (known := reports.get(report)) and known.duplicate_of and known.duplicate_of not in seen:
        report = known.duplicate_of
        seen.add(report)
    return report
