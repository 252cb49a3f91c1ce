"""The positions that a ledger's reports measure, as readings of the war model's measures.

An issue that names a ``measure``, such as ``*.belief``, says that a holder's position on it is that
measure, 0 at the pole minus and 1 at the pole plus. A position is read where something new was said
since the reading before, with the position's own spread and the least tolerance of its unit.
"""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from volteface.case.schema import Case
from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import list_channels
from volteface.errors import UsageError
from volteface.questions.conditioning.known import last_whole_month
from volteface.questions.conditioning.on_record import EVERY
from volteface.questions.conditioning.shown import LEAST, Shown

if TYPE_CHECKING:
    from volteface.ledger.ledger import Ledger
    from volteface.records import Observation

_NINETY = 1.6448536269514722
_LEAST = LEAST["prob"]


def measured_positions(
    ledger: "Ledger", case: Case, conflict: Conflict, as_of: date
) -> tuple[Shown, ...]:
    """What the reports published by a day show of the model's measures.

    Args:
        ledger: The evidence.
        case: Its issues say which positions are measures of the model.
        conflict: The case's.
        as_of: The day.

    Raises:
        UsageError: an issue names no measure of the form ``*.NAME`` that the model has.
    """
    from volteface.positions.of_ledger import measure  # noqa: PLC0415 - heavy
    from volteface.positions.segments import Motion  # noqa: PLC0415

    shown = {issue.id: issue.measure for issue in case.issues if issue.measure is not None}
    if not shown:
        return ()
    columns = {channel.name: channel.column for channel in list_channels(conflict)}
    for issue, name in shown.items():
        if not any(_fits(name, known) for known in columns):
            raise UsageError(f"issues.toml: {issue}: the model has no measure {name} of anybody")
    motion = Motion.of(case.settings.dynamics)
    found: list[Shown] = []
    for (actor, issue, channel), series in measure(ledger, case, as_of).series.items():
        name = shown.get(issue, "").replace("*", actor)
        if name in columns and channel in {"belief", "stated"}:
            found += _read(series, motion, (name, columns[name]), conflict, as_of)
    return tuple(found)


def _fits(form: str, name: str) -> bool:
    head, star, tail = form.partition("*")
    return bool(star) and name.startswith(head) and name.endswith(tail)


def _read(
    series: "Sequence[Observation]",
    motion: object,
    named: tuple[str, int],
    conflict: Conflict,
    as_of: date,
) -> Iterator[Shown]:
    """The position at the end of every stretch of months in which something new was said."""
    from volteface.positions.level import estimate  # noqa: PLC0415 - heavy
    from volteface.positions.segments import Motion  # noqa: PLC0415

    assert isinstance(motion, Motion)
    last = last_whole_month(conflict, as_of)
    for month in range(last, -1, -EVERY):
        day = _last_day(conflict, month)
        since = _last_day(conflict, month - EVERY)
        known = [one for one in series if one.when.latest <= day]
        if not any(one.when.latest > since for one in known):
            continue
        level = estimate(known, motion, [day])
        spread = float(level.high90[0] - level.low90[0]) / (2 * _NINETY)
        value = (float(np.clip(level.mean[0], -1, 1)) + 1) / 2
        text = f"{named[0]}={value:.2f}"
        tolerance = math.hypot(spread / 2, _LEAST)
        yield Shown(
            text, "number", named[1], value, tolerance, day, day, "the ledger", "reports' words"
        )


def _last_day(conflict: Conflict, month: int) -> date:
    return date.fromordinal(conflict.first_day(month + 1).toordinal() - 1)
