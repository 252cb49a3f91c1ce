"""A bootstrap particle filter on the record (Gordon, Salmond and Smith 1993).

Worlds run from reading to reading; each is weighted by how likely the record is in it, and when the
effective number falls under half, worlds are drawn anew in proportion to their weights (systematic
resampling). A copy keeps its quantities and goes on with the luck of its new place. A reading that
hardly any world reproduces is not weighed, for the few that do would be all that is left: it is
named instead. Where worlds were proposed out of proportion to the prior, that is made good bit by
bit, reading by reading, so that the first resampling does not undo it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals, State, Whole
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import as_events, run_months
from volteface.conflict.layout import apply_events, split
from volteface.conflict.state import init
from volteface.questions.conditioning.likelihood import log_likelihood, log_vote, reproduces
from volteface.questions.conditioning.shown import Shown
from volteface.questions.conditioning.streams import Streams
from volteface.questions.conditioning.worlds import Worlds, take

SELDOM = 0.01
"""A reading that fewer worlds than this share have is not weighed."""
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """How the worlds met one reading.

    ``chance`` is the share of worlds, as weighted before it, that have what it shows (for a vote:
    the mean probability of the vote); 0 means that none has.
    """

    shown: Shown
    month: int
    chance: float

    @property
    def weighed(self) -> bool:
        """Whether it counts towards the worlds' weights."""
        return self.chance >= SELDOM


@dataclass(frozen=True)
class Filtered:
    """What a pass leaves.

    ``effective`` has for each month with a reading the effective number of worlds after weighting,
    as a share; ``evidence`` is the log of the mean likelihood of the record; ``astray`` the
    probability of each stream that it is of something else than the model's.
    """

    worlds: Worlds
    fits: tuple[Fit, ...]
    effective: tuple[tuple[int, float], ...]
    evidence: float
    astray: Mapping[str, float]


def filter_worlds(
    conflict: Conflict,
    readings: Mapping[int, Sequence[Shown]],
    rows: Reals,
    until: int,
    *,
    seed: int,
    log_weights: Reals | None = None,
    address: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Filtered:
    """Hold worlds to a record.

    Args:
        conflict: As known.
        readings: By month, none after ``until``.
        rows: (worlds, width + shocks).
        until: The last month; -1 for none.
        seed: Of luck and resampling.
        log_weights: What makes good that the rows are out of proportion to the prior.
        address: Where their luck begins.
        progress: Told of the months done.

    Returns:
        Equally weighted worlds at the end of ``until``, and how they came there.
    """
    size = len(rows)
    state = init(conflict.structure, split(rows, conflict.layout))
    founders: Whole = np.arange(size)
    weights = np.full(size, -np.log(size))
    amends = np.zeros(size) if log_weights is None else log_weights / max(1, len(readings))
    events = as_events(conflict.shocks)
    streams = Streams(size)
    generator = np.random.Generator(np.random.Philox(key=[seed, address]))
    fits: list[Fit] = []
    effective: list[tuple[int, float]] = []
    evidence, at, last = 0.0, -1, None
    for month in sorted({*readings, until} - {-1}):
        record = run_months(
            conflict,
            events,
            rows,
            state,
            seed=seed,
            first_draw=address,
            first_month=at + 1,
            months=month - at,
        )
        at, last = month, record[:, -1].copy()
        read = readings.get(month, ())
        if read:
            found, logs = _read(conflict, (month, read), (weights, rows, state, last), streams)
            fits += found
            before = weights + logs + amends
            total = _log_sum(before)
            evidence += total
            weights = before - total
            share = float(np.exp(-_log_sum(2 * weights))) / size
            effective.append((month, share))
        final = month == until and bool(np.ptp(weights) > 0)
        if final or (read and share < _HALF):
            places = _systematic(np.exp(weights), generator)
            rows, founders, last = rows[places], founders[places], last[places]
            state, amends = take(state, places), amends[places]
            streams.follow(places)
            weights = np.full(size, -np.log(size))
        if progress is not None:
            progress(month + 1, until + 1)
    worlds = Worlds(conflict, seed, until, rows, state, last, founders, address)
    return Filtered(worlds, tuple(fits), tuple(effective), evidence, streams.astray())


def _read(
    conflict: Conflict,
    month: tuple[int, Sequence[Shown]],
    worlds: tuple[Reals, Reals, State, Reals],
    streams: Streams,
) -> tuple[list[Fit], Reals]:
    """How each reading of a month is met, and the log-likelihood of all that can be met."""
    at, read = month
    weights, rows, state, record = worlds
    now = np.exp(weights)
    total = np.zeros(len(rows))
    fits = []
    p = None
    for shown in read:
        if shown.kind == "vote":
            if p is None:
                events, width = as_events(conflict.shocks), len(conflict.quantities)
                p = split(apply_events(rows, events, at, width), conflict.layout)
            logs = log_vote(shown, conflict.structure, p, state)
            chance = float(now @ np.exp(logs))
        else:
            logs = log_likelihood(shown, record)
            chance = float(now @ reproduces(shown, record))
        fit = Fit(shown, at, min(1.0, chance))
        added = streams.add(shown, logs) if shown.stream else logs
        if fit.weighed:
            total += added
        fits.append(fit)
    return fits, total


def _systematic(weights: Reals, generator: np.random.Generator) -> Whole:
    """Places drawn in proportion to weights that sum to one."""
    size = len(weights)
    points = (np.arange(size) + generator.random()) / size
    found: Whole = np.searchsorted(np.cumsum(weights), points).clip(max=size - 1)
    return found


def _log_sum(values: Reals) -> float:
    top = float(values.max())
    return top + float(np.log(np.exp(values - top).sum()))
