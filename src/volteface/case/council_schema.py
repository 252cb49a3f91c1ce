"""What may stand in ``[council]`` of conflict.toml: a body that votes, and the drafts before it."""

import re
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, InstanceOf
from pydantic_core import PydanticCustomError

from volteface.case.quantity_schema import Any_, NonNegative, Positive, Sourced, quantity
from volteface.case.schema import Identifier, Text

_MAJORITY = re.compile(r"(?P<strict>more than )?(?P<over>\d+)/(?P<under>\d+)")


class Majority(NamedTuple):
    """The share of the votes cast, abstentions apart, that must be in favour."""

    share: Fraction
    strict: bool
    """Whether it must be more than that share."""


def parse_majority(written: object) -> Majority:
    """Read ``2/3`` or ``more than 1/2``.

    Raises:
        PydanticCustomError: it has another form, or is no share.
    """
    found = _MAJORITY.fullmatch(written) if isinstance(written, str) else None
    if found is not None and 0 < int(found["over"]) <= int(found["under"]):
        return Majority(Fraction(int(found["over"]), int(found["under"])), bool(found["strict"]))
    message = 'must be a share of the votes cast, such as "2/3" or "more than 1/2"'
    raise PydanticCustomError("majority", "{message}", {"message": message})


class Member(Sourced):
    """A member of the Council. ``[[council.member]]``."""

    id: Identifier
    permanent: bool = False
    """Whether its no is a veto."""
    weight: Annotated[int, Field(ge=0, le=1000)] = 1
    """How many votes it has."""
    ideal: Any_ = quantity(0, "the pressure on the regime that it likes best", "pressure, 0 to 1")
    scandal: NonNegative = quantity(
        0, "how much outrage widens its band of abstention", "pressure per index"
    )


class Rival(Sourced):
    """Another draft before the Council. ``[[council.rival]]``."""

    id: Identifier
    title: Text
    asks: Any_ = quantity(0, "the pressure on the regime that it asks for", "pressure, 0 to 1")
    gain: NonNegative = quantity(1, "worth of it if it passes", "sponsor's cost")
    cost: NonNegative = quantity(1, "cost of tabling it", "sponsor's cost")
    audience: NonNegative = quantity(
        0, "worth of it as a show, for each unit of outrage", "sponsor's cost"
    )
    reply: NonNegative = quantity(
        0, "worth of it as an answer, for each draft tabled before it", "sponsor's cost"
    )
    resolution: NonNegative = quantity(
        0.5, "pressure on the patrons of the side that it is against, once passed", "pressure"
    )


class Council(Sourced):
    """``[council]``: a body that votes on drafts of pressure."""

    votes: Annotated[int, Field(ge=1)] = 9
    """Yes votes that a draft needs, abstentions or not. With ``cast`` and no ``votes``: one."""
    cast: Annotated[InstanceOf[Majority] | None, BeforeValidator(parse_majority)] = None
    """The share of the votes cast that a draft needs: abstentions then count for nothing."""
    members: Annotated[tuple[Member, ...], Field(alias="member", max_length=60)] = ()
    rivals: Annotated[tuple[Rival, ...], Field(alias="rival", max_length=60)] = ()
    draft: Any_ = quantity(0.6, "the pressure that a draft asks for", "pressure, 0 to 1")
    status_quo: Any_ = quantity(0, "the pressure without it", "pressure, 0 to 1")
    noise: Positive = quantity(0.1, "spread of what else decides a vote", "squared pressure")
    band: NonNegative = quantity(
        0.05, "how near indifference a member abstains", "squared pressure"
    )
    cover_shift: NonNegative = quantity(
        0.5, "how far diplomatic cover moves its patron's ideal", "pressure"
    )
    audience: NonNegative = quantity(
        0, "worth of a draft as a show, for each unit of outrage", "sponsor's cost"
    )
    gain: NonNegative = quantity(1, "worth of a draft that passes", "sponsor's cost")
    cost: NonNegative = quantity(1, "cost of tabling a draft", "sponsor's cost")
    resolution: NonNegative = quantity(
        0.5, "pressure on the regime's patrons once a draft has passed", "pressure"
    )

    @property
    def needed(self) -> int:
        """Yes votes without which nothing passes."""
        return self.votes if self.cast is None or "votes" in self.model_fields_set else 1

    @property
    def all_votes(self) -> int:
        """Those of all members together."""
        return sum(member.weight for member in self.members)
