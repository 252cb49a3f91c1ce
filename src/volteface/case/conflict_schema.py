"""What may stand in conflict.toml, as pydantic models: parties, patrons, and what binds them.

A month is the unit of time, a fort (one of ``forts``) that of territory, and the stake of a patron
or the office of a party that of value. Every quantity is a
:class:`~volteface.case.parameter.Parameter`; its description is its meaning and its ``unit``
stands beside it. What is left out has the default shown here, sourced as "default of the model".
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf

from volteface.case.parameter import Bounds, Parameter, parse_parameter
from volteface.case.schema import Identifier, Strict, Text

DEFAULT_SOURCE = "default of the model"
LADDER = ("none", "cover", "arms", "force")
"""The steps of support, from nothing to own force."""

Any_ = Annotated[InstanceOf[Parameter], BeforeValidator(parse_parameter)]
Positive = Annotated[Any_, AfterValidator(Bounds(above=0))]
NonNegative = Annotated[Any_, AfterValidator(Bounds(low=0))]
Share = Annotated[Any_, AfterValidator(Bounds(low=0, high=1))]
OpenShare = Annotated[Any_, AfterValidator(Bounds(above=0, high=1 - 1e-9))]
BelowOne = Annotated[Any_, AfterValidator(Bounds(low=0, high=1 - 1e-9))]
Rate = Annotated[Any_, AfterValidator(Bounds(low=0, high=200))]
Level = Literal["none", "cover", "arms", "force"]


def _quantity(default: float, meaning: str, unit: str) -> Any:  # noqa: ANN401 - pydantic's own type
    return Field(
        default=Parameter("value", (float(default),), source=DEFAULT_SOURCE),
        description=meaning,
        json_schema_extra={"unit": unit},
    )


class Sourced(Strict):
    """A table whose ``source`` stands for every quantity in it that names none of its own."""

    source: Text | None = None


class Battlefield(Sourced):
    """``[battlefield]``: what all battles share (Smith and Stam 2004)."""

    decisiveness: NonNegative = _quantity(
        1, "how much the ratio of strengths decides a battle (mu)", "exponent"
    )
    overstretch: NonNegative = _quantity(
        0.87, "how much holding more than the enemy weakens (nu); 0 is Smith's walk", "exponent"
    )
    inheritance: Share = _quantity(
        0, "what the victor takes over of the strength of a party that falls", "share"
    )


class Belief(Sourced):
    """``[belief]``: what actors expect (Smith and Stam 2004)."""

    horizon: Positive = _quantity(34, "how far ahead survival is judged", "months")


class Scandal(Sourced):
    """``[scandal]``: outrage abroad at the fighting."""

    level: NonNegative = _quantity(0, "outrage from outside the fighting", "index")
    decay: Share = _quantity(0.2, "what is forgotten each month", "share a month")
    outrage: NonNegative = _quantity(0, "what a thousand casualties add", "index")


class Settlement(Sourced):
    """``[settlement]``: who must agree, and how fast (Fearon 1995, Cunningham 2006)."""

    adoption_rate: NonNegative = _quantity(
        0.1, "how fast an option that nobody blocks is adopted", "per month"
    )
    mediation: NonNegative = _quantity(1, "what talks add to that rate", "share of it")
    talks_on: Share = _quantity(0, "whether talks are held (0 or 1, or between)", "share")
    party_share: Share = _quantity(
        0.1, "share of the forts from which a party can block", "share of forts"
    )
    spoiler_leverage: Share = _quantity(
        0.5, "leverage over its client from which a patron can block", "share"
    )
    guarantee: Share = _quantity(
        0, "what trust between outside powers takes off every commitment risk", "share"
    )
    bitterness: NonNegative = _quantity(
        0, "what a month of failed talks adds to the value of own force", "stake a month"
    )
    bitterness_decay: Share = _quantity(0.1, "what of it passes each month", "share a month")


class Member(Sourced):
    """A member of the Council. ``[[council.member]]``."""

    id: Identifier
    permanent: bool = False
    """Whether its no is a veto."""
    ideal: Any_ = _quantity(0, "the pressure on the regime that it likes best", "pressure, 0 to 1")
    scandal: NonNegative = _quantity(
        0, "how much outrage widens its band of abstention", "pressure per index"
    )


class Council(Sourced):
    """``[council]``: a body that votes on drafts of pressure."""

    votes: Annotated[int, Field(ge=1)] = 9
    """Yes votes that a draft needs."""
    members: Annotated[tuple[Member, ...], Field(alias="member", max_length=60)] = ()
    draft: Any_ = _quantity(0.6, "the pressure that a draft asks for", "pressure, 0 to 1")
    status_quo: Any_ = _quantity(0, "the pressure without it", "pressure, 0 to 1")
    noise: Positive = _quantity(0.1, "spread of what else decides a vote", "squared pressure")
    band: NonNegative = _quantity(
        0.05, "how near indifference a member abstains", "squared pressure"
    )
    cover_shift: NonNegative = _quantity(
        0.5, "how far diplomatic cover moves its patron's ideal", "pressure"
    )
    audience: NonNegative = _quantity(
        0, "worth of a draft as a show, for each unit of outrage", "sponsor's cost"
    )
    gain: NonNegative = _quantity(1, "worth of a draft that passes", "sponsor's cost")
    cost: NonNegative = _quantity(1, "cost of tabling a draft", "sponsor's cost")
    resolution: NonNegative = _quantity(
        0.5, "pressure on the regime's patrons once a draft has passed", "pressure"
    )


class Observer(Sourced):
    """What every actor has: a belief about the regime (Beta distribution)."""

    prior: OpenShare = _quantity(0.5, "expected chance of the regime in a battle, at first", "prob")
    prior_size: Positive = _quantity(30, "how sure of it, in battles seen", "battles")
    sees: Share = _quantity(0.8, "share of battles it hears of", "share")
    forgetting: Share = _quantity(0.1, "what fades towards the first belief", "share a month")


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
    strength: Positive = _quantity(1, "own strength when fully mobilised", "strength")
    start: Positive = _quantity(1, "own strength at first, of the full", "share")
    mobilisation: Positive = _quantity(
        6, "time to mobilise on full territory; longer on less", "months"
    )
    attrition: BelowOne = _quantity(0, "own strength lost with a battle", "share a battle")
    core: NonNegative = _quantity(0, "forts at which it falls", "forts")
    fade: NonNegative = _quantity(0, "how fast it would dissolve unaided", "per month")
    fade_support: NonNegative = _quantity(
        3, "how outside support, relative to own strength, slows that", "exponent"
    )
    deaths: NonNegative = _quantity(0, "casualties it causes in a battle", "people a battle")
    office: Positive = _quantity(1, "what winning is worth to it", "value")
    war_cost: NonNegative = _quantity(0.1, "what fighting on costs it", "value")
    talks: Share = _quantity(1, "whether it is a party to talks (from one half on)", "share")
    exit_value: NonNegative = _quantity(0, "a guarantee if it gives in to its patron", "value")
    compliance: Share = _quantity(1, "chance that it does what it gave in to", "prob")
    removed: Share = _quantity(0, "whether it is forced out (from one half on)", "share")


class Step(Sourced):
    """One step of a patron's ladder: ``[patron.arms]``."""

    cost: NonNegative = _quantity(0, "what this support costs it", "stake a month")
    interest: NonNegative = _quantity(
        0, "what it has from it while its side survives", "stake a month"
    )
    bite: NonNegative = _quantity(0, "what pressure costs it here", "stake a month")
    effect: NonNegative = _quantity(0, "strength it gives the client", "strength")
    entry: NonNegative = _quantity(0, "cost of stepping up to it", "months of stake")


