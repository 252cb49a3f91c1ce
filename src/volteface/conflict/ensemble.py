"""Many worlds: draws of the quantities, run in chunks, summed up as they come.

Chunks are of one size, addressed by their number and added up in order, so any number of workers
gives the same bits. Memory does not grow with the draws but for the outcomes asked for and the
quantities that vary.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from volteface.conflict.arrays import Reals, State
from volteface.conflict.channels import Offsets
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.layout import Events, split
from volteface.conflict.sampling import CHUNK, sample
from volteface.conflict.state import init
from volteface.errors import UsageError

KEPT = 2048
"""Draws whose whole record is kept, for quantiles: the first ones, a fair sample of all."""

Outcome: TypeAlias = Callable[[Reals], Reals]
"""From the record of some draws, (draws, months, width), to one number each."""
Progress: TypeAlias = Callable[[int, int], None]
"""Called with draws done and draws asked for."""


@dataclass(frozen=True)
class Ensemble:
    """What many worlds did.

    ``mean`` is (months, width of the record); ``kept`` the whole record of the first
    min(KEPT, draws) worlds, (draws, months, width), in single precision; ``outcomes`` one row for
    each outcome asked for, (outcomes, draws); ``varied`` the quantities that were drawn, as
    (draws, columns), named by ``varied_names``. ``draws`` are those finished: fewer than
    ``asked`` if the run was interrupted.
    """

    conflict: Conflict
    seed: int
    asked: int
    draws: int
    mean: Reals
    kept: npt.NDArray[np.float32]
    outcomes: Reals
    varied: Reals
    varied_names: tuple[str, ...]

    @property
    def record(self) -> Offsets:
        """Where each block of a record's row begins."""
        return self.conflict.record

    def quantiles(self, column: int, levels: Sequence[float]) -> Reals:
        """Quantiles of one column of the record in every month, (levels, months)."""
        found: Reals = np.quantile(self.kept[:, :, column].astype(np.float64), levels, axis=0)
        return found


_room = threading.local()
"""Each thread's room for the record of a chunk: fresh pages would cost more than the writing."""


class _Chunk(NamedTuple):
    total: Reals
    kept: npt.NDArray[np.float32]
    outcomes: Reals
    varied: Reals


