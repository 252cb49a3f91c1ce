"""Hedging: a position holds while what is expected, what is said, or what is done gives way."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from volteface.case.schema import Actor, Case, Issue
from volteface.positions.channels import Key
from volteface.positions.conditions import Rules, shifted, too_few
from volteface.positions.contacts import clients, rivals, turning
from volteface.positions.dates import canonical
from volteface.positions.judge import Finding
from volteface.positions.observations import Measured
from volteface.positions.spread import spreading
from volteface.records import Observation

SPREAD = "spread"
"""What ``apart`` holds where an actor's statements spread."""
ACTS = "acts"
"""What ``apart`` holds first where an actor turns to rivals; then ids of the parties held to."""


def hedge(key: Key, held: Finding, measured: Measured, case: Case, rules: Rules) -> Finding | None:
    """What "no shift" becomes when a belief moved, statements spread, or acts turn to rivals.

    A belief must have moved by more than delta / 2 within the time over which the position holds,
    and rest on two sources before and after. Position and belief are about the same party when the
    wording of both names it (or somebody who holds an office in it); ``apart`` is the belief's
    issue. Otherwise the statements must surely have come to lie twice as far apart, in variance
    (``SPREAD``); or meetings with the rivals of a party that the actor is tied to, and acts
    against that party, must surely take up twice the share of what it is told to do (``ACTS``).
    ``start`` and ``end`` are then the level before and after.
    """
    issues = {issue.id: issue for issue in case.issues}
    parties = parties_named(issues[key.issue], case) - {key.actor}
    for other, series in measured.series.items():
        if (other.actor, other.channel) == (key.actor, "belief") and parties & parties_named(
            issues[other.issue], case
        ):
            found = _hedged(held, series, rules)
            if found is not None:
                return replace(found, apart=(other.issue,))
    return _spread(held, measured.series[key], rules) or _turning(
        key.actor, held, frozenset(parties), measured, case, rules
    )


def _spread(held: Finding, series: Sequence[Observation], rules: Rules) -> Finding | None:
    found = spreading(series, rules)
    if found is None:
        return None
    chance = found.probability * (held.probability or 0.0)
    if chance <= rules.thresholds.probability:
        return None
    return replace(held, outcome="hedge", probability=chance, apart=(SPREAD,))


def _turning(  # noqa: PLR0917 - all that a hedge is found from
    actor: str,
    held: Finding,
    parties: frozenset[str],
    measured: Measured,
    case: Case,
    rules: Rules,
) -> Finding | None:
    tied = clients(actor, parties, case)
    acts = measured.acts.get(actor, ())
    if not tied or not acts:
        return None
    found = turning(acts, tied, rivals(tied, case) - {actor}, held.period)
    if found is None:
        return None
    chance = found.probability * (held.probability or 0.0)
    if chance <= rules.thresholds.probability:
        return None
    told = (f"{few} of {all_}" for few, all_ in (found.later, found.earlier))
    return replace(
        held,
        outcome="hedge",
        probability=chance,
        since=(found.since, found.since),
        acts=tuple(act.record for act in found.acts),
        apart=(ACTS, *told, *sorted(tied)),
    )


def _hedged(held: Finding, series: Iterable[Observation], rules: Rules) -> Finding | None:
    beliefs = canonical(list(series))
    if too_few(beliefs):
        return None
    move = rules.movement(beliefs, share=0.5)
    chance = shifted(beliefs, move, rules, share=0.5) * (held.probability or 0.0)
    if chance <= rules.thresholds.probability:
        return None
    if held.period[1] < move.since[0] or move.since[1] < held.period[0]:
        return None
    return replace(
        held,
        outcome="hedge",
        observations=(*beliefs, *held.observations),
        probability=chance,
        form=None,
        start=move.start,
        end=move.end,
        since=move.since,
    )


def parties_named(issue: Issue, case: Case) -> set[str]:
    """Ids of the actors that an issue's question or poles name."""
    text = f"{issue.question} {issue.plus.pole} {issue.minus.pole}"
    return {a.id for a in case.actors if any(_named(name, text) for name in _names(a, case))}


def _names(actor: Actor, case: Case) -> set[str]:
    people = {
        name
        for person in case.people
        if any(office.actor == actor.id for office in person.offices)
        for name in (person.name, person.name.split()[-1], *person.aliases)
    }
    return {actor.name, *actor.aliases, *actor.adjectives, *actor.metonyms} | people


def _named(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
