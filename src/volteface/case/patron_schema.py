"""What may stand in conflict.toml about outside powers: a ladder, and who stands on it."""

from functools import cache
from typing import Annotated, Any

from pydantic import Field, create_model

from volteface.case.parameter import Parameter
from volteface.case.quantity_schema import NonNegative, Observer, Positive, Share, Sourced, quantity
from volteface.case.schema import Identifier, Strict, Text

NONE = "none"
"""The first step of every ladder."""


class Instrument(Strict):
    """A step of the ladder of support, each above the one before. ``[[instrument]]``."""

    id: Identifier
    title: Text
    public: bool = True
    """Whether it is known: from here on a patron stands by its client, and its veto covers it."""
    arms: bool = False
    """Whether from here on it counts as arming the client."""
    own_force: bool = False
    """Whether from here on the patron fights itself."""
    ties: tuple[Text, ...] = ()
    """The instruments of ties.toml that are this step."""


LADDER = (
    Instrument(id="cover", title="diplomatic cover"),
    Instrument(id="arms", title="arms", arms=True),
    Instrument(id="force", title="own force", arms=True, own_force=True),
)
"""The ladder of a case that names no instruments."""


class Step(Sourced):
    """One step of a patron's ladder: ``[patron.arms]``."""

    cost: NonNegative = quantity(0, "what this support costs it", "stake a month")
    interest: NonNegative = quantity(
        0, "what it has from it while its side survives", "stake a month"
    )
    bite: NonNegative = quantity(0, "what pressure costs it here", "stake a month")
    effect: NonNegative = quantity(0, "strength it gives the client", "strength")
    entry: NonNegative = quantity(0, "cost of stepping up to it", "months of stake")
    open: Share = quantity(1, "whether it can take this step (from one half on)", "share")


def closed_step(*, taken: bool) -> Step:
    """A step that the case says nothing of: free, without effect, and open only if ``taken``."""
    said = Parameter("value", (float(taken),), source="not in the case")
    return Step(open=said, source="not in the case")


class Patron(Observer):
    """An outside power behind one party. ``[[patron]]``; its steps are added by the ladder."""

    id: Identifier
    client: Identifier
    power: Identifier | None = None
    """For a power's support of a second client: the id of the patron that it is already."""
    starts: Identifier | None = None
    """Its first step; left out: what ties.toml says, else none."""
    stake: NonNegative = quantity(1, "what its side's success is worth to it", "stake a month")
    standing: NonNegative = quantity(0, "prestige of standing by a client", "stake a month")
    face: NonNegative = quantity(2, "loss of face in stepping down", "months of stake")
    reactance: NonNegative = quantity(0, "how pressure makes that loss worse", "per pressure")
    sunk: NonNegative = quantity(0, "what each month's cost adds to the price of leaving", "share")
    sunk_decay: Share = quantity(0.05, "what of past investment is written off", "share a month")
    deployment_lag: NonNegative = quantity(1, "time until more support bites", "months")
    pressure: NonNegative = quantity(0, "pressure on it to step down", "pressure")
    exposure: NonNegative = quantity(0, "pressure for each unit of outrage", "pressure")
    discount: Positive = quantity(0.015, "discount rate (rho)", "per month")
    volatility: NonNegative = quantity(
        0.015, "how much its advantage wanders (sigma)", "stake a month"
    )
    uncertainty: NonNegative = quantity(
        0, "what an unsettled time adds to that", "share of volatility"
    )
    insurance: NonNegative = quantity(0, "worth of contacts if the other side wins", "value")
    contact_cost: Positive = quantity(1, "cost of such contacts", "value")
    words: NonNegative = quantity(0, "how far words fall behind deeds in doubt", "steps")
    substitution: Share = quantity(
        0, "share of another patron's support that it would replace", "share"
    )
    coalition: NonNegative = quantity(0, "gain of joining another's coalition", "stake a month")
    autonomy: NonNegative = quantity(0, "standing lost by joining", "stake a month")
    burden: NonNegative = quantity(
        0, "what each stake a month spent on its other clients adds to its costs", "share"
    )
    swing: NonNegative = quantity(
        0, "how far the next government may see a step's advantage otherwise", "stake a month"
    )
    reveal: NonNegative = quantity(0.2, "how fast it becomes known who governs next", "per month")

    def step(self, name: str) -> Step:
        """The table of one of its steps; a closed one where the case has none."""
        for field, about in type(self).model_fields.items():
            if about.alias == name:
                given: Step | None = getattr(self, field)
                return closed_step(taken=name == self.starts) if given is None else given
        raise KeyError(name)


@cache
def patron_model(ladder: tuple[str, ...]) -> type[Patron]:
    """The form of a patron whose steps are these instruments."""
    fields: dict[str, Any] = {
        f"step_{place}": (Annotated[Step | None, Field(alias=name)], None)
        for place, name in enumerate(ladder)
    }
    return create_model("Patron", __base__=Patron, **fields)
