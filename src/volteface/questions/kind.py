"""Whether an answer is built in, by test: does it hold in every world under very wide priors?

What holds in every world of :mod:`volteface.questions.wide`, whatever the numbers, holds by the
form of an equation: the model could not have said anything else. Anything with a counterexample, or
with too few worlds that differ to exclude one, is emergent.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np

from volteface.case.claims_schema import Sign
from volteface.conflict.arrays import Reals
from volteface.conflict.measures import Measure

WORLDS = 1024
"""Worlds of the test."""
_FEWEST = 100
"""So many must differ, all to the same side: a counterexample in 3 % of them would show, with 95 %
probability (the rule of three)."""

Kind: TypeAlias = Literal["built in", "emergent"]


def kind_of(wide: Reals, own: Reals, finding: Sign | None) -> Kind:
    """The kind of an answer.

    Args:
        wide: (draws,) differences under wide priors.
        own: (draws,) those of the case's own worlds, in which a counterexample counts as well.
        finding: What the case's own worlds show; None if nothing, which no equation forces.
    """
    both = np.concatenate([wide, own])
    rises, falls = bool(np.any(both > 0)), bool(np.any(both < 0))
    enough = int(np.sum(wide != 0)) >= _FEWEST
    forced = {
        "+": enough and not falls,
        "-": enough and not rises,
        "0": not rises and not falls,
        None: False,
    }[finding]
    return "built in" if forced else "emergent"


def equation_of(measure: Measure, do: Sequence[str] = ()) -> str:
    """The equation that forces an answer that is built in: the one that sets the measure.

    Args:
        measure: What the answer is about.
        do: The interventions; an option that is imposed ends the war whatever else is measured.
    """
    if any(".imposed" in text for text in do):
        return _OPTIONS
    last = measure.channel.name.rpartition(".")[2]
    family = measure.channel.name.partition(".")[0]
    if last in {"adoption", "tabled", "passed"}:
        return _EQUATIONS["council"]
    if family in {"relation", "trust", "in_power"}:
        return _EQUATIONS[family]
    return _EQUATIONS[last]


_BATTLES = "Battlefield: battles, the forts that they move and the deaths that they cause"
_PATRONS = "Patrons: the flow value of a step of support, and the triggers for taking it (Dixit)"
_DEMANDS = "Leverage: a patron's demand, and what its client keeps by giving in"
_OPTIONS = "Settlement: an option is open when no veto player prefers to fight on, and ends the war"
_EQUATIONS = {
    "war_over": _OPTIONS,
    "settled": _OPTIONS,
    "bitterness": _OPTIONS,
    "feasible": _OPTIONS,
    "adopted": _OPTIONS,
    "blockers": _OPTIONS,
    "casualties": _BATTLES,
    "toll": _BATTLES,
    "battles": _BATTLES,
    "forts": _BATTLES,
    "strength": _BATTLES,
    "scandal": "Scandal: outrage grows with casualties and is forgotten",
    "council": "Council: the exact chance of enough votes and no veto",
    "in_power": "Office: held by parties in the war that have not given it up in a settlement",
    "belief": "Belief: the chance of survival, learnt from battles",
    "support": _PATRONS,
    "delivered": _PATRONS,
    "stated": "Words: support less a distance that grows with doubt",
    "contacts": "Insurance: contacts grow with doubt times their worth over their cost",
    "leverage": "Leverage: what the client would lose of its success without the patron",
    "counterpart": "Leverage: a patron's share of its side's leverage",
    "pressure": "Patrons: pressure, outrage times exposure, and a resolution",
    "prefers_settlement": _DEMANDS,
    "demands": _DEMANDS,
    "gives_in": _DEMANDS,
    "joins": "Autonomy: a patron joins where the coalition gains it more than its standing loses",
    "relation": "Relations: talks mend, arming opposite sides, sanctions and quarrels spoil",
    "trust": "Relations: talks mend, arming opposite sides and sanctions spoil",
    "deal": "Bargain: the thing is given up to a threat that its maker would rather not carry out",
    "strike": "Bargain: a threat that its maker would as soon carry out is carried out",
}
