"""What the compiled kernel works out within one month of one draw."""

from typing import NamedTuple

import numpy as np

from volteface.conflict.arrays import Body, Reals, Whole
from volteface.conflict.layout import Layout


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
    stake: Reals
    """(s,) what each patron has at stake, a third power's rapprochement included."""
    elsewhere: Reals
    """(s,) what its power spends a month on its other clients."""
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
    """(1 + v, 3) chance of adoption, tabled, passed, of each draft."""
    ideal: Reals
    """(c,) what pressure each member likes best, support of a client included."""
    yes: Reals
    """(c,) each member's chance of voting for the draft."""
    no: Reals
    """(c,) and against it."""
    votes: Reals
    """(votes + 1, votes + 1 or 1) distribution of the votes for and, if they count, against."""
    casualties: Reals
    """(1,)."""


def new_scratch(layout: Layout, body: Body) -> Scratch:
    """Room for one draw."""
    parties, patrons, options = layout.parties, layout.patrons, layout.options
    return Scratch(
        counts=np.zeros(layout.pairs, np.int64),
        aid=np.zeros(parties),
        strength=np.zeros(parties),
        log_strength=np.zeros(parties),
        weight=np.zeros(parties),
        distance=np.zeros(1),
        pace=np.zeros(1),
        belief=np.zeros(parties + patrons),
        stake=np.zeros(patrons),
        elsewhere=np.zeros(patrons),
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
        council=np.zeros((1 + layout.rivals, 3)),
        ideal=np.zeros(layout.members),
        yes=np.zeros(layout.members),
        no=np.zeros(layout.members),
        votes=new_votes(body),
        casualties=np.zeros(1),
    )


def new_votes(body: Body) -> Reals:
    """Room for the distribution of votes in a body."""
    votes = int(body.weight.sum()) + 1
    return np.zeros((votes, votes if body.over > 0 else 1))
