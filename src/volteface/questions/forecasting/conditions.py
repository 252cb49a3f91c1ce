"""What an option holds against a world: ``in_power.X=1``, ``ever X.support=force``, ``newly ...``.

Alone, a condition must hold on the closing day; with ``ever`` on some day from the date of the
forecast to the closing; with ``newly`` it comes to hold, not having held before, in a window. The
model's clock is monthly: within a month a change may fall on any day, all alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import Measure, parse_measure
from volteface.errors import UsageError

_NEWLY = "newly "


@dataclass(frozen=True, slots=True)
class Condition:
    """A yes-or-no measure; ``newly`` asks when it comes to hold."""

    measure: Measure
    newly: bool

    @property
    def ever(self) -> bool:
        """Whether one day is enough."""
        return self.measure.over == "ever"


def parse_conditions(conflict: Conflict, written: str | Sequence[str]) -> tuple[Condition, ...]:
    """Read what must hold, all of it.

    Raises:
        UsageError: an unknown measure, or one that is no yes-or-no; several with ``ever`` or
            ``newly``, which say nothing of one day.
    """
    texts = (written,) if isinstance(written, str) else tuple(written)
    found = tuple(_parse(conflict, text) for text in texts)
    if len(found) > 1 and any(one.newly or one.ever for one in found):
        raise UsageError("ever and newly stand alone: they cannot be joined with other measures")
    if not found:
        raise UsageError("the list of measures is empty")
    return found


def _parse(conflict: Conflict, text: str) -> Condition:
    newly = text.strip().startswith(_NEWLY)
    measure = parse_measure(conflict, text.strip().removeprefix(_NEWLY) if newly else text)
    if measure.unit != "0 or 1":
        raise UsageError(f"{text!r} is no yes or no: hold it against a value, as in NAME>=VALUE")
    if measure.over == "mean" or (newly and measure.over):
        raise UsageError(f"{text!r}: an option takes a measure alone, with ever, or with newly")
    return Condition(measure, newly)
