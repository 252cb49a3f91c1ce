"""What happened about when an actor moved, and whether those who spoke then spoke of it.

An association in time, and no more: that something came before a shift does not say that the shift
came of it.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from volteface.case.schema import Case, Fact
from volteface.positions.level import fit, gaps
from volteface.positions.segments import Motion
from volteface.records import Observation, Statement

REACH = timedelta(days=120)
"""An event further back than this is not looked at."""
HALF_LIFE = 45.0
"""Days after which an event counts half as much for its timing."""
SPOKEN = timedelta(days=180)
"""A statement of an event counts if it was made within so many days of it."""
MOST = 5


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact of the case near a jump.

    Attributes:
        fact: Its id.
        text: What happened.
        day: When it began.
        timing: How well it fits: the probability of a jump after it, each day's share halved for
            every ``HALF_LIFE`` days that it came later. In [0, 1].
        mentions: Ids of statements by or about the actor, made since, that speak of it.
    """

    fact: str
    text: str
    day: date
    timing: float
    mentions: tuple[str, ...]


def events_near(
    series: Sequence[Observation],
    actor: str,
    case: Case,
    statements: Iterable[Statement],
    motion: Motion,
) -> tuple[Event, ...]:
    """Dated facts shortly before the likely jumps of a series, best fitting first.

    Those that statements mention come before those that merely fit in time. Facts that are
    themselves observations of the series are what moved, not what moved it, and are left out.

    Args:
        series: The observations of a series that shifted, not all of one day.
        actor: Whose it is, by id.
        case: Its dated facts, with the phrases by which reports refer to them.
        statements: The ledger's statements.
        motion: How levels move.
    """
    own = {record for o in series for record in o.records}
    seen = {fact.text for fact in case.facts if f"fact:{fact.id}" in own}
    cells = [gap for gap in gaps(fit(series, motion)) if gap.jump > 0]
    said = [s for s in statements if actor in (s.actor, s.about)]
    found = []
    for fact in case.facts:
        if fact.text in seen:
            continue
        seen.add(fact.text)
        timing = sum(gap.jump * _after(fact.from_, gap.earliest, gap.latest) for gap in cells)
        if timing > 0:
            found.append(
                Event(fact.id, fact.text, fact.from_, min(1.0, timing), _mentions(fact, said))
            )
    found.sort(key=lambda event: (-round(event.timing * (1 + len(event.mentions)), 9), event.fact))
    return tuple(found[:MOST])


def _after(event: date, first: date, last: date) -> float:
    """The mean of what a jump on each day of a stretch counts for an event, 0 before it."""
    days = (last - first).days
    lags = ((first - event).days + k + 1 for k in range(days))
    counts = (math.exp2(-lag / HALF_LIFE) for lag in lags if 0 <= lag <= REACH.days)
    return math.fsum(counts) / days


def _mentions(fact: Fact, said: Sequence[Statement]) -> tuple[str, ...]:
    phrases = [" ".join(phrase.casefold().split()) for phrase in fact.mentions]
    return tuple(
        statement.id
        for statement in said
        if _since(statement, fact.from_)
        and any(phrase in " ".join(statement.text.casefold().split()) for phrase in phrases)
    )


def _since(statement: Statement, event: date) -> bool:
    when = statement.said_on
    return when is not None and event <= when.latest <= event + SPOKEN
