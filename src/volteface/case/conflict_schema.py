"""What may stand in conflict.toml, as pydantic models: parties, patrons, and what binds them.

A month is the unit of time, a fort (one of ``forts``) that of territory, and the stake of a patron
or the office of a party that of value. Quantities are explained in
:mod:`volteface.case.quantity_schema`, outside powers in :mod:`volteface.case.patron_schema`, the
Council in :mod:`volteface.case.council_schema`.
"""

from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import Field, create_model

from volteface.case.council_schema import Council
from volteface.case.patron_schema import LADDER, NONE, Instrument, Patron, patron_model
from volteface.case.quantity_schema import (
    Any_,
    BelowOne,
    NonNegative,
    Observer,
    Positive,
    Rate,
    Share,
    Sourced,
    quantity,
)
from volteface.case.schema import Identifier, Strict, Text


class Battlefield(Sourced):
    """``[battlefield]``: what all battles share (Smith and Stam 2004)."""

    decisiveness: NonNegative = quantity(
        1, "how much the ratio of strengths decides a battle (mu)", "exponent"
    )
    overstretch: NonNegative = quantity(
        0.87, "how much holding more than the enemy weakens (nu); 0 is Smith's walk", "exponent"
    )
    inheritance: Share = quantity(
        0, "what the victor takes over of the strength of a party that falls", "share"
    )
    escalation: NonNegative = quantity(
        0, "how far outside support, relative to own strength, adds to the battles", "share"
    )


class Belief(Sourced):
    """``[belief]``: what actors expect (Smith and Stam 2004)."""

    horizon: Positive = quantity(34, "how far ahead survival is judged", "months")


class Scandal(Sourced):
    """``[scandal]``: outrage abroad at the fighting."""

    level: NonNegative = quantity(0, "outrage from outside the fighting", "index")
    decay: Share = quantity(0.2, "what is forgotten each month", "share a month")
    outrage: NonNegative = quantity(0, "what a thousand casualties add", "index")


class Settlement(Sourced):
    """``[settlement]``: who must agree, and how fast (Fearon 1995, Cunningham 2006)."""

    adoption_rate: NonNegative = quantity(
        0.1, "how fast an option that nobody blocks is adopted", "per month"
    )
    mediation: NonNegative = quantity(1, "what talks add to that rate", "share of it")
    talks_on: Share = quantity(0, "whether talks are held (0 or 1, or between)", "share")
    party_share: Share = quantity(
        0.1, "share of the forts from which a party can block", "share of forts"
    )
    spoiler_leverage: Share = quantity(
        0.5, "leverage over its client from which a patron can block", "share"
    )
    guarantee: Share = quantity(
        0, "what trust between outside powers takes off every commitment risk", "share"
    )
    bitterness: NonNegative = quantity(
        0, "what a month of failed talks adds to the value of own force", "stake a month"
    )
    bitterness_decay: Share = quantity(0.1, "what of it passes each month", "share a month")
    lull: Share = quantity(
        0, "share of the battles between parties to talks that pause while talks are held", "share"
    )


class Party(Observer):
    """A side in the war. ``[[party]]``."""

    id: Identifier
    regime: bool = False
    """The government whose survival everybody judges; exactly one party is."""
    forts: Annotated[int, Field(ge=1)]
    """Held at the start, or taken on entry."""
    enters: date | None = None
    """A party that appears later: in the month of this day."""
    splits_from: Identifier | None = None
    """Whose forts it takes then, at most half of them."""
    merges_into: Identifier | None = None
    """Which party it becomes a part of once it is ``merged``."""
    strength: Positive = quantity(1, "own strength when fully mobilised", "strength")
    start: Positive = quantity(1, "own strength at first, of the full", "share")
    mobilisation: Positive = quantity(
        6, "time to mobilise on full territory; longer on less", "months"
    )
    attrition: BelowOne = quantity(0, "own strength lost with a battle", "share a battle")
    core: NonNegative = quantity(0, "forts at which it falls", "forts")
    fade: NonNegative = quantity(0, "how fast it would dissolve unaided", "per month")
    fade_support: NonNegative = quantity(
        3, "how outside support, relative to own strength, slows that", "exponent"
    )
    deaths: NonNegative = quantity(0, "casualties it causes in a battle", "people a battle")
    office: Positive = quantity(1, "what winning is worth to it", "value")
    war_cost: NonNegative = quantity(0.1, "what fighting on costs it", "value")
    talks: Share = quantity(1, "whether it is a party to talks (from one half on)", "share")
    exit_value: NonNegative = quantity(0, "a guarantee if it gives in to its patron", "value")
    compliance: Share = quantity(1, "chance that it does what it gave in to", "prob")
    removed: Share = quantity(0, "whether it is forced out (from one half on)", "share")
    merged: Share = quantity(
        0, "whether it joins the party that it merges into (from one half on)", "share"
    )


