"""Worlds at a month's end, ready to be run on: those of the priors, or those that fit a record.

Worlds run on under interventions with the luck of their place, so that two runs differ only in what
is done. Without a record they begin before the first month.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from volteface.conflict.arrays import Reals, State, Whole
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.ensemble import as_events, draw_rows, run_months
from volteface.conflict.layout import split
from volteface.conflict.measures import Measure
from volteface.conflict.sampling import CHUNK
from volteface.conflict.state import init
from volteface.errors import UsageError

_BLOCK = 512
"""Worlds run together: their records must fit into memory."""


@dataclass(frozen=True)
class Worlds:
    """Equally weighted worlds at the end of ``month`` (-1: before the first).

    ``rows`` are (worlds, quantities and values of shocks), ``last`` the record of ``month``, None
    before the first. ``founders`` says from which draw of the priors each comes: worlds of one
    founder share their quantities. ``address`` is where their luck begins.
    """

    conflict: Conflict
    seed: int
    month: int
    rows: Reals
    state: State
    last: Reals | None
    founders: Whole
    address: int = 0
    as_of: date | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def founding(self) -> float:
        """Founding draws that the worlds count for: one over the sum of squared shares."""
        shares = np.unique(self.founders, return_counts=True)[1] / len(self.founders)
        return float(1 / np.sum(shares**2))

    def first(self, count: int) -> "Worlds":
        """A fair sample: ``count`` worlds spread evenly over all, or all if there are fewer."""
        if count >= len(self):
            return self
        places = (np.arange(count) * len(self)) // count
        return self.chosen(places)

    def chosen(self, places: Whole) -> "Worlds":
        """Some of the worlds, in a new order and with the luck of their new places."""
        last = None if self.last is None else self.last[places]
        return Worlds(
            self.conflict,
            self.seed,
            self.month,
            self.rows[places],
            take(self.state, places),
            last,
            self.founders[places],
            self.address,
            self.as_of,
        )

    def check_month(self, month: int, said: str) -> None:
        """Refuse a month that is over.

        Raises:
            UsageError: the worlds are past it.
        """
        if month <= self.month:
            raise UsageError(f"{said} is not after the record that the worlds are held to")

    def run(self, until: int, do: Sequence[Event] = (), *, block: slice | None = None) -> Reals:
        """The record of worlds from ``month`` (if there is one) to ``until``.

        Args:
            until: Last month.
            do: Interventions, all after ``month``, with numbers as values.
            block: Which worlds; all if left out.

        Returns:
            (worlds, months, width); the first month is ``month``, or 0 without a record.
        """
        part = slice(0, len(self)) if block is None else block
        rows = with_values(self.rows[part], do)
        state = take(self.state, np.arange(part.start, part.stop))
        events = as_events((*self.conflict.shocks, *do))
        record = run_months(
            self.conflict,
            events,
            rows,
            state,
            seed=self.seed,
            first_draw=self.address + part.start,
            first_month=self.month + 1,
            months=until - self.month,
        )
        if self.last is None:
            return record
        return np.concatenate([self.last[part, None], record], axis=1)

    def read(self, asked: Sequence[tuple[Measure, int]], do: Sequence[Event] = ()) -> Reals:
        """Measures of every world, (asked, worlds).

        A measure that looks back (``ever``, ``mean``) looks back as far as ``month``.
        """
        until = max(month for _, month in asked)
        begins = max(self.month, 0)
        values = np.empty((len(asked), len(self)))
        for start in range(0, len(self), _BLOCK):
            block = slice(start, min(start + _BLOCK, len(self)))
            record = self.run(until, do, block=block)
            for place, (measure, month) in enumerate(asked):
                values[place, block] = measure.outcome(month - begins)(record)
        return values

    def error(self, values: Reals) -> float:
        """The standard error of a mean over the worlds, those of one founder counted together."""
        away = values - values.mean()
        sums = np.bincount(np.unique(self.founders, return_inverse=True)[1], weights=away)
        groups = len(sums)
        if groups < 2:  # noqa: PLR2004 - one founder shows no spread
            return math.inf
        return float(math.sqrt(np.sum(sums**2) * groups / (groups - 1)) / len(values))


def from_priors(conflict: Conflict, draws: int, seed: int) -> Worlds:
    """Worlds that no record holds.

    Raises:
        UsageError: no draws, or a seed out of range.
    """
    rows = prior_rows(conflict, draws, seed)
    state = init(conflict.structure, split(rows, conflict.layout))
    return Worlds(conflict, seed, -1, rows, state, None, np.arange(draws))


def prior_rows(conflict: Conflict, draws: int, seed: int, skip: int = 0) -> Reals:
    """Quantities and values of shocks, (draws, width + shocks); ``skip`` chunks are left out first.

    Raises:
        UsageError: no draws, or a seed out of range.
    """
    if draws < 1:
        raise UsageError("draws must be at least 1")
    if not 0 <= seed < 2**63:
        raise UsageError("seed must be a whole number from 0 to 2**63 - 1")
    chunks = range(skip, skip - (-draws // CHUNK))
    drawn = [draw_rows(conflict, conflict.shocks, seed, chunk) for chunk in chunks]
    return np.concatenate(drawn)[:draws]


def take(state: State, places: Whole) -> State:
    """A copy of some worlds' states."""
    arrays: Any = (array[places] for array in state)
    return State(*arrays)


def with_values(rows: Reals, events: Sequence[Event]) -> Reals:
    """Rows with the values of interventions, which are numbers, added on the right."""
    values = np.array([event.value.numbers[0] for event in events])
    return np.hstack([rows, np.broadcast_to(values, (len(rows), len(events)))])
