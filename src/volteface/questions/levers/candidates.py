"""What could be done, and how much of it: every quantity that somebody could change.

The size of an intervention is a share of its reach, so that unlike things can be ranked: 1 is a
fourfold rise or a fall to a quarter, the whole of a switch or share that is now nothing, or the
whole ladder of support. It is a convention, not a cost: what is small here may be dear to whoever
does it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from volteface.case.parameter import Bounds, Parameter
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.layout import SET, TIMES
from volteface.conflict.quantities import Quantity

FOLD = 4.0
"""The factor that counts as size 1."""
_TECHNICAL = (
    "battlefield.", "belief.", "scandal.decay", ".prior", ".prior_size", ".sees", ".forgetting",
    ".discount", ".volatility", ".sunk_decay", ".start", ".mobilisation", ".deaths", ".imposed",
    ".noise", ".reveal", ".reversion", ".adoption_rate", ".bitterness_decay", ".open",
    "status_quo", ".fade_support", ".core",
)  # fmt: skip
"""How the names begin or end of what describes the world and cannot be done to it."""
_LEAST = 0.01
"""What a lever keeps from a bound that may not be reached, and the least change worth trying."""
_SWITCHES = (".tabled", ".removed", ".merged", ".talks_on")


@dataclass(frozen=True, slots=True)
class Lever:
    """One quantity moved in one direction, from ``first`` on.

    ``ends`` are factors (of ``kind`` "times") or values ("set") at size 0 and size ``most``. A
    "step" of a ladder and a "switch" have one size and one value, the second of ``ends``.
    """

    quantity: Quantity
    place: int
    kind: str
    ends: tuple[float, float]
    most: float
    first: int
    last: int

    @property
    def discrete(self) -> bool:
        """Whether there is only one size."""
        return self.kind in {"step", "switch"}

    def event(self, size: float) -> Event:
        """The intervention of a size, from 0 to ``most``."""
        if self.kind == "times":
            value = math.exp(size / self.most * math.log(self.ends[1]))
            operation = TIMES
        else:
            low, high = self.ends
            value = high if self.discrete else low + size / self.most * (high - low)
            operation = SET
        parameter = Parameter("value", (value,))
        name = self.says(size)
        return Event(name, self.place, operation, parameter, self.first, self.last)

    def says(self, size: float) -> str:
        """As ``whatif --do`` takes it, less the dates."""
        name = self.quantity.name
        if self.kind == "step":
            return f"{name}={self.quantity.levels[int(self.ends[1])]}"
        if self.kind == "switch":
            return f"{name}={self.ends[1]:g}"
        if self.kind == "set":
            low, high = self.ends
            return f"{name}={low + size / self.most * (high - low):.3g}"
        return f"{name}*={math.exp(size / self.most * math.log(self.ends[1])):.3g}"


def all_levers(
    conflict: Conflict, first: int, last: int, *, without: Sequence[str] = ()
) -> tuple[Lever, ...]:
    """Every lever of a conflict.

    Args:
        conflict: As known.
        first: The month from which it is pulled.
        last: The last month that counts.
        without: Names of quantities to leave out.
    """
    found: list[Lever] = []
    for place, quantity in enumerate(conflict.quantities):
        if not quantity.unit or quantity.name in without or _technical(quantity.name):
            continue
        found += _of(conflict, quantity, place, (first, last))
    return tuple(found)


def _technical(name: str) -> bool:
    return any(
        name.startswith(part) if part.endswith(".") else name.endswith(part) for part in _TECHNICAL
    )


def _of(
    conflict: Conflict, quantity: Quantity, place: int, months: tuple[int, int]
) -> Iterator[Lever]:
    if quantity.levels:
        top = len(quantity.levels) - 1
        for step in range(top + 1):
            yield Lever(quantity, place, "step", (0.0, float(step)), 1.0, *months)
        return
    if quantity.name.endswith(_SWITCHES):
        for value in (0.0, 1.0):
            yield Lever(quantity, place, "switch", (1 - value, value), 1.0, *months)
        return
    least, most = conflict.reach([], place)
    if least == most == 0:
        if math.isfinite(quantity.bounds.high):
            high = quantity.bounds.high * (1 - _LEAST)
            yield Lever(quantity, place, "set", (0.0, high), 1.0, *months)
        return
    for factor in (FOLD, 1 / FOLD):
        allowed = _allowed(quantity.bounds, (least, most), factor)
        if abs(math.log(allowed)) > _LEAST:
            size = abs(math.log(allowed)) / math.log(FOLD)
            yield Lever(quantity, place, "times", (1.0, allowed), size, *months)


def _allowed(bounds: Bounds, reach: tuple[float, float], factor: float) -> float:
    """The factor, cut so that all that the quantity can be stays within its bounds."""
    low, high = reach
    if factor > 1 and high > 0 and math.isfinite(bounds.high):
        factor = min(factor, max(1.0, (1 - _LEAST) * bounds.high / high))
    if factor > 1 and low < 0 and math.isfinite(bounds.low):
        factor = min(factor, max(1.0, bounds.low / low))
    floor = max(bounds.low, bounds.above)
    if factor < 1 and low > 0 and floor > 0:
        factor = max(factor, min(1.0, floor / low * (1 + _LEAST)))
    return factor
