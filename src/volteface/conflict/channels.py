"""What is recorded at each month's end: the columns of the record, in order.

A record's row holds a block for the world, then one for each party, patron, option, relation and
bargain, and one for each draft; :class:`Offsets` says where each begins.
"""

from enum import IntEnum
from typing import NamedTuple

from volteface.conflict.arrays import Structure
from volteface.conflict.layout import Layout

LEAST_LEVERAGE = 0.01
"""If a side's patrons together have less, there is no counterpart worth talking to."""


class World(IntEnum):
    """Once a month."""

    WAR_OVER = 0
    SETTLED = 1
    CASUALTIES = 2
    TOLL = 3
    BATTLES = 4
    SCANDAL = 5
    BITTERNESS = 6


class CouncilSeen(IntEnum):
    """Of each draft before the Council: its own, then its rivals."""

    ADOPTION = 0
    TABLED = 1
    PASSED = 2


class PartySeen(IntEnum):
    """Of each party."""

    FORTS = 0
    STRENGTH = 1
    IN_POWER = 2
    BELIEF = 3


class PatronSeen(IntEnum):
    """Of each patron."""

    SUPPORT = 0
    DELIVERED = 1
    BELIEF = 2
    STATED = 3
    CONTACTS = 4
    LEVERAGE = 5
    PRESSURE = 6
    PREFERS_SETTLEMENT = 7
    DEMANDS = 8
    GIVES_IN = 9
    JOINS = 10
    COUNTERPART = 11


class OptionSeen(IntEnum):
    """Of each option."""

    FEASIBLE = 0
    ADOPTED = 1
    BLOCKERS = 2


class RelationSeen(IntEnum):
    """Of each relation."""

    RELATION = 0
    TRUST = 1


class BargainSeen(IntEnum):
    """Of each bargain."""

    DEAL = 0
    STRIKE = 1


class Offsets(NamedTuple):
    """Where each block of a row begins; ``width`` is the length of the row."""

    world: int
    council: int
    party: int
    patron: int
    option: int
    relation: int
    bargain: int
    width: int


def offsets(structure: Structure, layout: Layout) -> Offsets:
    """The blocks of a row for these actors, drafts and options."""
    sizes = (
        len(World),
        (1 + layout.rivals) * len(CouncilSeen),
        len(structure.initial) * len(PartySeen),
        len(structure.client) * len(PatronSeen),
        layout.options * len(OptionSeen),
        len(structure.related) * len(RelationSeen),
        len(structure.target) * len(BargainSeen),
    )
    starts = [sum(sizes[:place]) for place in range(len(sizes) + 1)]
    return Offsets(*starts)