class Patron(Observer):
    """An outside power behind one party. ``[[patron]]``."""

    id: Identifier
    client: Identifier
    starts: Level = "none"
    cover: Step = Step()
    arms: Step = Step()
    force: Step = Step()
    stake: NonNegative = _quantity(1, "what its side's success is worth to it", "stake a month")
    standing: NonNegative = _quantity(0, "prestige of standing by a client", "stake a month")
    face: NonNegative = _quantity(2, "loss of face in stepping down", "months of stake")
    reactance: NonNegative = _quantity(0, "how pressure makes that loss worse", "per pressure")
    sunk: NonNegative = _quantity(0, "what each month's cost adds to the price of leaving", "share")
    sunk_decay: Share = _quantity(0.05, "what of past investment is written off", "share a month")
    deployment_lag: NonNegative = _quantity(1, "time until more support bites", "months")
    pressure: NonNegative = _quantity(0, "pressure on it to step down", "pressure")
    exposure: NonNegative = _quantity(0, "pressure for each unit of outrage", "pressure")
    discount: Positive = _quantity(0.015, "discount rate (rho)", "per month")
    volatility: NonNegative = _quantity(
        0.015, "how much its advantage wanders (sigma)", "stake a month"
    )
    uncertainty: NonNegative = _quantity(
        0, "what an open election adds to that", "share of volatility"
    )
    insurance: NonNegative = _quantity(0, "worth of contacts if the other side wins", "value")
    contact_cost: Positive = _quantity(1, "cost of such contacts", "value")
    words: NonNegative = _quantity(0, "how far words fall behind deeds in doubt", "steps")
    substitution: Share = _quantity(
        0, "share of another patron's support that it would replace", "share"
    )
    coalition: NonNegative = _quantity(0, "gain of joining another's coalition", "stake a month")
    autonomy: NonNegative = _quantity(0, "standing lost by joining", "stake a month")


