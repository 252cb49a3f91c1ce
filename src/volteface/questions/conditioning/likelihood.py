"""How likely the record is in each world: the observation model, one law for each kind.

A word (a step, an office) is coded rightly with probability ``1 - e`` and else as any other value,
all alike. A number has a normal error. A vote is cast by the Council's law at the month's
quantities and coded as a word. Readings of different months are independent given the world.
"""

from typing import TYPE_CHECKING

import numpy as np

from volteface.conflict import council
from volteface.conflict.arrays import Parameters, Reals, State, Structure
from volteface.conflict.fields import Scandal

if TYPE_CHECKING:
    from volteface.questions.conditioning.shown import Shown

_REACHED = 2.0
"""A world reproduces a number within this many of its standard deviations."""


def log_likelihood(shown: "Shown", record: Reals) -> Reals:
    """The log-likelihood of a word or a number, (draws,).

    Args:
        shown: Of kind "word" or "number".
        record: (draws, width) of its month.
    """
    seen = record[:, shown.column]
    if shown.kind == "word":
        wrong = shown.tolerance / (shown.choices - 1)
        return np.asarray(np.log(np.where(seen == shown.value, 1 - shown.tolerance, wrong)))
    away: Reals = (seen - shown.value) / shown.tolerance
    return -0.5 * away**2


def log_vote(shown: "Shown", structure: Structure, p: Parameters, state: State) -> Reals:
    """The log-likelihood of a vote, (draws,).

    Args:
        shown: Of kind "vote".
        structure: Who there is.
        p: Quantities of the month.
        state: At the month's end.
    """
    outrage = p.scandal[:, Scandal.LEVEL] + state.scandal
    ideal = council.ideals(structure, p, state)
    yes, no = council.inclinations(p, ideal, council.asked(p, shown.draft), outrage)
    chance = {1.0: yes, -1.0: no, 0.0: 1 - yes - no}[shown.value][:, shown.column]
    right, wrong = 1 - shown.tolerance, shown.tolerance / (shown.choices - 1)
    return np.asarray(np.log(right * chance + wrong * (1 - chance)))


def reproduces(shown: "Shown", record: Reals) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether each world has what the record shows, coding errors aside; for words and numbers."""
    seen = record[:, shown.column]
    if shown.kind == "word":
        return np.asarray(seen == shown.value)
    return np.asarray(np.abs(seen - shown.value) <= _REACHED * shown.tolerance)
