"""One step ahead: from the record of a date, what is on record a year later.

For each patron on record and each office, the probability of what was then recorded, by the model
held to the record of the date and by a constant hazard: the rate of change so far, the changes
going to the other values alike. How much the model's word counts in a forecast is learnt from them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict
from volteface.questions.conditioning.condition import Conditioned, condition
from volteface.questions.conditioning.known import last_whole_month
from volteface.questions.conditioning.shown import Shown
from volteface.questions.conditioning.worlds import Worlds
from volteface.questions.forecasting.base import change_rate, lasting

_YEAR = 12
_GRID = np.linspace(0, 1, 101)

HeldOn = Callable[[date], Conditioned]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing on record, a year after a date.

    ``model`` and ``hazard`` are the probabilities that each gave to what was recorded, ``astray``
    that of the record being of something else than the model's, where the model's word is the
    hazard's; ``spread`` is the number of values that the model's middle 90 % takes in.
    """

    day: date
    what: str
    model: float
    hazard: float
    astray: float
    spread: int


@dataclass(frozen=True, slots=True)
class Skill:
    """How much the model's word counts: its ``weight``, and between what it lies with 90 %.

    ``steps`` are those that it was learnt from.
    """

    weight: float
    interval: tuple[float, float]
    steps: tuple[Step, ...]


def steps_from(held: Conditioned, shown: Sequence[Shown], day: date) -> list[Step]:
    """Everything on record on a day and a year after it.

    Args:
        held: Worlds held to the record of the day.
        shown: The record.
        day: The last of a month.
    """
    worlds, conflict = held.worlds, held.worlds.conflict
    start = last_whole_month(conflict, day)
    until = start + _YEAR
    if until >= conflict.months:
        return []
    following = _last_day(conflict, until)
    begins = max(start, 0)
    columns = sorted({column for _, column in lasting(shown)})
    seen = _final(worlds, until, columns, begins)
    rate = change_rate(shown, day)
    found = []
    for (stream, column), spells in sorted(lasting(shown).items()):
        now, then = (_on(spells, at) for at in (day, following))
        if now is None or then is None:
            continue
        values = seen[columns.index(column)]
        shares = np.array([np.mean(values == value) for value in range(now.choices)])
        error = now.tolerance
        recorded = (1 - error) * shares + error / (now.choices - 1) * (1 - shares)
        stays = float(np.exp(-rate))
        hazard = stays if then.value == now.value else (1 - stays) / (now.choices - 1)
        low, high = np.quantile(values, [0.05, 0.95])
        astray = held.astray.get(stream, 0.0)
        chance = (1 - astray) * float(recorded[int(then.value)]) + astray * hazard
        what = stream or now.text
        found.append(Step(day, what, chance, hazard, astray, int(high - low) + 1))
    return found


def skill(
    conflict: Conflict,
    shown: Sequence[Shown],
    as_of: date,
    *,
    draws: int,
    seed: int,
    earlier: HeldOn | None = None,
) -> Skill:
    """What the model's word is worth on a date, by its record until then.

    The weight of the model in a mixture with the constant hazard has all values alike before
    looking, and is learnt from every year's end whose following year is over.

    Args:
        conflict: The case's.
        shown: The record.
        as_of: Only years that are over by then count.
        draws: Worlds.
        seed: Of the worlds.
        earlier: Worlds held to the record of a date; made here if left out.
    """

    def held(day: date) -> Conditioned:
        return condition(conflict, shown, day, draws=draws, seed=seed)

    make = earlier or held
    found: list[Step] = []
    for year in range(conflict.file.begins.year, as_of.year + 1):
        day = date(year, 12, 31)
        if day < conflict.file.begins or date(year + 1, 12, 31) > as_of:
            continue
        found += steps_from(make(day), shown, day)
    return weigh(found)


def weigh(steps: Sequence[Step]) -> Skill:
    """The weight of the model that steps teach."""
    logs = np.zeros(len(_GRID))
    for step in steps:
        logs += np.log(_GRID * step.model + (1 - _GRID) * step.hazard)
    shares = np.exp(logs - logs.max())
    shares /= shares.sum()
    below = np.cumsum(shares)
    low, high = (float(_GRID[int(np.searchsorted(below, tail))]) for tail in (0.05, 0.95))
    return Skill(float(shares @ _GRID), (low, high), tuple(steps))


def _final(worlds: Worlds, until: int, columns: Sequence[int], begins: int) -> Reals:
    """Columns of the last month, (columns, worlds)."""
    parts = []
    for start in range(0, len(worlds), 512):
        block = slice(start, min(start + 512, len(worlds)))
        parts.append(worlds.run(until, block=block)[:, until - begins, columns].T)
    return np.concatenate(parts, axis=1)


def _on(spells: Sequence[Shown], day: date) -> Shown | None:
    return next((one for one in spells if one.first <= day <= one.last), None)


def _last_day(conflict: Conflict, month: int) -> date:
    return date.fromordinal(conflict.first_day(month + 1).toordinal() - 1)
