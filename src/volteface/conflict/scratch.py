"""What the compiled kernel works out within one month of one draw."""

from typing import NamedTuple

import numpy as np

from volteface.conflict.arrays import Reals, Whole


class Scratch(NamedTuple):
    """Filled anew each month; shapes as in :mod:`volteface.conflict.arrays`."""

    counts: Whole
    """(m,) battles due."""
    aid: Reals
    """(n,) strength delivered from outside."""
    strength: Reals
    """(n,) own strength and aid."""
    log_strength: Reals
    """(n,)."""
    weight: Reals
    """(n,) weight of each party's log strength in the regime's log odds of a battle."""
    distance: Reals
    """(1,) forts between the regime and its fall; 0 once it has fallen."""
    pace: Reals
    """(1,) battles of the regime within the horizon."""
    belief: Reals
    """(a,) survival of the regime as each actor believes it."""
    going_on: Reals
    """(s,) flow value to each patron of the step that it chose."""
    pressure: Reals
    """(s,)."""
    leverage: Reals
    """(s,)."""
    without: Reals
    """(s,) the client's belief in its own success without this patron."""
    fighting: Reals
    """(n,) what fighting on is worth to each party."""
    wish: Whole
    """(s,) option that the patron prefers to going on, -1 for none."""
    demands: Whole
    """(s,) 1 if it asks for it under threat."""
    gives_in: Whole
    """(s,) 1 if the client gives in."""
    consent: Whole
    """(n,) option that the party has agreed to under pressure, -1 for none."""
    kept: Reals
    """(o,) chance that the option is kept."""
    blockers: Whole
    """(o,) veto players against."""
    council: Reals
    """(3,) chance of adoption, tabled, passed."""
    yes: Reals
    """(c,) each member's chance of voting for the draft."""
    no: Reals
    """(c,) and against it."""
    votes: Reals
    """(c + 1,) distribution of the number of yes votes."""
    casualties: Reals
    """(1,)."""


def new_scratch(parties: int, patrons: int, pairs: int, options: int, members: int) -> Scratch:
    """Room for one draw."""
    return Scratch(
        counts=np.zeros(pairs, np.int64),
        aid=np.zeros(parties),
        strength=np.zeros(parties),
        log_strength=np.zeros(parties),
        weight=np.zeros(parties),
        distance=np.zeros(1),
        pace=np.zeros(1),
        belief=np.zeros(parties + patrons),
        going_on=np.zeros(patrons),
        pressure=np.zeros(patrons),
        leverage=np.zeros(patrons),
        without=np.zeros(patrons),
        fighting=np.zeros(parties),
        wish=np.zeros(patrons, np.int64),
        demands=np.zeros(patrons, np.int64),
        gives_in=np.zeros(patrons, np.int64),
        consent=np.zeros(parties, np.int64),
        kept=np.zeros(options),
        blockers=np.zeros(options, np.int64),
        council=np.zeros(3),
        yes=np.zeros(members),
        no=np.zeros(members),
        votes=np.zeros(members + 1),
        casualties=np.zeros(1),
    )
