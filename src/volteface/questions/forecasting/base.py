"""What is to be expected without a model: things mostly stay as they are.

The rate at which what is on record has changed so far, steps of ladders and offices alike, is taken
for the rate at which the status quo of a question ends: ``exp(-rate years)`` that it holds. The
rest goes to the other options, in proportion to their windows where they have some, else alike.
"""

import itertools
import math
from collections.abc import Sequence
from datetime import date

from volteface.questions.conditioning.shown import Shown
from volteface.questions.forecasting.schema import Question

_YEAR = 365.25
_CHANGES, _YEARS = 0.5, 1.0
"""What the rate begins with: half a change in one year."""


def change_rate(shown: Sequence[Shown], day: date) -> float:
    """Changes a year of what is on record by a day, one thing at a time.

    Args:
        shown: The record; only lasting words count (steps and offices), each stream one thing.
        day: What is later is not looked at.
    """
    changes, years = _CHANGES, _YEARS
    for spells in lasting(shown).values():
        known = [one for one in spells if one.first <= day]
        years += sum((min(one.last, day) - one.first).days for one in known) / _YEAR
        values = [one.value for one in sorted(known, key=lambda one: one.first)]
        changes += sum(one != other for one, other in itertools.pairwise(values))
    return changes / years


def lasting(shown: Sequence[Shown]) -> dict[tuple[str, int], list[Shown]]:
    """Words that speak of more than a month or belong to a stream, by what they speak of."""
    found: dict[tuple[str, int], list[Shown]] = {}
    for one in shown:
        if one.kind == "word" and (one.stream or (one.last - one.first).days > _MONTH):
            found.setdefault((one.stream, one.column), []).append(one)
    return found


_MONTH = 31


def base_rates(question: Question, as_of: date, rate: float) -> tuple[float, ...]:
    """The probability of each option without a model.

    The question's own base rates where it gives them; alike for all where it names no status quo.
    """
    names = [option.name for option in question.options]
    if question.base_rate is not None:
        return tuple(question.base_rate[name] for name in names)
    if question.status_quo is None:
        return (1 / len(names),) * len(names)
    stays = math.exp(-rate * (question.closes - as_of).days / _YEAR)
    spans = [_span(question, place, as_of) for place in range(len(names))]
    others = sum(s for s, name in zip(spans, names, strict=True) if name != question.status_quo)
    return tuple(
        stays if name == question.status_quo else (1 - stays) * span / others
        for span, name in zip(spans, names, strict=True)
    )


def _span(question: Question, place: int, as_of: date) -> float:
    """The days of an option's window that are left; 1 for one without a window."""
    option = question.options[place]
    if option.from_ is None and option.to is None:
        return 1.0
    first = max(option.from_ or as_of, as_of)
    return max(0.5, (option.to or question.closes).toordinal() - first.toordinal() + 1.0)
