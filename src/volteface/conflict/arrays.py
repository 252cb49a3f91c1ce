"""The arrays that a conflict runs on: structure, parameters, state. No logic.

In the numpy reference every array of parameters and state has the draws as its first axis; the
compiled kernel takes the same state, and one draw's parameters without that axis. Names of axes:
n parties, s patrons, a = n + s actors, m pairs of parties, o options, c members of the Council,
r relations, b bargains.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Reals: TypeAlias = npt.NDArray[np.float64]
Whole: TypeAlias = npt.NDArray[np.int64]

WAITING, FIGHTING, OUT = 0, 1, 2
"""What a party does: not yet there, in the war, fallen or dissolved."""
GOING_ON, BY_ARMS, BY_SETTLEMENT = 0, 1, 2
"""How a war stands."""
OPEN, DEAL, STRUCK = 0, 1, 2
"""How a bargain stands."""


class Structure(NamedTuple):
    """Who there is: the same in every draw."""

    forts: int
    """K."""
    regime: int
    """Its index among the parties."""
    initial: Whole
    """(n,) forts at the start, or taken on entry."""
    enters: Whole
    """(n,) month of entry; -1 for from the start."""
    parent: Whole
    """(n,) party it splits from; -1 for none."""
    pairs: Whole
    """(m, 2) parties of each pair, lower index first, pairs with a hostility only."""
    client: Whole
    """(s,) party of each patron."""
    starts: Whole
    """(s,) first step of each patron's ladder."""
    patron_of: Whole
    """(c,) patron that a member of the Council is; -1 for none."""
    permanent: Whole
    """(c,) 1 for a veto."""
    votes: int
    """Yes votes that a draft needs."""
    leaves: Whole
    """(o, n) 1 where a party gives up power under an option."""
    related: Whole
    """(r, 2) patrons of each relation."""
    target: Whole
    """(b,) party of each bargain."""
    log_forts: Reals
    """(K + 1,) logarithm of 0 to K, 0 in the first place: one table for both kernels."""


class Parameters(NamedTuple):
    """Every quantity, in blocks whose columns :mod:`volteface.conflict.fields` names."""

    battlefield: Reals
    belief: Reals
    scandal: Reals
    settlement: Reals
    council: Reals
    observer: Reals
    """(a, columns)."""
    party: Reals
    """(n, columns)."""
    patron: Reals
    """(s, columns)."""
    ladder: Reals
    """(s, 4, columns)."""
    battles: Reals
    """(m,) battles a month of each pair."""
    option: Reals
    """(o, columns)."""
    payoff: Reals
    """(o, a)."""
    member: Reals
    """(c, columns)."""
    relation: Reals
    """(r, columns)."""
    bargain: Reals
    """(b, columns)."""


class State(NamedTuple):
    """One month's end, for every draw."""

    forts: Whole
    """(n,)."""
    status: Whole
    """(n,) WAITING, FIGHTING or OUT."""
    own: Reals
    """(n,) own strength."""
    wins: Reals
    """(a,) first parameter of each actor's Beta belief in the regime."""
    losses: Reals
    """(a,) second parameter."""
    level: Whole
    """(s,) step of the ladder."""
    delivered: Whole
    """(s,) step that bites on the battlefield."""
    lag: Whole
    """(s,) months until ``delivered`` follows ``level``."""
    sunk: Reals
    """(s,) past investment not written off."""
    relation: Reals
    """(r,) log odds."""
    trust: Reals
    """(r,) log odds."""
    bargain: Whole
    """(b,) OPEN, DEAL or STRUCK."""
    scandal: Reals
    """() outrage that the fighting has left."""
    bitterness: Reals
    """() months of failed talks not forgotten."""
    resolved: Whole
    """() 1 once a draft has passed."""
    adopted: Whole
    """() option adopted, -1 for none."""
    over: Whole
    """() GOING_ON, BY_ARMS or BY_SETTLEMENT."""
    ended: Reals
    """() months from the start to the end of the war, NaN-free: -1 while it goes on."""
    battles: Whole
    """() battles fought so far."""
    toll: Reals
    """() casualties so far."""
