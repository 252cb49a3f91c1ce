"""Whether an actor turns to a party's rivals, and against the party, more often than it did.

Only of a party that it sustains or is sustained by: another's foe hedges nothing by meeting rivals.
Counted among all that is told of what the actor did, so that more reporting is not more hedging.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from volteface.case.schema import Case
from volteface.positions.dates import middle
from volteface.positions.mixture import normal_above
from volteface.positions.utterances import NEWS_CYCLE
from volteface.records import Event, EventType

MEETING: frozenset[EventType] = frozenset({"CONSULT", "COOPERATE", "AID"})
"""What one does with those whose side one may come to take."""
DISTANCE: frozenset[EventType] = frozenset({"ACCUSE", "THREATEN", "SANCTION"})
"""What one does to those whom one means to leave."""
FEWEST = 5
"""Acts told of either half of the time, and acts of hedging in the later one."""
TIMES = 2.0
"""The share of such acts has risen if it is more than so many times what it was."""


@dataclass(frozen=True, slots=True)
class Act:
    """What an actor did, as a report tells it: a dated event that happened.

    ``toward`` are the ids of those it was done with or to; ``record`` is the event's id.
    """

    record: str
    report: str
    type: EventType
    day: date
    toward: frozenset[str]


@dataclass(frozen=True, slots=True)
class Turning:
    """P(the share of hedging acts more than doubled), such acts and all acts in each half.

    ``acts`` are the hedging ones of the later half; ``since`` is its first day.
    """

    probability: float
    earlier: tuple[int, int]
    later: tuple[int, int]
    acts: tuple[Act, ...]
    since: date


def acts_of(events: Iterable[Event]) -> dict[str, tuple[Act, ...]]:
    """What each actor did, by its id and in order of time.

    The same act towards the same others within a news cycle is one, however many reports tell it.
    """
    dated = [
        (middle(event.when), event)
        for event in events
        if event.mode == "historical" and event.when is not None
    ]
    found: dict[str, list[Act]] = {}
    last: dict[tuple[str, EventType, frozenset[str]], date] = {}
    for day, event in sorted(dated, key=lambda pair: (pair[0], pair[1].id)):
        for actor in dict.fromkeys(event.actors):
            toward = frozenset(event.recipients) - {actor}
            known = last.get((actor, event.type, toward))
            if known is None or day - known > NEWS_CYCLE:
                last[actor, event.type, toward] = day
                act = Act(event.id, event.report, event.type, day, toward)
                found.setdefault(actor, []).append(act)
    return {actor: tuple(acts) for actor, acts in sorted(found.items())}


def turning(
    acts: Sequence[Act], parties: frozenset[str], others: frozenset[str], period: tuple[date, date]
) -> Turning | None:
    """Compare the earlier and the later half of a period; None where too little is told.

    The logarithm of the ratio of two shares k / n is nearly normal with variance
    1/(k_1 + 1/2) - 1/(n_1 + 1/2) + 1/(k_2 + 1/2) - 1/(n_2 + 1/2) (Pettigrew, Gart and Thomas 1986).

    Args:
        acts: All that is told of one actor.
        parties: Those to whom its position holds.
        others: Their rivals.
        period: The days over which the position holds.
    """
    first, last = period
    half = first + (last - first) / 2
    within = [act for act in acts if first <= act.day <= last]
    halves = [a for a in within if a.day < half], [a for a in within if a.day >= half]
    hedging = [[a for a in part if _hedges(a, parties, others)] for part in halves]
    (k1, n1), (k2, n2) = ((len(k), len(n)) for k, n in zip(hedging, halves, strict=True))
    told = {act.report for act in hedging[1]}
    if min(n1, n2, k2) < FEWEST or len(told) < 2:  # noqa: PLR2004 - one report is one account
        return None
    apart = math.log((k2 + 0.5) / (n2 + 0.5)) - math.log((k1 + 0.5) / (n1 + 0.5))
    wide = sum(1 / (k + 0.5) - 1 / (n + 0.5) for k, n in ((k1, n1), (k2, n2)))
    chance = normal_above(0.0, apart - math.log(TIMES), wide) if wide else 0.0
    return Turning(chance, (k1, n1), (k2, n2), tuple(hedging[1]), half)


def clients(actor: str, parties: Iterable[str], case: Case) -> frozenset[str]:
    """Those of the parties that the actor sustains, or is sustained by."""
    return frozenset(parties) & _tied({actor}, case)


def rivals(parties: Iterable[str], case: Case) -> frozenset[str]:
    """The other parties to the conflict that these neither sustain nor are sustained by."""
    held = set(parties)
    known = frozenset(actor.id for actor in case.actors if actor.kind == "party")
    return known - held - _tied(held, case)


def _tied(held: Collection[str], case: Case) -> frozenset[str]:
    return frozenset(
        one
        for tie in case.ties
        for one, other in ((tie.patron, tie.client), (tie.client, tie.patron))
        if other in held
    )


def _hedges(act: Act, parties: frozenset[str], others: frozenset[str]) -> bool:
    return (act.type in MEETING and bool(act.toward & others)) or (
        act.type in DISTANCE and bool(act.toward & parties)
    )
