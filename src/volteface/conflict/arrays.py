"""The arrays that a conflict runs on: structure, parameters, state. No logic.

In the numpy reference every array of parameters and state has the draws as its first axis; the
compiled kernel takes the same state, and one draw's parameters without that axis. Names of axes:
n parties, s patrons, a = n + s actors, m pairs of parties, o options, c members of the Council,
r relations, b bargains, u steps of the ladder, v rival drafts.

A patron here is a line of support, from one power to one client; a power with several clients has
several, of which the first is its principal line.
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


class Body(NamedTuple):
    """A body that votes."""

    permanent: Whole
    """(c,) 1 for a veto."""
    weight: Whole
    """(c,) votes of each member."""
    needed: int
    """Yes votes that a draft needs."""
    over: int
    """With ``under``, the share of the votes cast that it needs; 0 of 1 for none."""
    under: int
    strict: int
    """1 where it needs more than that share."""


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
    into: Whole
    """(n,) party that it may merge into; -1 for none."""
    pairs: Whole
    """(m, 2) parties of each pair, lower index first, pairs with a hostility only."""
    client: Whole
    """(s,) party of each patron."""
    starts: Whole
    """(s,) the step that each patron begins on."""
    principal: Whole
    """(s,) the principal line of its power: itself for most."""
    cover: int
    """The first step that is public."""
    arms: int
    """The first step that arms the client; past the last for none."""
    force: int
    """The first step of own force; past the last for none."""
    patron_of: Whole
    """(c,) principal line of the power that a member of the Council is; -1 for none."""
    body: Body
    leaves: Whole
    """(o, n) 1 where a party gives up power under an option."""
    related: Whole
    """(r, 2) principal lines of the powers of each relation."""
    third: Whole
    """(r,) principal line of the power that minds it if these two draw together; -1 for none."""
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
    """(s, u, columns)."""
    hostility: Reals
    """(m, columns)."""
    option: Reals
    """(o, columns)."""
    payoff: Reals
    """(o, a)."""
    member: Reals
    """(c, columns)."""
    rival: Reals
    """(v, columns)."""
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
    brought: Reals
    """(n,) full strength that parties which merged into it have brought."""
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
    origin: Reals
    """(r,) what they were at first."""
    trust: Reals
    """(r,) log odds."""
    bargain: Whole
    """(b,) OPEN, DEAL or STRUCK."""
    scandal: Reals
    """() outrage that the fighting has left."""
    bitterness: Reals
    """() months of failed talks not forgotten."""
    resolved: Whole
    """(1 + v,) 1 once the draft has passed: the Council's own, then its rivals."""
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
