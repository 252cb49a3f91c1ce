"""Where each quantity stands in the arrays of parameters: one index for each named column.

The names, in lower case, are those of conflict.toml.
"""

from enum import IntEnum

ON = 0.5
"""From here on a switch (whether something holds) counts as on."""

MOST_BATTLES = 1000.0
"""No pair fights more in a month, whatever supports it."""
MOST_MEMBERS = 60
"""Of a Council; part of the address of a vote."""

NONE = 0
"""The first step of every ladder; where others begin, :class:`~volteface.conflict.arrays.Structure`
says."""


class Battlefield(IntEnum):
    """Columns of ``battlefield``."""

    DECISIVENESS = 0
    OVERSTRETCH = 1
    INHERITANCE = 2
    ESCALATION = 3


class Belief(IntEnum):
    """Columns of ``belief``."""

    HORIZON = 0


class Scandal(IntEnum):
    """Columns of ``scandal``."""

    LEVEL = 0
    DECAY = 1
    OUTRAGE = 2


class Settlement(IntEnum):
    """Columns of ``settlement``."""

    ADOPTION_RATE = 0
    MEDIATION = 1
    TALKS_ON = 2
    PARTY_SHARE = 3
    SPOILER_LEVERAGE = 4
    GUARANTEE = 5
    BITTERNESS = 6
    BITTERNESS_DECAY = 7
    LULL = 8


class Council(IntEnum):
    """Columns of ``council``."""

    DRAFT = 0
    STATUS_QUO = 1
    NOISE = 2
    BAND = 3
    COVER_SHIFT = 4
    AUDIENCE = 5
    GAIN = 6
    COST = 7
    RESOLUTION = 8


class Observer(IntEnum):
    """Columns of ``observer``: parties first, then patrons."""

    PRIOR = 0
    PRIOR_SIZE = 1
    SEES = 2
    FORGETTING = 3


class Party(IntEnum):
    """Columns of ``party``."""

    STRENGTH = 0
    START = 1
    MOBILISATION = 2
    ATTRITION = 3
    CORE = 4
    FADE = 5
    FADE_SUPPORT = 6
    DEATHS = 7
    OFFICE = 8
    WAR_COST = 9
    TALKS = 10
    EXIT_VALUE = 11
    COMPLIANCE = 12
    REMOVED = 13
    MERGED = 14


class Patron(IntEnum):
    """Columns of ``patron``; HELD is the step an intervention holds it at, -1 where it is free."""

    STAKE = 0
    STANDING = 1
    FACE = 2
    REACTANCE = 3
    SUNK = 4
    SUNK_DECAY = 5
    DEPLOYMENT_LAG = 6
    PRESSURE = 7
    EXPOSURE = 8
    DISCOUNT = 9
    VOLATILITY = 10
    UNCERTAINTY = 11
    INSURANCE = 12
    CONTACT_COST = 13
    WORDS = 14
    SUBSTITUTION = 15
    COALITION = 16
    AUTONOMY = 17
    BURDEN = 18
    SWING = 19
    REVEAL = 20
    HELD = 21


class Step(IntEnum):
    """Columns of ``ladder``: one row for each step of each patron."""

    COST = 0
    INTEREST = 1
    BITE = 2
    EFFECT = 3
    ENTRY = 4
    OPEN = 5


class Hostility(IntEnum):
    """Columns of ``hostility``."""

    BATTLES = 0
    TRUCE = 1


class Option(IntEnum):
    """Columns of ``option``; IMPOSED is 1 where an intervention has it adopted."""

    TABLED = 0
    RISK = 1
    FACE_SAVING = 2
    KEEPS_TIES = 3
    IMPOSED = 4


class Member(IntEnum):
    """Columns of ``member``."""

    IDEAL = 0
    SCANDAL = 1


class Rival(IntEnum):
    """Columns of ``rival``."""

    ASKS = 0
    GAIN = 1
    COST = 2
    AUDIENCE = 3
    REPLY = 4
    RESOLUTION = 5


class Relation(IntEnum):
    """Columns of ``relation``."""

    START = 0
    TRUST = 1
    REVERSION = 2
    COOPERATION = 3
    OPPOSED = 4
    SANCTIONS = 5
    QUARREL = 6
    RIVALRY = 7


class Bargain(IntEnum):
    """Columns of ``bargain``."""

    THREAT = 0
    DAMAGE = 1
    WORTH = 2
    GAIN = 3
    RELUCTANCE = 4
    HARM = 5