class _Task(NamedTuple):
    conflict: Conflict
    names: tuple[str, ...]
    events: Events
    extra: tuple[Event, ...]
    seed: int
    draws: int
    varied: tuple[int, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Of a draw's record."""
        return self.conflict.months, self.conflict.record.width


def run_ensemble(
    conflict: Conflict,
    draws: int,
    seed: int,
    *,
    interventions: Sequence[Event] = (),
    outcomes: Sequence[Outcome] = (),
    workers: int = 1,
    progress: Progress | None = None,
) -> Ensemble:
    """Run ``draws`` worlds.

    Args:
        conflict: The case's.
        draws: How many worlds, at least 1.
        seed: From 0 to 2**63 - 1; the same seed gives the same bits.
        interventions: Applied after the case's shocks, in order.
        outcomes: Functions of the record; their values are kept for every draw.
        workers: Threads.
        progress: Told after each chunk.

    Raises:
        UsageError: no draws, a seed out of range, or interrupted before the first chunk was done.
    """
    if draws < 1 or workers < 1:
        raise UsageError("draws and workers must be at least 1")
    if not 0 <= seed < 2**63:
        raise UsageError("seed must be a whole number from 0 to 2**63 - 1")
    task = _task(conflict, draws, seed, interventions, outcomes)
    total = np.zeros((conflict.months, conflict.record.width))
    parts: list[_Chunk] = []
    done = 0
    try:
        for part in _parts(task, -(-draws // CHUNK), workers):
            total += part.total
            parts.append(part)
            done += part.varied.shape[0]
            if progress is not None:
                progress(done, draws)
    except KeyboardInterrupt:
        if not parts:
            raise UsageError("interrupted before the first draws were done; nothing kept") from None
    return Ensemble(
        conflict,
        seed,
        draws,
        done,
        total / done,
        np.concatenate([part.kept for part in parts]),
        np.concatenate([part.outcomes for part in parts], axis=1),
        np.concatenate([part.varied for part in parts]),
        tuple(task.names[column] for column in task.varied),
    )


def _task(
    conflict: Conflict,
    draws: int,
    seed: int,
    interventions: Sequence[Event],
    outcomes: Sequence[Outcome],
) -> _Task:
    extra = (*conflict.shocks, *interventions)
    names = (*conflict.quantities.names, *(event.name for event in extra))
    parameters = [quantity.parameter for quantity in conflict.quantities]
    varied = tuple(
        column
        for column, parameter in enumerate((*parameters, *(event.value for event in extra)))
        if parameter.kind != "value"
    )
    return _Task(conflict, names, as_events(extra), extra, seed, draws, varied, tuple(outcomes))


def as_events(changes: Sequence[Event]) -> Events:
    """The events as arrays."""
    return Events(
        np.array([event.first for event in changes], np.int64),
        np.array([event.last for event in changes], np.int64),
        np.array([event.place for event in changes], np.int64),
        np.array([event.operation for event in changes], np.int64),
    )


def _parts(task: _Task, chunks: int, workers: int) -> Iterator[_Chunk]:
    """Chunks in order; at most two for each worker are under way or waiting to be added."""
    if workers == 1:
        yield from (_run(task, chunk) for chunk in range(chunks))
        return
    with ThreadPoolExecutor(workers) as pool:
        waiting: list[Future[_Chunk]] = []
        following = 0
        try:
            while following < chunks or waiting:
                while following < chunks and len(waiting) < 2 * workers:
                    waiting.append(pool.submit(_run, task, following))
                    following += 1
                yield waiting.pop(0).result()
        finally:  # an interrupt leaves chunks that nobody waits for
            for future in waiting:
                future.cancel()


def draw_rows(conflict: Conflict, extra: Sequence[Event], seed: int, chunk: int) -> Reals:
    """The quantities and event values of one chunk, (CHUNK, width + events)."""
    names = (*conflict.quantities.names, *(event.name for event in extra))
    parameters = [quantity.parameter for quantity in conflict.quantities]
    return sample(names, (*parameters, *(event.value for event in extra)), seed, chunk)


def _run(task: _Task, chunk: int) -> _Chunk:
    first = chunk * CHUNK
    size = min(CHUNK, task.draws - first)
    rows = draw_rows(task.conflict, task.extra, task.seed, chunk)[:size]
    state = init(task.conflict.structure, split(rows, task.conflict.layout))
    if not hasattr(_room, "record") or _room.record.shape[1:] != task.shape:
        _room.record = np.empty((CHUNK, *task.shape))
    room = _room.record
    record = run_months(
        task.conflict, task.events, rows, state, seed=task.seed, first_draw=first, room=room
    )
    outcomes = [outcome(record) for outcome in task.outcomes]
    return _Chunk(
        record.sum(axis=0),
        record[: max(0, KEPT - first)].astype(np.float32),
        np.array(outcomes).reshape(len(outcomes), size),
        rows[:, list(task.varied)],
    )


def run_months(
    conflict: Conflict,
    events: Events,
    rows: Reals,
    state: State,
    *,
    seed: int,
    first_draw: int,
    first_month: int = 0,
    months: int | None = None,
    room: Reals | None = None,
) -> Reals:
    """Advance worlds with the compiled kernel; ``state`` is changed in place.

    ``room`` is written over if it is given: its first axis may be longer than the draws.

    Returns:
        The record, (draws, months, width).
    """
    from volteface.conflict.compiled_world import run_draws  # noqa: PLC0415 - compiles
    from volteface.conflict.scratch import new_scratch  # noqa: PLC0415

    left = conflict.months - first_month if months is None else months
    row = np.empty(len(conflict.quantities))
    shape = (len(rows), left, conflict.record.width)
    record = np.empty(shape) if room is None else room[: len(rows)]
    work = new_scratch(conflict.layout, conflict.structure.body)
    run_draws(
        conflict.structure, conflict.layout, events, rows, row, state, work, conflict.record,
        seed, first_draw, first_month, record,
    )  # fmt: skip
    return record
