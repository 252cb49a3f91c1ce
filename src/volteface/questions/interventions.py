"""Interventions: one quantity held at, raised by or multiplied by a number between two months.

Written as ``QUANTITY=VALUE from YYYY-MM to YYYY-MM``, with ``=``, ``+=``, ``-=`` or ``*=``; without
``from`` it holds from the first month, without ``to`` to the last, both included.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from volteface.case.parameter import Parameter
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.layout import ADD, SET, TIMES
from volteface.conflict.quantities import Quantity
from volteface.errors import UsageError

_TEXT = re.compile(
    r"\s*(?P<name>[^\s=+*]+?)\s*(?P<sign>\+=|-=|\*=|=)\s*(?P<value>\S+)"
    r"(?:\s+from\s+(?P<first>\S+))?(?:\s+to\s+(?P<last>\S+))?\s*"
)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_WORDS = {"yes": 1.0, "no": 0.0}


@dataclass(frozen=True, slots=True)
class Intervention:
    """``do(quantity, value, from_month, to_month)``; ``text`` is how it was written."""

    text: str
    event: Event


def do(
    conflict: Conflict,
    quantity: str,
    value: float | str,
    from_month: str | None = None,
    to_month: str | None = None,
) -> Intervention:
    """Hold a quantity at a value.

    Args:
        conflict: The case's.
        quantity: Its name.
        value: A number, the name of a step for a patron's support, or "yes" and "no".
        from_month: First month, ``YYYY-MM``; left out: the run's first.
        to_month: Last month; left out: the run's last.

    Raises:
        UsageError: as :func:`parse_intervention`.
    """
    text = f"{quantity}={value}"
    text += f" from {from_month}" if from_month else ""
    return parse_intervention(conflict, text + (f" to {to_month}" if to_month else ""))


def parse_intervention(conflict: Conflict, text: str) -> Intervention:
    """Read one intervention.

    Raises:
        UsageError: another form, an unknown quantity (says the nearest), a value out of the
            quantity's bounds, or months outside the run.
    """
    found = _TEXT.fullmatch(text)
    if found is None:
        raise UsageError(
            f"intervention {text!r} must be QUANTITY=VALUE from YYYY-MM to YYYY-MM "
            "(=, +=, -= or *=; from and to may be left out)"
        )
    quantity = conflict.quantities.named(found["name"])
    number = _number(quantity, found["sign"], found["value"])
    operation = {"=": SET, "+=": ADD, "-=": ADD, "*=": TIMES}[found["sign"]]
    first = _month(conflict, found["first"], 0)
    last = _month(conflict, found["last"], conflict.months - 1)
    if last < first:
        raise UsageError(f"{text!r} ends before it begins")
    signed = -number if found["sign"] == "-=" else number
    place = conflict.quantities.place(quantity.name)
    event = Event(text, place, operation, Parameter("value", (signed,)), first, last)
    fault = quantity.bounds.fault(*conflict.reach([event], place))
    if fault is not None:
        low, high = conflict.reach([event], place)
        raise UsageError(f"{quantity.name} {fault}; {text!r} can take it to {low:g} .. {high:g}")
    return Intervention(text.strip(), event)


def parse_interventions(conflict: Conflict, texts: Sequence[str]) -> tuple[Intervention, ...]:
    """Read several that hold together.

    Raises:
        UsageError: as :func:`parse_intervention`, or two contradict each other: they change one
            quantity in the same month.
    """
    parsed = tuple(parse_intervention(conflict, text) for text in texts)
    for later, second in enumerate(parsed):
        for first in parsed[:later]:
            one, other = first.event, second.event
            if one.place == other.place and one.first <= other.last and other.first <= one.last:
                raise UsageError(f"{first.text!r} and {second.text!r} contradict each other")
    return parsed


def _number(quantity: Quantity, sign: str, written: str) -> float:
    if quantity.levels and sign != "=":
        raise UsageError(f"{quantity.name} can only be set, to {', '.join(quantity.levels)}")
    if written in quantity.levels:
        return float(quantity.levels.index(written))
    if not quantity.levels:
        try:
            number = _WORDS[written] if written in _WORDS else float(written)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
    allowed = f"one of {', '.join(quantity.levels)}" if quantity.levels else "a number"
    raise UsageError(f"{quantity.name} takes {allowed}, not {written}")


def _month(conflict: Conflict, written: str | None, otherwise: int) -> int:
    return otherwise if written is None else month_of(conflict, written)


def month_of(conflict: Conflict, written: str) -> int:
    """The month of the run that ``YYYY-MM`` names.

    Raises:
        UsageError: it is no month, or lies outside the run.
    """
    found = _MONTH.fullmatch(written)
    if found is None:
        raise UsageError(f"{written!r} is no month: write YYYY-MM, as in 2012-06")
    month = conflict.month_of(date(int(found[1]), int(found[2]), 1))
    if not 0 <= month < conflict.months:
        first, last = conflict.first_day(0), conflict.first_day(conflict.months - 1)
        raise UsageError(f"{written} lies outside the run, {first:%Y-%m} to {last:%Y-%m}")
    return month


def refuse_before_the_deed(by: str, month: int, done: Sequence[Event]) -> None:
    """Refuse to measure what cannot have an effect yet.

    Args:
        by: The month of the measure as written.
        month: The same, of the run.
        done: What is done, at least one.

    Raises:
        UsageError: nothing is done by then.
    """
    if month < min(event.first for event in done):
        raise UsageError(f"by {by} is before anything is done: measure in a later month")
