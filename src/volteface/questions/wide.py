"""The same model under very wide priors: what holds there holds by the form of an equation.

Every number that the case gives, fixed or drawn, is drawn from the whole range that its quantity
admits: uniform where that range has two ends and the case's centre is no small part of it; else
lognormal around that centre, 90 % of the draws within a factor of five (an attrition drawn evenly
from 0 to 1 would end every war in its first month, and nothing would be tested); normal where the
range has no end. Zeros stay zero: what a case leaves out stays out. Switches that only
interventions and dated events turn stay as they are.
"""

import math
from dataclasses import replace

from volteface.case.parameter import Bounds, Parameter
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.layout import SET
from volteface.conflict.quantities import Quantities, Quantity

_LOG_SD = math.log(5) / 1.6448536269514722
_SMALL = 0.2
"""A centre below this part of the range is a small part of it."""
_SWITCHES = ("support", "imposed", "removed", "tabled", "talks_on", "talks")


def widen(conflict: Conflict) -> Conflict:
    """The conflict with every distribution as wide as its quantity admits."""
    quantities = [
        replace(found, parameter=_wide(found.parameter, found.bounds)) if _counts(found) else found
        for found in conflict.quantities
    ]
    shocks = tuple(_wide_shock(conflict, shock) for shock in conflict.shocks)
    return replace(conflict, quantities=Quantities(quantities), shocks=shocks)


def _counts(quantity: Quantity) -> bool:
    return quantity.name.rpartition(".")[2] not in _SWITCHES


def _wide_shock(conflict: Conflict, shock: Event) -> Event:
    """A dated event of any size: set anywhere, or raised or multiplied by what keeps its sign."""
    quantity = conflict.quantities.at(shock.place)
    if not _counts(quantity):
        return shock
    bounds = quantity.bounds if shock.operation == SET else Bounds(low=0)
    return replace(shock, value=_wide(shock.value, bounds))


def _wide(parameter: Parameter, bounds: Bounds) -> Parameter:
    centre = parameter.centre
    if parameter.kind == "value" and centre == 0:
        return parameter
    low, high = max(bounds.low, bounds.above), bounds.high
    if math.isfinite(high) and centre - low >= _SMALL * (high - low):
        return Parameter("uniform", (low, high))
    if math.isfinite(low) and centre > 0:
        within = (low, high) if math.isfinite(high) else None
        return Parameter("lognormal", (centre, _LOG_SD), within)
    return Parameter("normal", (centre, max(1.0, abs(centre))))
