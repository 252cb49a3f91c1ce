"""What the tables of conflict.toml are made of: quantities with bounds, and their source.

Every quantity is a :class:`~volteface.case.parameter.Parameter`; its description is its meaning and
its ``unit`` stands beside it. What is left out has the default shown with it, sourced as "default
of the model".
"""

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf

from volteface.case.parameter import Bounds, Parameter, parse_parameter
from volteface.case.schema import Strict, Text

DEFAULT_SOURCE = "default of the model"

Any_ = Annotated[InstanceOf[Parameter], BeforeValidator(parse_parameter)]
Positive = Annotated[Any_, AfterValidator(Bounds(above=0))]
NonNegative = Annotated[Any_, AfterValidator(Bounds(low=0))]
Share = Annotated[Any_, AfterValidator(Bounds(low=0, high=1))]
OpenShare = Annotated[Any_, AfterValidator(Bounds(above=0, high=1 - 1e-9))]
BelowOne = Annotated[Any_, AfterValidator(Bounds(low=0, high=1 - 1e-9))]
Rate = Annotated[Any_, AfterValidator(Bounds(low=0, high=200))]


def quantity(default: float, meaning: str, unit: str) -> Any:  # noqa: ANN401 - pydantic's own type
    """A field that is a quantity.

    Args:
        default: What it is where the case says nothing.
        meaning: In words.
        unit: In words.
    """
    return Field(
        default=Parameter("value", (float(default),), source=DEFAULT_SOURCE),
        description=meaning,
        json_schema_extra={"unit": unit},
    )


class Sourced(Strict):
    """A table whose ``source`` stands for every quantity in it that names none of its own."""

    source: Text | None = None


class Observer(Sourced):
    """What every actor has: a belief about the regime (Beta distribution)."""

    prior: OpenShare = quantity(0.5, "expected chance of the regime in a battle, at first", "prob")
    prior_size: Positive = quantity(30, "how sure of it, in battles seen", "battles")
    sees: Share = quantity(0.8, "share of battles it hears of", "share")
    forgetting: Share = quantity(0.1, "what fades towards the first belief", "share a month")
