"""Many interventions on the same worlds, each run only for the months in which it can matter.

Until its first month an arm is the world without it, so the worlds are run once for each common
condition and copied where an arm branches off. Randomness is addressed by draw and month, so the
values are those of whole runs, to the last bit.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from volteface.conflict.arrays import Reals, State
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.ensemble import Progress, as_events, draw_rows, run_months
from volteface.conflict.layout import split
from volteface.conflict.measures import Measure
from volteface.conflict.sampling import CHUNK
from volteface.conflict.state import init
from volteface.errors import UsageError
from volteface.questions.conditioning.worlds import with_values


@dataclass(frozen=True, slots=True)
class Reading:
    """What to read: a measure at a month, in worlds with ``given`` and ``do`` (may be empty)."""

    given: tuple[Event, ...]
    do: tuple[Event, ...]
    measure: Measure
    month: int


@dataclass(frozen=True)
class Readings:
    """``values`` has one row for each reading, (readings, draws); ``varied`` is (draws, quantities)
    as named by ``names``. ``draws`` are those finished.
    """  # noqa: D205 - one sentence

    draws: int
    values: Reals
    varied: Reals
    names: tuple[str, ...]


def read_arms(
    conflict: Conflict,
    readings: Sequence[Reading],
    draws: int,
    seed: int,
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> Readings:
    """Run every world that the readings need.

    Args:
        conflict: The case's.
        readings: What to read.
        draws: Worlds, at least 1.
        seed: From 0 to 2**63 - 1; the same seed gives the same bits.
        workers: Threads.
        progress: Told of the draws done.

    Raises:
        UsageError: no draws, a seed out of range, or interrupted before any draw was done.
    """
    if draws < 1 or workers < 1:
        raise UsageError("draws and workers must be at least 1")
    if not 0 <= seed < 2**63:
        raise UsageError("seed must be a whole number from 0 to 2**63 - 1")
    values: list[Reals] = []
    rows: list[Reals] = []
    done = 0
    run = partial(_chunk, conflict, readings, draws, seed)
    try:
        with ThreadPoolExecutor(workers) as pool:
            for part, drawn in pool.map(run, range(-(-draws // CHUNK))):
                values.append(part)
                rows.append(drawn)
                done += len(drawn)
                if progress is not None:
                    progress(done, draws)
    except KeyboardInterrupt:
        if not values:
            raise UsageError("interrupted before the first draws were done; nothing kept") from None
    names, columns = _varied(conflict)
    varied = np.concatenate(rows)[:, columns]
    return Readings(done, np.concatenate(values, axis=1), varied, names)


def _varied(conflict: Conflict) -> tuple[tuple[str, ...], list[int]]:
    """The names and columns of what is drawn: quantities and values of shocks."""
    drawn = [(found.name, found.parameter) for found in conflict.quantities]
    drawn += [(shock.name, shock.value) for shock in conflict.shocks]
    columns = [column for column, (_, found) in enumerate(drawn) if found.kind != "value"]
    return tuple(drawn[column][0] for column in columns), columns


def _chunk(
    conflict: Conflict, readings: Sequence[Reading], draws: int, seed: int, chunk: int
) -> tuple[Reals, Reals]:
    """The values of every reading in one chunk, and its rows of quantities and shocks."""
    size = min(CHUNK, draws - chunk * CHUNK)
    rows = draw_rows(conflict, conflict.shocks, seed, chunk)[:size]
    values = np.empty((len(readings), size))
    run = partial(run_months, conflict, seed=seed, first_draw=chunk * CHUNK)
    for given, arms in _grouped(readings).items():
        columns = sorted(
            {reading.measure.channel.column for arm in arms.values() for _, reading in arm}
        )
        walk = _Walk(conflict, rows, given, columns, run)
        for do, wanted in sorted(arms.items(), key=lambda arm: _first(arm[0], conflict)):
            until = max(reading.month for _, reading in wanted)
            seen = walk.branch(do, until) if do else walk.on(until)
            for place, reading in wanted:
                values[place] = _read(reading, columns, seen)
    return values, rows


_Wanted = list[tuple[int, Reading]]


def _grouped(
    readings: Sequence[Reading],
) -> Mapping[tuple[Event, ...], dict[tuple[Event, ...], _Wanted]]:
    """Readings and their places, by what is given and then by what is done."""
    groups: dict[tuple[Event, ...], dict[tuple[Event, ...], _Wanted]] = {}
    for place, reading in enumerate(readings):
        groups.setdefault(reading.given, {}).setdefault(reading.do, []).append((place, reading))
    return groups


def _first(do: tuple[Event, ...], conflict: Conflict) -> int:
    """When an arm branches off; the world without interventions comes last."""
    return min((event.first for event in do), default=conflict.months)


def _read(reading: Reading, columns: Sequence[int], seen: Reals) -> Reals:
    measure = reading.measure
    here = replace(measure.channel, column=columns.index(measure.channel.column))
    return replace(measure, channel=here).outcome(reading.month)(seen)


class _Walk:
    """Worlds under one common condition, run forward month by month as arms branch off."""

    def __init__(
        self,
        conflict: Conflict,
        rows: Reals,
        given: tuple[Event, ...],
        columns: list[int],
        run: Callable[..., Reals],
    ) -> None:
        self._events = (*conflict.shocks, *given)
        self._rows = with_values(rows, given)
        self._columns = columns
        self._run = run
        self._state = init(conflict.structure, split(rows, conflict.layout))
        self._seen = np.empty((len(rows), 0, len(columns)))

    def on(self, until: int) -> Reals:
        """The columns from the first month to ``until``, (draws, months, columns)."""
        first = self._seen.shape[1]
        if until >= first:
            more = self._months(self._events, self._rows, self._state, first, until)
            self._seen = np.concatenate([self._seen, more], axis=1)
        return self._seen[:, : until + 1]

    def branch(self, do: tuple[Event, ...], until: int) -> Reals:
        """The same with interventions, which begin no earlier than those of earlier branches."""
        first = min(event.first for event in do)
        before = self.on(first - 1)
        state = deepcopy(self._state)
        after = self._months((*self._events, *do), with_values(self._rows, do), state, first, until)
        return np.concatenate([before, after], axis=1)

    def _months(
        self, events: Sequence[Event], rows: Reals, state: State, first: int, until: int
    ) -> Reals:
        months = until + 1 - first
        record = self._run(as_events(events), rows, state, first_month=first, months=months)
        return record[:, :, self._columns]
