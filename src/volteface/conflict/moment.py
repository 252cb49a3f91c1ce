"""One month of many worlds, looked at closely: every part's own numbers, not only the record.

Worlds are run to the month by the compiled kernel and through it by the reference, which is the
same model, so what is seen here is what the record of a run has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from volteface.conflict import world
from volteface.conflict.address import month_hash
from volteface.conflict.arrays import GOING_ON, Parameters, State
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.ensemble import as_events, draw_rows, run_months
from volteface.conflict.layout import apply_events, split
from volteface.conflict.sampling import CHUNK
from volteface.conflict.state import init
from volteface.conflict.world import Month
from volteface.errors import UsageError


@dataclass(frozen=True)
class Moment:
    """A month of those worlds whose war went on when it began, the first axis of every array.

    ``p`` are the quantities of the month, ``before`` the state at its beginning and ``seen`` what
    happened. ``asked`` worlds were run.
    """

    conflict: Conflict
    month: int
    p: Parameters
    before: State
    seen: Month
    asked: int
    draws: np.ndarray[tuple[int], np.dtype[np.int64]]
    seed: int

    def again(self, p: Parameters) -> Month:
        """The same month with other quantities and the same luck."""
        start = month_hash(self.seed, self.draws, self.month)
        return world.step(self.conflict.structure, p, self.before, self.month, start)[1]


def look(
    conflict: Conflict,
    month: int,
    *,
    draws: int = CHUNK,
    seed: int = 0,
    interventions: Sequence[Event] = (),
) -> Moment:
    """A month of the first worlds of a seed.

    Args:
        conflict: The case's.
        month: Counts from 0.
        draws: At most one chunk of worlds.
        seed: As of a run.
        interventions: Applied after the case's shocks.

    Raises:
        UsageError: too many draws or none, or the war is over in all of them.
    """
    if not 1 <= draws <= CHUNK:
        raise UsageError(f"look at 1 to {CHUNK} worlds, not {draws}")
    extra = (*conflict.shocks, *interventions)
    events = as_events(extra)
    rows = draw_rows(conflict, extra, seed, 0)[:draws]
    state = init(conflict.structure, split(rows, conflict.layout))
    if month > 0:
        run_months(conflict, events, rows, state, seed=seed, first_draw=0, months=month)
    going = np.flatnonzero(state.over == GOING_ON)
    if len(going) == 0:
        raise UsageError(
            f"the war is over in all {draws} worlds by {conflict.first_day(month):%Y-%m}"
        )
    arrays: Any = (array[going] for array in state)
    before = State(*arrays)
    width = len(conflict.quantities)
    p = split(apply_events(rows[going], events, month, width), conflict.layout)
    start = month_hash(seed, going, month)
    _, seen = world.step(conflict.structure, p, before, month, start)
    return Moment(conflict, month, p, before, seen, draws, going, seed)
