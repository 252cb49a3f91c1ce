"""Hedging: the position holds while the actor's expectation about the same party gives way."""

import re
from collections.abc import Iterable
from dataclasses import replace

from volteface.case.schema import Actor, Case, Issue
from volteface.positions.channels import Key
from volteface.positions.conditions import Rules, shifted, too_few
from volteface.positions.dates import canonical
from volteface.positions.judge import Finding
from volteface.positions.observations import Measured
from volteface.records import Observation


def hedge(key: Key, held: Finding, measured: Measured, case: Case, rules: Rules) -> Finding | None:
    """What "no shift" becomes when a belief about the same party moved by more than delta / 2.

    The belief must have moved within the time over which the position holds, and rest on two
    sources before and after. Position and belief are about the same party when the wording of
    both names it (or somebody who holds an office in it). ``apart`` is the belief's issue.
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
    return None


def _hedged(held: Finding, series: Iterable[Observation], rules: Rules) -> Finding | None:
    beliefs = canonical(list(series))
    if too_few(beliefs):
        return None
    move = rules.movement(beliefs, share=0.5)
    meanwhile = held.period[0] <= move.since[1] and move.since[0] <= held.period[1]
    chance = shifted(beliefs, move, rules, share=0.5) * (held.probability or 0.0)
    if not meanwhile or chance <= rules.thresholds.probability:
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
