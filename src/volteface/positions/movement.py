"""Whether a series moved: the posterior of its changes, and which observations stand on each side.

Three changes are looked at: from the first observation to the last, and, so that a move there and
back is not missed, from the place farthest from both ends to the last, and from the first to it.
The first of them that is sure enough is told; if none is, the surest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np

from volteface.positions.level import Fit, Gap, fit, gaps
from volteface.positions.mixture import Array, Whole
from volteface.positions.segments import Motion
from volteface.records import Form, Observation

PACES = (2.0, 4.0)
"""How many times faster than the case says a drift may be before it is called a jump."""
REMEMBERED = 1024
"""Series whose changes are remembered: the same are asked for under several thresholds."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One change, averaged over the rows of possible dates.

    ``ends`` are (S, 2) indices into the posterior's places; ``start`` and ``end`` the expected
    levels there.
    """

    ends: Whole
    rose: float
    fell: float
    jumped: float
    start: float
    end: float

    @property
    def surest(self) -> float:
        return max(self.rose, self.fell)


@dataclass(frozen=True)
class Movement:
    """What one series says of change; what only a sure change is asked for waits until it is.

    Attributes:
        probability: The larger of P(rose by more than delta) and P(fell by more than delta),
            for the change that shows it best.
        moved: P(absolute change > delta), the largest of the changes looked at.
        start: Expected level before the change.
        end: Expected level after it.
    """

    probability: float
    moved: float
    start: float
    end: float
    _series: tuple[Observation, ...]
    _motion: Motion
    _delta: float
    _step: _Step

    @cached_property
    def _fitted(self) -> Fit:
        return fit(self._series, self._motion)

    @cached_property
    def form(self) -> Form:
        """Whether a jump or drift accounts better for the change."""
        return _form(self._series, self._fitted, self._step, self._motion, self._delta)

    @cached_property
    def since(self) -> tuple[date, date]:
        """The narrowest stretch that holds nine tenths of a jump; for a drift, the whole of it.

        Of the jumps expected, if that is less than one jump.
        """
        return _since(self._fitted, self._step, self.form)

    @cached_property
    def _two_sides(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return _sides(self._fitted, self._step, self.form)

    @property
    def before(self) -> tuple[int, ...]:
        """Indices of the observations on the old level."""
        return self._two_sides[0]

    @property
    def after(self) -> tuple[int, ...]:
        """Indices of those on the new one."""
        return self._two_sides[1]

    @cached_property
    def segments(self) -> int:
        """Into how many levels the most probable jumps divide the series."""
        row = int(self._fitted.weight.argmax())
        return len(set(self._fitted.posterior.labels(row).tolist()))


def movement(
    observations: Sequence[Observation], motion: Motion, delta: float, enough: float
) -> Movement:
    """The posterior of change over a series in canonical order, not all of one day.

    Args:
        observations: The series.
        motion: How its level moves.
        delta: The smallest change that counts, in stance units.
        enough: The probability that makes a change sure enough to be told.
    """
    series = tuple(observations)
    steps = _steps(series, motion, delta)
    sure = (step for step in steps if step.surest > enough)
    best = next(sure, max(steps, key=lambda step: round(step.surest, 9)))
    return Movement(
        probability=best.surest,
        moved=_moved(steps),
        start=best.start,
        end=best.end,
        _series=series,
        _motion=motion,
        _delta=delta,
        _step=best,
    )


def chance_of_move(observations: Sequence[Observation], motion: Motion, delta: float) -> float:
    """``Movement.moved`` alone."""
    return _moved(_steps(tuple(observations), motion, delta))


def _moved(steps: Sequence[_Step]) -> float:
    return max(step.rose + step.fell for step in steps)


@lru_cache(maxsize=REMEMBERED)
def _steps(series: tuple[Observation, ...], motion: Motion, delta: float) -> tuple[_Step, ...]:
    fitted = fit(series, motion)
    means = fitted.posterior.means()
    rows, n = means.shape
    away = np.minimum(np.abs(means - means[:, :1]), np.abs(means - means[:, -1:]))
    far = away.argmax(axis=1)
    first, last = np.zeros(rows, dtype=np.int64), np.full(rows, n - 1)
    pairs = [(first, last), (far, last), (first, far)]
    return tuple(_step(fitted, np.stack(pair, axis=1), means, delta) for pair in pairs)


def _step(fitted: Fit, ends: Whole, means: Array, delta: float) -> _Step:
    total = np.zeros(4)
    places = fitted.posterior.places
    for i, j in sorted(set(map(tuple, ends.tolist()))):
        if i < j:
            here = (ends == (i, j)).all(axis=1)
            parts = fitted.posterior.change(int(places[i]), int(places[j]), delta)
            total += np.stack(parts) @ (fitted.weight * here)
    rose, fell = float(total[0] + total[1]), float(total[2] + total[3])
    jumped = float(total[0] if rose >= fell else total[2])
    rows = np.arange(fitted.weight.size)
    start, end = (float(fitted.weight @ means[rows, ends[:, side]]) for side in (0, 1))
    return _Step(ends, rose, fell, jumped, start, end)


def _form(
    observations: Sequence[Observation], fitted: Fit, step: _Step, motion: Motion, delta: float
) -> Form:
    """Drift where no jump is needed, or where a slow drift explains the series better than jumps.

    A steady slope can also be had from many small jumps, so the two are compared by evidence; and
    a drift is slow if it takes no step larger than delta between two observations.
    """
    if step.jumped <= step.surest / 2:
        return "drift"
    rivals = (
        fit(observations, motion._replace(jumps=0.0, drift=motion.drift * pace**2))
        for pace in PACES
    )
    steady = max(rivals, key=lambda rival: rival.log_evidence)
    means = steady.weight @ steady.posterior.means()
    slow = float(np.abs(np.diff(means)).max()) < delta
    return "drift" if slow and steady.log_evidence > fitted.log_evidence else "jump"


def _sides(fitted: Fit, step: _Step, form: Form) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Observations in the old and the new segment of the most probable row and jump places.

    A drift has no two segments: its sides are the halves of the observations between its ends.
    """
    row = int(fitted.weight.argmax())
    i, j = (int(fitted.posterior.places[end]) for end in step.ends[row])
    label = fitted.posterior.labels(row)
    if form == "drift" or label[i] == label[j]:
        half = (i + j + 1) // 2
        sides = np.arange(i, half), np.arange(half, j + 1)
    else:
        sides = np.flatnonzero(label == label[i]), np.flatnonzero(label == label[j])
    members, order = fitted.placed.members, fitted.placed.order[row]
    before, after = (
        tuple(sorted(index for place in side for index in members[order[place]])) for side in sides
    )
    return before, after


def _since(fitted: Fit, step: _Step, form: Form) -> tuple[date, date]:
    rows = np.arange(fitted.weight.size)
    days = fitted.placed.days[:, fitted.posterior.places]
    ends = [fitted.placed.day(float(fitted.weight @ days[rows, step.ends[:, k]])) for k in (0, 1)]
    first, last = ends
    cells = [gap for gap in gaps(fitted) if gap.latest > first and gap.earliest < last]
    total = sum(gap.jump for gap in cells)
    if form == "drift" or not total:
        return first, last
    return _narrowest(cells, 0.9 * min(1.0, total))


def _narrowest(cells: Sequence[Gap], enough: float) -> tuple[date, date]:
    best = (cells[0].earliest, cells[-1].latest)
    start, held = 0, 0.0
    for cell in cells:
        held += cell.jump
        while held - cells[start].jump >= enough:
            held -= cells[start].jump
            start += 1
        if held >= enough and cell.latest - cells[start].earliest < best[1] - best[0]:
            best = (cells[start].earliest, cell.latest)
    return best