class Hostility(Sourced):
    """Two parties that fight. ``[[hostility]]``."""

    between: tuple[Identifier, Identifier]
    battles: Rate = _quantity(1, "battles between them", "per month")


class Option(Sourced):
    """A way to settle. ``[[option]]``."""

    id: Identifier
    title: Text
    payoff: Annotated[dict[str, Share], Field(default_factory=dict)]
    """For each party, as a share of its office; for each patron, as a share of its stake."""
    leaves: tuple[Identifier, ...] = ()
    """Parties that give up power under it."""
    tabled: Share = _quantity(0, "whether it is on the table (from one half on)", "share")
    risk: Share = _quantity(0, "commitment risk: the chance that it is not kept", "prob")
    face_saving: Share = _quantity(0, "what it takes off a patron's loss of face", "share")
    keeps_ties: Share = _quantity(0, "what a patron keeps of its stake under it", "share")


class Relation(Sourced):
    """Two outside powers. ``[[relation]]``."""

    between: tuple[Identifier, Identifier]
    start: Any_ = _quantity(0, "relation at first, before the bounds of -1 and 1", "log odds")
    trust: Any_ = _quantity(0, "trust at first", "log odds")
    reversion: Share = _quantity(0.1, "what returns to the first value", "share a month")
    cooperation: NonNegative = _quantity(0.1, "what talks add while both take part", "per month")
    opposed: NonNegative = _quantity(0.05, "what arming opposite sides takes away", "per month")
    sanctions: NonNegative = _quantity(0, "what sanctions take away", "per month")
    quarrel: NonNegative = _quantity(0, "what quarrels elsewhere take away", "per month")


class Bargain(Sourced):
    """A single-issue bargain under threat. ``[[bargain]]``: give the thing up, or be struck."""

    id: Identifier
    target: Identifier
    """The party that holds the thing."""
    power: Identifier
    """The patron that threatens."""
    threat: Share = _quantity(0, "chance of a strike, as the target sees it", "prob")
    damage: NonNegative = _quantity(1, "what a strike costs the target", "value")
    worth: NonNegative = _quantity(0.5, "what the thing is worth to the target", "value")
    gain: NonNegative = _quantity(1, "what a strike is worth to the power", "value")
    reluctance: NonNegative = _quantity(1, "what a strike costs the power", "value")
    harm: Share = _quantity(0.05, "own strength that the target loses in a strike", "share")


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
    parties: Annotated[tuple[Party, ...], Field(alias="party", min_length=2, max_length=60)]
    patrons: Annotated[tuple[Patron, ...], Field(alias="patron", max_length=60)] = ()
    hostilities: Annotated[tuple[Hostility, ...], Field(alias="hostility", min_length=1)]
    options: Annotated[tuple[Option, ...], Field(alias="option")] = ()
    relations: Annotated[tuple[Relation, ...], Field(alias="relation")] = ()
    bargains: Annotated[tuple[Bargain, ...], Field(alias="bargain")] = ()
    shocks: Annotated[tuple[Change, ...], Field(alias="shock")] = ()