class Hostility(Sourced):
    """Two parties that fight. ``[[hostility]]``."""

    between: tuple[Identifier, Identifier]
    battles: Rate = quantity(1, "battles between them", "per month")
    truce: Share = quantity(0, "share of their fronts under local cease-fires", "share")


class Option(Sourced):
    """A way to settle. ``[[option]]``."""

    id: Identifier
    title: Text
    payoff: Annotated[dict[str, Share], Field(default_factory=dict)]
    """For each party, as a share of its office; for each patron, as a share of its stake."""
    leaves: tuple[Identifier, ...] = ()
    """Parties that give up power under it."""
    tabled: Share = quantity(0, "whether it is on the table (from one half on)", "share")
    risk: Share = quantity(0, "commitment risk: the chance that it is not kept", "prob")
    face_saving: Share = quantity(0, "what it takes off a patron's loss of face", "share")
    keeps_ties: Share = quantity(0, "what a patron keeps of its stake under it", "share")


class Relation(Sourced):
    """Two outside powers. ``[[relation]]``."""

    between: tuple[Identifier, Identifier]
    third: Identifier | None = None
    """A power to which its client is worth more as these two draw together."""
    start: Any_ = quantity(0, "relation at first, before the bounds of -1 and 1", "log odds")
    trust: Any_ = quantity(0, "trust at first", "log odds")
    reversion: Share = quantity(0.1, "what returns to the first value", "share a month")
    cooperation: NonNegative = quantity(0.1, "what talks add while both take part", "per month")
    opposed: NonNegative = quantity(0.05, "what arming opposite sides takes away", "per month")
    sanctions: NonNegative = quantity(0, "what sanctions take away", "per month")
    quarrel: NonNegative = quantity(0, "what quarrels elsewhere take away", "per month")
    rivalry: NonNegative = quantity(
        0, "what a relation better by one than at first adds to the third's stake", "stake a month"
    )


class Bargain(Sourced):
    """A single-issue bargain under threat. ``[[bargain]]``: give the thing up, or be struck."""

    id: Identifier
    target: Identifier
    """The party that holds the thing."""
    power: Identifier
    """The patron that threatens."""
    threat: Share = quantity(0, "chance of a strike, as the target sees it", "prob")
    damage: NonNegative = quantity(1, "what a strike costs the target", "value")
    worth: NonNegative = quantity(0.5, "what the thing is worth to the target", "value")
    gain: NonNegative = quantity(1, "what a strike is worth to the power", "value")
    reluctance: NonNegative = quantity(1, "what a strike costs the power", "value")
    harm: Share = quantity(0.05, "own strength that the target loses in a strike", "share")


class Change(Sourced):
    """A dated change of one quantity. ``[[shock]]``: exactly one of set, add, times."""

    id: Identifier
    text: Text
    quantity: Text
    from_: Annotated[date, Field(alias="from")]
    to: date | None = None
    """The last month it holds for; left out: to the end."""
    set: Any_ | None = None
    add: Any_ | None = None
    times: NonNegative | None = None


class ConflictFile(Strict):
    """conflict.toml."""

    begins: date
    """The first month of the war's clock."""
    months: Annotated[int, Field(ge=1, le=1200)] = 72
    forts: Annotated[int, Field(ge=2, le=10000)] = 100
    """How many forts the country has (K)."""
    battlefield: Battlefield = Battlefield()
    belief: Belief = Belief()
    scandal: Scandal = Scandal()
    settlement: Settlement = Settlement()
    council: Council = Council()
    instruments: Annotated[tuple[Instrument, ...], Field(alias="instrument", min_length=1)] = LADDER
    """The steps of support, in rising order; left out: cover, arms, force."""
    parties: Annotated[tuple[Party, ...], Field(alias="party", min_length=2, max_length=60)]
    patrons: Annotated[tuple[Patron, ...], Field(alias="patron", max_length=60)] = ()
    hostilities: Annotated[tuple[Hostility, ...], Field(alias="hostility", min_length=1)]
    options: Annotated[tuple[Option, ...], Field(alias="option")] = ()
    relations: Annotated[tuple[Relation, ...], Field(alias="relation")] = ()
    bargains: Annotated[tuple[Bargain, ...], Field(alias="bargain")] = ()
    shocks: Annotated[tuple[Change, ...], Field(alias="shock")] = ()

    @property
    def ladder(self) -> tuple[str, ...]:
        """The steps of support by name, from nothing to the last instrument."""
        return (NONE, *(instrument.id for instrument in self.instruments))


@cache
def conflict_model(ladder: tuple[str, ...]) -> type[ConflictFile]:
    """The form of a conflict.toml whose patrons have these instruments."""
    patron: Any = patron_model(ladder)
    fields: dict[str, Any] = {
        "patrons": (Annotated[tuple[patron, ...], Field(alias="patron", max_length=60)], ())
    }
    return create_model("ConflictFile", __base__=ConflictFile, **fields)
