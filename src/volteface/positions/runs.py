"""The posterior of long series: the same model, in a time that grows with their length alone.

The passes of the kernels keep runs apart only as long as they differ, so that a series of ten
thousand points takes seconds and differs from the full tables by less than 1e-9 in its evidence,
its jumps and its changes. ``Runs.dropped`` bounds the share of the evidence that was set aside.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from volteface.positions.backward_kernel import Back, backward
from volteface.positions.change_kernel import Held, onward, tails
from volteface.positions.curves_kernel import Curves, Line
from volteface.positions.forward_kernel import Sum, Trace, forward
from volteface.positions.mixture import Array, Whole
from volteface.positions.posterior import Change, Parts
from volteface.positions.segments import Motion

PLACES = 200
"""Observations at which levels are looked at when all are too many."""
_FINENESS = 0.5
"""Grid spacing of a level held fast, in its least standard deviation; sums are then exact."""
_REACH = 8.5
_SLIGHT = 1e-14
_COARSE = 1e-3
"""Standard deviations within which curves are put together before they are multiplied."""
_FINER = 2e-5
"""The same where nothing follows that smoothes it."""
_STRIDE = 128


@dataclass(frozen=True)
class _Row:
    """One series: what the passes leave, and their sums at ``marks``, to go on from."""

    line: Line
    trace: Trace
    back: Back
    marks: Whole
    sums: tuple[Array, ...]
    curves: tuple[tuple[Array, float], ...]

    def filtered(self, k: int) -> Parts:
        """The level at k given all up to it: weight, mean and variance of each run."""
        at = int(np.searchsorted(self.marks, k, side="right")) - 1
        mark = int(self.marks[at])
        state = _with_more(_sum(self.sums[at]), k - mark + 1)
        forward(self.line, mark + 1, k, state, _copied(self.trace))
        return Parts(*state.each[:, : state.size[0]].copy())

    def to_come(self, k: int) -> tuple[Array, float]:
        """The density of all after k as a function of the level at k: curves and a constant."""
        at = int(np.searchsorted(self.marks, k))
        mark = int(self.marks[at])
        state = _curves(*self.curves[at], mark - k + 1)
        backward(self.line, mark, k, state, Back(*(x.copy() for x in self.back)))
        return state.each[:, : state.size[0]].copy(), float(state.constant[0])

    def seen(self, k: int) -> Array:
        """(3, m) the density of what is seen at k and after, as a function of the level at k."""
        (weight, mean, variance), constant = self.to_come(k)
        value, noise = self.line.values[k], self.line.variances[k]
        wide = variance + noise
        log = self.trace.log[k] - (self.trace.log[k - 1] if k else 0.0)
        met = weight + _log_density(value - mean, wide) - log
        gain = variance / wide
        each = np.stack([met, mean + gain * (value - mean), gain * noise])
        if not constant:
            return each
        return np.column_stack([each, [np.log(constant) - log, value, noise]])


@dataclass(frozen=True)
class Runs:
    """See :class:`~volteface.positions.posterior.Posterior`.

    ``dropped`` is the largest share of any series' evidence that was set aside.
    """

    times: Array
    evidence: Array
    motion: Motion
    dropped: float
    rows: tuple[_Row, ...]

    @property
    def places(self) -> Whole:
        """Observations evenly spread, the first and the last among them."""
        return self.rows[0].marks

    @cached_property
    def _means(self) -> Array:
        return np.array([[_mean(self.level(row, int(k))) for k in self.places]
                         for row in range(len(self.rows))])  # fmt: skip

    def means(self) -> Array:
        """(S, places) posterior mean of the level."""
        return self._means

    def jumps(self) -> tuple[Array, Array]:
        """(S, n) probability of a jump in the gap before each observation, and its mean size."""
        probability = np.array([row.back.jump for row in self.rows])
        size = np.array([row.back.fresh for row in self.rows])
        size[:, 1:] -= np.array([row.trace.mean[:-1] for row in self.rows])
        size[:, 0] = 0.0
        return probability, size

    def change(self, i: int, j: int, delta: float) -> Change:
        """The posterior of the change from observation i to a later one, j; right to 1e-9."""
        parts = np.array([_change(row, i, j, delta) for row in self.rows])
        return Change(parts[:, 0], parts[:, 2], parts[:, 1], parts[:, 3])

    def labels(self, row: int) -> Whole:
        """(n,) the segment of each observation under the most probable set of jumps."""
        start = self.rows[row].trace.start
        label, end = np.zeros(start.size, dtype=np.int64), start.size
        while end:
            begins = int(start[end - 1])
            label[begins:end] = begins
            end = begins
        return label

    def level(self, row: int, k: int) -> Parts:
        """The level at an observation."""
        here = _condensed(self.rows[row].filtered(k))
        each, constant = self.rows[row].to_come(k)
        met = _product(here, _condensed_curves(each))
        still = Parts(constant * here.weight, here.mean, here.variance)
        return Parts(*(np.concatenate(pair) for pair in zip(met, still, strict=True)))

    def ended(self, row: int, k: int) -> Parts:
        """The level at an observation whose segment ends with it."""
        here = self.rows[row].filtered(k)
        _, constant = self.rows[row].to_come(k)
        return Parts(constant * here.weight, here.mean, here.variance)

    def begun(self, row: int, k: int) -> Parts:
        """The level at an observation whose segment begins with it."""
        prior = Parts(np.ones(1), np.zeros(1), np.full(1, self.motion.spread))
        met = _product(prior, self.rows[row].seen(k))
        chance = self.rows[row].back.jump[k] if k else 1.0
        return met._replace(weight=met.weight * chance / max(met.weight.sum(), 1e-300))

    def bridge(self, row: int, k: int, since: float, until: float) -> Parts:
        """The level between observation k and the next, in segments that hold both."""
        drift = self.motion.drift
        weight, mean, variance = _condensed(self.rows[row].filtered(k))
        seen = _condensed_curves(self.rows[row].seen(k + 1))
        seen[2] += drift * until
        stay = np.exp(-self.motion.jumps * (since + until))
        return _product(Parts(stay * weight, mean, variance + drift * since), seen)


def runs(times: Array, values: Array, variances: Array, motion: Motion) -> Runs:
    """Take both passes over each series.

    Args:
        times: (S, n) years, strictly ascending in each row: what is of one day is pooled.
        values: (S, n) observed stances.
        variances: (S, n) noise variances, above zero.
        motion: How the level moves.
    """
    rows = tuple(
        _passes(Line(t.copy(), y.copy(), r.copy(), *(float(rate) for rate in motion)))
        for t, y, r in zip(times, values, variances, strict=True)
    )
    evidence = np.array([row.trace.log[-1] for row in rows])
    return Runs(times, evidence, motion, max(float(row.trace.dropped[0]) for row in rows), rows)


def _passes(line: Line) -> _Row:
    n = line.times.size
    marks = np.unique(np.linspace(0, n - 1, min(n, PLACES)).round().astype(np.int64))
    trace = Trace(np.zeros(n), np.zeros(n), np.zeros(n), np.zeros(n, dtype=np.int64), np.zeros(1))
    state, sums = _sum(np.zeros((3, 0))), []
    for before, mark in zip([-1, *marks[:-1]], marks, strict=True):
        state = _with_more(state, mark - before + 1)
        forward(line, before + 1, mark, state, trace)
        sums.append(state.each[:, : state.size[0]].copy())
    back = Back(trace.log, np.zeros(n), np.zeros(n))
    held: tuple[Array, float] = (np.zeros((3, 0)), 1.0)
    curves = [held]
    for mark, after in zip(marks[-2::-1], marks[:0:-1], strict=True):
        ahead = _curves(*held, after - mark + 1)
        backward(line, after, mark, ahead, back)
        held = ahead.each[:, : ahead.size[0]].copy(), float(ahead.constant[0])
        curves.append(held)
    return _Row(line, trace, back, marks, tuple(sums), tuple(reversed(curves)))


def _roomy(each: Array, more: int) -> Array:
    """The curves with room for more."""
    grown = np.zeros((3, each.shape[1] + more))
    grown[:, : each.shape[1]] = each
    return grown


def _sum(each: Array) -> Sum:
    """Runs without what led to them."""
    size = each.shape[1]
    begun = np.zeros(size, dtype=np.int64)
    return Sum(each.copy(), np.full(size, -np.inf), begun, np.zeros(size), np.array([size]))


def _with_more(state: Sum, more: int) -> Sum:
    """The runs in use, with room for more."""
    size = int(state.size[0])
    score, log = np.full(size + more, -np.inf), np.zeros(size + more)
    begun = np.zeros(size + more, dtype=np.int64)
    score[:size], begun[:size] = state.score[:size], state.begun[:size]
    return Sum(_roomy(state.each[:, :size], more), score, begun, log, state.size)


def _copied(trace: Trace) -> Trace:
    """A trace that may be written to."""
    return Trace(
        trace.log.copy(),
        trace.mean.copy(),
        trace.best.copy(),
        trace.start.copy(),
        trace.dropped.copy(),
    )


def _curves(each: Array, constant: float, more: int) -> Curves:
    return Curves(_roomy(each, more), np.array([each.shape[1]]), np.array([constant]))


def _log_density(surprise: Array, variance: Array) -> Array:
    return np.asarray(-0.5 * (surprise**2 / variance + np.log(2 * np.pi * variance)))


def _product(one: Parts, curves: Array) -> Parts:
    """Every normal distribution of one times every curve, whose weights are logarithms."""
    weight, mean, variance = one.weight[:, None], one.mean[:, None], one.variance[:, None]
    log, centres, widths = curves
    wide = variance + widths
    apart = centres - mean
    with np.errstate(divide="ignore"):
        met = np.exp(np.log(weight) + log + _log_density(apart, wide))
    gain = variance / wide
    return Parts(met.ravel(), (mean + gain * apart).ravel(), (gain * widths).ravel())


def _condensed_curves(curves: Array, within: float = _COARSE) -> Array:
    """The same for curves, whose weights are logarithms.

    Each is weighed by its own group alone, so that no weight is lost to another's size.
    """
    log, mean, variance = curves
    if log.size <= 1:
        return curves.copy()
    where = _cells(mean, variance, within)
    top = np.full(where.max() + 1, -np.inf)
    np.maximum.at(top, where, log)
    joined = _joined(np.exp(log - top[where]), mean, variance, where)
    return np.stack([top + np.log(joined.weight), joined.mean, joined.variance])


def _condensed(parts: Parts, within: float = _COARSE) -> Parts:
    """Curves that nearly coincide put together; means and variances of the sum are kept."""
    here = Parts(*(x[parts.weight > 0] for x in parts))
    return _joined(*here, _cells(here.mean, here.variance, within))


def _cells(mean: Array, variance: Array, within: float) -> Whole:
    """A number for each curve, the same for those that nearly coincide."""
    unit = within * np.sqrt(variance.min())
    cells = np.stack([np.round(np.log(variance) / within), np.round(mean / unit)])
    _, where = np.unique(cells, axis=1, return_inverse=True)
    return np.asarray(where.ravel())


def _joined(weight: Array, mean: Array, variance: Array, where: Whole) -> Parts:
    total = np.bincount(where, weight).astype(np.float64)
    centre = np.bincount(where, weight * mean) / total
    spread = np.bincount(where, weight * (variance + (mean - centre[where]) ** 2)) / total
    return Parts(total, centre, spread)


def _mean(parts: Parts) -> float:
    return float(parts.weight @ parts.mean / parts.weight.sum())


def _change(row: _Row, i: int, j: int, delta: float) -> Array:
    held = _hold(row, i)
    at = i
    while at < j:
        end = min(at + _STRIDE, j)
        held = _with_room(held, end - at)
        onward(row.line, at + 1, end, held)
        at = end
    curves, constant = row.to_come(j)
    each = _condensed_curves(curves, _FINER)
    out = np.zeros(4)
    tails(held, Curves(each, np.array([each.shape[1]]), np.array([constant])), delta, out)
    return out


def _hold(row: _Row, i: int) -> Held:
    """Hold the level at i fast on a grid fine enough for all that is known of it in the end."""
    weight, mean, variance = row.filtered(i)
    each, _ = row.to_come(i)
    narrowest = 1 / (1 / variance.min() + (1 / each[2]).max(initial=0.0))
    main = weight > _SLIGHT
    reach = _REACH * np.sqrt(variance[main])
    low, high = (mean[main] - reach).min(), (mean[main] + reach).max()
    count = int(np.ceil((high - low) / (_FINENESS * np.sqrt(narrowest)))) + 1
    x = np.linspace(low, high, count)
    still = np.zeros(count)
    for w, m, v in zip(weight[main], mean[main], variance[main], strict=True):
        still += w * np.exp(-0.5 * (x - m) ** 2 / v) / np.sqrt(2 * np.pi * v)
    return Held(
        x=x,
        still=still,
        each=np.zeros((3, 0)),
        size=np.zeros(1, dtype=np.int64),
        origin=np.zeros((0, count)),
        kind=np.zeros(0, dtype=np.int64),
        kinds=np.zeros(1, dtype=np.int64),
        way=np.array([1.0, 0.0, 0.0]),
        log=row.trace.log,
    )


def _with_room(held: Held, more: int) -> Held:
    """The same with room for so many more observations, and origins no longer needed left out."""
    size = int(held.size[0])
    used, kind = np.unique(held.kind[:size], return_inverse=True)
    origin = np.zeros((used.size + 2 * (size + more), held.x.size))
    origin[: used.size] = held.origin[used]
    kinds = np.zeros(size + more, dtype=np.int64)
    kinds[:size] = kind
    return held._replace(
        each=_roomy(held.each[:, :size], more),
        origin=origin,
        kind=kinds,
        kinds=np.array([used.size]),
    )
